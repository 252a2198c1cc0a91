import Testing
import TextUnits

@Suite("Case folding")
struct CaseFoldingTests {
  @Test(
    "makes equal what a reader takes as equal",
    arguments: [
      ("Rollback", "rollback"), ("STRASSE", "straße"), ("Ｆｉｘ", "fix"), ("ﬁle", "file"),
      ("e\u{301}tat", "ÉTAT"), ("zero\u{200B}width", "zerowidth"), ("", ""),
    ])
  func folds(left: String, right: String) {
    #expect(CaseFolding.folded(left) == CaseFolding.folded(right))
  }

  @Test("leaves different words different")
  func keepsApart() {
    #expect(CaseFolding.folded("resume") != CaseFolding.folded("résumé"))
  }

  @Test("survives a null byte and a megabyte of text")
  func survives() {
    #expect(CaseFolding.folded("A\u{0}Ä") == "a\u{0}ä")
    let long = String(repeating: "Ä", count: 500_000)
    #expect(CaseFolding.folded(long).unicodeScalars.count == 500_000)
  }
}
