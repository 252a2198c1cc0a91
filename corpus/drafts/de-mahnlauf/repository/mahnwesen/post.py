"""Versand der Mahnbriefe als Mail über den Hausserver."""

import smtplib
from email.message import EmailMessage


def sende(ausweis: str, titel: str, stufe: int, gebuehr: int) -> None:
    mail = EmailMessage()
    mail["From"] = "mahnung@buecherei.example"
    mail["To"] = f"{ausweis}@leser.buecherei.example"
    mail["Subject"] = f"{stufe}. Mahnung"
    mail.set_content(f"{titel}\nGebühr: {gebuehr / 100:.2f} Euro")
    with smtplib.SMTP("localhost") as server:
        server.send_message(mail)
