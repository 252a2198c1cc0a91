/// The existing name that an author most likely meant.
struct NearestPath {
  let files: RepositoryFiles
  /// How many more missing names something near is looked for: each takes a walk along a folder, and a plan
  /// with so many is about another tree.
  private var left = 500

  init(files: RepositoryFiles) { self.files = files }

  /// A name of the tree that is near to a missing one.
  struct Name {
    var text: String
    /// So near that the author must have meant it, and so knows this tree.
    var isSlip: Bool
  }

  /// The nearest name of the tree; nil when nothing is near, and when it was asked too often.
  mutating func name(for path: RepositoryPath) -> Name? {
    guard left > 0 else { return nil }
    left -= 1
    if let file = files.fileIgnoringCase(path.text) { return Name(text: file, isSlip: true) }
    return elsewhere(path) ?? sibling(path).map { Name(text: $0, isSlip: true) }
  }

  /// A file of the same name in another folder: the one whose folders are most alike.
  private func elsewhere(_ path: RepositoryPath) -> Name? {
    let wanted = Array(path.folder.utf8)
    let candidates = files.files(named: path.name).prefix(200)
    guard !wanted.isEmpty || candidates.count == 1 else { return nil }
    let rated = candidates.map { candidate in
      (Self.distance(wanted, Array(RepositoryFiles.parts(of: candidate).folder.utf8)), candidate)
    }
    guard let best = rated.min(by: { $0 < $1 }) else { return nil }
    let isSlip = best.0 <= 3 && best.0 * 2 < wanted.count
    // `index.ts` is in every folder
    guard isSlip || candidates.count <= 3 else { return nil }
    return Name(text: best.1, isSlip: isSlip)
  }

  /// A name in the same folder that is a slip away.
  private func sibling(_ path: RepositoryPath) -> String? {
    let wanted = Array(path.name.lowercased().utf8)
    let allowed = max(1, min(3, wanted.count / 4))
    var best: (distance: Int, name: String)?
    for name in files.names(in: path.folder).prefix(2_000) {
      let other = Array(name.lowercased().utf8)
      guard abs(other.count - wanted.count) <= allowed else { continue }
      let distance = Self.distance(wanted, other)
      guard distance <= allowed, distance < best?.distance ?? .max else { continue }
      best = (distance, name)
    }
    return best.map { path.folder.isEmpty ? $0.name : path.folder + "/" + $0.name }
  }

  /// Insertions, deletions and replacements of bytes that turn one into the other.
  ///
  /// Levenshtein, Soviet Physics Doklady 10 (1966), with one row kept.
  static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var row = Array(0...right.count)
    for (index, byte) in left.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for (position, other) in right.enumerated() {
        let replaced = diagonal + (byte == other ? 0 : 1)
        diagonal = row[position + 1]
        row[position + 1] = min(replaced, diagonal + 1, row[position] + 1)
      }
    }
    return row[right.count]
  }
}
