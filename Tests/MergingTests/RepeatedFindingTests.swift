import CheckModel
import Testing

@testable import Merging

@Suite("Findings of one reviewer's several reviews")
struct RepeatedFindingTests {
  private let memory = finding(
    "How large the index in memory may grow is not said.", quote: "Keep it in memory.")
  private let memoryReworded = finding(
    "The index in memory has no limit: how large it may grow is not said.",
    quote: "Keep it in memory.", severity: .blocker)
  private let order = finding(
    "By which date the matches count as new is open.", quote: "newest first", severity: .minor,
    criterion: "clarity")
  private let tests = finding(
    "The tests have no expected result.", quote: "Add tests for the search.",
    criterion: "verification")

  private func together(_ speakers: [[Finding]], _ others: [[Finding]]) -> [RepeatedFinding] {
    RepeatedFinding.together(speakers: speakers, others: others, in: search)
  }

  @Test("what only other reviews found is information, with how many found it")
  func heard() {
    let found = together([[memory]], [[memoryReworded, tests], [tests, order]])
    #expect(found.map(\.finding.severity) == [.major, .info, .info])
    #expect(found[0].finding == memory)
    let problems = found.map(\.finding.problem)
    #expect(problems[1] == "The tests have no expected result. (Found in 2 of 3 reviews.)")
    #expect(problems[2].hasSuffix("(Found in 1 of 3 reviews.)"))
  }

  @Test("what the speaker found keeps its severity, however the others see it")
  func speakerKeeps() {
    let found = together([[memory]], [[memoryReworded]])
    #expect(found.map(\.finding) == [memory])
    #expect(found[0].originals == [memory, memoryReworded])
  }

  @Test("of several speakers every objection stands, with the worst severity given to it")
  func speakers() {
    let found = together([[memory], [memoryReworded, order]], [])
    #expect(found.map(\.finding.severity) == [.blocker, .minor])
    #expect(found.map(\.finding.problem) == [memory.problem, order.problem])
  }

  @Test("a quote that is nowhere stays set aside, once")
  func setAside() {
    let madeUp = finding(
      "It contradicts the limit.", quote: "at most ten notes", evidence: .notFound)
    let found = together([[memory, madeUp], [madeUp]], [[madeUp]])
    #expect(found.map(\.finding) == [memory, madeUp])
  }

  @Test("equal reviews, however many, are as one")
  func equal() {
    let one = [memory, order, tests]
    let all = together([one], Array(repeating: one, count: 8))
    #expect(Set(all.map(\.finding)) == Set(one))
  }

  @Test("no findings at all")
  func none() {
    #expect(together([[]], [[], []]).isEmpty)
  }
}
