import contextlib
import io
import tempfile
import unittest
from pathlib import Path

from sift.cli import main


def run(*arguments):
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        status = main([str(a) for a in arguments])
    return status, out.getvalue()


class Cli(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def test_duplicates(self):
        (self.folder / "a").write_text("x")
        (self.folder / "b").write_text("x")
        self.assertEqual(run(self.folder), (1, "2 files:\n  a\n  b\n"))

    def test_none(self):
        (self.folder / "a").write_text("x")
        self.assertEqual(run(self.folder), (0, ""))
