"""Nächtlicher Mahnlauf."""

import sqlite3
import sys
from datetime import date

from mahnwesen.gebuehren import gebuehr

# Tage nach Fälligkeit, ab denen eine Stufe gilt
FRISTEN = {1: 3, 2: 14, 3: 28}


def stufe(faellig_am: str, heute: date) -> int:
    tage = (heute - date.fromisoformat(faellig_am)).days
    return max((s for s, ab in FRISTEN.items() if tage >= ab), default=0)


def mahnlauf(db: sqlite3.Connection, heute: date, sende) -> int:
    """Mahnt alle überfälligen Ausleihen, gibt die Zahl der Mahnungen zurück."""
    anzahl = 0
    offen = db.execute(
        "SELECT id, ausweis, titel, faellig_am FROM ausleihe WHERE zurueck_am IS NULL"
    ).fetchall()
    for id_, ausweis, titel, faellig_am in offen:
        s = stufe(faellig_am, heute)
        letzte = db.execute(
            "SELECT max(stufe) FROM mahnung WHERE ausleihe = ?", (id_,)
        ).fetchone()[0]
        if s == 0 or s == letzte:
            continue
        sende(ausweis, titel, s, gebuehr(s))
        db.execute(
            "INSERT INTO mahnung (ausleihe, stufe, gesendet_am, gebuehr) VALUES (?, ?, ?, ?)",
            (id_, s, heute.isoformat(), gebuehr(s)),
        )
        anzahl += 1
    db.commit()
    return anzahl


if __name__ == "__main__":
    from mahnwesen.post import sende

    with sqlite3.connect(sys.argv[1]) as verbindung:
        print(mahnlauf(verbindung, date.today(), sende))
