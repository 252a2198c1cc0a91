import CheckModel
import Grounding
import PlanParsing
import Testing

@testable import RuleReviewers

/// Parses a text as the plan `plan.md`.
func plan(_ text: String) -> Plan {
  PlanParser.parse(PlanInput(path: "plan.md", bytes: Array(text.utf8)))
}

/// What one rule finds in a text that lies beside the files of the rule's examples.
func findings(_ rule: Rule, in text: String) -> [Finding] {
  let files = rule.examples.files
  guard !files.isEmpty else {
    return FindingAssembly(reading: PlanReading(plan(text))).findings(of: rule)
  }
  let tree = RepositoryFiles(paths: files.keys.sorted()) { path, _ in
    files[path].map { .bytes(Array($0.utf8)) } ?? .absent
  }
  let grounded = PlanGrounding(files: tree, planFolder: "").grounded(plan(text)).plan
  return FindingAssembly(reading: PlanReading(grounded)).findings(of: rule)
}

/// One example of one rule, so that a failing one is named.
struct RuleExample: Sendable, CustomTestStringConvertible {
  var rule: Rule
  var index: Int
  var text: String
  var testDescription: String { "\(rule.id) \(index + 1)" }

  static let bad = RuleCatalogue.standard.rules.flatMap { rule in
    rule.examples.bad.enumerated().map { RuleExample(rule: rule, index: $0, text: $1) }
  }
  static let good = RuleCatalogue.standard.rules.flatMap { rule in
    rule.examples.good.enumerated().map { RuleExample(rule: rule, index: $0, text: $1) }
  }
}

@Suite("Every rule on its own examples")
struct ExampleTests {
  @Test("a rule fires exactly at the marks of its bad examples", arguments: RuleExample.bad)
  func bad(example: RuleExample) {
    let (text, places) = Examples.unmark(example.text)
    let found = findings(example.rule, in: text).map { $0.span?.range }
    #expect(found == (places.isEmpty ? [nil] : places.map { $0 }))
  }

  @Test("a rule is silent on its good examples", arguments: RuleExample.good)
  func good(example: RuleExample) {
    let found = findings(example.rule, in: example.text)
    #expect(found.map(\.quote) == [])
  }

  @Test(
    "a rule keeps its promise when the text is moved", arguments: RuleExample.bad,
    Examples.Mutation.allCases)
  func moved(example: RuleExample, mutation: Examples.Mutation) throws {
    let text = Examples.unmark(example.text).text
    let before = findings(example.rule, in: text).map(\.severity)
    let after = findings(example.rule, in: mutation.apply(to: text)).map(\.severity)
    switch try #require(example.rule.examples.moved[mutation]) {
    case .fires: #expect(after == before)
    case .silent: #expect(after == [])
    case .lowered:
      #expect(after.count == before.count)
      #expect(after.allSatisfy { $0 <= .minor })
    case .open: break
    }
  }
}

extension Examples.Mutation {
  /// The example's text after the change.
  func apply(to text: String) -> String {
    switch self {
    case .carriageReturns: return text.replacing("\n", with: "\r\n")
    case .emojiBefore:
      let end = text.firstIndex(of: "\n") ?? text.startIndex
      return text[..<end] + "\n\n👩‍💻🎉 日本語\n" + text[end...]
    case .fenced: return "# Other\n\nText.\n\n~~~~~md\n\(text)~~~~~\n"
    case .quoted:
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      return "# Other\n\nText.\n\n" + lines.map { "> " + $0 }.joined(separator: "\n") + "\n"
    case .background:
      let end = text.firstIndex(of: "\n") ?? text.startIndex
      return text[..<end] + "\n\n## Background\n" + text[end...]
    }
  }
}
