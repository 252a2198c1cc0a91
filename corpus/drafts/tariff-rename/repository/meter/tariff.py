"""Prices by the hour of the day."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Tariff:
    name: str
    day_cents: float
    night_cents: float
    night_from: int = 22
    night_to: int = 6

    def price(self, hour: int) -> float:
        """Cents per kWh in the hour that begins at `hour`."""
        night = hour >= self.night_from or hour < self.night_to
        return self.night_cents if night else self.day_cents


def find(tariffs: list[Tariff], name: str) -> Tariff | None:
    return next((tariff for tariff in tariffs if tariff.name == name), None)
