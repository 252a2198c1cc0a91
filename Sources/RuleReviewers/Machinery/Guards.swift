import CheckModel

/// What takes the edge off a hit: the text explains itself, or only speaks about the word.
extension Sentence {
  /// Later in the sentence the author says what is meant: a bracket, colon, dash, example, number or code.
  func explains(after index: Int) -> Bool {
    guard index + 1 < tokens.endIndex else { return false }
    for position in index + 1..<tokens.endIndex {
      let token = tokens[position]
      switch token.kind {
      case .number, .code: return true
      case .symbol:
        if ["(", ":", "—", "–", "->", "→", "="].contains(token.text) { return true }
        // a run of hyphens
        if token.text.hasSuffix("--") { return true }
        if token.text == "-", token.spaceBefore { return true }
      case .word:
        if token.text == "e.g" || token.text == "i.e" { return true }
        let next: Word = position + 1 < tokens.endIndex ? tokens[position + 1].text : ""
        if token.text == "such", next == "as" { return true }
        if token.text == "instead", next == "of" { return true }
        if token.text == "by", next.hasSuffix("ing"), next.count > 4 { return true }
      }
    }
    return false
  }

  /// The hit is spoken about and not meant: in quotation marks, beside a slash, or after "no", "any", "remove".
  func mentions(_ hit: Range<Int>) -> Bool {
    isQuoted(hit) || isListedWithSlash(hit) || isNegated(hit.lowerBound)
  }

  /// An opening mark before the hit and a closing one after it, in the same sentence.
  func isQuoted(_ hit: Range<Int>) -> Bool {
    let pairs: [(Word, Word)] = [
      ("\"", "\""), ("“", "”"), ("„", "“"), ("«", "»"), ("‘", "’"), ("'", "'"), ("「", "」"),
    ]
    for (open, close) in pairs {
      let before = tokens[tokens.startIndex..<hit.lowerBound].filter { $0.text == open }.count
      guard before > 0 else { continue }
      let closedBefore =
        open == close
        ? before % 2 == 0
        : tokens[tokens.startIndex..<hit.lowerBound].filter { $0.text == close }.count >= before
      if !closedBefore, tokens[hit.upperBound...].contains(where: { $0.text == close }) {
        return true
      }
    }
    return false
  }

  /// At least two slashes among the words: alternatives of a pattern and no sentence.
  func isPattern(_ hit: Range<Int>) -> Bool {
    tokens[hit].filter { $0.text == "/" }.count >= 2
  }

  /// One of several words joined by slashes.
  func isListedWithSlash(_ hit: Range<Int>) -> Bool {
    if hit.upperBound < tokens.endIndex, tokens[hit.upperBound].text == "/" { return true }
    return hit.lowerBound > tokens.startIndex && tokens[hit.lowerBound - 1].text == "/"
  }

  private static let aboutWords: WordSet = [
    "no", "any", "without", "remove", "removes", "removing", "avoid", "avoids", "replace",
    "replaces", "replacing", "scan", "scans", "flag", "flags", "search", "grep", "contains",
    "containing", "never", "like", "word", "marker", "markers", "detect", "detects", "find",
    "finds", "reject", "rejects", "strip", "forbid", "ban", "leftover", "zero",
  ]

  /// One of the five words before the hit says that it is absent, searched for or removed.
  private func isNegated(_ start: Int) -> Bool {
    let from = max(tokens.startIndex, start - 5)
    return tokens[from..<start].contains { Sentence.aboutWords.contains($0.text) }
  }
}

extension PlanReading {
  /// What stands right behind a block says more than the block: items below its item, code or a table.
  func continues(after block: Int) -> Bool {
    let next = block + 1
    guard next < plan.blocks.count, plan.blocks[next].span.file == plan.blocks[block].span.file
    else { return false }
    switch plan.blocks[next].kind {
    case .fence, .indentedCode, .table: return true
    case .list:
      return zones[block] == .item && plan.blocks[next].parent == plan.blocks[block].parent
    default: return false
    }
  }
}

extension PlanReading {
  /// The other place of a contradiction, as a sentence of a finding: its line and its words.
  func words(of place: Span) -> String {
    let location = plan.location(of: place)
    let folder = plan.path.hasSuffix("/") ? plan.path : plan.path + "/"
    let name =
      location.file.hasPrefix(folder) ? location.file.dropFirst(folder.count) : location.file[...]
    let file = plan.files.count > 1 ? " of \(name)" : ""
    return
      "Line \(location.startLine)\(file) says “\(Quote.of(place, in: plan).replacing("**", with: ""))”."
  }
}

extension Plan {
  /// The first line of a longer span, without what stands before its words: a heading's or item's own line.
  func firstLine(of span: Span) -> Span {
    let bytes = files[span.file].source.bytes
    let range = span.range.clamped(to: 0..<bytes.count)
    let start = bytes[range].firstIndex { $0.isAlphanumeric || $0 >= 0x80 } ?? range.lowerBound
    let end =
      bytes[start..<range.upperBound].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? range.upperBound
    return Span(file: span.file, range: start..<end)
  }
}
