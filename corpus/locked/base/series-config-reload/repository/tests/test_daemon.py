import unittest
from datetime import datetime, time

from dripd.config import Valve
from dripd.daemon import Daemon
from dripd.pins import Pins

ROSES = Valve("roses", 17, time(6, 0), 12)


class Ticks(unittest.TestCase):
    def test_open_and_shut(self):
        daemon = Daemon([ROSES], Pins())
        daemon.tick(datetime(2025, 6, 1, 6, 0))
        self.assertEqual(daemon.pins.open, {17})
        daemon.tick(datetime(2025, 6, 1, 6, 12))
        self.assertEqual(daemon.pins.open, set())

    def test_stopping_shuts_everything(self):
        daemon = Daemon([ROSES], Pins())
        daemon.tick(datetime(2025, 6, 1, 6, 5))
        daemon.close_all()
        self.assertEqual(daemon.pins.open, set())
