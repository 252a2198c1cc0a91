import CheckModel

extension MutationOperator {
  /// One mention of a path has two letters exchanged, where the plan spells it right elsewhere or the tree has it.
  static let misspellPath = MutationOperator(
    "misspell-path", .structural, rules: ["path-variant", "path-not-found"],
    criterion: "consistency"
  ) { plan, choice in
    let paths = plan.mentionedPaths
    let uses = Dictionary(grouping: paths, by: \.text).mapValues(\.count)
    let candidates = paths.filter { path in
      (uses[path.text, default: 0] >= 3 || path.state == .exists)
        && path.text.utf8.count == path.span.range.count
    }
    guard let path = choice.one(of: candidates), let text = misspelled(path.text) else {
      return nil
    }
    return Mutant(plan, [Edit(path.span, text)], within: path.span)
  }

  /// A path that is changed or read becomes that of a file which the tree does not have.
  static let absentPath = MutationOperator(
    "absent-path", .structural, rules: ["path-not-found", "task-no-path"], criterion: "grounding",
    severity: .major
  ) { plan, choice in
    let candidates = plan.mentionedPaths.filter { path in
      path.state == .exists && path.action == .modify
        && path.text.utf8.count == path.span.range.count
    }
    guard let path = choice.one(of: candidates), let dot = path.text.lastIndex(of: ".") else {
      return nil
    }
    let text = path.text[..<dot] + "_registry" + path.text[dot...]
    return Mutant(plan, [Edit(path.span, String(text))], within: path.span)
  }

  /// The two middle letters of the longest part exchanged; nil where they are equal.
  private static func misspelled(_ path: String) -> String? {
    var letters = Array(path)
    let parts = letters.split(whereSeparator: { "/._-".contains($0) })
    guard let longest = parts.max(by: { $0.count < $1.count }), longest.count >= 5 else {
      return nil
    }
    let middle = (longest.startIndex + longest.endIndex) / 2
    guard letters[middle] != letters[middle - 1] else { return nil }
    letters.swapAt(middle - 1, middle)
    return String(letters)
  }
}

extension Plan {
  /// Paths with a folder or an ending that open work names, outside of code fences.
  fileprivate var mentionedPaths: [Reference] {
    let fences = blocks.filter { block in
      if case .fence = block.kind { return true }
      return false
    }.map(\.span)
    let work = tasks.filter { $0.state == .open }.map(\.span)
    return references.filter { reference in
      reference.kind == .path && reference.action != .create && reference.text.contains(".")
        && reference.text.contains("/") && work.contains { $0.contains(reference.span) }
        && !fences.contains { $0.contains(reference.span) }
    }
  }
}
