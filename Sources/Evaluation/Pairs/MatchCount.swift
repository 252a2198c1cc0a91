import CheckModel
import Merging

extension PairStudy.Case {
  /// The pairs labelled the same of which at least one finding is minor or above: those that merging counts.
  private var countedPairs: Set<PairLabels.Pair> {
    labels.pairs(.same).filter { max(a[$0.a].severity, b[$0.b].severity) >= .minor }
  }

  /// How many gaps both seats have: the most pairs labelled the same that can be formed one to one, for a gap
  /// that one of them split is one gap.
  package var labelledMatches: Int { Self.most(of: countedPairs) }

  /// The most pairs that can be formed one to one (augmenting paths).
  static func most(of pairs: Set<PairLabels.Pair>) -> Int {
    let partners = Dictionary(grouping: pairs, by: \.a).mapValues { $0.map(\.b).sorted() }
    var holder: [Int: Int] = [:]
    func place(_ a: Int, _ tried: inout Set<Int>) -> Bool {
      for b in partners[a] ?? [] where tried.insert(b).inserted {
        if let other = holder[b], !place(other, &tried) { continue }
        holder[b] = a
        return true
      }
      return false
    }
    return partners.keys.sorted().count { a in
      var tried: Set<Int> = []
      return place(a, &tried)
    }
  }
}
