"""Names of objects."""

import hashlib


def key_of(content: bytes, suffix: str, prefix: str = "images/") -> str:
    """`images/ab/cd/<sha256>.jpg`"""
    digest = hashlib.sha256(content).hexdigest()
    return f"{prefix}{digest[:2]}/{digest[2:4]}/{digest}{suffix}"
