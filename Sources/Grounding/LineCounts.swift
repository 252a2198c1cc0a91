import CheckModel

/// Counts the lines of files that a plan names with line numbers.
struct LineCounts {
  private let files: RepositoryFiles

  /// Of one file; what is larger is data, and nobody points at its lines.
  private static let limit = 4 << 20

  init(_ files: RepositoryFiles) { self.files = files }

  func fill(_ plan: inout Plan, at places: [Int: String]) {
    var counts: [String: Int?] = [:]
    for index in plan.references.indices where plan.references[index].lines != nil {
      guard let path = places[index], files.file(path) != nil else { continue }
      let count = counts[path] ?? count(path)
      counts[path] = count
      if let count { plan.references[index].fact = .lineCount(count) }
    }
  }

  /// Lines ended by a line feed, and a last one that is not.
  private func count(_ path: String) -> Int? {
    guard case .bytes(let bytes) = files.content(path, limit: Self.limit) else { return nil }
    let feeds = bytes.count { $0 == UInt8(ascii: "\n") }
    return bytes.isEmpty || bytes.last == UInt8(ascii: "\n") ? feeds : feeds + 1
  }
}
