"""Turning events into lines of text."""

from tides.events import Event

FEET_PER_METER = 3.28084


def as_text(events: list[Event], feet: bool = False) -> str:
    """One line per event: time, kind, height with its unit."""
    lines = []
    for event in events:
        height = event.height_m * FEET_PER_METER if feet else event.height_m
        unit = "ft" if feet else "m"
        lines.append(f"{event.time:%H:%M}  {event.kind:<4}  {height:5.2f} {unit}")
    return "\n".join(lines)
