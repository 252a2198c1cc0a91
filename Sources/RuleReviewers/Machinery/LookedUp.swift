import CheckModel

extension PlanReading {
  /// The references whose state a rule may complain about: those of open work, not of text that explains or quotes.
  func instructing(_ kind: Reference.Kind) -> [Reference] {
    plan.references.filter { reference in
      guard reference.kind == kind,
        let block = block(at: reference.span.range.lowerBound, file: reference.span.file)
      else { return false }
      return !explains(block) && !isFinished(block) && zones[block] != .quote
    }
  }
}

extension Reference {
  /// What the report tells the author to write; nil where nothing is near.
  var advice: String? {
    suggestion.map { "Name what is there: “\($0)” is the nearest, or say which task creates it." }
  }
}
