/// Finds characters that a reader cannot see, and tells the honest uses from the others.
enum HiddenCharacters {
  /// A kind of hidden character.
  enum Family: String, CaseIterable {
    case zeroWidth = "zero-width"
    case bidirectional = "bidirectional control"
    case tag = "tag"
    case softHyphen = "soft hyphen"
    case variationSelector = "variation selector"
    case filler = "invisible filler"
    case control = "control"

    /// Tags spell whole sentences and bidirectional controls reorder what is read.
    var isGrave: Bool { self == .tag || self == .bidirectional }
  }

  struct Place {
    var range: Range<Int>
    var family: Family
    var scalar: Unicode.Scalar
  }

  /// Every hidden character without an honest use, in order.
  static func places(in bytes: [UInt8]) -> [Place] {
    var found: [Place] = []
    var previous: Unicode.Scalar = " "
    var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var flagEnd = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        if isControl(byte) {
          found.append(
            Place(range: index..<index + 1, family: .control, scalar: Unicode.Scalar(byte)))
        }
        previous = Unicode.Scalar(byte)
        index += 1
        continue
      }
      let (scalar, length) = ScalarReader.scalar(in: bytes, at: index)
      if let family = family(of: scalar), index >= flagEnd {
        let next = index + length
        if scalar.value >= 0xE0020, previous.value == 0x1F3F4,
          let end = endOfFlag(bytes, from: index)
        {
          flagEnd = end
        } else if !isHonest(scalar, family, after: previous, before: following(bytes, next)) {
          found.append(Place(range: index..<next, family: family, scalar: scalar))
        }
      }
      previous = scalar
      index += length
    }
    return found
  }

  private static func following(_ bytes: [UInt8], _ index: Int) -> Unicode.Scalar {
    index < bytes.count ? ScalarReader.scalar(in: bytes, at: index).scalar : " "
  }

  /// Everything below the space but tab, line ends and form feed; and delete.
  private static func isControl(_ byte: UInt8) -> Bool {
    (byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D && byte != 0x0C) || byte == 0x7F
  }

  static func family(of scalar: Unicode.Scalar) -> Family? {
    switch scalar.value {
    case 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0x180E: .zeroWidth
    case 0x200E, 0x200F, 0x061C, 0x202A...0x202E, 0x2066...0x2069: .bidirectional
    case 0xE0000...0xE007F: .tag
    case 0x00AD: .softHyphen
    case 0xFE00...0xFE0F, 0xE0100...0xE01EF: .variationSelector
    case 0x115F, 0x1160, 0x3164, 0xFFA0, 0x2800, 0x034F, 0x17B4, 0x17B5, 0x2061...0x2065,
      0x206A...0x206F, 0xFFF9...0xFFFB:
      .filler
    case 0x0080...0x009F: .control
    default: nil
    }
  }

  private static func isHonest(
    _ scalar: Unicode.Scalar, _ family: Family, after previous: Unicode.Scalar,
    before next: Unicode.Scalar
  ) -> Bool {
    switch family {
    case .zeroWidth:
      switch scalar.value {
      case 0x200D: return (isPictorial(previous) && isPictorial(next)) || joins(previous, next)
      case 0x200C: return joins(previous, next)
      // a place to break a line in scripts without spaces
      case 0x200B: return isSpaceless(previous) || isSpaceless(next)
      default: return false
      }
    case .bidirectional:
      // overrides have no use in a plan; marks and isolates stand beside right-to-left letters
      guard scalar.value != 0x202D, scalar.value != 0x202E else { return false }
      return isRightToLeft(previous) || isRightToLeft(next)
    case .variationSelector:
      guard Self.family(of: previous) != .variationSelector else { return false }
      if scalar.value >= 0xE0100 { return isIdeograph(previous) }
      return isPictorial(previous) || isIdeograph(previous) || isKeycapBase(previous, next)
        || previous.properties.generalCategory == .mathSymbol
    case .filler:
      // a blank Braille cell among Braille, a filler among Korean letters
      if scalar.value == 0x2800 { return isBraille(previous) || isBraille(next) }
      return isHangul(previous) || isHangul(next)
    case .softHyphen, .tag, .control: return false
    }
  }

  /// The end of `🏴` + letters as tags + cancel tag, the flag of a region.
  private static func endOfFlag(_ bytes: [UInt8], from start: Int) -> Int? {
    var index = start
    var letters = 0
    while index < bytes.count, letters <= 6 {
      let (scalar, length) = ScalarReader.scalar(in: bytes, at: index)
      index += length
      if scalar.value == 0xE007F { return letters >= 3 ? index : nil }
      let isLetterTag = (0xE0061...0xE007A).contains(scalar.value)
      let isDigitTag = (0xE0030...0xE0039).contains(scalar.value)
      guard isLetterTag || isDigitTag else { return nil }
      letters += 1
    }
    return nil
  }

  private static func isPictorial(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value == 0xFE0F || scalar.value == 0x20E3 { return true }
    if (0x1F3FB...0x1F3FF).contains(scalar.value) { return true }
    return scalar.value > 0x7F
      && (scalar.properties.isEmoji || scalar.properties.generalCategory == .otherSymbol
        || scalar.properties.generalCategory == .mathSymbol)
  }

  private static func isKeycapBase(_ scalar: Unicode.Scalar, _ next: Unicode.Scalar) -> Bool {
    let isBase = (0x30...0x39).contains(scalar.value) || scalar == "#" || scalar == "*"
    return isBase && next.value == 0x20E3
  }

  /// Joiners shape letters in Arabic, Syriac, Mongolian and the scripts of India and its neighbours.
  private static func joins(_ previous: Unicode.Scalar, _ next: Unicode.Scalar) -> Bool {
    [previous, next].contains { scalar in
      (0x0600...0x08FF).contains(scalar.value) || (0x0900...0x0DFF).contains(scalar.value)
        || (0x0F00...0x109F).contains(scalar.value) || (0x1780...0x18AF).contains(scalar.value)
        || (0xFB50...0xFEFC).contains(scalar.value)
    }
  }

  private static func isSpaceless(_ scalar: Unicode.Scalar) -> Bool {
    (0x0E00...0x0EFF).contains(scalar.value) || (0x1780...0x17FF).contains(scalar.value)
      || (0x1000...0x109F).contains(scalar.value)
  }

  private static func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
    (0x0590...0x08FF).contains(scalar.value) || (0xFB1D...0xFEFC).contains(scalar.value)
  }

  private static func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isIdeographic || (0x3000...0x30FF).contains(scalar.value)
      || (0xFF00...0xFF60).contains(scalar.value)
  }

  private static func isBraille(_ scalar: Unicode.Scalar) -> Bool {
    (0x2801...0x28FF).contains(scalar.value)
  }

  private static func isHangul(_ scalar: Unicode.Scalar) -> Bool {
    (0x1100...0x11FF).contains(scalar.value) || (0x3131...0x318E).contains(scalar.value)
      || (0xAC00...0xD7A3).contains(scalar.value)
  }
}
