import Testing

@testable import Merging

@Suite("One-to-one assignment")
struct AssignmentTests {
  /// The largest sum over all ways to pair, by trying them all.
  private func best(_ scores: [[Double]], floor: Double, row: Int = 0, used: Set<Int> = []) -> Int {
    guard row < scores.count else { return 0 }
    var most = best(scores, floor: floor, row: row + 1, used: used)
    for (column, score) in scores[row].enumerated() where !used.contains(column) && score >= floor {
      let rest = best(scores, floor: floor, row: row + 1, used: used.union([column]))
      most = max(most, Int((score * 1_000_000).rounded()) + rest)
    }
    return most
  }

  @Test("reaches the sum that trying everything reaches")
  func matchesBruteForce() {
    var random = SeededGenerator(seed: 1)
    var pairsFound = 0
    for _ in 0..<400 {
      let rows = Int.random(in: 1...5, using: &random)
      let width = Int.random(in: 1...5, using: &random)
      // few distinct values, so that ties are common
      let scores = (0..<rows).map { _ in
        (0..<width).map { _ in Double(Int.random(in: 0...8, using: &random)) / 8 }
      }
      let pairs = Assignment.pairs(scores, floor: 0.35)
      let sum = pairs.reduce(0) { $0 + Int(($1.2 * 1_000_000).rounded()) }
      #expect(sum == best(scores, floor: 0.35))
      #expect(Set(pairs.map(\.0)).count == pairs.count)
      #expect(Set(pairs.map(\.1)).count == pairs.count)
      #expect(pairs.allSatisfy { $0.2 >= 0.35 })
      pairsFound += pairs.count
    }
    #expect(pairsFound > 400)
  }

  @Test("gives up a good pair for two that are better together")
  func looksAhead() {
    let pairs = Assignment.pairs([[0.9, 0.8], [0.8, 0.0]], floor: 0.35)
    #expect(pairs.map(\.0) == [0, 1])
    #expect(pairs.map(\.1) == [1, 0])
  }

  @Test("a score below the floor pulls nothing")
  func ignoresNoise() {
    let pairs = Assignment.pairs([[0.6, 0.34], [0.34, 0.0]], floor: 0.35)
    #expect(pairs.count == 1)
    #expect(pairs.first?.2 == 0.6)
  }

  @Test("survives empty lists and a list of two hundred")
  func survives() {
    #expect(Assignment.pairs([], floor: 0).isEmpty)
    #expect(Assignment.pairs([[], []], floor: 0).isEmpty)
    let scores = (0..<200).map { row in
      (0..<200).map { $0 == (row * 7) % 200 ? 0.9 : 0.5 }
    }
    let pairs = Assignment.pairs(scores, floor: 0.35)
    #expect(pairs.count == 200)
    #expect(pairs.allSatisfy { $0.1 == ($0.0 * 7) % 200 })
  }
}
