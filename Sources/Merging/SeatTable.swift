import CheckModel

/// Two reviewers' candidates laid side by side.
struct SeatTable {
  /// Findings of one reviewer that are compared; further ones stand alone.
  static let limit = 200

  /// The rows, then the columns. The same list comes first whoever sits where, so that exchanging the seats
  /// changes nothing.
  let candidates: [Candidate]
  let rows: Int
  /// What is beyond the limit.
  let rest: [Candidate]
  /// What both say word by word, as rules of both lenses do: it is one gap and is like nothing else.
  private let twins: [Int: Int]

  var columns: Int { candidates.count - rows }

  init(a: [Candidate], b: [Candidate]) {
    let (first, second) = (Self.chosen(a), Self.chosen(b))
    let isExchanged = Self.precedes(second.map { b[$0] }, first.map { a[$0] })
    let lists = isExchanged ? [(b, second), (a, first)] : [(a, first), (b, second)]
    let all = lists.flatMap { list, chosen in chosen.map { list[$0] } }
    let rows = lists[0].1.count
    var twins: [Int: Int] = [:]
    for row in 0..<rows {
      let twin = all[rows...].firstIndex { $0.lead.finding == all[row].lead.finding }
      guard let twin else { continue }
      twins[row] = twin
      twins[twin] = row
    }
    candidates = all
    self.rows = rows
    rest = lists.flatMap { list, chosen in
      list.indices.filter { !chosen.contains($0) }.map { list[$0] }
    }
    self.twins = twins
  }

  /// Which of the candidates are the same gap.
  ///
  /// - Parameter score: of two candidates, by their places, whoever said them.
  func pairing(_ values: MatchingValues, score: (Int, Int) -> Double) -> SeatPairing {
    SeatPairing(rows: rows, columns: columns, values: values) { left, right in
      guard left < rows, right >= rows, twins[left] != nil || twins[right] != nil else {
        return score(left, right)
      }
      return twins[left] == right ? 1 : 0
    }
  }

  /// The indices that take part: all, or the most severe.
  private static func chosen(_ candidates: [Candidate]) -> [Int] {
    guard candidates.count > limit else { return Array(candidates.indices) }
    let ranked = candidates.indices.sorted {
      (candidates[$1].severity, $0) < (candidates[$0].severity, $1)
    }
    return ranked.prefix(limit).sorted()
  }

  private static func precedes(_ left: [Candidate], _ right: [Candidate]) -> Bool {
    if left.count != right.count { return left.count < right.count }
    return left.lazy.map(\.lead.finding).lexicographicallyPrecedes(
      right.lazy.map(\.lead.finding), by: FindingOrder.precedes)
  }
}
