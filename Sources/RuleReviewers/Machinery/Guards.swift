import CheckModel

/// What takes the edge off a hit: the text explains itself, or only speaks about the word.
extension Sentence {
  /// Later in the sentence the author says what is meant: a bracket, colon, dash, example, number or code.
  ///
  /// - Parameter byCode: whether a name in code is enough.
  func explains(after index: Int, byCode: Bool = true) -> Bool {
    guard index + 1 < tokens.endIndex else { return false }
    for position in index + 1..<tokens.endIndex {
      let token = tokens[position]
      switch token.kind {
      case .number: return true
      case .code: if byCode, !isPlace(position) { return true }
      case .symbol:
        if token.text == "," || token.text == ";", startsOrder(position + 1) { return false }
        if ["(", ":", "—", "–", "->", "→", "="].contains(token.text) { return true }
        // a run of hyphens
        if token.text.hasSuffix("--") { return true }
        if token.text == "-", token.spaceBefore { return true }
      case .word:
        if ["and", "then", "but"].contains(token.text), startsOrder(position + 1) { return false }
        if token.text == "e.g" || token.text == "i.e" { return true }
        let next: Word = position + 1 < tokens.endIndex ? tokens[position + 1].text : ""
        if token.text == "such", next == "as" { return true }
        if token.text == "instead", next == "of" { return true }
        if token.text == "by", next.hasSuffix("ing"), next.count > 4 { return true }
      }
    }
    return false
  }

  private static let prepositions: WordSet = [
    "in", "into", "of", "for", "from", "to", "on", "inside", "within", "at", "across",
  ]

  /// `In `load()``, `for the `orders` table`: where something is done, and not what.
  private func isPlace(_ index: Int) -> Bool {
    var before = index - 1
    if before > tokens.startIndex,
      ["the", "our", "each", "this"].contains(tokens[before].text)
    {
      before -= 1
    }
    return before >= tokens.startIndex && Self.prepositions.contains(tokens[before].text)
  }

  private static let pronouns: WordSet = ["it", "its", "them", "this", "that", "these", "as", "at"]

  /// Another order begins there, and not about the same thing: `… attempts and set X`.
  private func startsOrder(_ index: Int) -> Bool {
    guard index + 1 < tokens.endIndex, tokens[index].kind == .word else { return false }
    let verb = tokens[index].text
    return (Vocabulary.imperatives.contains(verb) || Vocabulary.orders.contains(verb))
      && !Self.pronouns.contains(tokens[index + 1].text)
  }

  /// The hit is spoken about and not meant: in quotation marks, beside a slash, or after "no", "any", "remove".
  func mentions(_ hit: Range<Int>) -> Bool {
    isQuoted(hit) || isListedWithSlash(hit) || isNegated(hit.lowerBound)
  }

  /// As `mentions`, for words that an order has of itself: "remove the appropriate row" means its word.
  func speaksAbout(_ hit: Range<Int>) -> Bool {
    if isQuoted(hit) || isListedWithSlash(hit) { return true }
    let from = max(tokens.startIndex, hit.lowerBound - 3)
    return tokens[from..<hit.lowerBound].contains {
      ["no", "any", "without", "avoid", "never", "word", "words"].contains($0.text)
    }
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

  /// Between a round bracket and the one that closes it.
  func isBracketed(_ hit: Range<Int>) -> Bool {
    let before = tokens[..<hit.lowerBound]
    let open = before.lastIndex { $0.text == "(" }
    let close = before.lastIndex { $0.text == ")" }
    return open.map { $0 > close ?? tokens.startIndex - 1 } ?? false
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
    return tokens[from..<start].indices.contains { index in
      guard Sentence.aboutWords.contains(tokens[index].text) else { return false }
      // "the flag", "the search" are things of the product
      let before: Word = index > tokens.startIndex ? tokens[index - 1].text : ""
      return !["the", "a", "this", "its"].contains(before)
    }
  }
}

extension PlanReading {
  /// Whether what stands right behind a sentence makes it exact.
  enum Continuation { case none, unclear, exact }

  private static let references: WordSet = [
    "it", "they", "that", "this", "these", "at", "each", "one", "the", "under", "target", "cases",
    "cover", "assert", "namely", "within", "here", "test", "tests",
  ]

  /// Items, code or a table behind its block, or a sentence that refers to it and has a value.
  ///
  /// Behind a full stop it is not certain that code belongs to the sentence, nor items to the last of several.
  func continuation(of index: Int) -> Continuation {
    let sentence = sentences[index]
    if sentence.endsBlock {
      guard continues(after: sentence.block) else { return .none }
      let isList = plan.blocks[sentence.block + 1].kind.isList
      return sentence.tokens.last?.text != "." || isList && sentence.opensBlock
        ? .exact : .unclear
    }
    guard index + 1 < sentences.count, let opening = sentences[index + 1].tokens.first else {
      return .none
    }
    let next = sentences[index + 1]
    return next.block == sentence.block && PlanReading.references.contains(opening.text)
      && next.tokens.contains { $0.kind == .number || $0.kind == .code } ? .exact : .none
  }

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
    let path = plan.files[place.file].path
    let folder = plan.path.hasSuffix("/") ? plan.path : plan.path + "/"
    let name = path.hasPrefix(folder) ? path.dropFirst(folder.count) : path[...]
    let file = plan.files.count > 1 ? " of \(name)" : ""
    return
      "Line \(plan.lines(of: place).lowerBound)\(file) says “\(Quote.of(place, in: plan).replacing("**", with: ""))”."
  }
}

extension Block.Kind {
  fileprivate var isList: Bool {
    if case .list = self { return true }
    return false
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
