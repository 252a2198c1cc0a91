package import CheckModel
import Digests
import PlanParsing

/// Reads a rubric file, with the parser that reads plans.
///
/// The form is described at the top of `rubrics/default.md`.
package enum RubricReader {
  /// - Parameters:
  ///   - name: how reports call the rubric.
  ///   - path: how errors call the file.
  /// - Throws: the first thing in the file that is not of the form, with its place.
  package static func read(name: String, path: String, bytes: [UInt8]) throws(RubricError) -> Rubric
  {
    let plan = PlanParser.structure(of: PlanInput(path: path, bytes: bytes))
    let text = RubricText(plan: plan, path: path)
    var criteria: [Criterion] = []
    for section in plan.sections.indices where plan.sections[section].level == 2 {
      let criterion = try CriterionReader(text: text, section: section).read()
      guard !criteria.contains(where: { $0.id == criterion.id }) else {
        throw text.error(
          at: plan.sections[section].span,
          "the id '\(criterion.id)' is taken; every criterion needs its own")
      }
      criteria.append(criterion)
    }
    guard !criteria.isEmpty else {
      throw text.error(
        at: Span(file: 0, range: 0..<0), "there is no criterion; each starts with a '## ' heading")
    }
    try checkSum(criteria, \.weight, "weight", text)
    try checkSum(criteria, \.highTierWeight, "high tier", text)
    return Rubric(name: name, sha256: SHA256.hex(bytes), criteria: criteria)
  }

  private static func checkSum(
    _ criteria: [Criterion], _ weight: KeyPath<Criterion, Double>, _ column: String,
    _ text: RubricText
  ) throws(RubricError) {
    let sum = criteria.map { $0[keyPath: weight] }.reduce(0, +)
    guard abs(sum - 100) < 1e-6 else {
      let last = text.plan.sections.last { $0.level == 2 }
      throw text.error(
        at: last?.span ?? Span(file: 0, range: 0..<0),
        "the '\(column)' column adds up to \(RubricText.number(sum)) over all criteria; it must be 100"
      )
    }
  }
}

/// A parsed rubric file and its errors' places.
struct RubricText {
  let plan: Plan
  let path: String

  func error(at span: Span, _ message: String) -> RubricError {
    let source = plan.files[0].source
    let position = source.position(of: span.range.lowerBound)
    return RubricError(
      path: path, line: position.line, column: position.column, message: message,
      lineText: source.lineText(position.line))
  }

  /// A number without needless decimals.
  static func number(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e9 ? String(Int(value)) : String(value)
  }

  /// The words of a block: markup out, white space folded.
  func words(_ block: Block) -> String { words(block.inlines) }

  func words(_ runs: some Sequence<Inline>) -> String {
    let source = plan.files[0].source
    let text = runs.map { source.string($0.range) }.joined(separator: " ")
    return text.whiteSpaceFolded
  }
}
