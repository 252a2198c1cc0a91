/// Which versions of the program can read a config: `>=0.1`, `>=0.1, <1`.
package struct VersionRange: Sendable, Hashable {
  private enum Comparison: String, Sendable, CaseIterable {
    case atLeast = ">=", atMost = "<=", above = ">", below = "<", equal = "="
  }
  private struct Bound: Sendable, Hashable {
    let comparison: Comparison
    let version: [Int]
  }
  private let bounds: [Bound]

  /// Nil unless every part, divided by commas, is a comparison with one to three numbers; a bare version means
  /// at least that one.
  package init?(_ text: String) {
    var bounds: [Bound] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let part = part.filter { $0 != " " }
      let comparison = Comparison.allCases.first { part.hasPrefix($0.rawValue) }
      let digits = part.dropFirst(comparison?.rawValue.count ?? 0)
      guard let version = Self.version(String(digits)) else { return nil }
      bounds.append(Bound(comparison: comparison ?? .atLeast, version: version))
    }
    self.bounds = bounds
  }

  /// Whether a version such as `0.1.0` lies in it; false for what is no version.
  package func contains(_ version: String) -> Bool {
    guard let version = Self.version(version) else { return false }
    return bounds.allSatisfy { bound in
      switch bound.comparison {
      case .atLeast: !version.lexicographicallyPrecedes(bound.version)
      case .atMost: !bound.version.lexicographicallyPrecedes(version)
      case .above: bound.version.lexicographicallyPrecedes(version)
      case .below: version.lexicographicallyPrecedes(bound.version)
      case .equal: version == bound.version
      }
    }
  }

  /// Three numbers, the ones left out being 0.
  private static func version(_ text: String) -> [Int]? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { part in
      part.utf8.count <= 6 && part.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(part) : nil
    }
    guard (1...3).contains(parts.count), numbers.count == parts.count else { return nil }
    return numbers + Array(repeating: 0, count: 3 - numbers.count)
  }
}
