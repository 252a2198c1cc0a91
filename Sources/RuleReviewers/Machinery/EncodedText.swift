/// Finds long runs of base64 or hex and reads them.
enum EncodedText {
  /// Shorter runs hold no order.
  static let shortest = 60
  /// Shorter runs that decode to harmless text are identifiers and names.
  static let conspicuous = 120

  /// Maximal runs of base64 letters of at least `shortest`; a line end inside a run does not end it.
  static func runs(in bytes: [UInt8]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = 0
    while index < bytes.count {
      guard isLetter(bytes[index]) else {
        index += 1
        continue
      }
      let start = index
      var end = index
      var lineStart = index
      while index < bytes.count {
        if isLetter(bytes[index]) {
          index += 1
          end = index
        } else if bytes[index] == 0x0A || bytes[index] == 0x0D, end - lineStart >= 40 {
          // wrapped: only lines of letters alone, long ones, go on
          while index < bytes.count, bytes[index] == 0x0A || bytes[index] == 0x0D { index += 1 }
          lineStart = index
        } else {
          break
        }
      }
      if end - start >= shortest { found.append(start..<end) }
      index = max(index, start + 1)
    }
    return found
  }

  /// The text in hex or base64, if at least nine characters in ten are printable and words are apart.
  static func decode(_ run: ArraySlice<UInt8>) -> [UInt8]? {
    let letters = run.filter { $0 != 0x0A && $0 != 0x0D }
    for candidate in [hex(letters), base64(letters)] {
      guard let bytes = candidate, isText(bytes) else { continue }
      return bytes
    }
    return nil
  }

  /// Whether decoded text is an order to a reviewer.
  static func instructs(_ bytes: [UInt8]) -> Bool {
    var tokens: [Token] = []
    Tokenizer(bytes: bytes).append(0..<bytes.count, spaceBefore: true, to: &tokens)
    return SentenceSplitter.split(tokens[...]).contains { range in
      ReviewerInstruction.find(
        in: Utterance(
          file: 0, tokens: tokens[range], zone: .paragraph, hidden: true, startsLine: true)) != nil
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte.isAlphanumeric || byte == 0x2B || byte == 0x2F || byte == 0x3D || byte == 0x2D
      || byte == 0x5F
  }

  private static func hex(_ letters: [UInt8]) -> [UInt8]? {
    guard letters.allSatisfy(\.isHexDigit) else { return nil }
    var bytes: [UInt8] = []
    var index = 0
    while index + 1 < letters.count {
      bytes.append(nibble(letters[index]) << 4 | nibble(letters[index + 1]))
      index += 2
    }
    return bytes
  }

  private static func nibble(_ byte: UInt8) -> UInt8 {
    byte.isDigit ? byte - 0x30 : byte.lowercased - 0x61 + 10
  }

  private static func base64(_ letters: [UInt8]) -> [UInt8]? {
    var bytes: [UInt8] = []
    var bits: UInt32 = 0
    var count = 0
    for letter in letters {
      let value: UInt8
      switch letter {
      case 0x41...0x5A: value = letter - 0x41
      case 0x61...0x7A: value = letter - 0x61 + 26
      case 0x30...0x39: value = letter - 0x30 + 52
      case 0x2B, 0x2D: value = 62
      case 0x2F, 0x5F: value = 63
      default: continue
      }
      bits = (bits << 6 | UInt32(value)) & 0xFF_FFFF
      count += 6
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return bytes
  }

  private static func isText(_ bytes: [UInt8]) -> Bool {
    guard bytes.count >= 40 else { return false }
    let printable = bytes.filter { ($0 >= 0x20 && $0 < 0x7F) || $0 == 0x0A || $0 == 0x0D }.count
    let spaces = bytes.filter { $0 == 0x20 }.count
    let letters = bytes.filter(\.isLetter).count
    return printable * 10 >= bytes.count * 9 && spaces * 20 >= bytes.count
      && letters * 2 >= bytes.count
  }
}
