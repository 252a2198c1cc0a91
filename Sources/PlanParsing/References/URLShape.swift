/// Web and mail addresses in running text and code.
enum URLShape {
  /// The address that starts at an offset, without ending punctuation; nil when none does.
  static func url(_ bytes: [UInt8], at start: Int, before end: Int) -> Range<Int>? {
    let schemes: [StaticString]
    switch ASCII.lower(bytes.peek(start)) {
    case UInt8(ascii: "h"): schemes = ["https://", "http://"]
    case UInt8(ascii: "s"): schemes = ["ssh://"]
    case UInt8(ascii: "f"): schemes = ["ftp://"]
    case UInt8(ascii: "g"): schemes = ["git@"]
    case UInt8(ascii: "m"): schemes = ["mailto:"]
    default: return nil
    }
    guard let scheme = schemes.first(where: { bytes.holds($0, at: start) }) else { return nil }
    var stop = start + scheme.utf8CodeUnitCount
    let least = stop
    // no address is longer, and taking brackets off costs its length squared
    let limit = min(end, start + 2_048)
    while stop < limit, isURLByte(bytes[stop]) { stop += 1 }
    while stop > least, isEnding(bytes[stop - 1]) {
      if bytes[stop - 1] == 0x29, bytes[start..<stop].contains(0x28) { break }
      stop -= 1
    }
    return stop > least ? start..<stop : nil
  }

  private static func isURLByte(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte < 0x7F && ![0x22, 0x3C, 0x3E, 0x60, 0x7B, 0x7D, 0x7C, 0x5C].contains(byte)
  }

  private static func isEnding(_ byte: UInt8) -> Bool {
    [0x2E, 0x2C, 0x3B, 0x3A, 0x21, 0x3F, 0x29, 0x5D, 0x27, 0x2A].contains(byte)
  }
}
