import unittest

from meter.bill import total
from meter.tariff import Tariff, find

TWO = Tariff("two", 30.0, 20.0)


class Tariffs(unittest.TestCase):
    def test_night_begins_at_22(self):
        self.assertEqual(TWO.price(21), 30.0)
        self.assertEqual(TWO.price(22), 20.0)

    def test_find(self):
        self.assertIs(find([TWO], "two"), TWO)
        self.assertIsNone(find([TWO], "three"))

    def test_total(self):
        self.assertEqual(total(TWO, {12: 1.5, 23: 2.0}), 85)
