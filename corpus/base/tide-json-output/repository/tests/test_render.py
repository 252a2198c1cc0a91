from datetime import datetime

from tides.events import Event
from tides.render import as_text

LOW = Event(datetime(2025, 3, 1, 0, 12), "low", 0.92)
HIGH = Event(datetime(2025, 3, 1, 6, 18), "high", 7.21)


def test_one_line_per_event():
    assert as_text([LOW, HIGH]) == "00:12  low    0.92 m\n06:18  high   7.21 m"


def test_feet():
    assert as_text([HIGH], feet=True) == "06:18  high  23.65 ft"


def test_nothing_to_print():
    assert as_text([]) == ""
