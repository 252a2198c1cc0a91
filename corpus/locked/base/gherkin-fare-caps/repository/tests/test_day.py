import unittest
from datetime import datetime

from fares import Trip, charge_day


def at(clock, zones=1, reduced=False):
    return Trip(datetime.fromisoformat(f"2025-03-03T{clock}"), zones, reduced)


class Day(unittest.TestCase):
    def test_two_trips(self):
        self.assertEqual(charge_day([at("08:00"), at("17:00", 3)]), [210, 380])

    def test_transfer_is_free(self):
        self.assertEqual(charge_day([at("08:00"), at("08:45")]), [210, 0])

    def test_no_trips(self):
        self.assertEqual(charge_day([]), [])

    def test_reduced_is_rounded_down(self):
        self.assertEqual(charge_day([at("08:00", 2, reduced=True)]), [170])
