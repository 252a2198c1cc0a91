import CheckModel
import Testing

@Suite("Folding white space")
struct WhiteSpaceTests {
  @Test(
    "runs become one space, ends are cut",
    arguments: [
      ("", ""), (" \t\r\n", ""), ("word", "word"), ("two words", "two words"),
      ("  a \t b\r\n\u{0B}c ", "a b c"), ("日\u{3000}本 \u{A0} x", "日 本 x"),
      ("é\n\u{2003}é ", "é é"),
    ])
  func folds(text: String, folded: String) {
    #expect(text.whiteSpaceFolded == folded)
    #expect(folded.whiteSpaceFolded == folded)
  }

  @Test("control characters other than white space stay")
  func controls() {
    #expect("a\u{0}\u{1B} b".whiteSpaceFolded == "a\u{0}\u{1B} b")
  }
}
