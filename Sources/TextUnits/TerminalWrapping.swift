extension TerminalWidth {
  /// The lines of a text broken so that none takes more than `width` cells.
  ///
  /// Breaks at spaces, which then belong to no line, and beside ideographs except before closing
  /// punctuation; inside a word only where it alone is wider than a line. A text without content is one
  /// empty line. `first` is the width of the first line where it differs.
  package static func wrapped(_ text: String, to width: Int, first: Int? = nil) -> [Substring] {
    var wrapper = Wrapper(text: text, room: max(1, first ?? width), width: max(1, width))
    return wrapper.run()
  }

  /// One pass over the grapheme clusters, remembering the last place where a line may end.
  private struct Wrapper {
    let text: String
    /// The cells of the line being filled, and of all that follow.
    var room: Int
    let width: Int

    var lines: [Substring] = []
    var lineStart: String.Index
    var used = 0
    /// Where the line may end, where the next one then starts, and the cells up to there.
    var opportunity: (end: String.Index, next: String.Index, used: Int)?

    init(text: String, room: Int, width: Int) {
      self.text = text
      self.room = room
      self.width = width
      lineStart = text.startIndex
    }

    mutating func run() -> [Substring] {
      var index = text.startIndex
      var previous: Character?
      while index < text.endIndex {
        let character = text[index]
        let next = text.index(after: index)
        let cells = TerminalWidth.of(character)
        if character == " " {
          // a run of spaces is one opportunity, which ends the line before its first
          let end = previous == " " ? (opportunity?.end ?? index) : index
          opportunity = (end, next, used + cells)
        } else {
          if let previous, previous != " ", mayBreak(between: previous, and: character) {
            opportunity = (index, index, used)
          }
          while used + cells > room, index > lineStart { breakLine(before: index) }
        }
        used += cells
        previous = character
        index = next
      }
      lines.append(trimmed(text[lineStart...]))
      return lines
    }

    private mutating func breakLine(before index: String.Index) {
      if let place = opportunity, place.end > lineStart {
        lines.append(text[lineStart..<place.end])
        lineStart = place.next
        used -= place.used
      } else {
        lines.append(text[lineStart..<index])
        lineStart = index
        used = 0
      }
      opportunity = nil
      room = width
    }

    private func trimmed(_ line: Substring) -> Substring {
      var line = line
      while line.last == " " { line.removeLast() }
      return line
    }

    private func mayBreak(between left: Character, and right: Character) -> Bool {
      guard isIdeograph(left) || isIdeograph(right) else { return false }
      return !Self.notAtLineStart.contains(right) && !Self.notAtLineEnd.contains(left)
    }

    private func isIdeograph(_ character: Character) -> Bool {
      guard let first = character.unicodeScalars.first, first.value >= 0x2E80 else { return false }
      return TerminalWidth.of(first) == 2
    }

    private static let notAtLineStart = Set("、。，．：；？！」』）】〕〉》”’…ー々)]}.,:;?!")
    private static let notAtLineEnd = Set("「『（【〔〈《“‘([{")
  }
}
