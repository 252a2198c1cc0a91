"""Files with equal content."""

import hashlib
from collections import defaultdict
from pathlib import Path


def groups(folder: Path) -> list[list[Path]]:
    """Groups of two or more, each sorted, in the order of their first file."""
    by_digest = defaultdict(list)
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink():
            by_digest[hashlib.sha256(path.read_bytes()).hexdigest()].append(path)
    return sorted(group for group in by_digest.values() if len(group) > 1)
