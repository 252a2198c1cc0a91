import CheckModel

extension Rule {
  /// A timeout of 30.
  static let numberWithoutUnit = Rule(
    id: "number-without-unit", title: "Number without a unit", family: .planner, class: .b,
    severity: .minor, question: "contracts.2", kind: .ambiguous,
    zones: [.paragraph, .item, .table],
    lexical: true,
    detects: """
      A timeout, interval, delay, TTL, debounce, expiry or maximum size with a bare number behind it in an \
      instruction: `timeout of 30`. Numbers in code are left alone.
      """,
    matters: "Thirty seconds and thirty milliseconds both compile.",
    consequence: "The executor takes the unit that the library happens to use.",
    fix: "Write the unit behind the number.",
    examples: Examples(
      bad: [
        "# Calls\n\n- [ ] Give up after «a timeout of 30»\n",
        "# Calls\n\n- [ ] Poll with «an interval of 5»\n",
      ],
      good: [
        "# Calls\n\n- [ ] Give up after a timeout of 30 s\n",
        "# Calls\n\n- [ ] Retry at most 3 times\n",
        "# Calls\n\n- [ ] Set the timeout to `30`\n",
      ],
      moved: [
        .carriageReturns: .fires, .emojiBefore: .fires, .fenced: .silent, .quoted: .open,
        .background: .open,
      ]),
    find: { reading in
      reading.instructions.compactMap { sentence in
        guard let place = bareNumber(in: sentence, reading), !sentence.isQuoted(place)
        else { return nil }
        return Hit(
          sentence.span(of: place), "It does not say of what: seconds, milliseconds, bytes.")
      }
    })

  private static let quantities: WordSet = [
    "timeout", "interval", "delay", "ttl", "debounce", "throttle", "expiry", "backoff",
  ]
  private static let joints: WordSet = ["of", "to", "is", "=", ":", "at", "after"]

  /// `a timeout of 30` up to the end of its clause.
  private static func bareNumber(in sentence: Sentence, _ reading: PlanReading) -> Range<Int>? {
    let tokens = sentence.tokens
    let bytes = reading.plan.files[sentence.file].source.bytes
    for index in tokens.indices where quantities.contains(tokens[index].text) {
      guard index + 2 < tokens.endIndex, joints.contains(tokens[index + 1].text),
        tokens[index + 2].kind == .number,
        bytes[tokens[index + 2].range].allSatisfy(\.isDigit)
      else { continue }
      let next = index + 3
      guard next == tokens.endIndex || [".", ",", ";", ")"].contains(tokens[next].text),
        // 0 needs no unit
        bytes[tokens[index + 2].range].contains(where: { $0 != UInt8(ascii: "0") })
      else { continue }
      let article =
        index > tokens.startIndex && ["a", "an", "the"].contains(tokens[index - 1].text)
      return (article ? index - 1 : index)..<next
    }
    return nil
  }
}
