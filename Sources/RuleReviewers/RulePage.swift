import CheckModel

/// A rule's page, made from the rule: what `speccheck explain` prints and the documentation holds.
package struct RulePage: Codable, Sendable, Hashable {
  package var id: String
  package var title: String
  /// `checks`, `shared`, `planner` or `executor`.
  package var family: String
  /// `A`, `B` or `C`.
  package var ruleClass: String
  package var severity: String
  package var criterion: String?
  package var question: String?
  package var kind: String
  package var zones: [String]
  package var detects: String
  package var matters: String
  package var fix: String
  /// Invisible characters are written `\u{…}`; «…» encloses what is reported.
  package var bad: [String]
  package var good: [String]
  /// The paths of the working tree beside the examples; empty where none is needed.
  package var tree: [String]
  /// What becomes of a finding when its text is moved, by mutation.
  package var moved: [String: String]

  package init(_ rule: Rule) {
    id = rule.id
    title = rule.title
    family = rule.family.rawValue
    ruleClass = rule.ruleClass.rawValue
    severity = rule.severity.rawValue
    criterion = rule.criterion
    question = rule.question
    kind = rule.kind.rawValue
    zones = rule.zones.map(\.rawValue)
    detects = rule.detects
    matters = rule.matters
    fix = rule.fix
    bad = rule.examples.bad.map(Self.printable)
    good = rule.examples.good.map(Self.printable)
    tree = rule.examples.files.keys.sorted()
    moved = Dictionary(
      rule.examples.moved.map { ($0.key.rawValue, $0.value.rawValue) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Who runs the rule and what a hit costs, in one line.
  package var standing: String {
    let who =
      switch family {
      case "checks": "Runs before everything else, for every plan."
      case "shared": "Runs through both lenses."
      default: "Runs through the \(family) lens."
      }
    let counts = question.map { "Counts against question \($0)." } ?? "Counts against no criterion."
    return "\(severity), class \(ruleClass). \(who) \(counts)"
  }

  /// The page as Markdown, readable as plain text too; ends with a line feed.
  package var markdown: String {
    var lines = ["# \(id): \(title)", "", standing, "", detects, "", "## Why", "", matters, ""]
    lines += ["## What to do", "", fix, "", "## Reported", ""]
    if !tree.isEmpty {
      let names = tree.map { "`\($0)`" }.joined(separator: ", ")
      lines += ["The examples lie in a repository that holds \(names).", ""]
    }
    for example in bad { lines += Self.fenced(example) }
    lines += ["## Left alone", ""]
    for example in good { lines += Self.fenced(example) }
    lines += ["## When the text is moved", ""]
    for mutation in Examples.Mutation.allCases {
      lines.append("- \(mutation.rawValue): \(moved[mutation.rawValue] ?? "no promise")")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A fence longer than any inside, the example's last line end left out.
  private static func fenced(_ example: String) -> [String] {
    var longest = 2
    var run = 0
    for character in example {
      run = character == "`" ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    let text = example.hasSuffix("\n") ? String(example.dropLast()) : example
    return [fence + "markdown", text, fence, ""]
  }

  /// Hidden characters as escapes, a very long line shortened in the middle.
  private static func printable(_ example: String) -> String {
    let hidden = Set(HiddenCharacters.places(in: Array(example.utf8)).map(\.range.lowerBound))
    var text = ""
    var offset = 0
    for scalar in example.unicodeScalars {
      let family = HiddenCharacters.family(of: scalar)
      if hidden.contains(offset) || family?.isGrave == true || scalar == "\u{FEFF}" {
        text += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      } else {
        text.unicodeScalars.append(scalar)
      }
      offset += UTF8.width(scalar)
    }
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.count > 200 ? line.prefix(40) + " … " + line.suffix(40) : line
    }.joined(separator: "\n")
  }
}

extension RuleCatalogue {
  /// One line for each rule: id, usual severity, title.
  package var list: String {
    let width = rules.map(\.id.count).max() ?? 0
    return rules.map { rule in
      let gap = String(repeating: " ", count: width - rule.id.count + 2)
      let severity = rule.severity.rawValue
      return rule.id + gap + severity + String(repeating: " ", count: 9 - severity.count)
        + rule.title
    }.joined(separator: "\n") + "\n"
  }
}
