"""The wires; the real ones are written through /sys/class/gpio."""


class Pins:
    def __init__(self):
        self.open = set()

    def set(self, pin: int, on: bool) -> None:
        (self.open.add if on else self.open.discard)(pin)
