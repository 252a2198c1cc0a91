"""Reading the table of high and low waters."""

import csv
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

TABLE = Path(__file__).parent.parent / "data" / "events.csv"


class UnknownHarbor(Exception):
    """The table holds no event of this harbor."""


@dataclass(frozen=True)
class Event:
    time: datetime
    kind: str
    height_m: float


def load(harbor: str, table: Path = TABLE) -> list[Event]:
    """All events of one harbor, in the order of the table."""
    with open(table, newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["harbor"] == harbor]
    if not rows:
        raise UnknownHarbor(harbor)
    return [
        Event(datetime.fromisoformat(r["time"]), r["kind"], float(r["height_m"]))
        for r in rows
    ]


def on_day(events: list[Event], day: date) -> list[Event]:
    return [event for event in events if event.time.date() == day]
