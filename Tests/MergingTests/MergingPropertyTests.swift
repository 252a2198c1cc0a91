import CheckModel
import Merging
import Testing

@Suite("What must hold for every merging")
struct MergingPropertyTests {
  private struct Lists {
    var a: [Finding]
    var b: [Finding]
    var checks: [Finding]

    var merged: MergedFindings { Merger.merge(plan: search, a: a, b: b, checks: checks) }
  }

  private static let quotes = [
    "Build the index in `src/index.swift`", "Print the matches, newest first.",
    "Add tests for the search.", "Replace the old command", "# Goal",
  ]
  private static let problems = [
    "The order of matches is unclear.", "It is not said which date decides the order.",
    "The tests name no case.", "No test case is given for an empty index.",
    "The old cache cannot be brought back.", "There is no way back after the cache is deleted.",
    "Nothing says how large the index may grow.",
    "The size of `src/index.swift` in memory is open.",
  ]

  private func lists(_ random: inout SeededGenerator) -> Lists {
    func list(_ rules: Bool, _ random: inout SeededGenerator) -> [Finding] {
      (0..<Int.random(in: 0...6, using: &random)).map { _ in
        let quote =
          Int.random(in: 0...4, using: &random) == 0
          ? nil : Self.quotes.randomElement(using: &random)
        return finding(
          Self.problems.randomElement(using: &random) ?? "", quote: quote,
          severity: Severity.allCases.randomElement(using: &random) ?? .minor,
          criterion: ["coverage", "verification", "clarity", nil].randomElement(using: &random)
            ?? nil,
          rule: rules ? ["r1", "r2"].randomElement(using: &random) : nil,
          evidence: Int.random(in: 0...9, using: &random) == 0 ? .notFound : nil,
          waiver: Int.random(in: 0...9, using: &random) == 0
            ? Waiver(by: "plan", reason: "known") : nil)
      }
    }
    return Lists(a: list(false, &random), b: list(false, &random), checks: list(true, &random))
  }

  @Test("the order of the lists changes nothing")
  func orderIndependent() {
    var random = SeededGenerator(seed: 1)
    for _ in 0..<150 {
      let lists = lists(&random)
      var shuffled = lists
      shuffled.a.shuffle(using: &random)
      shuffled.b.shuffle(using: &random)
      shuffled.checks.shuffle(using: &random)
      let (first, second) = (lists.merged, shuffled.merged)
      #expect(first.findings == second.findings)
      #expect(first.matchedAtMost == second.matchedAtMost)
      #expect(first.questions == second.questions)
    }
  }

  @Test("exchanging the seats exchanges the finders and nothing else")
  func exchanging() {
    var random = SeededGenerator(seed: 2)
    for _ in 0..<150 {
      let lists = lists(&random)
      var exchanged = lists
      exchanged.a = lists.b
      exchanged.b = lists.a
      let (first, second) = (lists.merged, exchanged.merged)
      #expect((first.countA, first.countB) == (second.countB, second.countA))
      #expect(first.matched == second.matched)
      #expect(first.matchedAtMost == second.matchedAtMost)
      #expect(first.findings.map(\.finding) == second.findings.map(\.finding))
      #expect(first.findings.map(\.fingerprint) == second.findings.map(\.fingerprint))
      #expect(first.findings.map(\.related) == second.findings.map(\.related))
    }
  }

  @Test("no finding is lost or made up, severities never sink, and the counts fit the list")
  func keepsAll() {
    var random = SeededGenerator(seed: 3)
    var pairs = 0
    for _ in 0..<150 {
      let lists = lists(&random)
      let merged = lists.merged
      let original = Set(lists.a + lists.b + lists.checks)
      #expect(Set(merged.findings.flatMap { $0.everyMember.map(\.finding) }) == original)
      for finding in merged.findings {
        #expect(finding.finding.severity == finding.everyMember.map(\.finding.severity).max())
        #expect(finding.foundBy.contains(finding.lead.finder))
      }
      #expect(Set(merged.findings.map(\.fingerprint)).count == merged.findings.count)
      #expect(merged.matched <= min(merged.countA, merged.countB))
      #expect(merged.matchedAtMost >= merged.matched)
      #expect(merged.matchedAtMost <= min(merged.countA, merged.countB))
      pairs += merged.matched
    }
    #expect(pairs > 50)
  }
}
