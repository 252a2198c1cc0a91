"""Prices in cents."""

SINGLE = {1: 210, 2: 290, 3: 380, 4: 460, 5: 550, 6: 640}
REDUCED_PERCENT = 60
TRANSFER_MINUTES = 45


def single(zones: int, reduced: bool) -> int:
    """The price of one ride; a reduced one is rounded down to 5 cents."""
    price = SINGLE[zones]
    if not reduced:
        return price
    return price * REDUCED_PERCENT // 100 // 5 * 5
