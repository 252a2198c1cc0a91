"""Reading the file."""

import json
from dataclasses import dataclass
from datetime import time


class BadConfig(Exception):
    """Says where and what."""


@dataclass(frozen=True)
class Valve:
    name: str
    pin: int
    start: time
    minutes: int


def read(path: str) -> list[Valve]:
    try:
        with open(path, encoding="utf-8") as file:
            content = json.load(file)
        valves = [
            Valve(v["name"], int(v["pin"]), time.fromisoformat(v["start"]), int(v["minutes"]))
            for v in content["valves"]
        ]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BadConfig(f"{path}: {error}") from error
    for valve in valves:
        if not 1 <= valve.minutes <= 120:
            raise BadConfig(f"{path}: {valve.name}: minutes must be 1 to 120")
    return valves
