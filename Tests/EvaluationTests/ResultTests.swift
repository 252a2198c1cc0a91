import StrictJSON
import Testing

@testable import Evaluation

@Suite("Results as text")
struct ResultTests {
  private static let table = ResultTable(
    name: "rules", title: "Rules", note: "One row for each.", columns: ["id", "a|b"],
    rows: [["no-goal", "1"], ["say \"x\", y", ""]])

  @Test("CSV quotes what holds a comma or a quotation mark")
  func csv() {
    #expect(Self.table.csv == "id,a|b\nno-goal,1\n\"say \"\"x\"\", y\",\n")
  }

  @Test("Markdown escapes the bar")
  func markdown() {
    #expect(
      Self.table.markdown == """
        ## Rules

        One row for each.

        | id | a\\|b |
        | --- | --- |
        | no-goal | 1 |
        | say "x", y |  |

        """)
  }

  @Test("plain text has columns of equal width and nothing behind the last")
  func plain() {
    #expect(Self.table.plain == "Rules\nid          a|b\nno-goal     1\nsay \"x\", y\n")
  }

  @Test("JSON leads from the table's name to its rows")
  func json() {
    #expect(
      ResultText.json([Self.table]).text(indented: false)
        == #"{"schema":"speccheck.eval/1","rules":[{"id":"no-goal","a|b":"1"},"#
        + #"{"id":"say \"x\", y","a|b":""}]}"#)
  }
}

@Suite("Targets of a corpus")
struct TargetsTests {
  @Test(
    "an unknown target and a value that is no number are refused",
    arguments: [
      #"{"precisoin": 1}"#, #"{"precision": "high"}"#, "[]", "{",
    ])
  func bad(text: String) {
    #expect(throws: CorpusError.self) { try Targets(Array(text.utf8), path: "targets.json") }
  }

  @Test("what is missed is said, and a figure of nothing misses none")
  func missed() throws {
    let targets = try Targets(
      Array(#"{"precision": 0.9, "falseAlarms": 0, "notReadyGo": -1}"#.utf8), path: "targets.json")
    #expect(
      targets.missed(by: Measurement([])) == [
        "the number of plans that are not ready and get a GO is 0.00, more than -1.00"
      ])
  }
}
