import CheckModel

extension Rule {
  /// The example does not keep the rule.
  static let contradictingExample = Rule(
    id: "contradicting-example", title: "The example does not keep the rule", family: .shared,
    class: .b, severity: .major, question: "consistency.4", kind: .contradiction,
    zones: [.paragraph, .item, .table, .fence], lexical: true,
    detects: """
      A field of an example in JSON whose value is not what the plan says of that field: another kind (`id` is a \
      string), outside of its range or closed list, a number where times are ISO 8601 strings or a string where they \
      are Unix seconds, a key in snake_case where all are camelCase. Examples of what is refused are left alone.
      """,
    matters: "Tests are written from examples and code from rules.",
    consequence: "The executor keeps one of them, and the other side expects the other.",
    fix: "Make the example keep the rule, or change the rule.",
    examples: Examples(
      bad: [
        """
        # Hooks

        All times are ISO 8601 strings in UTC.

        ```json
        { "id": "4711", «"at": 1749549600» }
        ```

        """,
        """
        # Hooks

        `status` is one of `open`, `paid` and `void`.

        - [ ] `GET /orders/1` in `src/orders.ts` answers `{ «"status": "closed"» }`

        """,
      ],
      good: [
        """
        # Hooks

        All times are ISO 8601 strings in UTC. `status` is one of `open`, `paid` and `void`.

        ```json
        { "at": "2026-02-01T10:00:00Z", "status": "paid" }
        ```

        - [ ] `{ "status": "closed" }` is refused with 422 in `src/orders.ts`

        """
      ],
      moved: [
        .carriageReturns: .fires, .emojiBefore: .fires, .fenced: .silent, .quoted: .open,
        .background: .open,
      ]),
    find: { reading in
      let fields = DeclaredFields(reading)
      guard !fields.values.isEmpty else { return [] }
      let styles = styles(reading)
      return fields.values.compactMap { value -> Hit? in
        if let place = unkept(value, fields) ?? misstyled(value, styles) {
          return Hit(value.span, reading.words(of: place))
        }
        return nil
      }
    })

  /// The rule about its key that a value does not keep.
  private static func unkept(_ value: DeclaredFields.Value, _ fields: DeclaredFields) -> Span? {
    // a field that two objects have may be two things
    let own = fields.demands[value.key, default: []].filter { !$0.span.contains(value.span) }
    for (demand, span, section) in own {
      switch demand {
      case .oneOf(let allowed):
        guard value.kind == .text, !allowed.contains(value.text), isName(value.text),
          own.count(where: { if case .oneOf = $0.demand { true } else { false } }) == 1
        else { continue }
        return span
      case .kind(let kind):
        guard kind != value.kind, section == value.section || own.count == 1,
          !common.contains(value.key) || section == value.section
        else { continue }
        return span
      case .range(let range):
        guard value.kind == .number, let number = Double(value.text), !range.contains(number),
          own.count == 1
        else { continue }
        return span
      }
    }
    return nil
  }

  /// Keys that any object has.
  private static let common: Set<String> = [
    "id", "type", "value", "name", "data", "count", "items",
  ]

  private static func isName(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { $0.isAlphanumeric || $0 == 0x5F || $0 == 0x2D }
  }

  // MARK: Styles

  private enum Style { case isoTimes, unixTimes, camelKeys, snakeKeys }

  private static let times: WordSet = [
    "times", "timestamps", "dates", "timestamp", "time", "instants",
  ]
  private static let keys: WordSet = ["keys", "fields", "properties", "names", "json"]

  /// “All times are ISO 8601 strings”, “keys are camelCase”.
  private static func styles(_ reading: PlanReading) -> [(style: Style, span: Span)] {
    reading.judgedSentences.compactMap { sentence in
      guard sentence.zone != .heading, !reading.explains(sentence.block),
        !sentence.has(["not", "except", "instead", "or", "input", "column", "columns", "database"])
      else { return nil }
      if sentence.has(times) {
        if sentence.has(["iso", "rfc"]), sentence.has(["8601", "3339"]) {
          return (.isoTimes, sentence.span)
        }
        if sentence.has(["unix", "epoch"]) { return (.unixTimes, sentence.span) }
      }
      guard sentence.has(keys) else { return nil }
      if sentence.has(["camelcase", "camel-case"]) { return (.camelKeys, sentence.span) }
      return sentence.has(["snake_case", "snake-case"]) ? (.snakeKeys, sentence.span) : nil
    }
  }

  private static func misstyled(
    _ value: DeclaredFields.Value, _ styles: [(style: Style, span: Span)]
  ) -> Span? {
    styles.first { style, _ in
      switch style {
      case .isoTimes: value.kind == .number && isTime(value.key) && value.text.utf8.count >= 9
      case .unixTimes: value.kind == .text && isTime(value.key) && value.text.contains("T")
      case .camelKeys: value.key.contains("_") && value.key.contains(where: \.isLowercase)
      case .snakeKeys:
        zip(value.key.utf8, value.key.utf8.dropFirst()).contains { $0.isLower && $1.isUpper }
      }
    }?.span
  }

  private static func isTime(_ key: String) -> Bool {
    let key = key.lowercased()
    return ["at", "time", "timestamp", "date", "ts"].contains(key)
      || ["_at", "_time", "timestamp", "_date", "time"].contains(where: key.hasSuffix)
      || key.hasSuffix("edat")
  }
}
