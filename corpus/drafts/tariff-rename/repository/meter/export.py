"""Writing bills as CSV."""

HEADER = "month,tariff,cents"


def line(month: str, tariff_name: str, cents: int) -> str:
    return f"{month},{tariff_name},{cents}"
