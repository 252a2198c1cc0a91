"""Adding up a day."""

from datetime import timedelta

from fares.tariff import TRANSFER_MINUTES, single
from fares.trip import Trip


def charge_day(trips: list[Trip]) -> list[int]:
    """What each trip of one day costs, in the order of the trips' start.

    A trip that starts within the transfer time of the last charged one is free.
    """
    charges = []
    charged_at = None
    for trip in sorted(trips, key=lambda trip: trip.start):
        if charged_at and trip.start - charged_at <= timedelta(minutes=TRANSFER_MINUTES):
            charges.append(0)
            continue
        charges.append(single(trip.zones, trip.reduced))
        charged_at = trip.start
    return charges
