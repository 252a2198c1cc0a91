package import CheckModel
import PlanParsing

/// Bytes of a plan that are replaced by others.
package struct Edit: Sendable, Hashable {
  package var span: Span
  package var bytes: [UInt8]

  package init(_ span: Span, _ text: String) {
    self.span = span
    bytes = Array(text.utf8)
  }
}

/// A plan that differs from another in one place.
package struct Mutant: Sendable {
  package let plan: Plan
  /// Where a finding about the change ought to stand; nil when it speaks of the whole plan.
  package let place: Span?
  /// What the first edit puts into the plan, at most 60 characters in one line.
  package let text: String

  /// - Parameters:
  ///   - edits: do not overlap.
  ///   - within: the bytes of the old plan around all edits, in one file; nil for the whole plan.
  package init(_ plan: Plan, _ edits: [Edit], within: Span?) {
    let prefix = plan.isFolder ? plan.path + "/" : ""
    let files = plan.files.indices.map { file in
      var bytes = plan.files[file].source.bytes
      for edit in edits.filter({ $0.span.file == file }).sorted(by: { $0.span > $1.span }) {
        bytes.replaceSubrange(edit.span.range, with: edit.bytes)
      }
      let path = plan.files[file].path
      let relative = path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : path
      return PlanInput.File(path: path, relativePath: relative, bytes: bytes)
    }
    self.plan = PlanParser.parse(
      PlanInput(path: plan.path, isFolder: plan.isFolder, files: files))
    text = String(
      String(decoding: edits.first?.bytes ?? [], as: UTF8.self)
        .split(whereSeparator: \.isWhitespace).joined(separator: " ").prefix(60))
    let growth = edits.reduce(0) { $0 + $1.bytes.count - $1.span.range.count }
    place = within.map {
      Span(file: $0.file, range: $0.range.lowerBound..<($0.range.upperBound + growth))
    }
  }
}

extension MutationOperator {
  /// The mutant of a plan of a corpus that a seed leads to; nil where the plan has no place for it.
  package func mutant(of subject: CorpusCase, seed: String) -> Mutant? {
    var choice = SeededChoice("\(seed) \(subject.name) \(id)")
    return make(subject.plan, &choice)
  }
}
