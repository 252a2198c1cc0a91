import json
import tempfile
import unittest

from dripd import config


def file_with(valves):
    file = tempfile.NamedTemporaryFile("w", suffix=".json", delete=False)
    with file:
        json.dump({"valves": valves}, file)
    return file.name


class Config(unittest.TestCase):
    def test_the_example(self):
        self.assertEqual(len(config.read("doc/dripd.example.json")), 2)

    def test_minutes_have_a_range(self):
        path = file_with([{"name": "a", "pin": 1, "start": "06:00", "minutes": 121}])
        with self.assertRaisesRegex(config.BadConfig, "minutes must be 1 to 120"):
            config.read(path)
