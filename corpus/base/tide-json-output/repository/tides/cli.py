"""The command line."""

import argparse
import sys
from datetime import date

from tides import events, render


def parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="tides")
    parser.add_argument("harbor")
    parser.add_argument("day", type=date.fromisoformat)
    parser.add_argument("--feet", action="store_true", help="heights in feet")
    return parser


def main(arguments: list[str] | None = None) -> int:
    options = parser().parse_args(arguments)
    try:
        found = events.load(options.harbor)
    except events.UnknownHarbor:
        print(f"tides: no harbor '{options.harbor}'", file=sys.stderr)
        return 1
    print(render.as_text(events.on_day(found, options.day), options.feet))
    return 0
