import CheckModel

/// Sentences that leave a choice to whoever builds it.
enum UndecidedWords {
  /// Verbs that give one job to what is named behind them.
  private static let choosing: WordSet = [
    "use", "uses", "using", "store", "stores", "stored", "cache", "cached", "persist", "persisted",
    "choose", "pick", "adopt", "deploy", "deployed", "host", "hosted", "implement", "implemented",
    "build", "built", "put", "keep", "kept", "save", "saved", "migrate", "switch", "queue",
  ]
  /// What is named behind these depends on something or is all supported.
  private static let conditions: WordSet = [
    "if", "when", "whenever", "unless", "whether", "where", "while", "depending", "based",
    "according", "any", "each", "every", "no", "not", "never", "without", "both", "default",
    "instead", "rather", "than", "once", "until", "till", "per", "supports", "support", "accepts",
    "accept",
    "compatible", "prefer", "preferred", "rejected", "fallback", "falls", "e.g", "like", "such",
  ]

  /// Whether the sentence names two ways and takes none.
  static func leaveOpen(_ sentence: Sentence, _ reading: PlanReading) -> Bool {
    let tokens = sentence.tokens
    if sentence.binding, letsChoose(tokens) { return true }
    if candidates.occur(in: tokens) || whenBuilt.occur(in: tokens) && sentence.has(settling),
      !tokens.contains(where: { $0.text == "if" })
    {
      return true
    }
    guard let joint = tokens.firstIndex(where: { $0.text == "or" }), joint + 1 < tokens.endIndex,
      !tokens.contains(where: { conditions.contains($0.text) }),
      !sentence.isQuoted(joint..<joint + 1)
    else { return false }
    if startsWithEither(sentence) { return true }
    return tokens.indices.contains { index in
      tokens[index].text == "or"
        && (namesOption(tokens, around: index)
          || sentence.binding && namesFiles(tokens, around: index, sentence, reading.plan)
          || namesProducts(tokens, around: index, sentence, reading))
    }
  }

  /// Several would do, or another one would: `Kafka or something similar`.
  private static let candidates: Phrases = [
    ["viable", "candidates"], ["are", "all", "viable"], ["viable", "alternatives"],
    ["or", "something", "similar"], ["or", "something", "like"], ["or", "some", "other"],
    ["or", "a", "managed", "equivalent"], ["or", "whatever"], ["or", "another", "suitable"],
    ["or", "a", "similar"], ["either", "is", "fine"], ["either", "works"], ["either", "would"],
    ["both", "would", "work"], ["any", "of", "them", "will", "do"], ["any", "of", "these", "will"],
    ["whatever", "works", "best"], ["whatever", "is", "easier"], ["whatever", "is", "easiest"],
    ["whatever", "is", "simplest"], ["whichever", "is", "easier"], ["whichever", "is", "simpler"],
    ["whatever", "you", "prefer"], ["whichever", "you", "prefer"],
    ["take", "your", "pick"], ["up", "to", "you"], ["whoever", "implements"],
    ["whoever", "builds"], ["whoever", "picks"], ["whoever", "writes"], ["whoever", "codes"],
    ["left", "to", "the", "implementer"],
    ["up", "to", "the", "implementer"], ["up", "to", "the", "developer"],
    ["left", "to", "the", "developer"],
    ["might", "also", "be", "an", "option"], ["could", "also", "be", "an", "option"],
    ["may", "be", "sufficient"], ["might", "be", "sufficient"], ["might", "suffice"],
  ]

  /// What is closed or checked then is no choice.
  private static let whenBuilt: Phrases = [["at", "implementation", "time"]]
  private static let settling: WordSet = [
    "decide", "decided", "choose", "chosen", "pick", "picked", "select", "selected", "determine",
    "determined", "settle", "settled", "finalize", "finalized", "agreed", "tune", "tuned", "leave",
    "left", "fix", "fixed", "define", "defined", "set", "up", "named", "agree", "depends",
  ]

  /// `Either extend the client or write a new one`, `Use either Redis or a map`.
  private static func startsWithEither(_ sentence: Sentence) -> Bool {
    let words = WordRun(sentence.tokens)
    guard let either = words.texts.prefix(3).firstIndex(of: "either"), sentence.binding else {
      return false
    }
    guard either > 0 else {
      return words.texts.count > 1 && Vocabulary.imperatives.contains(words.texts[1])
    }
    return choosing.contains(words.texts[either - 1])
  }

  /// What comes first, or is larger, is decided when it runs.
  private static let measurable: WordSet = [
    "first", "earlier", "later", "larger", "smaller", "longer", "shorter", "higher", "lower",
    "greater", "less", "newer", "older",
  ]

  /// `…, whichever turns out simpler`.
  private static func letsChoose(_ tokens: ArraySlice<Token>) -> Bool {
    tokens.indices.dropLast().contains { index in
      tokens[index].text == "whichever"
        && ["turns", "is", "seems", "works", "you", "feels"].contains(tokens[index + 1].text)
        && !tokens[index...].contains { measurable.contains($0.text) }
    }
  }

  /// `src/a.ts` or `src/b.ts`, also with the second one in brackets.
  private static func namesFiles(
    _ tokens: ArraySlice<Token>, around joint: Int, _ sentence: Sentence, _ plan: Plan
  ) -> Bool {
    let isBracket = joint > tokens.startIndex && tokens[joint - 1].text == "("
    let before = isBracket ? joint - 2 : joint - 1
    guard before >= tokens.startIndex, joint + 1 < tokens.endIndex,
      tokens[before].kind == .code, tokens[joint + 1].kind == .code
    else { return false }
    return [before, joint + 1].allSatisfy { index in
      let text = plan.text(of: sentence.span(of: index..<index + 1)).utf8
      return text.contains(0x2F) && text.contains(0x2E) && !text.contains(0x20)
    }
  }

  private static let options: WordSet = ["option", "approach", "alternative", "variant"]

  /// `option A or option B`, `approach 1 or 2`.
  private static func namesOption(_ tokens: ArraySlice<Token>, around joint: Int) -> Bool {
    guard joint - 2 >= tokens.startIndex, joint + 1 < tokens.endIndex,
      options.contains(tokens[joint - 2].text), isLabel(tokens[joint - 1])
    else { return false }
    let next = joint + 1
    if isLabel(tokens[next]) { return true }
    return options.contains(tokens[next].text) && next + 1 < tokens.endIndex
      && isLabel(tokens[next + 1])
  }

  /// One letter or a number.
  static func isLabel(_ token: Token) -> Bool {
    token.kind == .number ? token.text.count <= 2 : token.kind == .word && token.text.count == 1
  }

  /// Two names beside the "or", with a choosing verb at most six words before them.
  private static func namesProducts(
    _ tokens: ArraySlice<Token>, around joint: Int, _ sentence: Sentence, _ reading: PlanReading
  ) -> Bool {
    guard joint > tokens.startIndex, joint + 1 < tokens.endIndex else { return false }
    let bytes = reading.plan.files[sentence.file].source.bytes
    func isName(_ index: Int) -> Bool {
      let token = tokens[index]
      return token.kind == .word && token.text.count > 2 && index > tokens.startIndex
        && bytes[token.range.lowerBound].isUpper
    }
    guard isName(joint - 1), isName(joint + 1),
      // formats, methods and units are all meant: JSON or CSV
      !(tokens[joint - 1].allCaps && tokens[joint + 1].allCaps)
    else { return false }
    let before = tokens[max(tokens.startIndex, joint - 8)..<joint - 1]
    return before.contains { choosing.contains($0.text) }
  }

  private static let decided: WordSet = [
    "decision", "decided", "chosen", "chose", "choose", "picked", "selected", "recommended",
    "default", "prefer", "go", "going", "take", "rejected",
  ]

  /// Whether the next sentence of the same block, or of the next, takes one.
  static func areSettled(_ index: Int, _ sentences: [Sentence]) -> Bool {
    let next = index + 1
    guard next < sentences.count, sentences[next].file == sentences[index].file,
      sentences[next].block <= sentences[index].block + 2
    else { return false }
    return sentences[next].tokens.prefix(4).contains { decided.contains($0.text) }
  }
}

/// Lists of options of which the plan takes none.
enum UndecidedOptions {
  private static let stems: WordSet = ["option", "approach", "alternative", "variant"]
  private static let decisions = ByteSearch([
    "chosen", "we chose", "choose option", "choose approach", "decision", "decided", "selected",
    "recommend", "go with", "going with", "went with", "picked", "prefer", "rejected", "winner",
    "✅", "use option", "use approach", "take option", "we use", "we will use", "we'll use",
  ])

  /// The first of at least two options with one stem; nil where one is taken somewhere.
  static func first(in reading: PlanReading) -> Span? {
    let considered = reading.sections(under: considered)
    var labels: [Word: Set<Word>] = [:]
    var firsts: [Word: Span] = [:]
    for sentence in reading.sentences {
      guard sentence.opensBlock, sentence.english, !sentence.finished, sentence.zone != .quote,
        let (stem, label) = option(sentence),
        sentence.section.map({ considered[$0] }) != true
      else { continue }
      labels[stem, default: []].insert(label)
      if firsts[stem] == nil { firsts[stem] = sentence.span }
    }
    let open = labels.filter { $0.value.count >= 2 }.compactMap { firsts[$0.key] }.min()
    guard let open else { return nil }
    let isDecided = reading.plan.files.contains { file in
      decisions.occurs(in: file.source.bytes, 0..<file.source.bytes.count)
    }
    return isDecided ? nil : open
  }

  /// `Option A: keep it`, `Approach 2 — new table`.
  private static func option(_ sentence: Sentence) -> (stem: Word, label: Word)? {
    let tokens = sentence.tokens.drop { $0.kind == .symbol }
    guard tokens.count >= 3, let stem = tokens.first, stems.contains(stem.text) else { return nil }
    let label = tokens[tokens.startIndex + 1]
    let mark = tokens[tokens.startIndex + 2]
    guard UndecidedWords.isLabel(label), [":", "—", "–", "-", "(", ")", "."].contains(mark.text)
    else { return nil }
    return (stem.text, label.text)
  }

  /// `Alternatives considered` lists what was not taken.
  private static let considered: WordSet = [
    "alternatives", "considered", "rejected", "future", "later", "ideas",
  ]
}
