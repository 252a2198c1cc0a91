import CheckModel
import Merging
import Testing

@testable import Evaluation

@Suite("Labels of pairs")
struct PairLabelsReaderTests {
  private static let digest = String(repeating: "0a", count: 32)

  private static func text(
    first: String = #"{"same": [[1, 1]], "related": [[2, 1]]}"#,
    second: String = #"{"same": [[1, 1]], "related": []}"#,
    settled: String = #"[{"pair": [2, 1], "is": "different", "because": "only the line"}]"#,
    more: String = ""
  ) -> String {
    #"{"replies": {"A": "\#(digest)", "B": "\#(digest)"}, "first": \#(first), "#
      + #""second": \#(second), "settled": \#(settled)\#(more)}"#
  }

  private static func read(_ text: String) throws -> PairLabels {
    try PairLabelsReader(gaps: [.a: 2, .b: 3]).read(Array(text.utf8), path: "merging/draft.json")
  }

  @Test("what both say holds, what they differ on is settled, and the rest is different")
  func reads() throws {
    let labels = try Self.read(Self.text())
    #expect(labels.label(.init(0, 0)) == .same)
    #expect(labels.label(.init(1, 0)) == .different)
    #expect(labels.label(.init(1, 2)) == .different)
    #expect(labels.named == [.init(0, 0), .init(1, 0)])
    #expect(labels.pairs(.same) == [.init(0, 0)])
    #expect(labels.pairs(.related) == [])
    #expect(labels.digests == [.a: Self.digest, .b: Self.digest])
  }

  @Test(
    "labels that cannot be are refused with their place",
    arguments: [
      ("[", "merging/draft.json:"),
      (text(more: #", "third": {}"#), "no key 'third'"),
      (text(first: #"{"same": [[1, 1]]}"#), "'related' is missing"),
      (text(first: #"{"same": [[1, 1], [1, 1]], "related": [[2, 1]]}"#), "labelled twice"),
      (text(first: #"{"same": [[1, 1]], "related": [[1, 1], [2, 1]]}"#), "labelled twice"),
      (text(first: #"{"same": [[0, 1]], "related": [[2, 1]]}"#), "counted from 1"),
      (text(first: #"{"same": [[3, 1]], "related": [[2, 1]]}"#), "counted from 1"),
      (text(first: #"{"same": [[1, 4]], "related": [[2, 1]]}"#), "counted from 1"),
      (text(first: #"{"same": [[1, 1, 1]], "related": [[2, 1]]}"#), "counted from 1"),
      (text(settled: "[]"), "exactly the pairs"),
      (
        text(
          settled: #"[{"pair": [2, 1], "is": "same", "because": "x"}, "#
            + #"{"pair": [1, 1], "is": "same", "because": "x"}]"#), "exactly the pairs"
      ),
      (text(settled: #"[{"pair": [2, 1], "is": "alike", "because": "x"}]"#), "needs one of"),
      (text(settled: #"[{"pair": [2, 1], "is": "same", "because": " "}]"#), "'because'"),
    ])
  func refuses(text: String, message: String) {
    #expect { try Self.read(text) } throws: { error in
      (error as? CorpusError)?.message.contains(message) == true
    }
  }
}
