import CheckModel
import TextUnits

/// How much a word of a finding says in this plan: the fewer blocks have it, the more.
struct BlockFrequency {
  private let weights: [String: Double]

  /// Counts the blocks that hold each stem of the findings; other words are not counted.
  init(_ plan: Plan, of findings: [FindingWords], forms: WordForms) {
    var numbers: [String: Int] = [:]
    for stem in findings.flatMap(\.stems) where numbers[stem] == nil {
      numbers[stem] = numbers.count
    }
    var seen = [Int](repeating: -1, count: numbers.count)
    var found = [Int](repeating: 0, count: numbers.count)
    // -1 for a word that no finding has
    var known: [String: Int] = [:]
    var total = 0
    for (index, block) in plan.blocks.enumerated() where !block.kind.isContainer {
      total += 1
      guard !numbers.isEmpty else { continue }
      for word in WordForms.foldedWords(of: plan.text(of: block.content)) {
        let number: Int
        if let old = known[word] {
          number = old
        } else {
          number = numbers[forms.stem(word)] ?? -1
          known[word] = number
        }
        guard number >= 0, seen[number] != index else { continue }
        seen[number] = index
        found[number] += 1
      }
    }
    weights = numbers.mapValues { number in
      NaturalLogarithm.of(Double(total + 1) / Double(found[number] + 1)) + 1
    }
  }

  /// ln((N + 1) / (n + 1)) + 1 for a stem that n of N blocks hold; 1 for a word of no finding.
  func weight(_ stem: String) -> Double { weights[stem] ?? 1 }
}

extension Block.Kind {
  /// Holds other blocks, whose text is its own.
  fileprivate var isContainer: Bool {
    switch self {
    case .quote, .list, .item, .table: true
    default: false
    }
  }
}
