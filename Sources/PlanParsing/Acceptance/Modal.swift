/// The words that make a sentence binding or a scenario: written in capitals, or bold, or opening a line.
enum Modal: Sendable, Hashable {
  case given, when, then
  /// IF, WHILE, WHERE of an EARS sentence.
  case condition
  case shall, must

  static let table = PhraseTable<Modal>([
    ("given", .given), ("when", .when), ("then", .then), ("if", .condition),
    ("while", .condition), ("where", .condition), ("shall", .shall), ("must", .must),
    ("required", .must),
  ])

  /// Whether a match is meant as a keyword: in capitals, or a scenario word right behind bold marks.
  static func isWritten(_ match: PhraseTable<Modal>.Match, in bytes: [UInt8]) -> Bool {
    if ASCII.isUpper(bytes[match.range.lowerBound]),
      ASCII.isUpper(bytes.peek(match.range.lowerBound + 1))
    {
      return true
    }
    switch match.value {
    case .shall: return true
    case .given, .when, .then:
      return bytes.peek(match.range.lowerBound - 1) == ASCII.star
        && bytes.peek(match.range.upperBound) == ASCII.star
    case .must, .condition: return false
    }
  }
}
