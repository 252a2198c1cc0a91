import CheckModel

extension PlanReading {
  /// The paths that a unit says to create, modify or delete: the objects of its verbs, and not what a clause
  /// behind them speaks about.
  func changes(by unit: Int) -> [Reference] {
    var before: Reference?
    return units[unit].paths.map { plan.references[$0] }.filter { reference in
      defer { before = reference }
      guard [.create, .modify, .delete].contains(reference.action),
        units[unit].span.contains(reference.span)
      else { return false }
      guard let before, block(of: before) == block(of: reference) else { return true }
      return isJoined(before.span, reference.span)
    }
  }

  private func block(of reference: Reference) -> Int? {
    block(at: reference.span.range.lowerBound, file: reference.span.file)
  }

  /// Between them stands no word but `and`, or a new sentence starts.
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
    let words = between.split { !$0.isLetter }
    return words.allSatisfy { word in
      ["and", "or", "create", "modify", "test", "delete"].contains {
        word.map(\.lowercased).elementsEqual($0.utf8)
      }
    }
  }
}
