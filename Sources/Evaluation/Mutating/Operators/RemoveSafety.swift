import CheckModel

extension MutationOperator {
  /// One line of several on failures goes: what is then undecided takes understanding.
  static let removeFailureCase = MutationOperator(
    "remove-failure-case", .semantic, rules: ["no-failure-path", "generic-error-handling"],
    criterion: "coverage"
  ) { plan, choice in
    let words = [
      "fails", "error", "timeout", "not answer", "invalid", "missing", "refuse", "503", "404",
    ]
    return choice.one(of: plan.lines(with: words)).map { Mutant(plan, [Edit($0, "")], within: nil) }
  }

  /// The only line that says who may do something goes.
  static let removeAccessLine = MutationOperator(
    "remove-access-line", .structural, rules: ["no-authorisation"], criterion: "reversibility"
  ) { plan, _ in
    let lines = plan.lines(with: Self.access)
    guard plan.says(["post /", "put /", "patch /", "delete /"], outside: lines), lines.count == 1,
      !plan.says(Self.access, outside: lines)
    else { return nil }
    return Mutant(plan, lines.map { Edit($0, "") }, within: nil)
  }

  /// One of several.
  static let removeOneAccessLine = MutationOperator(
    "remove-one-access-line", .semantic, rules: ["no-authorisation"], criterion: "reversibility"
  ) { plan, choice in
    let lines = plan.lines(with: Self.access)
    guard lines.count > 1 else { return nil }
    return choice.one(of: lines).map { Mutant(plan, [Edit($0, "")], within: nil) }
  }

  private static let access = [
    "403", "401", "signed in", "signed-in", "logged in", "permission", "authenticat", "authoriz",
    "role `", "only the role", "admin",
  ]

  /// The row or item that says what a word means goes.
  static let deleteDefinition = MutationOperator(
    "delete-definition", .semantic, rules: ["undefined-symbol"], criterion: "clarity"
  ) { plan, choice in
    let rows = plan.blocks.filter { block in
      guard let section = block.section, plan.sections[section].roles.first?.role == .glossary
      else {
        return false
      }
      switch block.kind {
      case .tableRow(let header, _): return !header
      case .item: return true
      default: return false
      }
    }
    return choice.one(of: rows).map {
      Mutant(plan, [Edit(plan.withLineEnd($0.span), "")], within: nil)
    }
  }
}

extension Plan {
  /// Items, rows and lone paragraphs, outside of code, that say one of the words.
  fileprivate func lines(with words: [String]) -> [Span] {
    let lists = Set(blocks.compactMap(\.parent))
    return blocks.indices.compactMap { index in
      let block = blocks[index]
      switch block.kind {
      case .item: break
      case .tableRow(let header, _) where !header: break
      case .paragraph where block.parent == nil && !lists.contains(index): break
      default: return nil
      }
      let text = self.text(of: block.span).lowercased()
      return words.contains { text.contains($0) } ? withLineEnd(block.span) : nil
    }
  }
}
