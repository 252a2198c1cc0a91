import CheckModel

extension MutationOperator {
  /// A task without steps of its own loses the only path that it names.
  static let dropPath = MutationOperator(
    "drop-path", .structural, rules: ["task-no-path"], criterion: "grounding", severity: .major
  ) { plan, choice in
    let parents = Set(plan.tasks.compactMap(\.parent))
    let candidates = plan.tasks.indices.compactMap { index -> (task: Span, path: Span)? in
      let task = plan.tasks[index]
      let paths = task.references.map { plan.references[$0] }
        .filter { $0.kind == .path && task.span.contains($0.span) }
      guard task.state == .open, task.parent == nil, !parents.contains(index), paths.count == 1,
        task.references.count(where: { plan.references[$0].kind == .path }) == 1
      else { return nil }
      return (task.span, plan.withBackticks(paths[0].span))
    }
    guard let (task, path) = choice.one(of: candidates) else { return nil }
    return Mutant(plan, [Edit(path, "the module")], within: task)
  }
}

extension Plan {
  /// The span with the backticks around it.
  fileprivate func withBackticks(_ span: Span) -> Span {
    let bytes = files[span.file].source.bytes
    var range = span.range
    while range.lowerBound > 0, range.upperBound < bytes.count,
      bytes[range.lowerBound - 1] == UInt8(ascii: "`"), bytes[range.upperBound] == UInt8(ascii: "`")
    {
      range = range.lowerBound - 1..<range.upperBound + 1
    }
    return Span(file: span.file, range: range)
  }
}
