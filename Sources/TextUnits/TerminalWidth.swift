internal import CUTF8Proc

/// How many cells of a terminal text takes.
///
/// Counted by grapheme cluster, as terminals draw: an ideograph or an emoji takes two cells, whatever it
/// is joined from, a combining mark none. Control characters count as nothing: replace them first.
/// Widths are those of Unicode's East Asian Width, ambiguous ones are narrow.
package enum TerminalWidth {
  /// The cells of one grapheme cluster: 0, 1, 2, or more for a cluster of several spacing letters.
  package static func of(_ character: Character) -> Int {
    let scalars = character.unicodeScalars
    var sum = 0
    for scalar in scalars {
      let width = of(scalar)
      // the first spacing scalar decides where it is wide: what follows is drawn into its two cells
      if sum == 0, width == 2 { return 2 }
      sum += width
    }
    return isDrawnAsEmoji(scalars) ? 2 : sum
  }

  /// The cells of a text.
  package static func of(_ text: some StringProtocol) -> Int {
    if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text.utf8.count }
    return text.reduce(0) { $0 + of($1) }
  }

  /// The text cut at the end to at most `width` cells, the ellipsis included where something was cut.
  package static func truncated(_ text: String, to width: Int, ellipsis: String = "…") -> String {
    guard of(text) > width else { return text }
    let room = width - of(ellipsis)
    guard room >= 0 else { return "" }
    return String(prefix(of: text, cells: room)) + ellipsis
  }

  /// The text cut at the start to at most `width` cells, the ellipsis included where something was cut.
  package static func truncatedAtStart(
    _ text: String, to width: Int, ellipsis: String = "…"
  ) -> String {
    guard of(text) > width else { return text }
    let room = width - of(ellipsis)
    guard room >= 0 else { return "" }
    var used = 0
    var start = text.endIndex
    while start > text.startIndex {
      let before = text.index(before: start)
      used += of(text[before])
      if used > room { break }
      start = before
    }
    return ellipsis + String(text[start...])
  }

  /// The text filled up with spaces to `width` cells; a longer text is left as it is.
  package static func padded(_ text: String, to width: Int, atStart: Bool = false) -> String {
    let fill = String(repeating: " ", count: max(0, width - of(text)))
    return atStart ? fill + text : text + fill
  }

  /// The longest start of a text that fits into so many cells.
  package static func prefix(of text: String, cells: Int) -> Substring {
    var used = 0
    var end = text.startIndex
    while end < text.endIndex {
      used += of(text[end])
      if used > cells { break }
      end = text.index(after: end)
    }
    return text[..<end]
  }

  static func of(_ scalar: Unicode.Scalar) -> Int {
    if (0x20..<0x7F).contains(scalar.value) { return 1 }
    return max(0, Int(utf8proc_charwidth(utf8proc_int32_t(bitPattern: scalar.value))))
  }

  /// A flag of two regional indicators, a keycap, or a narrow symbol with an emoji variation selector.
  private static func isDrawnAsEmoji(_ scalars: Character.UnicodeScalarView) -> Bool {
    guard let first = scalars.first, scalars.count > 1 else { return false }
    if (0x1F1E6...0x1F1FF).contains(first.value) { return true }
    return first.properties.isEmoji && scalars.dropFirst().first?.value == 0xFE0F
  }
}
