import CheckModel

/// Finds where a plan says how a change of data or of a running system is undone.
enum WayBack {
  /// The first place that says it, code included.
  static func place(in plan: Plan) -> Span? {
    first(ways, in: plan) { bytes, hit, line in
      !isTakenAway(bytes, hit.lowerBound) && !isOfProduct(bytes, hit, line)
    }
  }

  /// The first place that speaks of a copy of the data, which alone puts nothing back.
  static func copy(in plan: Plan) -> Span? {
    first(copies, in: plan) { bytes, hit, _ in !isTakenAway(bytes, hit.lowerBound) }
  }

  private static let ways = ByteSearch([
    "rollback", "roll back", "roll-back", "rolled back", "rolling back", "rolls back", "revert",
    "restore", "undo ", "undone", "downgrade", "down migration", "down-migration", "migrate down",
    "migrate:down", "migrate-down", "_down.", ".down.", "goose down", "exports.down", "def down",
    "down()", "down file", "additive", "reversible", "point-in-time", "way back", "back out",
    "going back", "goes back", "go back", "take it back", "kill switch", "pg_restore",
    "回滚", "ロールバック", "롤백", "rückweg", "zurückroll", "vuelta atrás", "retour en arrière",
  ])
  private static let copies = ByteSearch([
    "backup", "back up", "back-up", "backed up", "pg_dump", "snapshot",
  ])

  private static func first(
    _ search: ByteSearch, in plan: Plan,
    where counts: ([UInt8], Range<Int>, Range<Int>) -> Bool
  ) -> Span? {
    for file in plan.files.indices {
      let source = plan.files[file].source
      var start = 0
      while let range = search.first(in: source.bytes, start..<source.bytes.count) {
        let line = source.lineRange(source.line(at: range.lowerBound))
        let near = line.clamped(to: max(0, range.lowerBound - 200)..<range.upperBound + 200)
        if counts(source.bytes, range, near) { return Span(file: file, range: range) }
        start = range.upperBound
      }
    }
    return nil
  }

  private static let taking = ByteSearch([
    "delete the", "drop the", "remove the", "without a", "no ", "cannot be ", "can't be ",
  ])

  /// `Delete the backup` is no way back.
  private static func isTakenAway(_ bytes: [UInt8], _ start: Int) -> Bool {
    taking.occurs(in: bytes, max(0, start - 12)..<start)
  }

  private static let running = ByteSearch(["transaction", "optimistic", "atomic", "on error"])
  private static let shown = ByteSearch([
    "session", "scroll", "focus", "window", "selection", "cursor", "draft", "preference", "--undo",
    "undo button", "undo/redo", "redo",
  ])

  /// A transaction that fails, or what the program does for its users, undoes no release.
  private static func isOfProduct(_ bytes: [UInt8], _ hit: Range<Int>, _ line: Range<Int>) -> Bool {
    switch bytes[hit.lowerBound].lowercased {
    case UInt8(ascii: "r") where bytes[hit.lowerBound + 1].lowercased == UInt8(ascii: "o"):
      return running.occurs(in: bytes, line)
    case UInt8(ascii: "r"), UInt8(ascii: "u"):
      return shown.occurs(in: bytes, max(line.lowerBound, hit.lowerBound - 40)..<line.upperBound)
    default: return false
    }
  }
}
