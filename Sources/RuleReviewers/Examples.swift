/// Small plans in our own words that show what a rule reports and what it leaves alone.
///
/// In a bad example «…» encloses the place of each finding; without marks the finding is about the whole plan.
package struct Examples: Sendable {
  package var bad: [String]
  package var good: [String]
  /// The files of the working tree that the plans are about, by path; empty where there is none.
  package var files: [String: String]
  /// What becomes of the bad examples' findings when their text is moved or rewritten.
  package var moved: [Mutation: Outcome]

  package init(
    bad: [String], good: [String], files: [String: String] = [:], moved: [Mutation: Outcome]
  ) {
    self.bad = bad
    self.good = good
    self.files = files
    self.moved = moved
  }

  /// A change of an example that must not surprise.
  package enum Mutation: String, Sendable, CaseIterable {
    /// All line ends become CR LF.
    case carriageReturns = "CR LF line ends"
    /// A paragraph of emoji stands before the text.
    case emojiBefore = "emoji before it"
    /// The whole text stands inside a code fence of another plan.
    case fenced = "inside a code fence"
    /// The whole text is a block quotation.
    case quoted = "inside a quotation"
    /// The text's paragraphs and lists stand below a Background heading.
    case background = "in a background section"
  }

  /// What becomes of a finding when its text is changed.
  package enum Outcome: String, Sendable {
    case fires = "still reported"
    case silent = "not reported"
    /// Reported with a lower severity.
    case lowered = "reported as minor"
    /// It depends on the structure that the mutation takes away: no promise.
    case open = "depends on what is left"
  }

  /// A bad example without its marks, and the marked ranges in bytes of that text.
  package static func unmark(_ text: String) -> (text: String, places: [Range<Int>]) {
    var bytes: [UInt8] = []
    var places: [Range<Int>] = []
    var start: Int?
    for scalar in text.unicodeScalars {
      switch scalar {
      case "«": start = bytes.count
      case "»":
        if let begin = start { places.append(begin..<bytes.count) }
        start = nil
      default: bytes.append(contentsOf: Array(String(Character(scalar)).utf8))
      }
    }
    return (String(decoding: bytes, as: UTF8.self), places)
  }
}
