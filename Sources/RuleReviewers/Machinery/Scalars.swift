/// Reads Unicode scalars out of bytes one by one; a byte that starts none counts as U+FFFD.
struct ScalarReader {
  /// Decodes the scalar that starts at `index`.
  ///
  /// - Returns: the scalar and its length in bytes, 1 for a byte that is not valid UTF-8.
  @inline(__always)
  static func scalar(in bytes: [UInt8], at index: Int) -> (scalar: Unicode.Scalar, length: Int) {
    let first = bytes[index]
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    return multibyteScalar(in: bytes, at: index, first: first)
  }

  private static func multibyteScalar(
    in bytes: [UInt8], at index: Int, first: UInt8
  ) -> (scalar: Unicode.Scalar, length: Int) {
    let length: Int
    var value: UInt32
    switch first {
    case 0xC2...0xDF: (length, value) = (2, UInt32(first & 0x1F))
    case 0xE0...0xEF: (length, value) = (3, UInt32(first & 0x0F))
    case 0xF0...0xF4: (length, value) = (4, UInt32(first & 0x07))
    default: return ("\u{FFFD}", 1)
    }
    guard index + length <= bytes.count else { return ("\u{FFFD}", 1) }
    for offset in 1..<length {
      let byte = bytes[index + offset]
      guard byte & 0xC0 == 0x80 else { return ("\u{FFFD}", 1) }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    let smallest: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000
    guard value >= smallest, let scalar = Unicode.Scalar(value) else { return ("\u{FFFD}", 1) }
    return (scalar, length)
  }
}

/// Byte classes that several scanners need.
extension UInt8 {
  @inline(__always) var isDigit: Bool { self >= 0x30 && self <= 0x39 }
  @inline(__always) var isUpper: Bool { self >= 0x41 && self <= 0x5A }
  @inline(__always) var isLower: Bool { self >= 0x61 && self <= 0x7A }
  @inline(__always) var isLetter: Bool { isUpper || isLower }
  @inline(__always) var isAlphanumeric: Bool { isLetter || isDigit }
  @inline(__always) var isHexDigit: Bool {
    isDigit || (self >= 0x41 && self <= 0x46) || (self >= 0x61 && self <= 0x66)
  }
  @inline(__always) var isBlank: Bool {
    self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D
  }
  @inline(__always) var lowercased: UInt8 { isUpper ? self | 0x20 : self }
}
