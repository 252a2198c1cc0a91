import CheckModel

/// One object, two orders that cannot both be carried out: `Remove or keep the old paths`.
enum OpposedOrders {
  private static let ending: WordSet = ["remove", "delete", "drop"]
  /// What leaves something there, in whatever shape.
  private static let keeping: WordSet = [
    "keep", "gate", "update", "archive", "deprecate", "hide", "leave", "rewrite", "adapt", "extend",
    "fix", "retain", "refactor", "disable", "restrict", "guard", "reuse", "convert", "migrate",
  ]
  /// With these somebody or something decides, or both are meant.
  private static let deciding: WordSet = [
    "if", "when", "unless", "whether", "depending", "based", "according", "as", "per", "each",
    "respectively", "where", "whichever", "once", "listed", "below", "from", ":",
  ]

  /// Whether the sentence opens with such a pair and does not say which.
  static func stand(in sentence: Sentence) -> Bool {
    let tokens = sentence.tokens
    guard let first = tokens.firstIndex(where: { $0.kind == .word && !$0.text.isTaskID }),
      first + 3 < tokens.endIndex, tokens[first + 1].text == "or",
      !tokens.contains(where: { deciding.contains($0.text) })
    else { return false }
    let (one, other) = (tokens[first].text, tokens[first + 2].text)
    return ending.contains(one) && keeping.contains(other)
      || keeping.contains(one) && ending.contains(other)
  }
}
