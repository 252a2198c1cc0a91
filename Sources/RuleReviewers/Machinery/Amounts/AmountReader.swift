import CheckModel

/// Finds the amounts in a plan's sentences.
struct AmountReader {
  private let plan: Plan
  private var statement = 0
  private(set) var amounts: [Amount] = []

  init(_ plan: Plan) { self.plan = plan }

  /// - Parameter surroundings: stems that name what a table's cell is about.
  mutating func read(_ sentence: Sentence, isTest: Bool, surroundings: [Word]) {
    statement += 1
    let reader = PieceReader(bytes: plan.files[sentence.file].source.bytes)
    let tokens = sentence.tokens
    var start = tokens.startIndex
    for index in tokens.indices where Self.endsClause(tokens, at: index) {
      read(tokens[start..<index], of: sentence, reader, isTest, surroundings)
      start = index + 1
    }
    read(tokens[start..<tokens.endIndex], of: sentence, reader, isTest, surroundings)
  }

  private static func endsClause(_ tokens: ArraySlice<Token>, at index: Int) -> Bool {
    let text = tokens[index].text
    return text == ";" || text == "—" || text == "–" && tokens[index].spaceBefore
  }

  private mutating func read(
    _ tokens: ArraySlice<Token>, of sentence: Sentence, _ reader: PieceReader, _ isTest: Bool,
    _ surroundings: [Word]
  ) {
    guard tokens.contains(where: { Self.mayHoldNumber($0, reader.bytes) }),
      !tokens.indices.contains(where: { Self.isOfChange(tokens, $0) })
    else { return }
    let pieces = reader.pieces(of: tokens)
    guard pieces.contains(where: { $0.kind == .number }) else { return }
    let clause = Clause(pieces)
    for index in clause.pieces.indices where clause.pieces[index].kind == .number {
      let isWhole =
        index == 0 && !surroundings.isEmpty && tokens.startIndex == sentence.tokens.startIndex
      guard let found = clause.amount(at: index, isNamed: isWhole && clause.pieces.count < 3),
        clause.bound(at: index) != .none || !clause.rejects
      else { continue }
      var amount = Amount(
        value: found.value, written: clause.pieces[index].value, unit: found.unit,
        measure: found.measure, bound: clause.bound(at: index),
        span: Span(file: sentence.file, range: found.range), section: sentence.section,
        statement: statement, block: sentence.block,
        table: sentence.zone == .table ? plan.blocks[sentence.block].parent : nil,
        isInTest: isTest && found.measure != .percent)
      amount.label = clause.label(around: index, end: found.end)
      if amount.label.isEmpty, isWhole { amount.label = surroundings }
      amount.near = surroundings + clause.near(index, end: found.end)
      if found.measure == .milliseconds {
        amount.near = amount.near.map {
          AmountWords.keeping.contains($0) ? AmountWords.retention : $0
        }
      }
      if case .count(let noun) = found.measure, noun != "" { amount.near += ["", noun] }
      amount.context = clause.stems.union(surroundings)
      amount.restrictions = clause.restrictions
      clause.tell(of: index, end: found.end, &amount)
      amount.aspects.formUnion(surroundings.compactMap { AspectWords.byStem[$0] })
      amounts.append(amount)
    }
    let first = amounts.lastIndex { $0.statement != statement }.map { $0 + 1 } ?? 0
    let own = first..<amounts.endIndex
    for index in own {
      amounts[index].isAlone = !own.contains {
        amounts[$0].measure == amounts[index].measure
          && amounts[$0].value != amounts[index].value
      }
    }
  }

  /// A value that was or could be; `notes that were deleted` are those of today.
  private static func isOfChange(_ tokens: ArraySlice<Token>, _ index: Int) -> Bool {
    let word = tokens[index].text
    guard AmountWords.changing.contains(word) else { return false }
    guard index > tokens.startIndex else { return true }
    let before = tokens[index - 1].text
    if word == "were" || word == "was" { return !["that", "which", "who"].contains(before) }
    // a copy of the production database
    if places.contains(word) { return !["the", "a", "of"].contains(before) }
    return true
  }

  private static let places: WordSet = ["production", "staging", "development"]

  private static func mayHoldNumber(_ token: Token, _ bytes: [UInt8]) -> Bool {
    switch token.kind {
    case .number: true
    case .code:
      bytes[token.range].contains(where: \.isDigit)
        || AmountWords.spelled.occurs(in: bytes, token.range)
    case .word, .symbol: AmountWords.numbers[token.text] != nil
    }
  }
}
