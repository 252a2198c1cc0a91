package import CheckModel

/// Something of a plan's text that no model is shown.
package struct PromptOmission: Sendable, Hashable {
  /// What is left out.
  package enum Kind: String, Sendable, CaseIterable {
    /// Zero-width, bidirectional, tag and other invisible characters.
    case hiddenCharacters = "hidden-characters"
    /// HTML comments outside code.
    case comments
    /// Front matter that names the author, a date or an earlier review.
    case frontMatter = "front-matter"
  }

  package let kind: Kind
  /// The index of the file in `Plan.files`.
  package let file: Int
  /// The 1-based lines that lost something, ascending.
  package var lines: [Int]
  /// How many characters, comments or front matter entries.
  package var count: Int
}

extension PromptOmission {
  /// What to tell whoever runs the check; one for each kind and file.
  package func diagnostic(in plan: Plan) -> Diagnostic {
    let what =
      switch kind {
      case .hiddenCharacters: count == 1 ? "1 invisible character" : "\(count) invisible characters"
      case .comments: count == 1 ? "1 HTML comment" : "\(count) HTML comments"
      case .frontMatter:
        count == 1
          ? "1 front matter entry about author, date or review"
          : "\(count) front matter entries about author, date or review"
      }
    let named = lines.prefix(5).map(String.init).joined(separator: ", ")
    let more = lines.count > 5 ? " and \(lines.count - 5) more" : ""
    let place = "\(plan.files[file].path), \(lines.count == 1 ? "line" : "lines") \(named)\(more)"
    return Diagnostic(
      code: "prompt-\(kind.rawValue)", message: "\(what) kept from the models: \(place)")
  }
}
