"""Meters with an optical head."""


def parse(line: str) -> tuple[str, float]:
    """Obis code and value of one line, such as `1-0:1.8.0*255(012345.6*kWh)`."""
    code, _, rest = line.partition("(")
    return code.partition("*")[0], float(rest.partition("*")[0])
