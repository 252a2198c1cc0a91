import CheckModel
import Testing

@testable import Grounding

@Suite("What a plan says of existing code")
struct ClaimTests {
  private static let tree = Tree(files: [
    "src/reader.py": """
    LIMIT = 30
    strict = True


    def read_header(stream):
        if stream is None:
            raise ValueError("no stream")
        return stream.readline()


    class Reader:
        retries: int = 3
        timeout = LIMIT * 2
    """,
    "src/writer.py": "def write_rows(rows):\n    for row in rows:\n        print(row)\n",
    "tests/test_reader.py": "def test_a():\n    pass\n\n\ndef test_b():\n    pass\n",
    "web/app.js": "const pageSize = 20;\nexport function start() { run({ pageSize }); }\n",
  ])

  private static func truths(_ text: String) -> [String] {
    tree.grounded("# Reader\n\n- [ ] Modify `src/reader.py`\n\n" + text + "\n").plan.falseClaims
      .map(\.truth)
  }

  @Test(
    "a name that is not where the plan has it is told, with the place where it stands",
    arguments: [
      "The function `write_rows()` in `src/reader.py` already sorts.",
      "`write_rows` in `src/reader.py` currently prints nothing twice.",
      "Rename `write_rows()` in `src/reader.py` to `emit()`.",
      "- [ ] Remove `write_rows` from `src/reader.py`",
      "Reuse the existing helper `write_rows` from `src/reader.py`.",
      "`src/reader.py` already exports `write_rows`.",
      "Today `src/reader.py` defines the function `write_rows()`.",
      "`write_rows()` (`src/reader.py:3`) is slow.",
      "## Current state\n\n`src/reader.py` holds `write_rows`.",
      "## Current state\n\n- `write_rows` in `src/reader.py` prints one row per line.",
      "## Background\n\n`src/reader.py` prints the rows in `write_rows()`.",
      "| what | where |\n|---|---|\n| printing | the existing `write_rows` in `src/reader.py` |",
    ])
  func elsewhere(text: String) {
    #expect(
      Self.truths(text) == ["“write_rows” is not in “src/reader.py”; it stands in “src/writer.py”."]
    )
  }

  @Test(
    "a name that stands nowhere is told, with the nearest one of the file",
    arguments: [
      "`read_headers()` in `src/reader.py` already trims the line.",
      "- [ ] Change `read_headers` in `src/reader.py` to trim",
      "## Current state\n\n`src/reader.py` reads the first line with `read_headers()`.",
      "Call `Reader.read_headers()` of `src/reader.py` there.",
    ])
  func nowhere(text: String) {
    #expect(
      Self.truths(text) == [
        "“src/reader.py” does not hold “read_headers”; the nearest name there is “read_header”."
      ])
  }

  @Test(
    "a name of the project's own that stands in no file is told",
    arguments: [
      "`src/reader.py` already caches what `load_table()` gives.",
      "The helper `load_table` already sorts the rows.",
      "The existing `load_table()` is enough for that.",
      "Note that the class `loadTable` currently keeps them in memory.",
    ])
  func unknown(text: String) {
    let truths = Self.truths(text)
    #expect(truths.count == 1 && truths.allSatisfy { $0.hasPrefix("No source file") })
  }

  @Test("a line that the file does not have is told, however it is broken")
  func lines() {
    #expect(Self.truths("The cause is `return stream.read(10)` in `src/reader.py:8`.").count == 1)
    #expect(Self.truths("The cause is `return stream . readline()` in `src/reader.py:8`.") == [])
    #expect(Self.truths("`raise ValueError('no stream')` (`src/reader.py:7`) stays.") == [])
  }

  @Test(
    "another value of a name is told, where the code gives it a plain one",
    arguments: [
      ("`LIMIT` is 60 today.", "“LIMIT” is 30 in “src/reader.py”."),
      ("`LIMIT` defaults to 60.", "“LIMIT” is 30 in “src/reader.py”."),
      (
        "## Current state\n\nThe reader stops at `LIMIT = 40`.", "“LIMIT” is 30 in “src/reader.py”."
      ),
      ("`retries` is currently set to 5.", "“retries” is 3 in “src/reader.py”."),
      ("`pageSize` is currently 25.", "“pageSize” is 20 in “web/app.js”."),
      ("`strict` is already false.", "“strict” is true in “src/reader.py”."),
    ])
  func values(text: String, truth: String) { #expect(Self.truths(text) == [truth]) }

  @Test("another number of tests or lines is told")
  func amounts() {
    #expect(
      Self.truths("`tests/test_reader.py` has three tests.") == [
        "“tests/test_reader.py” has 2 tests."
      ])
    #expect(
      Self.truths("`src/writer.py` currently has 300 lines.") == ["“src/writer.py” has 3 lines."])
  }

  @Test(
    "what is so, what is to come, what nobody can tell and what is only compared is left alone",
    arguments: [
      "`read_header()` in `src/reader.py` already reads one line.",
      "`src/reader.py` already holds `Reader` and `read_header`.",
      "Add `write_rows()` to `src/reader.py`.", "`write_rows` in `src/reader.py` gets a test.",
      "`close_all()` in `src/reader.py` shall close every stream.",
      "Move `write_rows` from `src/writer.py` into `src/reader.py`.",
      "Create `open_all()` in `src/reader.py`; `open_all()` in `src/reader.py` already is tested.",
      "`src/reader.py` does not hold `write_rows`.", "`LIMIT` becomes 60.",
      "`LIMIT` is 60 from now on.",
      "`LIMIT` is 30 today.", "`timeout` is 60 today.", "`retries` should default to 5.",
      "`LIMIT` is currently 30 seconds.", "`tests/test_reader.py` has two tests.",
      "`tests/test_reader.py` will have five tests.", "The value `401` in `src/reader.py` is old.",
      "In `src/reader.py` return `stream.read(10)` instead.", "`src/gone.py` already holds `x_y`.",
      "> `write_rows` in `src/reader.py` already prints.",
      "- [x] Rename `write_rows` in `src/reader.py`",
      "```\n`write_rows` in `src/reader.py` already prints.\n```",
      "`write_rows()` would be better in `src/reader.py` than where it is.",
      "After this change `src/reader.py` exports `write_rows`.",
      "The program `argparse` already prints that.", "`usize` already holds that much.",
      "The library's `setTimeout()` already waits.",
      "Existing callers of `read_header` in `web/app.js` do not exist.",
      "## Alternatives\n\n`write_rows` in `src/reader.py` was tried.",
    ])
  func silent(text: String) { #expect(Self.truths(text) == []) }

  @Test(
    "modules, single tests and packages that commands name are looked up",
    arguments: [
      ("python -m pkg.report", "module", "pkg.report"),
      ("python3 -m pkg.sub.nope", "module", "pkg.sub.nope"),
      ("pytest tests/test_a.py::test_gone", "test", "test_gone"),
      ("cargo test -p engine", "package", "engine"), ("cargo run --bin tool", "target", "tool"),
      ("make check lint", "target", "lint"),
    ])
  func commands(text: String, what: String, name: String) {
    let tree = Tree(files: [
      "pkg/__init__.py": "", "pkg/export.py": "", "pkg/sub/__init__.py": "", "src/a.c": "",
      "tests/test_a.py": "def test_here(): pass\n", "Cargo.toml": "name = \"core\"\n",
      "Makefile": "check:\n\ttrue\n",
    ])
    let found = tree.references("# P\n\n- [ ] Modify `src/a.c`, then run `\(text)`\n", .command)
      .first
    guard case .notDefined(let missing, let kind, _) = found?.fact else {
      Issue.record("\(text): nothing is missing")
      return
    }
    #expect(missing == name && kind == what)
  }

  @Test(
    "those that are there, or that the plan brings, or of which nobody can tell, are not missing",
    arguments: [
      "python -m pkg.export", "python -m pkg", "python -m unittest.mock", "python -m pkg.fresh",
      "pytest tests/test_a.py::test_here", "pytest tests/test_a.py::test_new",
      "pytest tests/test_b.py::test_x", "cargo test -p core", "cargo test", "make check",
      "cd sub && make lint",
    ])
  func present(text: String) {
    let tree = Tree(files: [
      "pkg/__init__.py": "", "pkg/export.py": "", "src/a.c": "",
      "tests/test_a.py": "def test_here(): pass\n", "Cargo.toml": "name = \"core\"\n",
      "Makefile": "check:\n\ttrue\n",
    ])
    let plan =
      "# P\n\n- [ ] Modify `src/a.c`\n- [ ] Create `pkg/fresh.py`\n- [ ] Add `test_new`\n- [ ] Run `\(text)`\n"
    let found = tree.references(plan, .command).first
    #expect(found?.state != .missing)
  }

  @Test(
    "a path of which the plan says that it is there is missing, though nothing is done with it",
    arguments: [
      "## Current state\n\n`src/raeder.py` holds the class.", "The existing `src/old.py` stays.",
      "`src/old.py` already sorts.", "See `src/old.py:12`.",
      "- [ ] Test in `tests/test_x.py`, beside the existing ones",
      "- [ ] In `src/raeder.py` sort the rows",
    ])
  func said(text: String) {
    let found = Self.tree.references("# P\n\n- [ ] Modify `src/writer.py`\n\n" + text + "\n")
    #expect(found.last?.state == .missing)
    #expect(found.last?.fact == .saidToExist || found.last?.action == .read)
  }

  @Test(
    "one that may come is not said to be there",
    arguments: [
      "- [ ] In `src/fresh.py` sort the rows", "`tests/test_x.py` will hold them.",
      "`src/writer2.py` sorts.", "If `src/old.py` exists, stop.",
      "`src/new_reader.py` is created by the generator.",
    ])
  func unsaid(text: String) {
    let found = Self.tree.references("# P\n\n- [ ] Modify `src/writer.py`\n\n" + text + "\n")
    #expect(found.last?.fact != .saidToExist)
  }
}
