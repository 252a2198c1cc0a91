import CheckModel
import Threads

extension PlanReading {
  /// The paths that a unit says to create, modify or delete: the objects of its verbs, and not what a clause
  /// behind them speaks about.
  func changes(by unit: Int) -> [Reference] {
    lazyChanges.value { units.indices.map(changedPaths) }[unit].map { plan.references[$0] }
  }

  private func changedPaths(by unit: Int) -> [Int] {
    var before: Span?
    return units[unit].paths.filter { index in
      let span = plan.references[index].span
      defer { before = span }
      guard [.create, .modify, .delete].contains(plan.references[index].action),
        units[unit].span.contains(span)
      else { return false }
      guard let before, block(of: before) == block(of: span) else { return true }
      return isJoined(before, span)
    }
  }

  private func block(of span: Span) -> Int? { block(at: span.range.lowerBound, file: span.file) }

  /// Between them stands no word but `and` and the like, or a new sentence starts.
  private func isJoined(_ one: Span, _ other: Span) -> Bool {
    guard one.range.upperBound <= other.range.lowerBound else { return true }
    let between = plan.files[one.file].source.bytes[one.range.upperBound..<other.range.lowerBound]
    if zip(between, between.dropFirst()).contains(where: {
      [0x2E, 0x3B].contains($0) && $1.isBlank
    })
      || between.contains(0x0A)
    {
      return true
    }
    return Self.withoutRemarks(between).split { !$0.isLetter }.allSatisfy {
      Self.joining.contains(Word($0.lazy.map(\.lowercased)))
    }
  }

  /// What stands in brackets tells of the name before it: `(both new)`.
  private static func withoutRemarks(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var isInside = false
    return text.filter { byte in
      if byte == 0x28 { isInside = true }
      defer { if byte == 0x29 { isInside = false } }
      return !isInside
    }
  }

  /// What is put “to” or “into” a file changes it.
  private static let joining: WordSet = [
    "and", "or", "create", "modify", "test", "delete", "to", "into",
  ]
}
