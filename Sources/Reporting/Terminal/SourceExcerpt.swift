internal import CheckModel
internal import TextUnits

/// A line of the plan with marks under a place in it.
struct SourceExcerpt: Sendable {
  let line: Int
  /// As it is drawn: escaped, tabs filled up, cut to the width.
  let text: String
  /// Cells before the first mark, and how many marks.
  let markStart: Int
  let markWidth: Int
  /// The line in which a place of several lines ends.
  let lastLine: Int?

  private static let tabStop = 4
  /// Bytes looked at on each side of the place: a line may be a megabyte long.
  private static let reach = 2_000

  /// The excerpt for a place, at most `width` cells wide.
  init(of span: Span, in plan: Plan, width: Int) {
    let source = plan.files[span.file].source
    let lines = plan.lines(of: span)
    var range = source.lineRange(lines.lowerBound)
    if lines.lowerBound == 1 {
      let text = min(range.upperBound, source.byteOrderMarkLength)
      range = text..<range.upperBound
    }
    let marked = span.range.clamped(to: range)
    let head = max(range.lowerBound, marked.lowerBound - Self.reach)
    let tail = min(range.upperBound, marked.upperBound + Self.reach)
    let end = min(marked.upperBound, marked.lowerBound + Self.reach)

    let before = Self.drawn(source.string(head..<marked.lowerBound), from: 0)
    let column = TerminalWidth.of(before)
    let middle = Self.drawn(
      Self.withoutTrailingSpace(source.string(marked.lowerBound..<end)), from: column)
    let middleWidth = TerminalWidth.of(middle)
    let after = Self.drawn(
      source.string(end..<tail), from: column + middleWidth)

    // keep the place in sight: at least half of the line belongs to it and to what follows
    let room = max(8, width)
    let kept: String
    if column + middleWidth + min(8, TerminalWidth.of(after)) <= room {
      kept = before
    } else {
      kept = TerminalWidth.truncatedAtStart(before, to: max(room / 4, room - middleWidth - 8))
    }
    line = lines.lowerBound
    text = Self.withoutTrailingSpace(TerminalWidth.truncated(kept + middle + after, to: room))
    markStart = min(TerminalWidth.of(kept), room - 1)
    markWidth = max(1, min(middleWidth, room - markStart))
    lastLine = lines.upperBound > lines.lowerBound ? lines.upperBound : nil
  }

  private static func withoutTrailingSpace(_ text: String) -> String {
    var text = text
    while let last = text.last, last == " " || last == "\t" { text.removeLast() }
    return text
  }

  /// Tabs as spaces up to the next stop, everything else escaped.
  private static func drawn(_ text: String, from start: Int) -> String {
    var result = ""
    var column = start
    for (index, piece) in text.split(separator: "\t", omittingEmptySubsequences: false).enumerated()
    {
      if index > 0 {
        let fill = tabStop - column % tabStop
        result += String(repeating: " ", count: fill)
        column += fill
      }
      let escaped = Escaping.text.verbatim(String(piece))
      result += escaped
      column += TerminalWidth.of(escaped)
    }
    return result
  }
}

extension Page {
  /// The place in the form that compilers use: where it is, its line after a gutter of so many digits, and
  /// marks below it.
  mutating func excerpt(
    _ span: Span, at location: Location, of plan: Plan, digits: Int, note: StyledText,
    marks ink: Ink
  ) {
    let gutter = StyledText(" ", times: digits + 1)
    let place: StyledText =
      "\(verbatim: location.file):\(location.startLine):\(location.startColumn)"
    let arrow: StyledText = StyledText(" ", times: digits) + "\("-->", .faint) \(place)"
    let fits = arrow.width + 2 + note.width <= width
    wide(fits ? "\(arrow)  \(note)" : arrow)
    if !fits { paragraph(note, label: StyledText(" ", times: digits + 5)) }
    let excerpt = SourceExcerpt(of: span, in: plan, width: width - digits - 3)
    let number = StyledText(" ", times: digits - String(excerpt.line).count)
    line("\(number)\(excerpt.line, .faint) \("│", .faint) \(verbatim: excerpt.text)")
    let marks =
      StyledText(" ", times: excerpt.markStart) + StyledText("^", times: excerpt.markWidth, ink)
    let end: StyledText = excerpt.lastLine.map { " \("… to line \($0)", .faint)" } ?? ""
    line("\(gutter)\("│", .faint) \(marks)\(end)")
  }
}
