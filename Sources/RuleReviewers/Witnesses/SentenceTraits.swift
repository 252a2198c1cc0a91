import CheckModel

/// What one sentence carries: literals that decide, words that do not, and what it is about.
struct SentenceTraits: Sendable, Hashable {
  /// Words and code spans.
  var words = 0
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
  var speaksOfMigration = false
  var repeatsOther = false

  var isConcrete: Bool { codeSpans + numbers + quotations > 0 }

  /// What a word says by itself; one look-up a word tells all.
  private struct Sense: OptionSet {
    let rawValue: UInt16
    static let unit = Sense(rawValue: 1)
    static let failure = Sense(rawValue: 2)
    static let checking = Sense(rawValue: 4)
    static let flow = Sense(rawValue: 8)
    static let condition = Sense(rawValue: 16)
    static let hedge = Sense(rawValue: 32)
    static let openEnd = Sense(rawValue: 64)
    /// Opens one of `repetitions`.
    static let repetition = Sense(rawValue: 128)
    static let migration = Sense(rawValue: 256)
  }

  private static let senses: [String: Sense] = {
    var senses: [String: Sense] = [:]
    let lists: [(Sense, Set<String>)] = [
      (.unit, units), (.failure, failureWords), (.checking, Vocabulary.verifyingWords),
      (.flow, flowWords), (.condition, conditionWords), (.hedge, hedgeWords),
      (.openEnd, ["etc"]), (.repetition, Set(repetitions.compactMap(\.first))),
      (.migration, ["backfill", "migrate", "migration", "migrations"]),
    ]
    for (sense, words) in lists {
      for word in words { senses[word, default: []].insert(sense) }
    }
    return senses
  }()

  private static let units: Set<String> = [
    "ms", "s", "sec", "seconds", "second", "minutes", "minute", "min", "hours", "hour", "days",
    "day", "kb", "mb", "gb", "kib", "mib", "gib", "bytes", "byte", "characters", "chars", "lines",
    "columns", "rows", "px", "percent", "times", "retries", "attempts", "items", "entries",
    "requests", "users", "tests", "files", "failures", "errors", "points", "words", "bits",
  ]
  private static let failureWords: Set<String> = [
    "error", "errors", "fail", "fails", "failed", "failing", "failure", "failures", "invalid",
    "empty", "missing", "timeout", "reject", "rejects", "rejected", "throws", "throw", "raises",
    "exception", "malformed", "unknown", "unavailable", "denied", "conflict", "duplicate", "limit",
    "limits", "abort", "aborts", "overflow", "nil", "null", "corrupt", "exceeds", "refuse",
    "refuses", "404", "400", "401", "403", "409", "422", "429", "500", "503", "fallback", "retry",
  ]
  private static let flowWords: Set<String> = [
    "returns", "return", "accepts", "accept", "takes", "produces", "consumes", "emits", "reads",
    "writes", "input", "output", "inputs", "outputs", "yields", "prints", "receives", "sends",
    "exports", "parameter", "parameters", "argument", "arguments", "signature", "calls",
  ]
  private static let conditionWords: Set<String> = ["if", "when", "unless"]
  private static let hedgeWords: Set<String> = [
    "maybe", "perhaps", "probably", "hopefully", "possibly", "consider", "ideally", "appropriate",
    "appropriately", "suitable", "reasonable", "adequate", "sufficient", "proper", "properly",
    "robust", "seamless", "seamlessly", "intuitive", "user-friendly", "performant", "sensible",
    "meaningful", "etc", "tbd", "tbc", "somehow", "various", "optimize", "optimise", "efficient",
    "efficiently", "scalable", "gracefully", "comprehensive", "modern", "clean", "flexible",
    "best", "better", "high-quality", "nice", "good", "easy", "simple", "world-class",
    "cutting-edge", "smooth", "relevant", "necessary", "needed", "applicable",
  ]
  private static let repetitions: [[String]] = [
    ["same", "as", "task"], ["similar", "to", "task"], ["repeat", "task"], ["as", "above"],
    ["same", "as", "above"], ["as", "discussed"], ["as", "agreed"],
  ]

  init() {}

  /// - Parameter opensBlock: the sentence is the first of its block, so a number may be its label.
  init(_ tokens: ArraySlice<Token>, opensBlock: Bool, bytes: [UInt8]) {
    var openQuotation = false
    var mayRepeat = false
    for index in tokens.indices {
      let token = tokens[index]
      switch token.kind {
      case .code:
        words += 1
        codeSpans += 1
        if Self.isSignature(bytes, token.range) { signatures += 1 }
      case .number:
        // the first number of an item numbers it
        guard index > tokens.startIndex || !opensBlock else { continue }
        numbers += 1
        let next = index + 1 < tokens.endIndex ? tokens[index + 1].text : ""
        let hasUnit = next == "%" || Self.senses[next]?.contains(.unit) == true
        if hasUnit || token.text.last?.isLetter == true { quantities += 1 }
      case .symbol:
        if token.text == "…" || token.text == "..." { openLists += 1 }
        if ["\"", "“", "”", "„"].contains(token.text) {
          if openQuotation { quotations += 1 }
          openQuotation.toggle()
        }
      case .word:
        words += 1
        guard let sense = Self.senses[token.text] else { continue }
        absorb(sense)
        if sense.contains(.repetition) { mayRepeat = true }
      }
    }
    repeatsOther = mayRepeat && Self.repetitions.contains { tokens.firstIndex(of: $0) != nil }
  }

  private mutating func absorb(_ sense: Sense) {
    if sense.contains(.failure) { speaksOfFailure = true }
    if sense.contains(.checking) { speaksOfChecking = true }
    if sense.contains(.flow) { speaksOfFlow = true }
    if sense.contains(.condition) { speaksOfCondition = true }
    if sense.contains(.migration) { speaksOfMigration = true }
    if sense.contains(.hedge) { hedges += 1 }
    if sense.contains(.openEnd) { openLists += 1 }
  }

  /// A call, an option, an assignment, a type or an address, and not only a name.
  private static func isSignature(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    for byte in bytes[range] {
      switch byte {
      case 0x28, 0x3A, 0x3D, 0x3C, 0x7B, 0x5B: return true
      default: continue
      }
    }
    return bytes[range].starts(with: [0x2D, 0x2D])
  }
}
