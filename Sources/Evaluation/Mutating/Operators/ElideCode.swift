import CheckModel

extension MutationOperator {
  /// The code of an open task is left out but for its first line.
  static let elideCode = MutationOperator(
    "elide-code", .lexical, rules: ["elided-code"], criterion: "contracts"
  ) { plan, choice in
    let fences = plan.workBlocks.map { plan.blocks[$0] }.filter { block in
      guard case .fence(let info, _) = block.kind else { return false }
      return signs[String(info.prefix { $0 != " " }).lowercased()] != nil
        && plan.text(of: block.content).split(separator: "\n").count >= 3
    }
    guard plan.language == "en", let fence = choice.one(of: fences),
      case .fence(let info, _) = fence.kind,
      let sign = signs[String(info.prefix { $0 != " " }).lowercased()]
    else { return nil }
    let lines = plan.text(of: fence.content).split(separator: "\n")
    let marks = ["\(sign) ...", "\(sign) TODO: implement", "\(sign) implementation", "..."]
    guard let first = lines.first, let last = lines.last, let mark = choice.one(of: marks) else {
      return nil
    }
    // in a list the fence ends where its indentation does
    let indent = first.prefix { $0 == " " }
    let opens = first.last == "{" || first.last == ":"
    let closes = last.drop { $0 == " " } == "}"
    let text =
      opens
      ? "\(first)\n\(indent)    \(mark)\n" + (closes ? "\(indent)}\n" : "")
      : "\(indent)\(mark)\n"
    return Mutant(plan, [Edit(fence.content, text)], within: fence.content)
  }

  /// What begins a comment in the language of a fence.
  private static let signs: [String: String] = [
    "python": "#", "py": "#", "ruby": "#", "rb": "#", "sql": "--", "lua": "--", "js": "//",
    "javascript": "//", "ts": "//", "typescript": "//", "tsx": "//", "go": "//", "rust": "//",
    "rs": "//", "swift": "//", "java": "//", "kotlin": "//", "c": "//", "cpp": "//", "csharp": "//",
    "cs": "//", "php": "//", "css": "//", "scala": "//",
  ]
}
