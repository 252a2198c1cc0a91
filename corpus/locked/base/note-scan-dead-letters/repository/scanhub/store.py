"""Where a parcel was seen last."""

import sqlite3

SCHEMA = """
CREATE TABLE IF NOT EXISTS parcel (
    barcode TEXT PRIMARY KEY,
    status TEXT NOT NULL,
    scanned_at TEXT NOT NULL
);
"""


class Store:
    def __init__(self, path=":memory:"):
        self.db = sqlite3.connect(path)
        self.db.executescript(SCHEMA)

    def record(self, barcode, status, scanned_at):
        with self.db:
            self.db.execute(
                "INSERT INTO parcel (barcode, status, scanned_at) VALUES (?, ?, ?) "
                "ON CONFLICT (barcode) DO UPDATE SET status = excluded.status, "
                "scanned_at = excluded.scanned_at",
                (barcode, status, scanned_at),
            )

    def status(self, barcode):
        row = self.db.execute(
            "SELECT status, scanned_at FROM parcel WHERE barcode = ?", (barcode,)
        ).fetchone()
        return row
