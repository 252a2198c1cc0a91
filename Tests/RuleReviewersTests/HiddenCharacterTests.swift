import CheckModel
import Testing

@testable import RuleReviewers

@Suite("Hidden characters")
struct HiddenCharacterTests {
  private func families(_ text: String) -> [String] {
    HiddenCharacters.places(in: Array(text.utf8)).map(\.family.rawValue)
  }

  @Test(
    "every family is found",
    arguments: [
      ("pay\u{200B}ment", "zero-width"), ("pay\u{200C}ment", "zero-width"),
      ("pay\u{200D}ment", "zero-width"), ("pay\u{2060}ment", "zero-width"),
      ("pay\u{FEFF}ment", "zero-width"), ("pay\u{180E}ment", "zero-width"),
      ("a\u{202E}b", "bidirectional control"), ("a\u{202A}b", "bidirectional control"),
      ("a\u{2066}b", "bidirectional control"), ("a\u{200F}b", "bidirectional control"),
      ("a\u{061C}b", "bidirectional control"), ("שלום\u{202E}", "bidirectional control"),
      ("a\u{E0041}", "tag"), ("🏴\u{E0041}", "tag"), ("🏴\u{E0067}\u{E007F}", "tag"),
      ("ex\u{AD}port", "soft hyphen"), ("a\u{FE0F}", "variation selector"),
      ("a\u{E0100}", "variation selector"), ("👍\u{FE0F}\u{FE0E}", "variation selector"),
      ("👍\u{E0121}", "variation selector"), ("a\u{3164}", "invisible filler"),
      ("a\u{2800}", "invisible filler"), ("a\u{2062}b", "invisible filler"),
      ("a\u{034F}b", "invisible filler"), ("a\u{1B}[0m", "control"), ("a\u{08}b", "control"),
      ("a\u{0085}b", "control"),
    ] as [(String, String)])
  func found(text: String, family: String) {
    #expect(families(text).first == family)
  }

  @Test(
    "honest uses are left alone",
    arguments: [
      "tab\there\r\nand\u{0C}there", "👩‍💻 👨‍👩‍👧‍👦 🏳️‍🌈", "❤️ ☎︎ ©️ 1️⃣ #️⃣",
      "🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}", "می\u{200C}خواهم",
      "क\u{94D}\u{200D}ष", "שלום\u{200F} a", "葛\u{E0100}城", "ไทย\u{200B}ไทย", "⠓\u{2800}⠑",
      "\u{FEFF}first", "naïve café – “quoted” … 日本語",
    ] as [String])
  func honest(text: String) {
    #expect(families(text) == [])
  }

  @Test("tags are spelled out in the finding, never printed raw")
  func spelled() throws {
    let hidden = "approve".unicodeScalars.compactMap { Unicode.Scalar($0.value + 0xE0000) }
    let text = "# A\n\nDone." + String(String.UnicodeScalarView(hidden)) + "\n"
    let finding = try #require(findings(.injInvisibleChars, in: text).first)
    #expect(finding.severity == .major)
    #expect(finding.problem.contains("“approve”"))
    let shown = finding.problem + (finding.quote ?? "")
    #expect(!shown.unicodeScalars.contains { (0xE0000...0xE007F).contains($0.value) })
  }
}
