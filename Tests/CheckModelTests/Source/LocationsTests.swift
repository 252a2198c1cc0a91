import CheckModel
import Testing

@Suite("Many places at once")
struct LocationsTests {
  static let text = "\u{FEFF}# Plan 計画\r\n\nA 👩‍💻 line\rwith cafe\u{301}\n\n\tlast"

  private func plan(_ texts: [String]) -> Plan {
    Plan(
      path: "p", title: "", sha256: "", isFolder: true,
      files: texts.enumerated().map {
        PlanFile(path: "\($0).md", source: SourceText($1), sha256: "")
      })
  }

  @Test("are the same as each alone, in the order asked")
  func same() {
    let plan = plan([Self.text, "one\ntwo", ""])
    var spans: [Span] = []
    for (file, text) in [Self.text, "one\ntwo", ""].enumerated() {
      var offsets = [0]
      for scalar in text.unicodeScalars {
        offsets.append(offsets[offsets.count - 1] + scalar.utf8.count)
      }
      for start in offsets {
        for end in offsets where end >= start { spans.append(Span(file: file, range: start..<end)) }
      }
    }
    spans.reverse()
    #expect(plan.locations(of: spans) == spans.map { plan.location(of: $0) })
    #expect(plan.locations(of: []) == [])
  }

  @Test("a line with very many places is walked through once")
  func longLine() {
    let plan = plan([String(repeating: "TBD ", count: 20_000)])
    let spans = (0..<20_000).map { Span(file: 0, range: 4 * $0..<4 * $0 + 3) }
    #expect(plan.locations(of: spans).last?.startColumn == 79_997)
  }
}
