"""The command line."""

import argparse
import sys
from pathlib import Path

from sift.groups import groups


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="sift")
    parser.add_argument("folder", type=Path)
    options = parser.parse_args(arguments)
    if not options.folder.is_dir():
        print(f"sift: not a folder: {options.folder}", file=sys.stderr)
        return 2
    found = groups(options.folder)
    for group in found:
        print(f"{len(group)} files:")
        for path in group:
            print(f"  {path.relative_to(options.folder)}")
    return 1 if found else 0
