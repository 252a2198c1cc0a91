import CheckModel

/// A word, number or mark of a clause, with code spans and joined words taken apart.
struct Piece: Sendable {
  enum Kind: Sendable, Hashable { case word, number, mark }

  var kind: Kind
  /// Lowercase; of a number its unit or the word joined to it, empty without one.
  var raw: Word
  /// Of a content word; empty for fillers, numbers and marks.
  var stem: Word = ""
  /// Of a number.
  var value = 0.0
  var isCode = false
  /// White space stands before it.
  var spaceBefore = false
  var range: Range<Int>
}

/// Takes a sentence apart.
struct PieceReader {
  let bytes: [UInt8]

  /// The pieces of some tokens of a sentence.
  func pieces(of tokens: ArraySlice<Token>) -> [Piece] {
    var pieces: [Piece] = []
    pieces.reserveCapacity(tokens.count)
    var index = tokens.startIndex
    while index < tokens.endIndex {
      let token = tokens[index]
      switch token.kind {
      case .symbol:
        pieces.append(
          Piece(
            kind: .mark, raw: token.text, spaceBefore: token.spaceBefore, range: token.range))
      case .number:
        var end = token.range.upperBound
        // digits in groups: 5,000
        while index + 2 < tokens.endIndex, tokens[index + 1].text == ",",
          tokens[index + 2].text.count == 3, tokens[index + 2].kind == .number,
          !tokens[index + 1].spaceBefore, !tokens[index + 2].spaceBefore
        {
          index += 2
          end = tokens[index].range.upperBound
        }
        pieces.append(number(token.range.lowerBound..<end, token.spaceBefore))
      case .word where token.isOneWord: pieces.append(word(token))
      case .word:
        // a typographic apostrophe is shorter in the token's text
        let isPlain = token.text.count == token.range.count
        append(
          token.range, token.spaceBefore, isCode: false, text: isPlain ? token.text : nil,
          to: &pieces)
      case .code:
        let trimmed = bytes[token.range].allSatisfy { $0.isDigit || $0 == 0x5F || $0 == 0x2E }
        if trimmed || isAmount(token.range) {
          var piece = number(token.range, token.spaceBefore)
          piece.isCode = true
          pieces.append(piece)
        } else {
          append(token.range, token.spaceBefore, isCode: true, to: &pieces)
        }
      }
      index += 1
    }
    return pieces
  }

  /// As `append`, of a word that need not be taken apart.
  private func word(_ token: Token) -> Piece {
    let raw = token.text
    let isUnit = MeasureUnit.bySpelling[raw] != nil
    if !isUnit || raw.count > 3, let value = AmountWords.numbers[raw] {
      return number(value, spelled: raw, isCode: false, token.spaceBefore, token.range)
    }
    let isContent = raw.count > 2 && !isUnit && !AmountWords.fillers.contains(raw)
    return Piece(
      kind: .word, raw: raw, stem: isContent ? Stem.of(raw, bytes[token.range]) : "",
      spaceBefore: token.spaceBefore, range: token.range)
  }

  private func number(
    _ value: Double, spelled raw: Word, isCode: Bool, _ spaceBefore: Bool, _ range: Range<Int>
  ) -> Piece {
    Piece(
      kind: .number, raw: raw == "twice" || raw == "thrice" ? "times" : "", value: value,
      isCode: isCode, spaceBefore: spaceBefore, range: range)
  }

  /// `the document's`
  private func withoutGenitive(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    text.count > 3 && text.last == 0x73 && text[text.endIndex - 2] == 0x27 ? text.dropLast(2) : text
  }

  /// The number of `now - 7 days`.
  private func amount(_ digits: Range<Int>, _ range: Range<Int>) -> Piece? {
    guard digits.count <= 6, bytes[digits].allSatisfy(\.isDigit),
      isUnit(behind: digits.upperBound, range),
      let value = Double(String(decoding: bytes[digits], as: UTF8.self))
    else { return nil }
    return Piece(
      kind: .number, raw: "", value: value, isCode: true, spaceBefore: true, range: digits)
  }

  /// A blank and a unit of more than one letter come next.
  private func isUnit(behind end: Int, _ range: Range<Int>) -> Bool {
    guard end < range.upperBound, bytes[end] == 0x20 else { return false }
    let word = bytes[end + 1..<range.upperBound].prefix { $0.isLetter }
    return word.count > 1 && MeasureUnit.bySpelling[Word(word.lazy.map(\.lowercased))] != nil
  }

  /// `30 s` and nothing else.
  private func isAmount(_ range: Range<Int>) -> Bool {
    guard range.count <= 12, bytes[range.lowerBound].isDigit else { return false }
    let rest = bytes[range].drop { $0.isDigit || $0 == 0x2E || $0 == 0x5F || $0 == 0x20 }
    return MeasureUnit.bySpelling[Word(rest.map(\.lowercased))] != nil
  }

  /// Digits, then what is joined to them.
  private func number(_ range: Range<Int>, _ spaceBefore: Bool) -> Piece {
    let text = bytes[range]
    let digits = text.prefix { $0.isDigit || $0 == 0x2C || $0 == 0x5F || $0 == 0x2E }
    let plain = digits.filter { $0 != 0x2C && $0 != 0x5F }
    let value = Double(String(decoding: plain, as: UTF8.self))
    let rest = text.dropFirst(digits.count).drop { $0 == 0x2D || $0 == 0x20 }.map(\.lowercased)
    let unit = Word(rest)
    let isNoun = rest.count > 2 && MeasureUnit.bySpelling[unit] == nil
    return Piece(
      kind: value == nil ? .mark : .number, raw: unit, stem: isNoun ? Stem.of(rest) : "",
      value: value ?? 0, spaceBefore: spaceBefore, range: range)
  }

  /// The words of a run of letters, joined by hyphens, underscores or capitals; in code marks end a word, too.
  ///
  /// - Parameter text: the whole run in lowercase, where that is known.
  func append(
    _ range: Range<Int>, _ spaceBefore: Bool, isCode: Bool, text known: Word? = nil,
    to pieces: inout [Piece]
  ) {
    // KiB and kB are no two words, and a two-byte character is of a kind
    let isKind = !isCode && (bytes[range].ends(with: "-byte") || bytes[range].ends(with: "-bit"))
    if range.count <= 3 || isKind {
      let raw = known ?? Word(bytes[range].lazy.map(\.lowercased))
      if isKind || MeasureUnit.bySpelling[raw] != nil {
        pieces.append(
          Piece(kind: .word, raw: raw, isCode: isCode, spaceBefore: spaceBefore, range: range))
        return
      }
    }
    var start = range.lowerBound
    var isFirst = true
    func take(_ end: Int) {
      guard end > start else { return }
      let text = withoutGenitive(bytes[start..<end])
      let raw = (text.count == range.count ? known : nil) ?? Word(text.lazy.map(\.lowercased))
      if let value = AmountWords.numbers[raw] {
        pieces.append(
          number(
            value, spelled: raw, isCode: isCode, spaceBefore || !isFirst, start..<end))
      } else if isCode, let amount = amount(start..<end, range) {
        pieces.append(amount)
      } else if bytes[start].isLetter || bytes[start] >= 0x80 {
        let isContent = text.count > 2 && !AmountWords.fillers.contains(raw)
        pieces.append(
          Piece(
            kind: .word, raw: raw,
            stem: isContent && MeasureUnit.bySpelling[raw] == nil ? Stem.of(raw, text) : "",
            isCode: isCode, spaceBefore: spaceBefore || !isFirst, range: start..<end))
      }
      isFirst = false
    }
    for index in range {
      let byte = bytes[index]
      let isLetter = byte.isAlphanumeric || byte >= 0x80 || byte == 0x27
      if !isLetter {
        take(index)
        start = index + 1
      } else if byte.isUpper, index > start, !bytes[index - 1].isUpper {
        take(index)
        start = index
      }
    }
    take(range.upperBound)
  }
}

extension ArraySlice<UInt8> {
  fileprivate func ends(with text: StaticString) -> Bool {
    count > text.utf8CodeUnitCount
      && suffix(text.utf8CodeUnitCount).elementsEqual(
        UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }
}
