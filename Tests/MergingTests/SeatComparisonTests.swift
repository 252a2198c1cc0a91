import CheckModel
import Merging
import Testing

@Suite("Two seats compared once, for any values")
struct SeatComparisonTests {
  private let memory = finding(
    "How large the index in memory may grow is not said.", quote: "Keep it in memory.")
  private let memoryReworded = finding(
    "The index in memory has no limit: how large it may grow is not said.",
    quote: "Keep it in memory.")
  private let order = finding(
    "By which date the matches count as new is open.", quote: "newest first", criterion: "clarity")
  private let tests = finding(
    "The tests have no expected result.", quote: "Add tests for the search.",
    criterion: "verification")

  private func pair(_ a: Int, _ b: Int) -> SeatComparison.Pair { .init(a, b) }

  @Test("the shipped values find what merging finds, by the places in both lists")
  func shipped() {
    let a = [tests, memory]
    let b = [order, memoryReworded]
    let outcome = SeatComparison(plan: search, a: a, b: b).outcome(.shipped)
    #expect(outcome.assigned == [pair(1, 1)])
    #expect(outcome.merged == [pair(1, 1)])
    #expect(outcome.matched == Merger.merge(plan: search, a: a, b: b, checks: []).matched)
  }

  @Test("a finding that repeats a pair is merged with both of it, and assigned to none")
  func repeated() {
    var again = memory
    again.criterion = "clarity"
    let comparison = SeatComparison(plan: search, a: [memory, again], b: [memoryReworded])
    let outcome = comparison.outcome(.shipped)
    #expect(outcome.assigned.count == 1)
    #expect(outcome.merged == [pair(0, 0), pair(1, 0)])
    #expect(outcome.matched == 1)
  }

  @Test("a higher threshold turns a match into a possible one, and then into none")
  func thresholds() {
    let comparison = SeatComparison(plan: search, a: [memory], b: [memoryReworded])
    let signals = comparison.signals(pair(0, 0))
    let score = signals.map(MatchingValues.shipped.score) ?? 0
    var values = MatchingValues.shipped
    values.match = score + 0.01
    #expect(comparison.outcome(values).merged.isEmpty)
    #expect(comparison.outcome(values).possible == [pair(0, 0)])
    values.possible = score + 0.01
    #expect(comparison.outcome(values).possible.isEmpty)
  }

  @Test("the weights decide what speaks for a pair")
  func weights() {
    let comparison = SeatComparison(plan: search, a: [tests], b: [tests])
    #expect(comparison.signals(pair(0, 0)).map(\.place) == 1)
    let apart = SeatComparison(plan: search, a: [tests], b: [order]).signals(pair(0, 0))
    var values = MatchingValues()
    (values.place, values.words, values.names, values.criterion) = (1, 0, 0, 0)
    #expect(apart.map(values.score) == apart.map(\.place))
  }

  @Test("what does not count is compared with nothing, and information is no match that counts")
  func uncounted() {
    var nowhere = memory
    nowhere.evidence = .notFound
    let comparison = SeatComparison(plan: search, a: [nowhere], b: [memoryReworded])
    #expect(comparison.signals(pair(0, 0)) == nil)
    let outcome = comparison.outcome(.shipped)
    #expect(outcome.merged.isEmpty && outcome.possible.isEmpty && outcome.matched == 0)
    var (first, second) = (memory, memoryReworded)
    (first.severity, second.severity) = (.info, .info)
    let informed = SeatComparison(plan: search, a: [first], b: [second]).outcome(.shipped)
    #expect(informed.merged == [pair(0, 0)] && informed.matched == 0)
  }

  @Test("exchanging the seats exchanges the pairs and nothing else")
  func exchanged() {
    let (a, b) = ([tests, memory, order], [order, memoryReworded])
    let one = SeatComparison(plan: search, a: a, b: b).outcome(.shipped)
    let other = SeatComparison(plan: search, a: b, b: a).outcome(.shipped)
    #expect(Set(one.merged.map { pair($0.b, $0.a) }) == other.merged)
    #expect(one.matched == 2 && other.matched == 2)
  }
}
