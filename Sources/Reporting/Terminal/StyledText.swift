internal import TextUnits

/// One line of a terminal report: escaped text with its inks.
///
/// Literals and interpolated values are escaped on the way in, and there is no other way in, so nothing
/// can reach a terminal raw.
struct StyledText: Sendable, Equatable, ExpressibleByStringInterpolation {
  private struct Run: Sendable, Equatable {
    var bytes: Int
    var ink: Ink
  }

  /// Without any control sequence.
  private(set) var text = ""
  private var runs: [Run] = []

  init(stringLiteral value: String) { append(Escaping.text.prose(value), .plain) }

  init(stringInterpolation: StringInterpolation) { self = stringInterpolation.result }

  /// Our own sign, so many times.
  init(_ sign: StaticString, times count: Int, _ ink: Ink = .plain) {
    append(String(repeating: sign.description, count: max(0, count)), ink)
  }

  private init(text: Substring, runs: [Run]) {
    self.text = String(text)
    self.runs = runs
  }

  struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var result = StyledText("")

    init(literalCapacity: Int, interpolationCount: Int) {
      // a line of a report is short: nothing to reserve
    }

    mutating func appendLiteral(_ literal: String) {
      result.append(Escaping.text.prose(literal), .plain)
    }

    /// Running text from anywhere.
    mutating func appendInterpolation(_ text: String, _ ink: Ink = .plain) {
      result.append(Escaping.text.prose(text), ink)
    }

    /// A name from anywhere, in which nothing is folded.
    mutating func appendInterpolation(verbatim text: String, _ ink: Ink = .plain) {
      result.append(Escaping.text.verbatim(text), ink)
    }

    mutating func appendInterpolation(_ number: Int, _ ink: Ink = .plain) {
      result.append(String(number), ink)
    }

    mutating func appendInterpolation(_ styled: StyledText) {
      result += styled
    }
  }

  var isEmpty: Bool { text.isEmpty }

  var width: Int { TerminalWidth.of(text) }

  static func += (left: inout StyledText, right: StyledText) {
    left.text += right.text
    left.runs += right.runs
  }

  static func + (left: StyledText, right: StyledText) -> StyledText {
    var sum = left
    sum += right
    return sum
  }

  private mutating func append(_ escaped: String, _ ink: Ink) {
    guard !escaped.isEmpty else { return }
    text += escaped
    runs.append(Run(bytes: escaped.utf8.count, ink: ink))
  }

  /// All of it in one ink.
  func inked(_ ink: Ink) -> StyledText {
    StyledText(text: text[...], runs: [Run(bytes: text.utf8.count, ink: ink)])
  }

  /// Cut to so many cells, the ellipsis included.
  func truncated(to width: Int) -> StyledText {
    guard self.width > width else { return self }
    return slice(TerminalWidth.prefix(of: text, cells: max(0, width - 1))) + "…"
  }

  /// Filled up with spaces.
  func padded(to width: Int) -> StyledText { self + StyledText(" ", times: width - self.width) }

  /// Broken into lines of at most so many cells, the first of which may be shorter.
  func wrapped(to width: Int, first: Int? = nil) -> [StyledText] {
    TerminalWidth.wrapped(text, to: width, first: first).map { slice($0) }
  }

  /// The runs that lie in a part of the text.
  private func slice(_ part: Substring) -> StyledText {
    let start = text.utf8.distance(from: text.startIndex, to: part.startIndex)
    let range = start..<start + part.utf8.count
    var offset = 0
    var kept: [Run] = []
    for run in runs {
      let overlap = range.clamped(to: offset..<offset + run.bytes)
      if !overlap.isEmpty { kept.append(Run(bytes: overlap.count, ink: run.ink)) }
      offset += run.bytes
    }
    return StyledText(text: part, runs: kept)
  }

  /// The text for a terminal, with SGR sequences where `color` is true.
  func rendered(color: Bool) -> String {
    guard color else { return text }
    var result = ""
    var rest = text.utf8[...]
    for run in runs {
      let piece = String(decoding: rest.prefix(run.bytes), as: UTF8.self)
      rest = rest.dropFirst(run.bytes)
      if let parameters = run.ink.parameters {
        result += "\u{1B}[\(parameters)m\(piece)\u{1B}[0m"
      } else {
        result += piece
      }
    }
    return result
  }
}
