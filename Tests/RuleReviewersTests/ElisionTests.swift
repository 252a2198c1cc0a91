import Testing

@testable import RuleReviewers

@Suite("Code that is left out")
struct ElisionTests {
  private static func found(_ language: String, _ code: String) -> Int {
    let text = "# Rooms\n\n### Task 1: Write `rooms`\n\n```\(language)\n\(code)\n```\n"
    return findings(.elidedCode, in: text).count
  }

  @Test(
    "a body or a whole fence without its code is found",
    arguments: [
      ("python", "..."), ("python", "# ..."), ("ts", "// ..."), ("ts", "…"), ("sql", "-- ..."),
      ("python", "def sort(rooms):\n    ..."), ("python", "def sort(rooms):\n    pass  # TODO"),
      ("python", "def sort(rooms):\n    # TODO: implement"),
      ("python", "def sort(rooms):\n    raise NotImplementedError"),
      ("python", "def sort(rooms):\n    # rest of the implementation"),
      ("ts", "function sort(rooms: Room[]) { /* ... */ }"),
      ("ts", "function sort(rooms: Room[]) {\n  // your code here\n}"),
      ("ts", "function sort(rooms: Room[]) {\n  // implementation omitted\n}"),
      ("js", "function sort(rooms) {\n  // add logic here\n}"),
      ("js", "function sort(rooms) {\n  throw new Error(\"Not implemented\");\n}"),
      ("go", "func Sort(r []Room) {\n\tpanic(\"not implemented\")\n}"),
      ("go", "func Sort(r []Room) {\n\t// omitted for brevity\n}"),
      ("rust", "fn sort(r: &mut [Room]) {\n    todo!()\n}"),
      ("kotlin", "fun sort(r: List<Room>): List<Room> = TODO()"),
      ("", "// TODO: sort the rooms"),
    ])
  func leftOut(language: String, code: String) {
    #expect(Self.found(language, code) == 1)
  }

  @Test(
    "dots and comments that leave nothing out are none",
    arguments: [
      ("ts", "const all = { ...first, ...second };"),
      ("ts", "import a from \"a\";\n// ... existing imports\nimport b from \"b\";"),
      ("ts", "class Rooms {\n  // ... unchanged\n  sort() { return this; }\n}"),
      ("swift", "for index in 0...9 { print(index) }"),
      ("python", "first = rows[..., 0]"),
      ("python", "class Sorter(Protocol):\n    def sort(self) -> None:\n        ..."),
      ("go", "func Join(parts ...string) string { return strings.Join(parts, \"\") }"),
      ("js", "// the rest is sorted by name\nrooms.sort(byName);"),
      ("js", "label.textContent = \"...\";"), ("sh", "make all\n..."), ("", "row 1\n...\nrow 9"),
      ("js", "// implementation of the sort: see the table above\nrooms.sort(byName);"),
    ])
  func shown(language: String, code: String) {
    #expect(Self.found(language, code) == 0)
  }

  @Test("code of a section that explains, and of finished tasks, is nobody's work")
  func elsewhere() {
    for text in [
      "# Rooms\n\n## Background\n\n```js\nfunction sort() {\n  // TODO\n}\n```\n",
      "# Rooms\n\n## Alternatives\n\n```js\n// TODO: sort\n```\n",
      "# Rooms\n\n- [x] Sort\n\n  ```js\n  function sort() {\n    // TODO\n  }\n  ```\n",
    ] {
      #expect(findings(.elidedCode, in: text).isEmpty)
    }
  }
}
