import Foundation
import Reporting
import Testing

@Suite("Escaping")
struct EscapingTests {
  /// What an attack looks like in each format; a format that is added needs a column here.
  struct Attack: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let raw: String
    let text: String
    let json: String
    let markdown: String

    func expected(_ format: Escaping) -> String {
      switch format {
      case .text: text
      case .json: json
      case .markdown: markdown
      }
    }

    init(_ name: String, _ raw: String, text: String, json: String, markdown: String) {
      testDescription = name
      self.raw = raw
      self.text = text
      self.json = json
      self.markdown = markdown
    }
  }

  static let attacks = [
    Attack(
      "clear the screen", "\u{1B}[2Jx", text: "\\u{1B}[2Jx", json: "\\u001b[2Jx",
      markdown: "\\\\u{1B}\\[2Jx"),
    Attack(
      "C1 control sequence introducer", "\u{9B}31m", text: "\\u{9B}31m", json: "\\u009b31m",
      markdown: "\\\\u{9B}31m"),
    Attack(
      "set the window title", "\u{1B}]0;x\u{7}", text: "\\u{1B}]0;x\\u{7}",
      json: "\\u001b]0;x\\u0007", markdown: "\\\\u{1B}\\]0;x\\\\u{7}"),
    Attack(
      "backspace and delete", "a\u{8}\u{7F}b", text: "a\\u{8}\\u{7F}b", json: "a\\u0008\\u007fb",
      markdown: "a\\\\u{8}\\\\u{7F}b"),
    Attack("nul", "a\0b", text: "a\\u{0}b", json: "a\\u0000b", markdown: "a\\\\u{0}b"),
    Attack(
      "right-to-left override", "\u{202E}fdp.exe", text: "\\u{202E}fdp.exe",
      json: "\\u202efdp.exe", markdown: "\\\\u{202E}fdp.exe"),
    Attack(
      "isolate", "\u{2067}x\u{2069}", text: "\\u{2067}x\\u{2069}", json: "\\u2067x\\u2069",
      markdown: "\\\\u{2067}x\\\\u{2069}"),
    Attack(
      "zero width", "a\u{200B}b\u{2060}c\u{FEFF}", text: "a\\u{200B}b\\u{2060}c\\u{FEFF}",
      json: "a\\u200bb\\u2060c\\ufeff", markdown: "a\\\\u{200B}b\\\\u{2060}c\\\\u{FEFF}"),
    Attack(
      "tag characters", "ok\u{E0068}\u{E0069}", text: "ok\\u{E0068}\\u{E0069}",
      json: "ok\\udb40\\udc68\\udb40\\udc69", markdown: "ok\\\\u{E0068}\\\\u{E0069}"),
    Attack(
      "soft hyphen and filler", "a\u{AD}\u{3164}b", text: "a\\u{AD}\\u{3164}b",
      json: "a\\u00ad\\u3164b", markdown: "a\\\\u{AD}\\\\u{3164}b"),
    Attack(
      "variation selectors as hidden bytes", "a\u{E0101}\u{FE01}", text: "a\\u{E0101}\\u{FE01}",
      json: "a\\udb40\\udd01\\ufe01", markdown: "a\\\\u{E0101}\\\\u{FE01}"),
    Attack(
      "joiner between letters", "a\u{200D}b", text: "a\\u{200D}b", json: "a\\u200db",
      markdown: "a\\\\u{200D}b"),
    Attack(
      "a second line", "a\nb\r\nc\rd\te", text: "a b c d e", json: "a\\nb\\r\\nc\\rd\\te",
      markdown: "a b c d e"),
    Attack(
      "line separators", "a\u{2028}b\u{2029}c\u{85}d", text: "a b c d",
      json: "a\\u2028b\\u2029c\\u0085d", markdown: "a b c d"),
    Attack(
      "end of a string", "\"},\\", text: "\"},\\", json: "\\\"},\\\\", markdown: "\"},\\\\"),
    Attack(
      "markup", "<b>*x* `y` [z](u)", text: "<b>*x* `y` [z](u)", json: "<b>*x* `y` [z](u)",
      markdown: "&lt;b&gt;\\*x\\* \\`y\\` \\[z\\](u)"),
    Attack(
      "mention, issue and link", "see @team #12 https://x.y www.z",
      text: "see @team #12 https://x.y www.z", json: "see @team #12 https://x.y www.z",
      markdown: "see @<!-- -->team #<!-- -->12 https:<!-- -->//x.y www.<!-- -->z"),
    Attack("heading", "# x", text: "# x", json: "# x", markdown: "\\#<!-- --> x"),
    Attack("list", "12. x", text: "12. x", json: "12. x", markdown: "12\\. x"),
    Attack("rule", "--- x", text: "--- x", json: "--- x", markdown: "\\--- x"),
    Attack(
      "table and entity", "a|b &amp;", text: "a|b &amp;", json: "a|b &amp;",
      markdown: "a\\|b &amp;amp;"),
    Attack(
      "ordinary words in many scripts", "naïve 計画 Привет שלום हिन्दी",
      text: "naïve 計画 Привет שלום हिन्दी", json: "naïve 計画 Привет שלום हिन्दी",
      markdown: "naïve 計画 Привет שלום हिन्दी"),
  ]

  @Test("every attack in every format", arguments: attacks, Escaping.allCases)
  func table(_ attack: Attack, _ format: Escaping) {
    #expect(format.prose(attack.raw) == attack.expected(format))
  }

  @Test("a name keeps its line breaks, visibly")
  func names() {
    #expect(Escaping.text.verbatim("a\nb\tc") == "a\\u{A}b\\u{9}c")
    #expect(Escaping.markdown.verbatim("a\nb") == "a\\\\u{A}b")
    #expect(Escaping.json.verbatim("a\nb") == "a\\nb")
  }

  @Test(
    "a picture made from several characters stays one picture",
    arguments: ["👩‍💻", "👩🏽‍💻", "❤️", "🇯🇵", "1️⃣", "🏳️‍🌈"])
  func emoji(_ picture: String) {
    #expect(Escaping.text.prose("a \(picture) b") == "a \(picture) b")
  }

  @Test("a tower of marks is cut, a letter with a few is not")
  func marks() {
    #expect(Escaping.text.prose("e\u{301}\u{323}") == "e\u{301}\u{323}")
    let tower = Escaping.text.prose("e" + String(repeating: "\u{301}", count: 10))
    #expect(tower == "e" + String(repeating: "\u{301}", count: 8) + "\\u{301}\\u{301}")
  }

  @Test("a JSON string decodes to exactly what went in", arguments: attacks)
  func roundTrip(_ attack: Attack) throws {
    let document = "[\"\(Escaping.json.prose(attack.raw))\"]"
    let decoded = try JSONDecoder().decode([String].self, from: Data(document.utf8))
    #expect(decoded == [attack.raw])
  }
}
