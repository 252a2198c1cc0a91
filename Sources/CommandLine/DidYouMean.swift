/// Finds the known word that a person probably meant.
package enum DidYouMean {
  /// Words longer than this get no suggestion: they are no slip of the finger.
  private static let longestWord = 48

  /// The nearest candidate within a third of the word's length, the first of equals; nil if none is.
  package static func nearest(to word: String, among candidates: [String]) -> String? {
    let typed = Array(word.lowercased().unicodeScalars)
    guard !typed.isEmpty, typed.count <= longestWord else { return nil }
    let allowed = max(1, typed.count / 3)
    var best: (distance: Int, candidate: String)?
    for candidate in candidates {
      let known = Array(candidate.lowercased().unicodeScalars)
      guard known.count <= longestWord else { continue }
      let completes = typed.count >= 3 && known.starts(with: typed)
      let distance = completes ? 1 : distance(typed, known)
      if distance <= allowed, distance < best?.distance ?? Int.max {
        best = (distance, candidate)
      }
    }
    return best?.candidate
  }

  /// Edits from one word to the other: insert, delete, replace, or exchange two neighbours
  /// (optimal string alignment).
  static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for (row, scalar) in left.enumerated() {
      var current = [row + 1]
      for (column, other) in right.enumerated() {
        var cost = min(
          last[column + 1] + 1, current[column] + 1, last[column] + (scalar == other ? 0 : 1))
        if row > 0, column > 0, scalar == right[column - 1], left[row - 1] == other {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current.append(cost)
      }
      beforeLast = last
      last = current
    }
    return last[right.count]
  }
}
