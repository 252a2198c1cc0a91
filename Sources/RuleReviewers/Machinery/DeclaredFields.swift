import CheckModel

/// What a plan says in words about the fields of its data, and the values that its examples give them.
struct DeclaredFields {
  /// What a value is in JSON.
  enum Kind: String, Sendable, Hashable { case text, number, truth, list, object }

  /// A rule in words.
  enum Demand: Sendable {
    case oneOf(Set<String>)
    case kind(Kind)
    case range(ClosedRange<Double>)
  }

  /// A pair of an example: `"status": "shipped"`.
  struct Value {
    var key: String
    var text: String
    var kind: Kind
    var span: Span
    var section: Int?
  }

  /// What is said more often of one name is said of several fields; each is held against each of their values.
  private static let most = 20

  private(set) var demands: [String: [(demand: Demand, span: Span, section: Int?)]] = [:]
  private(set) var values: [Value] = []

  init(_ reading: PlanReading) {
    for sentence in reading.judgedSentences
    where [.paragraph, .item, .table].contains(sentence.zone) { readDemands(sentence, reading) }
    readRows(reading)
    for block in reading.plan.blocks.indices where !reading.isFinished(block) {
      let own = reading.plan.blocks[block]
      guard reading.zones[block] != .quote, !reading.explains(block) else { continue }
      let bytes = reading.plan.files[own.span.file].source.bytes
      if own.isFence {
        guard ["json", "jsonc", "json5", ""].contains(own.fenceLanguage),
          !isOfFailure(block, reading)
        else { continue }
        readPairs(own.content, bytes, own.section)
      } else if !isOfFailure(block, reading) {
        for inline in own.inlines where inline.kind == .code {
          readPairs(Span(file: own.span.file, range: inline.range), bytes, own.section)
        }
      }
    }
  }

  // MARK: Examples

  private static let failing: WordSet = [
    "invalid", "wrong", "bad", "refused", "rejected", "rejects", "refuses", "400", "422", "unknown",
    "malformed", "error", "errors", "fails", "before", "old", "today", "currently", "was", "not",
  ]

  /// The block, or the words right before a fence, speak of what must not be.
  private func isOfFailure(_ block: Int, _ reading: PlanReading) -> Bool {
    let blocks = reading.plan.blocks[block].isFence ? [block - 1, block] : [block]
    return blocks.contains { index in
      guard reading.plan.blocks.indices.contains(index) else { return false }
      return reading.sentences(of: index).contains { $0.has(Self.failing) }
    }
  }

  /// `"key": value` everywhere in the text.
  private mutating func readPairs(_ span: Span, _ bytes: [UInt8], _ section: Int?) {
    var index = span.range.lowerBound
    let end = span.range.upperBound
    while index < end {
      guard bytes[index] == 0x22, let close = bytes[(index + 1)..<end].firstIndex(of: 0x22) else {
        index += 1
        continue
      }
      var next = close + 1
      while next < end, bytes[next].isBlank { next += 1 }
      guard next < end, bytes[next] == UInt8(ascii: ":"), close - index <= 60 else {
        index = close + 1
        continue
      }
      next += 1
      while next < end, bytes[next].isBlank { next += 1 }
      let key = String(decoding: bytes[index + 1..<close], as: UTF8.self)
      let start = index
      index = next
      guard next < end, let (kind, stop) = Self.value(bytes, next, end) else { continue }
      let text = String(decoding: bytes[next..<stop].filter { $0 != 0x22 }, as: UTF8.self)
      values.append(
        Value(
          key: key, text: text, kind: kind, span: Span(file: span.file, range: start..<stop),
          section: section))
      if kind != .list && kind != .object { index = stop }
    }
  }

  private static func value(_ bytes: [UInt8], _ start: Int, _ end: Int) -> (Kind, Int)? {
    switch bytes[start] {
    case 0x22:
      guard let close = bytes[(start + 1)..<end].firstIndex(of: 0x22) else { return nil }
      return (.text, close + 1)
    case UInt8(ascii: "["): return (.list, start + 1)
    case UInt8(ascii: "{"): return (.object, start + 1)
    case UInt8(ascii: "t"), UInt8(ascii: "f"):
      let word = bytes[start..<end].prefix { $0.isLetter }
      guard word.elementsEqual("true".utf8) || word.elementsEqual("false".utf8) else { return nil }
      return (.truth, word.endIndex)
    default:
      let digits = bytes[start..<end].prefix { $0.isDigit || $0 == 0x2E || $0 == 0x2D }
      guard !digits.isEmpty else { return nil }
      // a number goes on to a comma, bracket or blank
      let next = digits.endIndex < end ? bytes[digits.endIndex] : 0x20
      guard next.isBlank || [0x2C, 0x7D, 0x5D].contains(next) else { return nil }
      return (.number, digits.endIndex)
    }
  }

  // MARK: Rules

  private static let closed: Phrases = [
    ["is", "one", "of"], ["one", "of"], ["is", "either"], ["must", "be", "one", "of"],
    ["is", "always"], ["may", "be"], ["can", "be"], ["takes", "the", "values"],
    ["has", "the", "values"], ["values", ":"], ["is"],
  ]

  /// “`status` is one of `open`, `paid` and `void`”, “`days` is an integer from 1 to 31”.
  private mutating func readDemands(_ sentence: Sentence, _ reading: PlanReading) {
    let tokens = sentence.tokens
    guard let first = tokens.firstIndex(where: { $0.kind == .code }) else { return }
    let key = reading.plan.text(of: sentence.span(of: first..<first + 1))
    guard Self.isField(key), first + 1 < tokens.endIndex else { return }
    let rest = tokens[(first + 1)...]
    if let listed = Self.listed(rest, sentence, reading),
      !sentence.has(["except", "default", "if", "when"])
    {
      add(.oneOf(listed), key, sentence)
    } else if let demand = Self.kindOrRange(rest.prefix(12), sentence, reading),
      ["is", "(", ":", ",", "are", "must", "—"].contains(rest.first?.text ?? "")
    {
      add(demand, key, sentence)
    }
  }

  private mutating func add(_ demand: Demand, _ key: String, _ sentence: Sentence) {
    guard demands[key, default: []].count < Self.most else { return }
    demands[key, default: []].append((demand, sentence.span, sentence.section))
  }

  /// Rows whose first cell is a field alone and whose second says its type.
  private mutating func readRows(_ reading: PlanReading) {
    var key: (block: Int, name: String)?
    for sentence in reading.sentences where sentence.zone == .table && !sentence.finished {
      if sentence.isFirstCell {
        let isAlone = sentence.tokens.count == 1 && sentence.tokens.first?.kind == .code
        let name = isAlone ? reading.plan.text(of: sentence.span) : ""
        key = Self.isField(name) ? (sentence.block, name) : nil
        continue
      }
      guard let field = key, field.block == sentence.block,
        let demand = Self.kindOrRange(sentence.tokens, sentence, reading)
      else { continue }
      add(demand, field.name, sentence)
    }
  }

  private static func isField(_ name: String) -> Bool {
    (2...40).contains(name.utf8.count)
      && name.utf8.allSatisfy { $0.isAlphanumeric || $0 == 0x5F || $0 == 0x2D }
  }

  /// At least two values in code behind the words that close the list.
  private static func listed(
    _ tokens: ArraySlice<Token>, _ sentence: Sentence, _ reading: PlanReading
  ) -> Set<String>? {
    guard !tokens.isEmpty, let length = closed.length(in: tokens, at: tokens.startIndex) else {
      return nil
    }
    var values: Set<String> = []
    for index in (tokens.startIndex + length)..<tokens.endIndex {
      let token = tokens[index]
      if token.kind == .code {
        let text = reading.plan.text(of: sentence.span(of: index..<index + 1))
        values.insert(text.filter { $0 != "\"" && $0 != "'" })
      } else if ![",", "or", "and", "/", "|", ":", "the", "of"].contains(token.text) {
        break
      }
    }
    return values.count > 1 && values.allSatisfy(isField) ? values : nil
  }

  private static let kinds: WordMap<Kind> = [
    "string": .text, "text": .text, "strings": .text, "integer": .number, "int": .number,
    "number": .number, "float": .number, "bigint": .number, "boolean": .truth, "bool": .truth,
    "array": .list, "object": .object,
  ]

  /// `integer`, `1 to 31`, `between 1 and 31`.
  private static func kindOrRange(
    _ tokens: ArraySlice<Token>, _ sentence: Sentence, _ reading: PlanReading
  ) -> Demand? {
    guard
      !tokens.contains(where: { ["or", "null", "nullable", "optional", "|"].contains($0.text) })
    else { return nil }
    for index in tokens.indices.dropFirst().dropLast()
    where tokens[index].kind == .symbol || tokens[index].text == "to" || tokens[index].text == "and"
    {
      let isRange =
        ["to", "–", "-"].contains(tokens[index].text)
        || tokens[index].text == "and" && tokens[..<(index - 1)].last?.text == "between"
      guard isRange, tokens[index - 1].kind == .number, tokens[index + 1].kind == .number,
        let low = Double(reading.plan.text(of: sentence.span(of: index - 1..<index))),
        let high = Double(reading.plan.text(of: sentence.span(of: index + 1..<index + 2))),
        low < high
      else { continue }
      return .range(low...high)
    }
    let words = tokens.prefix(5).compactMap { kinds[$0.text] }
    return words.count == 1 ? .kind(words[0]) : nil
  }
}
