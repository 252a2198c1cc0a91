import CheckModel

extension MutationOperator {
  /// One of two equal quantities that two lines name alike becomes three times as much.
  static let changeNumber = changeOfNumber("change-number", .structural, words: 2...)

  /// The same where the lines share one word alone: that both speak of one thing takes understanding.
  static let changeNumberTold = changeOfNumber("change-number-told", .semantic, words: 1...1)

  /// One of two equal quantities that two lines name alike gets another unit.
  static let changeUnit = changeOfUnit("change-unit", .structural, words: 2...)

  /// The same where the lines share one word alone.
  static let changeUnitTold = changeOfUnit("change-unit-told", .semantic, words: 1...1)

  private static func changeOfNumber(
    _ id: String, _ group: Group, words: some RangeExpression<Int> & Sendable
  ) -> MutationOperator {
    MutationOperator(
      id, group, rules: ["contradicting-number", "unit-mismatch"], criterion: "consistency",
      severity: .major
    ) { plan, choice in
      guard let quantity = choice.one(of: RepeatedQuantities(plan).sharing(words)),
        let number = Int(quantity.number)
      else { return nil }
      return Mutant(
        plan, [Edit(quantity.numberSpan, "\(3 * number)")], within: quantity.numberSpan)
    }
  }

  private static func changeOfUnit(
    _ id: String, _ group: Group, words: some RangeExpression<Int> & Sendable
  ) -> MutationOperator {
    MutationOperator(
      id, group, rules: ["contradicting-number", "unit-mismatch"], criterion: "consistency",
      severity: .major
    ) { plan, choice in
      guard let quantity = choice.one(of: RepeatedQuantities(plan).sharing(words)),
        let unit = Quantity.otherUnit[quantity.unit]
      else { return nil }
      return Mutant(plan, [Edit(quantity.unitSpan, unit)], within: quantity.unitSpan)
    }
  }
}

/// A number with its unit and the words of its line close by.
struct Quantity: Hashable {
  var number: String
  var unit: String
  /// Where its line starts.
  var line: Int
  var numberSpan: Span
  var unitSpan: Span
  /// Lowercase, without the s of a plural, at least four letters each.
  var words: Set<String>

  static let otherUnit = [
    "ms": "s", "s": "min", "second": "minutes", "seconds": "minutes", "minute": "hours",
    "minutes": "hours", "hours": "days", "days": "weeks", "KB": "MB", "kB": "MB", "MB": "GB",
    "KiB": "MiB", "MiB": "GiB",
  ]
}

/// Quantities that stand in several lines of the open work with one number and unit.
private struct RepeatedQuantities {
  private let quantities: [Quantity]

  init(_ plan: Plan) {
    let finished = plan.tasks.filter { $0.state == .done }.map(\.span)
    quantities = plan.blocks.flatMap { block -> [Quantity] in
      switch block.kind {
      case .paragraph, .label, .tableRow, .fence: break
      default: return []
      }
      guard !finished.contains(where: { $0.contains(block.span) }) else { return [] }
      return Self.quantities(in: block.content, plan)
    }
  }

  /// Those that share so many words with an equal one of another line.
  func sharing(_ count: some RangeExpression<Int>) -> [Quantity] {
    let equal = Dictionary(grouping: quantities) { [$0.number, $0.unit] }
    return quantities.filter { quantity in
      let others = equal[[quantity.number, quantity.unit], default: []]
        .filter { $0.line != quantity.line || $0.numberSpan.file != quantity.numberSpan.file }
      let shared = others.map { $0.words.intersection(quantity.words).count }.max() ?? 0
      return count.contains(shared)
    }
  }

  private static func quantities(in span: Span, _ plan: Plan) -> [Quantity] {
    let source = plan.files[span.file].source
    let first = source.line(at: span.range.lowerBound)
    let last = source.line(at: max(span.range.lowerBound, span.range.upperBound - 1))
    return (first...last).flatMap { line in
      quantities(on: source.lineRange(line).clamped(to: span.range), span.file, source.bytes)
    }
  }

  private static func quantities(
    on line: Range<Int>, _ file: Int, _ bytes: [UInt8]
  ) -> [Quantity] {
    let words = bytes[line].split { !isWord($0) }
    return words.indices.compactMap { index in
      guard let unit = unit(at: index, words, bytes), let number = digits(of: words[index]) else {
        return nil
      }
      // one of a list or range
      if index > 0, words[index - 1].allSatisfy(isDigit) { return nil }
      let near = words[max(0, index - 9)..<index] + words[(index + 1)...].prefix(9)
      return Quantity(
        number: String(decoding: number, as: UTF8.self),
        unit: String(decoding: unit, as: UTF8.self),
        line: line.lowerBound,
        numberSpan: Span(file: file, range: number.startIndex..<number.endIndex),
        unitSpan: Span(file: file, range: unit.startIndex..<unit.endIndex),
        words: Set(near.compactMap(content)))
    }
  }

  private static func digits(of word: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let digits = word.prefix(while: isDigit)
    return digits.isEmpty || digits.count > 6 ? nil : digits
  }

  /// The letters joined to the digits, or the next word behind a blank or hyphen.
  private static func unit(
    at index: Int, _ words: [ArraySlice<UInt8>], _ bytes: [UInt8]
  ) -> ArraySlice<UInt8>? {
    let word = words[index]
    let joined = word.drop(while: isDigit)
    guard joined.count < word.count else { return nil }
    if word.startIndex > 0, [0x2E, 0x2D, 0x2F, 0x3A, 0x2C].contains(bytes[word.startIndex - 1]) {
      return nil
    }
    let known = { (unit: ArraySlice<UInt8>) in
      Quantity.otherUnit[String(decoding: unit, as: UTF8.self)] != nil
    }
    if !joined.isEmpty { return known(joined) ? joined : nil }
    guard index + 1 < words.count, words[index + 1].startIndex == word.endIndex + 1,
      [0x20, 0x2D].contains(bytes[word.endIndex]), known(words[index + 1])
    else { return nil }
    return words[index + 1]
  }

  private static func content(_ word: ArraySlice<UInt8>) -> String? {
    var text = String(decoding: word, as: UTF8.self).lowercased()
    if text.hasSuffix("s") { text.removeLast() }
    let isPlain = text.utf8.count >= 4 && !text.utf8.contains(where: isDigit)
    return isPlain && !empty.contains(text) && Quantity.otherUnit[text + "s"] == nil ? text : nil
  }

  private static let empty: Set<String> = [
    "after", "with", "from", "that", "than", "least", "most", "more", "when", "then", "must",
    "shall", "into", "test", "each", "every", "thi", "have", "will", "older", "within", "until",
    "hour", "minute", "second", "about", "which", "their", "there", "other", "longer", "before",
  ]

  private static func isWord(_ byte: UInt8) -> Bool {
    isDigit(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte >= 0x80
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
