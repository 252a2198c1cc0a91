import StrictJSON

extension JSONValue {
  static func string(_ text: String) -> JSONValue { JSONValue(.string(text)) }

  static func integer(_ number: Int) -> JSONValue { JSONValue(.integer(number)) }

  /// An object of the members that have a value, in the order given.
  static func members(_ members: KeyValuePairs<String, JSONValue?>) -> JSONValue {
    JSONValue(
      .object(members.compactMap { key, value in value.map { JSONMember(key: key, value: $0) } }))
  }

  var bytes: [UInt8] { bytes(indented: false) }

  /// The text of a string; nil for every other value.
  var asText: String? {
    if case .string(let text) = content { text } else { nil }
  }

  /// The integer; nil for every other value.
  var asInteger: Int? {
    if case .integer(let number) = content { number } else { nil }
  }

  /// A number of tokens; nil for every other value, and for a number that no request can have.
  var asCount: Int? {
    guard let count = asInteger, (0...1 << 40).contains(count) else { return nil }
    return count
  }

  /// US dollars; nil for every other value, and for an amount that no request can cost.
  var asDollars: Double? {
    let amount: Double? =
      switch content {
      case .integer(let number): Double(number)
      case .real(let number): number
      default: nil
      }
    guard let amount, (0...1e6).contains(amount) else { return nil }
    return amount
  }

  /// The elements of an array; none for every other value.
  var elements: [JSONValue] {
    if case .array(let values) = content { values } else { [] }
  }

  var isObject: Bool {
    if case .object = content { true } else { false }
  }

  /// The member unless it is missing or null.
  func known(_ key: String) -> JSONValue? {
    guard let value = self[key], value.content != .null else { return nil }
    return value
  }
}
