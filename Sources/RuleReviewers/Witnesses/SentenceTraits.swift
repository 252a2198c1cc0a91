import CheckModel

/// What one sentence carries: literals that decide, words that do not, and what it is about.
struct SentenceTraits {
  var codeSpans = 0
  var signatures = 0
  var numbers = 0
  /// Numbers with a unit.
  var quantities = 0
  var quotations = 0
  var hedges = 0
  var openLists = 0
  var speaksOfFailure = false
  var speaksOfChecking = false
  /// What goes in and what comes out.
  var speaksOfFlow = false
  var speaksOfCondition = false
  var repeatsOther = false
  private var comparesSizes = false

  var isConcrete: Bool { codeSpans + numbers + quotations > 0 }

  private static let units: WordSet = [
    "ms", "s", "sec", "seconds", "second", "minutes", "minute", "min", "hours", "hour", "days",
    "day", "kb", "mb", "gb", "kib", "mib", "gib", "bytes", "byte", "characters", "chars", "lines",
    "columns", "rows", "px", "percent", "times", "retries", "attempts", "items", "entries",
    "requests", "users", "tests", "files", "failures", "errors", "points", "words", "bits",
  ]
  private static let flowWords: WordSet = [
    "returns", "return", "accepts", "accept", "takes", "produces", "consumes", "emits", "reads",
    "writes", "input", "output", "inputs", "outputs", "yields", "prints", "receives", "sends",
    "exports", "parameter", "parameters", "argument", "arguments", "signature", "calls",
    "answers", "gives", "gets", "shows", "displays", "lists", "replies", "delivers", "saves",
    "expects", "throws", "raises", "exits", "stores", "sets",
    "becomes", "renders", "passes", "appends", "sorts", "parses", "contains", "holds",
  ]
  private static let conditionWords: WordSet = ["if", "when", "unless"]
  /// Beside a condition and a number these name a limit.
  private static let limitWords: WordSet = [
    "greater", "less", "larger", "smaller", "longer", "shorter", "fewer", "more", "beyond", "above",
    "below", "zero", "negative", "exceed", "outside",
  ]
  private static let hedgeWords: WordSet = [
    "maybe", "perhaps", "probably", "hopefully", "possibly", "consider", "ideally", "appropriate",
    "appropriately", "suitable", "reasonable", "adequate", "sufficient", "proper", "properly",
    "robust", "seamless", "seamlessly", "intuitive", "user-friendly", "performant", "sensible",
    "meaningful", "etc", "tbd", "tbc", "fixme", "todo", "xxx", "somehow", "various", "optimize",
    "optimise", "efficient",
    "efficiently", "scalable", "gracefully", "comprehensive", "modern", "clean", "flexible",
    "best", "better", "high-quality", "nice", "good", "easy", "simple", "world-class",
    "cutting-edge", "smooth", "relevant", "necessary", "needed", "applicable",
  ]
  private static let needs: WordSet = ["needed", "necessary", "relevant", "applicable"]
  private static let denials: WordSet = ["no", "not"]
  private static let numbered: WordSet = [
    "task", "tasks", "step", "steps", "phase", "section", "story", "requirement", "chapter",
    "figure", "appendix", "issue", "ticket",
  ]
  private static let openings: Phrases = [
    ["time", "permits"], ["time", "allows"], ["if", "possible"], ["where", "possible"],
    ["as", "discussed"], ["as", "agreed"], ["to", "be", "decided"], ["to", "be", "determined"],
    ["still", "open"], ["and", "so", "on"], ["and", "so", "forth"], ["and", "the", "like"],
  ]
  private static let repetitions: Phrases = [
    ["same", "as", "task"], ["similar", "to", "task"], ["repeat", "task"], ["as", "above"],
    ["same", "as", "above"], ["same", "as", "in", "task"], ["as", "in", "task"],
    ["steps", "above"],
  ]

  init(_ sentence: Sentence, bytes: [UInt8]) {
    let tokens = sentence.tokens
    var openQuotation = false
    for index in tokens.indices {
      let token = tokens[index]
      switch token.kind {
      case .code:
        if Self.isBlank(bytes, token.range) {
          hedges += 1
          continue
        }
        codeSpans += 1
        if Self.isSignature(bytes, token.range) { signatures += 1 }
        if Self.tellsFlow(bytes, token.range) { speaksOfFlow = true }
      case .number:
        absorb(number: index, of: sentence)
      case .symbol:
        // `in → out`
        if token.text == "→" || token.text == "->" || token.text == "=>", codeSpans + numbers > 0 {
          speaksOfFlow = true
        }
        // `1…500` is a range
        let inRange = index > tokens.startIndex && tokens[index - 1].kind == .number
        if token.text == "…" || token.text == "...", !inRange { openLists += 1 }
        if ["\"", "“", "”", "„"].contains(token.text) {
          if openQuotation { quotations += 1 }
          openQuotation.toggle()
        }
      case .word:
        // "no code changes needed"
        if !Self.needs.contains(token.text) || !sentence.has(Self.denials) {
          absorb(word: token.text)
        }
        let isCalled = BareCode.isCalled(tokens, index)
        if BareCode.isName(token, bytes, isCalled: isCalled) {
          codeSpans += 1
          if isCalled { signatures += 1 }
        }
      }
    }
    if Self.openings.occur(in: tokens) { hedges += 1 }
    if sentence.has(WayOut.words), WayOut.place(in: WordRun(tokens)) != nil { hedges += 1 }
    repeatsOther = Self.repetitions.occur(in: tokens)
    speaksOfFailure = FailureWords.tell(tokens)
    if speaksOfCondition, comparesSizes, numbers + codeSpans > 0 { speaksOfFailure = true }
  }

  private mutating func absorb(number index: Int, of sentence: Sentence) {
    let tokens = sentence.tokens
    // the first number of an item or row numbers it
    let isFirst = sentence.zone == .table ? sentence.isFirstCell : sentence.opensBlock
    guard index > tokens.startIndex || !isFirst else { return }
    // and one that names another part of the plan is no value
    if index > tokens.startIndex, Self.numbered.contains(tokens[index - 1].text) { return }
    numbers += 1
    let next: Word = index + 1 < tokens.endIndex ? tokens[index + 1].text : ""
    let last = tokens[index].text.last
    if Self.units.contains(next) || next == "%" || last.isLetter || last >= 0x80 {
      quantities += 1
    }
  }

  private mutating func absorb(word: Word) {
    if Self.limitWords.contains(word) { comparesSizes = true }
    if Vocabulary.verifyingWords.contains(word) { speaksOfChecking = true }
    if Self.flowWords.contains(word) { speaksOfFlow = true }
    if Self.conditionWords.contains(word) { speaksOfCondition = true }
    if Self.hedgeWords.contains(word) { hedges += 1 }
    if word == "etc" { openLists += 1 }
  }

  /// `<the title>`, `<标题>`: words to be replaced; `<T>` and `<div>` are code.
  private static func isBlank(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    guard range.count >= 5, bytes[range.lowerBound] == 0x3C, bytes[range.upperBound - 1] == 0x3E
    else { return false }
    let inside = bytes[range.lowerBound + 1..<range.upperBound - 1]
    if inside.contains(where: { $0 >= 0x80 }) { return true }
    return inside.contains(0x20) && inside.allSatisfy { $0.isLetter || $0 == 0x20 || $0 == 0x2D }
  }

  /// `parse(raw: string | null): Mode`, `(id) -> Row`: what goes in and what comes out.
  private static func tellsFlow(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    guard let close = bytes[range].lastIndex(of: UInt8(ascii: ")")) else { return false }
    let rest = bytes[close..<range.upperBound].dropFirst().drop { $0 == 0x20 }
    guard let first = rest.first else { return false }
    return first == UInt8(ascii: ":") || first == UInt8(ascii: "-") || first == UInt8(ascii: "=")
      || rest.starts(with: "→".utf8)
  }

  /// A call, an option, an assignment, a type or an address, and not only a name.
  private static func isSignature(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    bytes[range].starts(with: [0x2D, 0x2D])
      || bytes[range].contains { [0x28, 0x3A, 0x3D, 0x3C, 0x7B, 0x5B].contains($0) }
  }
}
