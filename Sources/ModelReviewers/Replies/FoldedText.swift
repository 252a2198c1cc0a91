/// Text with white space and inline markup folded, so that a quote is found although its writer dropped
/// the emphasis, joined two lines or left a code mark out.
///
/// Runs of white space become one space; `*`, backtick, `~`, the backslash of an escape, underscores at
/// the edge of a word, quotation marks `>` at the start of a line and hidden characters disappear.
/// Letters, their case and punctuation stay: a quote has to be literal.
struct FoldedText: Sendable {
  private(set) var bytes: [UInt8] = []
  /// For each folded byte the offset of the byte it comes from.
  private(set) var offsets: [Int32] = []

  init(_ source: [UInt8]) {
    bytes.reserveCapacity(source.count)
    offsets.reserveCapacity(source.count)
    var space: Int?
    var atLineStart = true
    var index = 0
    while index < source.count {
      let end = Self.endOfPlain(in: source, from: index)
      if end > index {
        if let start = space, !bytes.isEmpty { append(0x20, from: start) }
        space = nil
        atLineStart = false
        bytes += source[index..<end]
        offsets += (index..<end).lazy.map { Int32(clamping: $0) }
        index = end
        continue
      }
      let scalar = UTF8Scalar.at(index, in: source)
      let next = index + scalar.length
      defer { index = next }
      if Self.isWhitespace(scalar.value) {
        if space == nil { space = index }
        if scalar.value == "\n" { atLineStart = true }
        continue
      }
      if atLineStart, scalar.value == ">" {
        if space == nil { space = index }
        continue
      }
      atLineStart = false
      if Self.isDropped(scalar.value, at: index, in: source) { continue }
      if let start = space {
        if !bytes.isEmpty { append(0x20, from: start) }
        space = nil
      }
      for place in index..<min(next, source.count) { append(source[place], from: place) }
    }
  }

  /// The end of a run of characters that stand for themselves wherever they stand, single spaces between them
  /// included.
  private static func endOfPlain(in source: [UInt8], from start: Int) -> Int {
    var end = start
    while end < source.count {
      if isPlain(source[end]) {
        end += 1
      } else if end > start, source[end] == 0x20, end + 1 < source.count, isPlain(source[end + 1]) {
        end += 2
      } else {
        break
      }
    }
    return end
  }

  /// Visible ASCII that is no inline markup and quotes no line.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "*"), UInt8(ascii: "`"), UInt8(ascii: "~"), UInt8(ascii: "\\"),
      UInt8(ascii: "_"), UInt8(ascii: ">"):
      false
    default: byte > 0x20 && byte < 0x7F
    }
  }

  private mutating func append(_ byte: UInt8, from offset: Int) {
    bytes.append(byte)
    offsets.append(Int32(clamping: offset))
  }

  private static func isDropped(
    _ scalar: Unicode.Scalar, at index: Int, in source: [UInt8]
  ) -> Bool {
    switch scalar {
    case "*", "`", "~": true
    case "\\": index + 1 < source.count && isPunctuation(source[index + 1])
    case "_":
      !(index > 0 && isWord(source[index - 1])
        && index + 1 < source.count && isWord(source[index + 1]))
    default: !scalar.isASCII && WithheldCharacters.contains(scalar)
    }
  }

  private static func isWhitespace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII
      ? scalar == " " || (scalar.value >= 0x09 && scalar.value <= 0x0D)
      : scalar.properties.isWhitespace
  }

  private static func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"), 0x80...0xFF:
      true
    default: false
    }
  }
}
