"""Adding up a month."""

from meter.tariff import Tariff


def total(tariff: Tariff, kwh_by_hour: dict[int, float]) -> int:
    """Cents, rounded to whole ones."""
    return round(sum(tariff.price(hour) * kwh for hour, kwh in kwh_by_hour.items()))
