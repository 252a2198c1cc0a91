/// What a JSON value looks like and how it is made from a Swift value.
///
/// One declaration gives the report and its schema, so that the two cannot differ.
struct Shape<Input>: Sendable {
  /// As JSON Schema (draft 2020-12), https://json-schema.org/draft/2020-12.
  let schema: [String: ReportValue]
  let encode: @Sendable (Input) -> ReportValue
}

/// One key of an object.
struct Field<Input>: Sendable {
  let name: String
  let schema: ReportValue
  let encode: @Sendable (Input) -> ReportValue

  /// `meaning` becomes the schema's description.
  init<Value>(
    _ name: String, _ meaning: String, _ shape: Shape<Value>,
    _ value: @escaping @Sendable (Input) -> Value
  ) {
    self.name = name
    var schema = shape.schema
    schema["description"] = .string(meaning)
    self.schema = .object(schema)
    encode = { shape.encode(value($0)) }
  }
}

extension Shape {
  /// A closed object: exactly these keys, all of them always there.
  static func object(_ fields: [Field<Input>]) -> Shape {
    Shape(
      schema: [
        "type": .string("object"),
        "additionalProperties": .boolean(false),
        "required": .array(fields.map { .string($0.name) }),
        "properties": .object(
          Dictionary(fields.map { ($0.name, $0.schema) }, uniquingKeysWith: { first, _ in first })),
      ],
      encode: { input in
        .object(
          Dictionary(
            fields.map { ($0.name, $0.encode(input)) }, uniquingKeysWith: { first, _ in first }))
      })
  }

  /// An array whose elements all have this shape.
  var list: Shape<[Input]> {
    Shape<[Input]>(
      schema: ["type": .string("array"), "items": .object(schema)],
      encode: { [encode] in .array($0.map(encode)) })
  }

  /// This shape, or null.
  var orNull: Shape<Input?> {
    Shape<Input?>(
      schema: ["anyOf": .array([.object(schema), .object(["type": .string("null")])])],
      encode: { [encode] in $0.map(encode) ?? .null })
  }
}

extension Shape where Input == String {
  static let text = Shape(schema: ["type": .string("string")], encode: { .string($0) })

  /// A SHA-256 in lowercase hexadecimal.
  static let digest = Shape(
    schema: ["type": .string("string"), "pattern": .string("^[0-9a-f]{64}$")],
    encode: { .string($0) })

  /// A string that never changes.
  static func constant(_ value: String) -> Shape {
    Shape(schema: ["const": .string(value)], encode: { _ in .string(value) })
  }
}

extension Shape where Input == Int {
  static let integer = Shape(schema: ["type": .string("integer")], encode: { .integer($0) })

  /// A number of things.
  static let count = Shape(
    schema: ["type": .string("integer"), "minimum": .integer(0)], encode: { .integer($0) })

  /// A line or column, counted from 1.
  static let ordinal = Shape(
    schema: ["type": .string("integer"), "minimum": .integer(1)], encode: { .integer($0) })

  /// Points of 100.
  static let points = Shape(
    schema: ["type": .string("integer"), "minimum": .integer(0), "maximum": .integer(100)],
    encode: { .integer($0) })
}

extension Shape where Input == Double {
  static let number = Shape(schema: ["type": .string("number")], encode: { .number($0) })

  /// Points of 100, with two decimals.
  static let points = Shape(
    schema: ["type": .string("number"), "minimum": .integer(0), "maximum": .integer(100)],
    encode: { .number($0) })
}

extension Shape where Input == Bool {
  static let boolean = Shape(schema: ["type": .string("boolean")], encode: { .boolean($0) })
}

extension Shape where Input: RawRepresentable & CaseIterable & Sendable, Input.RawValue == String {
  /// One of the words of an enumeration.
  static var word: Shape {
    Shape(
      schema: [
        "type": .string("string"), "enum": .array(Input.allCases.map { .string($0.rawValue) }),
      ],
      encode: { .string($0.rawValue) })
  }
}
