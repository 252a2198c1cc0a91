"""The loop."""

import signal
import sys
import time
from datetime import datetime

from dripd import config
from dripd.pins import Pins
from dripd.schedule import is_open


class Daemon:
    def __init__(self, valves, pins):
        self.valves = valves
        self.pins = pins
        self.stopping = False

    def tick(self, now: datetime) -> None:
        """Sets every valve as the timetable wants it."""
        for valve in self.valves:
            self.pins.set(valve.pin, is_open(valve, now))

    def stop(self, *_) -> None:
        self.stopping = True

    def close_all(self) -> None:
        for valve in self.valves:
            self.pins.set(valve.pin, False)

    def run(self) -> None:
        while not self.stopping:
            self.tick(datetime.now())
            time.sleep(1)
        self.close_all()


def main(arguments) -> int:
    if len(arguments) != 2:
        print("usage: dripd FILE", file=sys.stderr)
        return 2
    try:
        valves = config.read(arguments[1])
    except config.BadConfig as error:
        print(f"dripd: {error}", file=sys.stderr)
        return 2
    daemon = Daemon(valves, Pins())
    signal.signal(signal.SIGTERM, daemon.stop)
    signal.signal(signal.SIGINT, daemon.stop)
    daemon.run()
    return 0
