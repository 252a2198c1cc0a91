import CheckModel
import TextUnits
import Testing

@testable import Merging

@Suite("The score of a pair")
struct PairScoreTests {
  private func score(_ left: Finding, _ right: Finding) -> Double {
    let forms = WordForms()
    let places = PlanPlaces(search)
    let pair = [left, right].enumerated().map { index, finding in
      Candidate(
        MergedFinding.Member(finder: index == 0 ? .a : .b, finding: finding), places: places,
        forms: forms)
    }
    let frequency = BlockFrequency(search, of: pair.map(\.words), forms: forms)
    let score = PairScore(weight: frequency.weight)
    #expect(score.of(pair[0], pair[1]) == score.of(pair[1], pair[0]))
    return score.of(pair[0], pair[1])
  }

  private let order = "Print the matches, newest first."

  @Test("the same words at the same place are nearly 1, less only what no name confirms")
  func same() {
    let one = finding("It is not said what counts as newest.", quote: order)
    #expect(abs(score(one, one) - 0.85) < 1e-9)
    let named = finding("`find-notes` has no limit of 50 lines.", quote: order)
    #expect(abs(score(named, named) - 1) < 1e-9)
  }

  @Test("the same gap in other words is a match, also at another line")
  func reworded() {
    let a = finding(
      "The order is unclear: newest by creation or by last change?", quote: order,
      fix: "Say which date decides the order.")
    let b = finding(
      "It is not said which date decides what is newest.", quote: order,
      fix: "Name the date that decides the order: creation or change.")
    #expect(score(a, b) >= MatchingValues.shipped.match)
    var elsewhere = b
    elsewhere.span = search.span(of: "# Tasks")
    #expect(score(a, elsewhere) >= MatchingValues.shipped.match)
    #expect(score(a, elsewhere) < score(a, b))
  }

  @Test("two different gaps at one place are no match")
  func different() {
    let a = finding(
      "Two dates could decide what is newest, the day a note was created and the day of its last "
        + "change, and an executor would pick one of them.",
      quote: order, fix: "Say that the day of the last change decides, newest on top.")
    let b = finding(
      "When no note holds the word, nobody knows whether the command stays silent, prints a "
        + "sentence or ends with an error.",
      quote: order, criterion: "verification",
      fix: "Without a hit the output is empty and the exit status 1.")
    #expect(score(a, b) < MatchingValues.shipped.match)
  }

  @Test("one wants more where the other wants less: never a match")
  func opposite() {
    let missing = finding("The old command needs a cache.", kind: .missing)
    let tooMuch = finding(
      "The old command needs a cache.", quote: "Replace the old command and delete its cache.",
      kind: .scope)
    #expect(score(missing, tooMuch) == 0)
    var wanted = tooMuch
    wanted.kind = .missing
    #expect(score(missing, wanted) > 0)
  }

  @Test("two rules are two gaps, one rule at one place is one")
  func rules() {
    let first = finding("The order is unclear.", quote: order, rule: "vague-order")
    let second = finding("The order is unclear.", quote: order, rule: "no-order")
    #expect(score(first, second) == 0)
    #expect(score(first, first) >= MatchingValues.shipped.match)
  }

  @Test("neighboring criteria count half, others nothing")
  func kinship() {
    func pair(_ criterion: String?) -> Double {
      score(
        finding("The order is unclear.", quote: order, criterion: "clarity"),
        finding("The order is unclear.", quote: order, criterion: criterion))
    }
    #expect(abs(pair("clarity") - pair("selfcontained") - 0.05) < 1e-9)
    #expect(abs(pair("selfcontained") - pair("intent") - 0.05) < 1e-9)
    #expect(pair("intent") == pair(nil))
  }

  @Test("a word that few blocks have weighs more")
  func weighs() {
    let forms = WordForms()
    let words = FindingWords(finding("index note"), forms: forms)
    let frequency = BlockFrequency(search, of: [words], forms: forms)
    #expect(frequency.weight("index") > frequency.weight("note"))
    #expect(frequency.weight("index") > 1)
  }

  @Test("places: lines, block, section, the next section, and none at all")
  func places() {
    func closeness(_ left: String?, _ right: String?) -> Double {
      var (a, b) = (finding("one", criterion: nil), finding("two", criterion: nil))
      a.span = left.flatMap(search.span)
      b.span = right.flatMap(search.span)
      return score(a, b) / 0.25
    }
    #expect(closeness("Print the", "matches, newest") == 1)
    #expect(closeness("Print the", "Add tests") == 0.5)
    #expect(closeness("Print the", "Replace the") == 0.2)
    #expect(closeness("# Goal", "Replace the") == 0)
    #expect(closeness("# Goal", nil) == 0.2)
    #expect(closeness(nil, nil) == 0.5)
  }
}
