"""Gebühren in Cent."""

JE_STUFE = {1: 100, 2: 250, 3: 500}


def gebuehr(stufe: int) -> int:
    return JE_STUFE[stufe]
