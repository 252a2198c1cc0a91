/// What a reader would not see, or would see elsewhere than it stands: control characters, ESC,
/// bidirectional controls, zero-width and tag characters, unassigned code points.
enum HiddenCharacters {
  /// Whether a scalar has no visible form of its own.
  static func hides(_ scalar: Unicode.Scalar) -> Bool {
    if (0x20..<0x7F).contains(scalar.value) { return false }
    let properties = scalar.properties
    if properties.isDefaultIgnorableCodePoint { return true }
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned:
      return true
    default: return false
    }
  }

  /// The text with every hidden character as `\u{…}`, its code in hexadecimal.
  ///
  /// Kept are the joiner and the presentation selectors inside an emoji, where they are part of one
  /// picture. More than eight combining marks on one letter are shown as codes too, since they would run
  /// over the lines above. `breaksAsSpaces`: line breaks and tabs become one space each.
  static func shown(_ text: String, breaksAsSpaces: Bool) -> String {
    if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text }
    var result = ""
    result.reserveCapacity(text.utf8.count)
    var previous: Unicode.Scalar?
    var marks = 0
    var scalars = text.unicodeScalars.makeIterator()
    var upcoming = scalars.next()
    while let scalar = upcoming {
      upcoming = scalars.next()
      marks = isMark(scalar) ? marks + 1 : 0
      if breaksAsSpaces, isBreak(scalar) {
        // CR LF is one break
        if !(scalar == "\n" && previous == "\r") { result += " " }
      } else if marks > 8
        || (hides(scalar) && !isPartOfEmoji(scalar, after: previous, before: upcoming))
      {
        result += code(of: scalar)
      } else {
        result.unicodeScalars.append(scalar)
      }
      previous = scalar
    }
    return result
  }

  private static func code(of scalar: Unicode.Scalar) -> String {
    "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
  }

  private static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\n", "\r", "\t", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}": true
    default: false
    }
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value >= 0x300 else { return false }
    let category = scalar.properties.generalCategory
    return category == .nonspacingMark || category == .enclosingMark
  }

  private static func isPartOfEmoji(
    _ scalar: Unicode.Scalar, after previous: Unicode.Scalar?, before next: Unicode.Scalar?
  ) -> Bool {
    guard let previous else { return false }
    switch scalar.value {
    case 0xFE0E, 0xFE0F: return previous.properties.isEmoji
    case 0x200D:
      guard let next else { return false }
      return isPicture(next) && (isPicture(previous) || previous.value == 0xFE0F)
    default: return false
    }
  }

  /// An emoji other than the digits and signs that keycaps are made from.
  private static func isPicture(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value > 0xFF && scalar.properties.isEmoji
  }
}
