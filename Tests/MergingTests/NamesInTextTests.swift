import Testing

@testable import Merging

@Suite("Names in a text")
struct NamesInTextTests {
  @Test(
    "code, paths, ids, symbols and quantities are names",
    arguments: [
      ("Call `loadIndex()` first.", ["loadindex"]),
      ("Edit src/auth/Token.swift, then README.md.", ["src/auth/token.swift", "readme.md"]),
      ("See FR-004 and T012.", ["fr-004", "t012"]),
      ("After Task 3 the max_size is set by userStore.", ["task 3", "max_size", "userstore"]),
      ("Wait 30 s, at most 5MB, 80%.", ["30s", "5mb", "80%"]),
    ])
  func finds(text: String, names: [String]) {
    #expect(NamesInText.find(in: text) == names)
  }

  @Test(
    "ordinary words, abbreviations and plain numbers are not",
    arguments: [
      "Print the matches, e.g. newest first.", "There are 12 of them.", "", "`", "``", "A. B",
    ])
  func leaves(text: String) {
    #expect(NamesInText.find(in: text).isEmpty)
  }
}
