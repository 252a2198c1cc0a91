from fares.day import charge_day
from fares.trip import Trip

__all__ = ["Trip", "charge_day"]
