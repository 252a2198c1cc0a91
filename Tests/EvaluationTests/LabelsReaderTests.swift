import Evaluation
import Testing

@Suite("Reading labels.json")
struct LabelsReaderTests {
  private static let gap = #"""
    {"id": "g1", "kind": "vague", "severity": "major", "criterion": "clarity", "file": "plan.md",
     "lines": [3, 3], "quote": "fast enough", "missing": "Nobody knows how fast.", "rule": null}
    """#

  private static func labels(
    verdict: String = "not-ready", gaps: String = gap, more: String = ""
  ) -> String {
    #"""
    {"verdict": "\#(verdict)", "style": "prose", "size": "small", "language": "en",
     "tier": "normal", "repository": false, "topics": ["api"], "gaps": [\#(gaps)]\#(more)}
    """#
  }

  private static func read(_ text: String) throws(CorpusError) -> PlanLabels {
    try LabelsReader(criteria: ["clarity"]).read(Array(text.utf8), path: "labels.json")
  }

  @Test("what the schema describes is read")
  func good() throws {
    let labels = try Self.read(Self.labels())
    #expect(labels.verdict == .notReady)
    #expect(labels.gaps.map(\.place.lines) == [3...3])
    #expect(labels.gaps.map(\.place.words) == [.quote("fast enough")])
    #expect(labels.gaps.map(\.rule) == [nil])
  }

  @Test("an error says the file, the line and the column")
  func place() {
    let error = #expect(throws: CorpusError.self) {
      try Self.read(Self.labels(more: #", "author": "x""#))
    }
    #expect(error?.message.hasPrefix("labels.json:3:") == true)
    #expect(error?.message.hasSuffix(": there is no key 'author'") == true)
  }

  @Test(
    "what the schema forbids is refused",
    arguments: [
      ("\"clarity\"", "\"beauty\""), ("[3, 3]", "[3, 2]"), ("[3, 3]", "[0, 3]"), ("[3, 3]", "[3]"),
      ("\"major\"", "\"huge\""), ("\"plan.md\"", "\"other.md\""), ("\"g1\"", "\"g2\""),
      ("\"vague\"", "\"odd\""), ("null", "\"Rule\""), ("\"quote\"", "\"quotes\""),
      ("\"fast enough\"", "\"fa\""), ("\"rule\": null", "\"rule\": null, \"heading\": \"## A\""),
      ("\"rule\": null", "\"rule\": null, \"also\": []"), (", \"rule\": null", ""),
      ("\"Nobody knows how fast.\"", "\"short\""),
    ])
  func bad(part: String, instead: String) {
    let gap = Self.gap.split(separator: part, maxSplits: 1, omittingEmptySubsequences: false)
    #expect(gap.count == 2)
    #expect(throws: CorpusError.self) {
      try Self.read(Self.labels(gaps: gap.joined(separator: instead)))
    }
  }

  @Test("a ready plan has no gaps, and every other one has")
  func verdict() {
    #expect(throws: CorpusError.self) { try Self.read(Self.labels(verdict: "ready")) }
    #expect(throws: CorpusError.self) { try Self.read(Self.labels(gaps: "")) }
    #expect(throws: Never.self) { try Self.read(Self.labels(verdict: "ready", gaps: "")) }
  }
}
