"""Finding shows on disk."""

import json
import re
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "shows"
NAME = re.compile(r"[a-z0-9-]{1,64}")


class NoShow(Exception):
    """There is no show of this name."""


def read(name: str, folder: Path = FOLDER) -> dict:
    """The show as its JSON file says."""
    if not NAME.fullmatch(name):
        raise NoShow(name)
    try:
        return json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise NoShow(name) from None
