import CheckModel
import Threads

extension PlanReading {
  /// The references whose state a rule may complain about: those of open work, not of text that explains or quotes.
  func instructing(_ kind: Reference.Kind) -> [Reference] {
    lazyInstructing.value {
      let all = plan.references.filter { reference in
        guard let block = block(at: reference.span.range.lowerBound, file: reference.span.file)
        else { return false }
        return !explains(block) && !isFinished(block) && zones[block] != .quote
      }
      return Dictionary(grouping: all, by: \.kind)
    }[kind] ?? []
  }
}

extension PlanReading {
  /// The same, and those of sections that tell how it is now.
  func telling(_ kind: Reference.Kind) -> some Sequence<Reference> {
    plan.references.lazy.filter { $0.kind == kind && self.tells($0) }
  }

  private func tells(_ reference: Reference) -> Bool {
    guard let block = block(at: reference.span.range.lowerBound, file: reference.span.file)
    else { return false }
    guard !isFinished(block), zones[block] != .quote else { return false }
    return !explains(block) || self.block(block, isIn: .context)
      || self.block(block, isIn: .problem)
  }
}

extension Plan {
  /// The line up to a place, at most 200 bytes, lowercase.
  func line(before span: Span) -> String {
    files[span.file].source.string(lineRange(before: span)).lowercased()
  }

  /// The bytes of the line up to a place, at most 200.
  func lineRange(before span: Span) -> Range<Int> {
    let source = files[span.file].source
    let line = source.lineRange(source.line(at: span.range.lowerBound))
    return max(line.lowerBound, span.range.lowerBound - 200)..<span.range.lowerBound
  }
}

extension Reference {
  /// What the report tells the author to write; nil where nothing is near.
  var advice: String? {
    suggestion.map { "Name what is there: “\($0)” is the nearest, or say which task creates it." }
  }
}
