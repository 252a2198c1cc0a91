import CheckModel

/// Tells a path of which the plan says that it is there from one that it only speaks of.
enum Presence {
  /// For a path that nothing is done with.
  static func isSaid(_ reference: Reference, in plan: Plan) -> Bool {
    if reference.lines != nil { return true }
    let source = plan.files[reference.span.file].source
    let line = source.lineRange(source.line(at: reference.span.range.lowerBound))
    let rest =
      reference.span.range
      .upperBound..<max(
        reference.span.range.upperBound, min(line.upperBound, reference.span.range.upperBound + 160)
      )
    let after = words(source.string(rest).lowercased())
    let before = words(plan.words(before: reference.span))
    if before.contains(where: work.contains) || after.prefix(24).contains(where: work.contains) {
      return false
    }
    if before.last == "existing" || before.suffix(2).contains("existing") { return true }
    // "in `a_test.py`, beside the existing ones"
    let near = after.prefix(8)
    if let index = near.firstIndex(of: "existing"), index > 0,
      ["the", "its"].contains(near[index - 1])
    {
      return true
    }
    guard let verb = after.first else { return false }
    return isDescription(reference, in: plan)
      ? states.contains(verb)
      : states.contains(verb)
        && after.prefix(6).contains { ["already", "currently", "today"].contains($0) }
  }

  private static let states: Set<String> = [
    "holds", "contains", "defines", "declares", "exports", "has", "exposes", "computes", "renders",
    "parses", "reads", "writes", "calls", "uses", "imports", "is", "does", "keeps", "lists",
    "already", "currently", "today", "returns", "accepts", "takes", "handles", "stores", "builds",
    "loads", "saves", "prints", "sends", "opens", "validates", "checks", "implements", "provides",
  ]
  private static let work: Set<String> = [
    "will", "shall", "should", "must", "would", "could", "new", "create", "creates", "becomes",
    "not", "no", "if", "when", "gets", "add", "adds", "write", "writes", "missing", "once",
    "future", "later", "generated", "generates",
  ]

  private static func words(_ text: String) -> [String] {
    text.split { !$0.isLetter }.map(String.init)
  }

  private static func isDescription(_ reference: Reference, in plan: Plan) -> Bool {
    guard let section = reference.section else { return false }
    return plan.sections[section].has(.context) || plan.sections[section].has(.problem)
  }
}
