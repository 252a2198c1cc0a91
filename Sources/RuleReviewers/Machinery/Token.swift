/// A word, number, code span or mark of a plan's prose.
package struct Token: Sendable, Hashable {
  /// What kind of token it is.
  package enum Kind: UInt8, Sendable { case word, number, code, symbol }

  package var kind: Kind
  /// All letters are ASCII capitals, and there are at least two.
  package var allCaps: Bool
  /// Letters and digits of ASCII with no capital behind a small letter or digit: nothing to take apart. Not said of
  /// every such token.
  var isOneWord: Bool
  /// White space or the start of the text stands before it.
  package var spaceBefore: Bool
  /// Lowercase in ASCII; a repeated mark is one token (`???`); for code U+FFFC, its content is in the source.
  package var text: Word
  private var start: Int32
  private var end: Int32

  /// Byte offsets in the file.
  package var range: Range<Int> { Int(start)..<Int(end) }

  init(
    kind: Kind, allCaps: Bool = false, isOneWord: Bool = false, spaceBefore: Bool, text: Word,
    range: Range<Int>
  ) {
    self.kind = kind
    self.allCaps = allCaps
    self.isOneWord = isOneWord
    self.spaceBefore = spaceBefore
    self.text = text
    // plans are at most 4 MiB, clamping keeps any other caller from trapping
    self.start = Int32(clamping: range.lowerBound)
    self.end = Int32(clamping: range.upperBound)
  }
}

/// Cuts bytes into tokens.
struct Tokenizer {
  let bytes: [UInt8]

  /// Appends the tokens of a run of text. White space of every kind only separates.
  func append(_ range: Range<Int>, spaceBefore: Bool, to tokens: inout [Token]) {
    var index = range.lowerBound
    let end = min(range.upperBound, bytes.count)
    var space = spaceBefore
    while index < end {
      let byte = bytes[index]
      if byte.isBlank || byte == 0x5C {
        // a backslash only escapes what follows
        space = space || byte != 0x5C
        index += 1
        continue
      }
      let start = index
      if let word = plainWord(from: index, limit: end, spaceBefore: space) {
        index = word.range.upperBound
        tokens.append(word)
      } else if isWordStart(at: index) {
        index = endOfWord(from: index, limit: end)
        tokens.append(word(start..<index, spaceBefore: space))
      } else {
        index = endOfSymbol(from: index, limit: end)
        tokens.append(
          Token(
            kind: .symbol, spaceBefore: space, text: Word(bytes[start..<index]),
            range: start..<index))
      }
      space = false
    }
  }

  /// A word of ASCII alone, as nearly all are: found and read in one pass. Nil for others, and for what is no word.
  private func plainWord(from start: Int, limit: Int, spaceBefore: Bool) -> Token? {
    var (end, before) = (UInt64(0), UInt64(0))
    var capitals = 0
    var smalls = 0
    var isOneWord = true
    var index = start
    while index < limit {
      var byte = bytes[index]
      if byte.isLower {
        smalls += 1
      } else if byte.isUpper {
        if capitals < index - start { isOneWord = false }
        capitals += 1
        byte |= 0x20
      } else if !byte.isDigit {
        guard byte < 0x80 else { return nil }
        guard index > start, joins(byte), index + 1 < limit, bytes[index + 1].isAlphanumeric else {
          break
        }
        isOneWord = false
      }
      before = before << 8 | end >> 56
      end = end << 8 | UInt64(byte)
      index += 1
    }
    // longer words are digested byte by byte
    guard index > start, index - start <= Word.longestKept else { return nil }
    return Token(
      kind: bytes[start].isDigit ? .number : .word, allCaps: capitals >= 2 && smalls == 0,
      isOneWord: isOneWord, spaceBefore: spaceBefore,
      text: Word(end: end, before: before, count: index - start),
      range: start..<index)
  }

  /// An apostrophe, hyphen, dot or underscore inside a word belongs to it.
  private func joins(_ byte: UInt8) -> Bool {
    byte == 0x27 || byte == 0x2D || byte == 0x2E || byte == 0x5F
  }

  private func isWordStart(at index: Int) -> Bool {
    let byte = bytes[index]
    if byte < 0x80 { return byte.isAlphanumeric }
    let scalar = ScalarReader.scalar(in: bytes, at: index).scalar
    return scalar.properties.isAlphabetic
  }

  private func endOfWord(from start: Int, limit: Int) -> Int {
    var index = start
    while index < limit {
      let byte = bytes[index]
      if byte.isAlphanumeric {
        index += 1
        continue
      }
      if byte < 0x80 {
        guard joins(byte), index + 1 < limit, bytes[index + 1].isAlphanumeric else { return index }
        index += 1
        continue
      }
      let (scalar, length) = ScalarReader.scalar(in: bytes, at: index)
      if scalar == "\u{2019}", index + length < limit, bytes[index + length].isLetter {
        index += length
        continue
      }
      guard scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark
      else { return index }
      index += length
    }
    return min(index, limit)
  }

  private func endOfSymbol(from start: Int, limit: Int) -> Int {
    let (scalar, length) = ScalarReader.scalar(in: bytes, at: start)
    var index = start + length
    guard scalar == "?" || scalar == "." || scalar == "-" || scalar == "*" else {
      return min(index, limit)
    }
    while index < limit, bytes[index] == bytes[start] { index += 1 }
    return min(index, limit)
  }

  private func word(_ range: Range<Int>, spaceBefore: Bool) -> Token {
    var text = Word()
    var capitals = 0
    var others = 0
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      if byte == 0xE2, index + 2 < range.upperBound, bytes[index + 1] == 0x80,
        bytes[index + 2] == 0x99
      {
        text.append(0x27)
        index += 3
        continue
      }
      if byte.isUpper { capitals += 1 }
      if byte.isLower || byte >= 0x80 { others += 1 }
      text.append(byte.lowercased)
      index += 1
    }
    return Token(
      kind: bytes[range.lowerBound].isDigit ? .number : .word,
      allCaps: capitals >= 2 && others == 0, spaceBefore: spaceBefore, text: text, range: range)
  }
}
