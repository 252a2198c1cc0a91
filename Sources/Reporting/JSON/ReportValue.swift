/// A JSON value of a report, with one way to be written: keys in byte order, two spaces for each level, numbers with a
/// fraction always with two decimals. Equal values give equal bytes.
package indirect enum ReportValue: Sendable, Hashable {
  case null
  case boolean(Bool)
  case integer(Int)
  /// Written with two decimals; a number that is not finite is written as null.
  case number(Double)
  case string(String)
  case array([ReportValue])
  case object([String: ReportValue])

  /// The value as text, without a line break at its end.
  package var text: String {
    var result = ""
    write(to: &result, level: 0)
    return result
  }

  private func write(to result: inout String, level: Int) {
    switch self {
    case .null: result += "null"
    case .boolean(let value): result += value ? "true" : "false"
    case .integer(let value): result += String(value)
    case .number(let value): result += Self.twoDecimals(value) ?? "null"
    case .string(let value): result += Self.quoted(value)
    case .array(let values):
      Self.writeList(values, between: ("[", "]"), to: &result, level: level) { value, result in
        value.write(to: &result, level: level + 1)
      }
    case .object(let members):
      let sorted = members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      Self.writeList(sorted, between: ("{", "}"), to: &result, level: level) { member, result in
        result += Self.quoted(member.key) + ": "
        member.value.write(to: &result, level: level + 1)
      }
    }
  }

  private static func writeList<Element>(
    _ elements: [Element], between brackets: (String, String), to result: inout String, level: Int,
    writing write: (Element, inout String) -> Void
  ) {
    result += brackets.0
    for (index, element) in elements.enumerated() {
      result += index == 0 ? "\n" : ",\n"
      result += String(repeating: "  ", count: level + 1)
      write(element, &result)
    }
    if !elements.isEmpty { result += "\n" + String(repeating: "  ", count: level) }
    result += brackets.1
  }

  private static func quoted(_ text: String) -> String { "\"" + Escaping.json.prose(text) + "\"" }

  /// Rounded to the nearest hundredth; nil when that is beyond an integer's range or not finite.
  static func twoDecimals(_ value: Double) -> String? {
    guard let hundredths = Int(exactly: (value * 100).rounded()) else { return nil }
    let digits = String(hundredths.magnitude)
    let padded = String(repeating: "0", count: max(0, 3 - digits.count)) + digits
    return (hundredths < 0 ? "-" : "") + padded.dropLast(2) + "." + padded.suffix(2)
  }
}
