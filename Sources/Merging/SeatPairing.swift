/// Which findings of two reviewers are the same gap, by their places in one list: the rows first, then the
/// columns.
struct SeatPairing {
  /// A row and a column that are the same gap, one to one.
  let pairs: [(Int, Int)]
  /// The list in groups that are one gap each: the pairs, each with what is left of either list and repeats
  /// it, then every other place alone.
  let groups: [[Int]]
  /// A row and a column that may be the same, one to one.
  let possible: [(Int, Int)]

  /// - Parameter score: of two of the list, whoever said them.
  init(rows: Int, columns: Int, values: MatchingValues, score: (Int, Int) -> Double) {
    let scores = (0..<rows).map { row in (0..<columns).map { score(row, rows + $0) } }
    let assigned = Assignment.pairs(scores, floor: values.possible)
    let pairs = assigned.filter { $0.2 >= values.match }.map { ($0.0, rows + $0.1) }
    let paired = Set(pairs.flatMap { [$0.0, $0.1] })
    var groups = pairs.map { [$0.0, $0.1] }
    for index in 0..<rows + columns where !paired.contains(index) {
      let likeness = pairs.map { max(score(index, $0.0), score(index, $0.1)) }
      if let best = likeness.max(), best >= values.also, let pair = likeness.firstIndex(of: best) {
        groups[pair].append(index)
      } else {
        groups.append([index])
      }
    }
    self.pairs = pairs
    self.groups = groups
    possible = assigned.filter { $0.2 < values.match }.map { ($0.0, rows + $0.1) }
  }

  /// The group of each place.
  var groupOf: [Int: Int] {
    var groupOf: [Int: Int] = [:]
    for (index, group) in groups.enumerated() {
      for place in group { groupOf[place] = index }
    }
    return groupOf
  }
}
