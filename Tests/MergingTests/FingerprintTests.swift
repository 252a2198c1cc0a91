import CheckModel
import Merging
import Testing

@Suite("Fingerprints")
struct FingerprintTests {
  private let vague = plan(
    "# Goal", "Work well.", "# Tasks", "Handle errors gracefully in `a.swift`.")

  private func fingerprints(_ findings: [Finding], in plan: Plan) -> [String] {
    Merger.merge(plan: plan, a: findings, b: [], checks: []).findings.map(\.fingerprint)
  }

  private func hit(_ quote: String, in plan: Plan, rule: String = "vague", title: String = "vague")
    -> Finding
  {
    var hit = finding(title, quote: quote, rule: rule, in: plan)
    hit.problem = "Line \(plan.files[0].source.lineCount) is vague."
    return hit
  }

  @Test("are 12 hex digits, and stay when the plan changes elsewhere")
  func stay() {
    let longer = plan(
      "# Goal", "Work well.", "And fast.", "# Tasks", "First this.",
      "Handle errors gracefully in `a.swift`.")
    let quote = "Handle errors gracefully"
    let before = fingerprints([hit(quote, in: vague)], in: vague)
    let after = fingerprints([hit(quote, in: longer)], in: longer)
    #expect(before == after)
    #expect(before[0].utf8.count == 12)
    #expect(before[0].allSatisfy { $0.isHexDigit && !$0.isUppercase })
  }

  @Test("differ by rule, section and words")
  func differ() {
    let moved = plan("# Goal", "Handle errors gracefully in `a.swift`.")
    let quote = "Handle errors gracefully"
    let all = [
      fingerprints([hit(quote, in: vague)], in: vague),
      fingerprints([hit(quote, in: vague, rule: "other")], in: vague),
      fingerprints([hit(quote, in: moved)], in: moved),
      fingerprints([hit("Work well", in: vague)], in: vague),
      fingerprints([hit("Handle errors", in: vague)], in: vague),
    ]
    #expect(Set(all.joined()).count == all.count)
  }

  @Test("are unique where the same words stand twice in a section")
  func unique() {
    let twice = plan("# Tasks", "To do: TBD", "Then: TBD")
    var first = finding("open", quote: "TBD", rule: "placeholder", in: twice)
    var second = first
    second.span = twice.span(of: "Then: TBD")
    first.problem = "The first is open."
    second.problem = "Another one, which says nothing of the kind."
    let found = fingerprints([first, second], in: twice)
    #expect(Set(found).count == 2)
    #expect(fingerprints([second, first], in: twice) == found)
  }
}
