"""Reading config/<name>.json."""

import json
from pathlib import Path


def load(name: str) -> dict:
    path = Path(__file__).parent.parent / "config" / f"{name}.json"
    return json.loads(path.read_text(encoding="utf-8"))
