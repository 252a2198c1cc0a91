import CheckModel

extension MutationOperator {
  /// Headings in capitals, or with a capital on each word; code in them, ids and whole plans without English headings
  /// stay.
  static let headingCase = MutationOperator("heading-case", .equivalent) { plan, choice in
    guard plan.language == "en" else { return nil }
    let isUpper = choice.next() % 2 == 0
    let edits = plan.blocks.flatMap { block -> [Edit] in
      guard case .heading = block.kind else { return [] }
      return block.inlines.filter { $0.kind == .text }.compactMap { inline in
        let span = Span(file: block.span.file, range: inline.range)
        let text = plan.text(of: span)
        let other = isUpper ? text.uppercased() : capitalized(text)
        return other == text || other.utf8.count != text.utf8.count ? nil : Edit(span, other)
      }
    }
    return edits.isEmpty ? nil : Mutant(plan, edits, within: nil)
  }

  private static func capitalized(_ text: String) -> String {
    var result = ""
    var isInWord = false
    for character in text {
      let isLetter = character.isLetter || character == "'" || character.isNumber
      result += isLetter && !isInWord ? character.uppercased() : String(character)
      isInWord = isLetter
    }
    return result
  }
}
