"""Counting grains."""

import numpy as np


def count(image: np.ndarray, threshold: int = 128) -> int:
    """How many pixels are brighter than the threshold."""
    return int((image > threshold).sum())
