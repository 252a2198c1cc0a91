"""What the gates report."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Trip:
    """One ride; zones are counted, 1 to 6."""

    start: datetime
    zones: int
    reduced: bool = False
