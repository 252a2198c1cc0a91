import Reporting

/// Checks a value against the part of JSON Schema that the report's schema uses; an unknown keyword is a
/// fault, so that nothing in the schema goes unchecked.
struct SchemaValidator {
  let definitions: [String: ReportValue]

  init(_ schema: ReportValue) { definitions = schema["$defs"]?.members ?? [:] }

  /// What is wrong, each with its path; empty when the value fits.
  func faults(_ value: ReportValue, _ schema: ReportValue, at path: String = "$") -> [String] {
    (schema.members ?? [:]).flatMap { keyword, rule -> [String] in
      switch (keyword, rule, value) {
      case ("$schema", _, _), ("title", _, _), ("description", _, _), ("$defs", _, _): []
      case ("$ref", .string(let name), _):
        faults(value, definitions[String(name.dropFirst("#/$defs/".count))] ?? .null, at: path)
      case ("type", .string(let type), _):
        type == value.type || (type == "number" && value.type == "integer")
          ? [] : ["\(path): \(value.type) where \(type) is asked"]
      case ("const", _, _): value == rule ? [] : ["\(path): not \(rule)"]
      case ("enum", .array(let words), _):
        words.contains(value) ? [] : ["\(path): \(value) is none of \(words)"]
      case ("pattern", .string("^[0-9a-f]{64}$"), .string(let text)):
        text.utf8.count == 64 && text.allSatisfy { $0.isHexDigit && !$0.isUppercase }
          ? [] : ["\(path): not a digest: \(text)"]
      case ("minimum", .integer(let least), _):
        value.number.map { $0 >= Double(least) } ?? true ? [] : ["\(path): below \(least)"]
      case ("maximum", .integer(let most), _):
        value.number.map { $0 <= Double(most) } ?? true ? [] : ["\(path): above \(most)"]
      case ("anyOf", .array(let choices), _):
        choices.contains { faults(value, $0, at: path).isEmpty }
          ? []
          : ["\(path): none of the choices fits: \(choices.map { faults(value, $0, at: path) })"]
      case ("items", _, .array(let elements)):
        elements.enumerated().flatMap { faults($1, rule, at: "\(path)[\($0)]") }
      case ("items", _, _): []
      case ("properties", .object(let shapes), .object(let members)):
        members.flatMap { key, member in
          shapes[key].map { faults(member, $0, at: "\(path).\(key)") } ?? [
            "\(path): \(key) is unknown"
          ]
        }
      case ("properties", _, _): []
      case ("required", .array(let keys), .object(let members)):
        keys.filter { key in !members.keys.contains { .string($0) == key } }
          .map { "\(path): \($0) is missing" }
      case ("required", _, _): []
      case ("additionalProperties", .boolean(false), _): []
      default: ["\(path): the validator does not know \(keyword): \(rule)"]
      }
    }
  }
}

extension ReportValue {
  var members: [String: ReportValue]? {
    if case .object(let members) = self { members } else { nil }
  }

  var elements: [ReportValue]? { if case .array(let elements) = self { elements } else { nil } }

  subscript(key: String) -> ReportValue? {
    get { members?[key] }
    set {
      guard var changed = members else { return }
      changed[key] = newValue
      self = .object(changed)
    }
  }

  var number: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .number(let value): value
    default: nil
    }
  }

  var type: String {
    switch self {
    case .null: "null"
    case .boolean: "boolean"
    case .integer: "integer"
    case .number: "number"
    case .string: "string"
    case .array: "array"
    case .object: "object"
    }
  }
}
