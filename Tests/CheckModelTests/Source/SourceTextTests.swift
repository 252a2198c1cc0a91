import CheckModel
import Testing

@Suite("Lines and columns of a file's bytes")
struct SourceTextTests {
  @Test(
    "lines end at LF, CR LF and a lone CR",
    arguments: [
      ("", [""]), ("a", ["a"]), ("a\n", ["a"]), ("a\n\n", ["a", ""]), ("a\r\nb", ["a", "b"]),
      ("a\rb\r\rc", ["a", "b", "", "c"]), ("\n\r\n", ["", ""]),
    ])
  func lines(text: String, expected: [String]) {
    let source = SourceText(text)
    #expect((1...source.lineCount).map { source.lineText($0) } == expected)
  }

  @Test("every byte belongs to the line it stands on")
  func lineOfByte() {
    let source = SourceText("ab\r\nc\n\nd")
    #expect((0...7).map { source.line(at: $0) } == [1, 1, 1, 1, 2, 2, 3, 4])
    #expect(source.line(at: 1_000) == 4)
  }

  @Test(
    "columns count scalars for reports and UTF-16 units for editors",
    arguments: [
      ("abc", 2, 3, 3), ("äbc", 2, 2, 2), ("日本語", 6, 3, 3), ("🚀x", 4, 2, 3),
      ("e\u{301}x", 3, 3, 3),
    ])
  func columns(text: String, offset: Int, scalars: Int, utf16: Int) {
    let source = SourceText(text)
    #expect(source.position(of: offset) == Position(line: 1, column: scalars))
    #expect(source.position(of: offset, in: .utf16) == Position(line: 1, column: utf16))
  }

  @Test("a byte-order mark is not counted, invalid bytes count one each")
  func unusualBytes() {
    let marked = SourceText([0xEF, 0xBB, 0xBF] + Array("ab\ncd".utf8))
    #expect(marked.position(of: 3) == Position(line: 1, column: 1))
    #expect(marked.position(of: 4) == Position(line: 1, column: 2))
    #expect(marked.position(of: 6) == Position(line: 2, column: 1))
    let broken = SourceText([0xFF, 0x61, 0x62])
    #expect(broken.position(of: 2) == Position(line: 1, column: 3))
  }

  @Test("places beyond the end stay inside the file")
  func beyondTheEnd() {
    let source = SourceText("ab")
    #expect(source.lineRange(0) == 2..<2)
    #expect(source.lineRange(9) == 2..<2)
    #expect(source.position(of: 99) == Position(line: 1, column: 3))
    #expect(source.string(1..<99) == "b")
  }

  @Test("a span's location has an exclusive end and names the file")
  func locations() {
    let file = PlanFile(path: "d/a.md", source: SourceText("x\nähm yes\n"), sha256: "")
    let plan = Plan(path: "d", title: "", sha256: "", isFolder: true, files: [file])
    let span = Span(file: 0, range: 7..<10)
    #expect(plan.text(of: span) == "yes")
    #expect(
      plan.location(of: span)
        == Location(file: "d/a.md", startLine: 2, endLine: 2, startColumn: 5, endColumn: 8))
    #expect(plan.lines(of: Span(file: 0, range: 0..<3)) == 1...2)
    #expect(Span(file: 0, range: 0..<9).contains(span) == false)
    #expect(Span(file: 0, range: 0..<10).contains(span))
  }
}
