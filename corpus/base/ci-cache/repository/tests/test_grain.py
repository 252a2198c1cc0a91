import numpy as np

from src.grain import count


def test_nothing_is_bright():
    assert count(np.zeros((4, 4), dtype=np.uint8)) == 0


def test_one_is_bright():
    image = np.zeros((4, 4), dtype=np.uint8)
    image[1, 2] = 200
    assert count(image) == 1
