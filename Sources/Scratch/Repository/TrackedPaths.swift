/// What git says that it tracks: the output of `git ls-files -z --stage`.
struct TrackedPaths {
  /// As the system has them, sorted by their bytes, each once.
  private(set) var regular: [[UInt8]] = []
  private(set) var links = 0
  private(set) var submodules = 0

  /// Entries of another form are passed over.
  init(_ listing: [UInt8]) {
    for entry in listing.split(separator: 0) {
      // `100644 OBJECT STAGE<tab>PATH`
      guard let tab = entry.firstIndex(of: UInt8(ascii: "\t")) else { continue }
      let path = Array(entry[(tab + 1)...])
      switch String(decoding: entry.prefix(3), as: UTF8.self) {
      case "100": if Self.isPlain(path) { regular.append(path) }
      case "120": links += 1
      case "160": submodules += 1
      default: break
      }
    }
    regular.sort { $0.lexicographicallyPrecedes($1) }
    // a conflict has one entry for each side
    regular = regular.indices.filter { $0 == 0 || regular[$0] != regular[$0 - 1] }.map {
      regular[$0]
    }
  }

  /// Relative, and without a part that leads elsewhere; git promises it.
  private static func isPlain(_ path: [UInt8]) -> Bool {
    let parts = path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    return parts.allSatisfy { part in
      !part.isEmpty && ![".", "..", ".git"].contains { part.elementsEqual($0.utf8) }
    }
  }
}
