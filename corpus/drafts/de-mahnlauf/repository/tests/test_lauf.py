import sqlite3
import unittest
from datetime import date
from pathlib import Path

from mahnwesen import lauf

SCHEMA = Path(lauf.__file__).with_name("schema.sql").read_text(encoding="utf-8")


class Mahnlauf(unittest.TestCase):
    def setUp(self):
        self.db = sqlite3.connect(":memory:")
        self.db.executescript(SCHEMA)
        self.post = []

    def ausleihe(self, faellig_am):
        self.db.execute(
            "INSERT INTO ausleihe (ausweis, titel, faellig_am) VALUES ('A1', 'Momo', ?)",
            (faellig_am,),
        )

    def lauf(self, heute):
        return lauf.mahnlauf(self.db, heute, lambda *was: self.post.append(was))

    def test_drei_tage_danach_kommt_die_erste(self):
        self.ausleihe("2025-05-01")
        self.assertEqual(self.lauf(date(2025, 5, 3)), 0)
        self.assertEqual(self.lauf(date(2025, 5, 4)), 1)

    def test_gleiche_stufe_nur_einmal(self):
        self.ausleihe("2025-05-01")
        self.lauf(date(2025, 5, 4))
        self.assertEqual(self.lauf(date(2025, 5, 5)), 0)


if __name__ == "__main__":
    unittest.main()
