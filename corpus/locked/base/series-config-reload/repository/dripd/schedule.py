"""Which valves are open at a moment."""

from datetime import datetime, timedelta

from dripd.config import Valve


def is_open(valve: Valve, now: datetime) -> bool:
    """Whether the valve is watering; also when it started before midnight."""
    for day in (now.date(), now.date() - timedelta(days=1)):
        start = datetime.combine(day, valve.start)
        if start <= now < start + timedelta(minutes=valve.minutes):
            return True
    return False
