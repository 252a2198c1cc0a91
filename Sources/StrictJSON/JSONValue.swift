/// One JSON value (RFC 8259) with the place where it stood in its text.
package struct JSONValue: Sendable {
  /// What a value can be. Objects keep the order of their members.
  package enum Content: Sendable, Equatable {
    case object([JSONMember])
    case array([JSONValue])
    case string(String)
    /// A number without fraction and exponent that fits 64 bits.
    case integer(Int)
    /// A number with fraction or exponent; never NaN or infinite.
    case real(Double)
    case bool(Bool)
    case null
  }

  package var content: Content

  /// The byte offset of the value's first byte in the text it was read from; 0 when it was made here.
  package var offset: Int

  package init(_ content: Content, offset: Int = 0) {
    self.content = content
    self.offset = offset
  }

  /// The member with this key; nil for other keys and for values that are no objects.
  package subscript(_ key: String) -> JSONValue? {
    guard case .object(let members) = content else { return nil }
    return members.first { $0.key == key }?.value
  }

  /// The value's kind as a reader of JSON calls it, with its article: "an object", "null".
  package var kind: String {
    switch content {
    case .object: "an object"
    case .array: "an array"
    case .string: "a string"
    case .integer: "an integer"
    case .real: "a number with a fraction"
    case .bool: "a boolean"
    case .null: "null"
    }
  }
}

/// One key of an object with its value.
package struct JSONMember: Sendable, Equatable {
  package var key: String
  package var value: JSONValue
  /// The byte offset of the key's opening quotation mark.
  package var offset: Int

  package init(key: String, value: JSONValue, offset: Int = 0) {
    self.key = key
    self.value = value
    self.offset = offset
  }

  package static func == (left: JSONMember, right: JSONMember) -> Bool {
    left.key == right.key && left.value == right.value
  }
}

extension JSONValue: Equatable {
  /// Equal content; where it stood does not matter.
  package static func == (left: JSONValue, right: JSONValue) -> Bool {
    left.content == right.content
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  package init(stringLiteral value: String) { self.init(.string(value)) }
  package init(booleanLiteral value: Bool) { self.init(.bool(value)) }
  package init(integerLiteral value: Int) { self.init(.integer(value)) }
  package init(arrayLiteral elements: JSONValue...) { self.init(.array(elements)) }

  /// Keeps the order as written.
  package init(dictionaryLiteral elements: (String, JSONValue)...) {
    self.init(.object(elements.map { JSONMember(key: $0.0, value: $0.1) }))
  }
}
