import Testing
import TextUnits

@Suite("Terminal width")
struct TerminalWidthTests {
  @Test(
    "cells of a text",
    arguments: [
      ("", 0), ("plan.md", 7), ("é", 1), ("e\u{301}", 1), ("計画", 4), ("ｱ", 1), ("Ａ", 2),
      ("\u{1112}\u{1161}\u{11AB}", 2), ("한", 2), ("🚀", 2), ("👩‍💻", 2), ("👩🏽‍💻", 2), ("👨‍👩‍👧‍👦", 2),
      ("🇩🇪", 2), ("❤️", 2), ("❤", 1), ("1️⃣", 2), ("a\u{200B}b", 2), ("क्षि", 2), ("…", 1), ("\t", 0),
      ("\u{1B}", 0), ("naïve 計 🚀.", 12),
    ])
  func cells(_ text: String, _ expected: Int) {
    #expect(TerminalWidth.of(text) == expected)
  }

  @Test(
    "a cut text never exceeds its width and says that it was cut",
    arguments: [
      ("abcdef", 6, "abcdef"), ("abcdef", 5, "abcd…"), ("計画書", 6, "計画書"), ("計画書", 5, "計画…"),
      ("計画書", 4, "計…"), ("a👩‍💻b👩‍💻", 4, "a👩‍💻…"), ("abc", 1, "…"), ("abc", 0, ""), ("", 0, ""),
    ])
  func cutting(_ text: String, _ width: Int, _ expected: String) {
    let cut = TerminalWidth.truncated(text, to: width)
    #expect(cut == expected)
    #expect(TerminalWidth.of(cut) <= width)
  }

  @Test("a text may be cut at its start, as paths are")
  func cuttingAtStart() {
    #expect(TerminalWidth.truncatedAtStart("docs/plans/limit.md", to: 12) == "…ns/limit.md")
    #expect(TerminalWidth.truncatedAtStart("計画書", to: 5) == "…画書")
    #expect(TerminalWidth.truncatedAtStart("計画書", to: 4) == "…書")
    #expect(TerminalWidth.truncatedAtStart("abc", to: 0) == "")
  }

  @Test("padding fills up by cells and leaves a longer text alone")
  func padding() {
    #expect(TerminalWidth.padded("計", to: 4) == "計  ")
    #expect(TerminalWidth.padded("71", to: 4, atStart: true) == "  71")
    #expect(TerminalWidth.padded("計画書", to: 4) == "計画書")
  }
}

@Suite("Terminal wrapping")
struct TerminalWrappingTests {
  @Test(
    "where lines break",
    arguments: [
      ("", 5, [""]), ("one two", 7, ["one two"]), ("one two", 6, ["one", "two"]),
      ("one  two", 5, ["one", "two"]), ("abcdefgh ij", 3, ["abc", "def", "gh", "ij"]),
      ("計画を確認する。", 6, ["計画を", "確認す", "る。"]), ("計画書。", 6, ["計画", "書。"]),
      ("見て「計画」", 6, ["見て", "「計", "画」"]),
      ("end   ", 5, ["end"]), ("a 🚀🚀🚀", 4, ["a 🚀", "🚀🚀"]), ("計", 1, ["計"]),
    ])
  func breaks(_ text: String, _ width: Int, _ expected: [String]) {
    #expect(TerminalWidth.wrapped(text, to: width).map(String.init) == expected)
  }

  @Test("the first line may be shorter, for a label before it")
  func firstLine() {
    #expect(
      TerminalWidth.wrapped("aa bb cc dd", to: 8, first: 5).map(String.init) == ["aa bb", "cc dd"])
  }

  @Test(
    "no line is wider than asked and nothing but spaces is lost", arguments: 2...30)
  func wholeText(width: Int) {
    let text = "The 計画 names   a very-long-identifier_without_spaces, 👩‍💻 and `src/app.swift`。 Done."
    let lines = TerminalWidth.wrapped(text, to: width)
    #expect(lines.allSatisfy { TerminalWidth.of($0) <= width })
    #expect(
      lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
  }
}
