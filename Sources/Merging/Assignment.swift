/// The best one-to-one assignment of rows to columns.
///
/// One-to-one and no clustering: neighbors would chain, and the number of matches must be a number of
/// pairs.
enum Assignment {
  /// The column of each row so that the sum of the costs is the smallest (the Hungarian method with
  /// potentials, rows² · columns steps). Equal sums are decided by the order of rows and columns.
  ///
  /// - Parameter costs: rows of equal length, at least as many columns as rows.
  static func columns(_ costs: [[Int]]) -> [Int] {
    let rows = costs.count
    guard let width = costs.first?.count, width >= rows else { return [] }
    var rowPotential = [Int](repeating: 0, count: rows + 1)
    var columnPotential = [Int](repeating: 0, count: width + 1)
    // the row of each column; index 0 stands for none, rows and columns count from 1
    var rowOf = [Int](repeating: 0, count: width + 1)
    for row in 1...rows {
      var way = [Int](repeating: 0, count: width + 1)
      var slack = [Int](repeating: .max, count: width + 1)
      var visited = [Bool](repeating: false, count: width + 1)
      rowOf[0] = row
      var column = 0
      repeat {
        visited[column] = true
        let current = rowOf[column]
        var step = Int.max
        var next = 0
        for candidate in 1...width where !visited[candidate] {
          let reduced =
            costs[current - 1][candidate - 1] - rowPotential[current] - columnPotential[candidate]
          if reduced < slack[candidate] {
            slack[candidate] = reduced
            way[candidate] = column
          }
          if slack[candidate] < step {
            step = slack[candidate]
            next = candidate
          }
        }
        for index in 0...width {
          if visited[index] {
            rowPotential[rowOf[index]] += step
            columnPotential[index] -= step
          } else if slack[index] != .max {
            slack[index] -= step
          }
        }
        column = next
      } while rowOf[column] != 0
      while column != 0 {
        rowOf[column] = rowOf[way[column]]
        column = way[column]
      }
    }
    var columns = [Int](repeating: 0, count: rows)
    for column in 1...width where rowOf[column] != 0 { columns[rowOf[column] - 1] = column - 1 }
    return columns
  }

  /// Pairs two lists so that the scores add up to the most.
  ///
  /// - Parameters:
  ///   - scores: one row for each of the first list.
  ///   - floor: scores below it pull nothing: such a pair is as good as none and left out.
  static func pairs(_ scores: [[Double]], floor: Double) -> [(Int, Int, Double)] {
    guard let width = scores.first?.count, width > 0 else { return [] }
    // whole millionths, so that sums are exact
    func cost(_ score: Double) -> Int { score < floor ? 0 : -Int((score * 1_000_000).rounded()) }
    let upright = scores.count <= width
    let costs =
      upright
      ? scores.map { $0.map(cost) }
      : (0..<width).map { column in scores.map { cost($0[column]) } }
    return columns(costs).enumerated().compactMap { row, column in
      let (first, second) = upright ? (row, column) : (column, row)
      let score = scores[first][second]
      return score < floor ? nil : (first, second, score)
    }
  }
}
