import unittest

from media.storage.keys import key_of


class Keys(unittest.TestCase):
    def test_two_levels(self):
        key = key_of(b"", ".jpg")
        self.assertTrue(key.startswith("images/e3/b0/e3b0c442"))
        self.assertTrue(key.endswith(".jpg"))
