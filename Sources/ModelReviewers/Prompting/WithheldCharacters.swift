/// Characters that a reader of the rendered plan does not see and a model would read.
enum WithheldCharacters {
  /// Zero-width and bidirectional controls, fillers, variation selectors, tags: the default-ignorable
  /// code points of Unicode 16 that are assigned, and the annotation marks.
  static func contains(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xAD, 0x34F, 0x61C, 0x115F...0x1160, 0x17B4...0x17B5, 0x180B...0x180F, 0x200B...0x200F,
      0x202A...0x202E, 0x2060...0x206F, 0x3164, 0xFE00...0xFE0F, 0xFEFF, 0xFFA0, 0xFFF0...0xFFFB,
      0x1BCA0...0x1BCA3, 0x1D173...0x1D17A, 0xE0000...0xE0FFF:
      true
    default: false
    }
  }

  /// Whether it belongs to how an emoji or a script is written when it follows this character.
  ///
  /// Joiners and emoji variation selectors behind a non-ASCII character are everyday writing.
  static func isEveryday(_ scalar: Unicode.Scalar, after previous: Unicode.Scalar?) -> Bool {
    guard let previous, !previous.isASCII else { return false }
    return scalar.value == 0x200C || scalar.value == 0x200D || scalar.value == 0xFE0E
      || scalar.value == 0xFE0F
  }

  /// `\u{…}` for a control character or a line break that is none to us, which would break the form of
  /// a numbered line; nil for characters that are shown as they are.
  static func visible(_ scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0x09: nil
    case 0x00...0x1F, 0x7F...0x9F, 0x2028...0x2029:
      "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
    default: nil
    }
  }
}
