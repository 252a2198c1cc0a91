import CheckModel
import ModelReviewers
import PlanParsing
import Reporting
import Rubrics
import Testing

@testable import RuleReviewers

@Suite("What a reader cannot see: rules, prompts and reports agree on it")
struct HiddenTextTests {
  /// All characters that the adversary rules know as hidden, each between two letters.
  private let hidden = (0...0x10FFFF).compactMap(Unicode.Scalar.init).filter {
    RuleReviewers.HiddenCharacters.family(of: $0) != nil
  }

  @Test("none of them reaches a report as it is")
  func reports() {
    #expect(hidden.count > 400)
    let raw = hidden.filter { scalar in
      Escaping.text.prose("a\(Character(scalar))b").unicodeScalars.contains(scalar)
    }
    // a blank cell of Braille takes its place visibly, as a space does
    #expect(raw.filter { $0.value != 0x2800 }.map { String($0.value, radix: 16) } == [])
  }

  @Test("none of them reaches a model as it is")
  func prompts() throws {
    let rubric = try #require(try BuiltinRubrics.rubric("default"))
    let text = hidden.map { "a\(Character($0))b" }.joined(separator: " ")
    let plan = PlanParser.parse(PlanInput(path: "p.md", bytes: Array(text.utf8)))
    let prompt = Prompt(plan: plan, rubric: rubric, lens: .planner, secret: [1])
    let raw = Set(prompt.user.unicodeScalars).intersection(hidden)
    #expect(raw.filter { $0.value != 0x2800 }.map { String($0.value, radix: 16) } == [])
  }
}
