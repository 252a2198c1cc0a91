import CheckModel

extension MutationOperator {
  /// One of two equal quantities of one thing becomes three times as much.
  static let changeNumber = MutationOperator(
    "change-number", .structural, rules: ["contradicting-number"], criterion: "consistency",
    severity: .major
  ) { plan, choice in
    guard let quantity = choice.one(of: plan.repeatedQuantities), let number = Int(quantity.number)
    else { return nil }
    return Mutant(plan, [Edit(quantity.numberSpan, "\(3 * number)")], within: quantity.numberSpan)
  }

  /// The same with another unit.
  static let changeUnit = MutationOperator(
    "change-unit", .structural, rules: ["contradicting-number"], criterion: "consistency",
    severity: .major
  ) { plan, choice in
    guard let quantity = choice.one(of: plan.repeatedQuantities),
      let unit = Quantity.otherUnit[quantity.unit]
    else { return nil }
    return Mutant(plan, [Edit(quantity.unitSpan, unit)], within: quantity.unitSpan)
  }
}

/// A number with its unit and the word before it.
struct Quantity: Hashable {
  var word: String
  var number: String
  var unit: String
  var numberSpan: Span
  var unitSpan: Span

  static let otherUnit = [
    "ms": "s", "s": "min", "seconds": "minutes", "minutes": "hours", "hours": "days",
    "days": "weeks", "KB": "MB", "kB": "MB", "MB": "GB", "KiB": "MiB", "MiB": "GiB",
  ]
}

extension Plan {
  /// Quantities that stand in another line with the same word, number and unit as well, outside of code.
  fileprivate var repeatedQuantities: [Quantity] {
    var byWords: [[String]: [Quantity]] = [:]
    for block in blocks where [.paragraph, .label].contains(block.kind) {
      for quantity in quantities(in: block.content) {
        byWords[[quantity.word, quantity.number, quantity.unit], default: []].append(quantity)
      }
    }
    return byWords.values.filter { $0.count == 2 }.compactMap(\.last)
      .sorted { $0.numberSpan < $1.numberSpan }
  }

  private func quantities(in span: Span) -> [Quantity] {
    let bytes = files[span.file].source.bytes
    let words = bytes[span.range].split { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D }
    return words.indices.dropFirst().dropLast().compactMap { index in
      let unit = words[index + 1].prefix { byte in
        (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      }
      let (word, number) = (words[index - 1], words[index])
      let texts = [word, number, unit].map { String(decoding: $0, as: UTF8.self) }
      guard number.allSatisfy({ (0x30...0x39).contains($0) }), word.count > 1,
        Quantity.otherUnit[texts[2]] != nil
      else { return nil }
      return Quantity(
        word: texts[0].lowercased(), number: texts[1], unit: texts[2],
        numberSpan: Span(file: span.file, range: number.startIndex..<number.endIndex),
        unitSpan: Span(file: span.file, range: unit.startIndex..<unit.endIndex))
    }
  }
}
