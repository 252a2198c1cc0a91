import StrictJSON

extension ReplyShape {
  /// Notes where a value is not of this shape: wrong types, missing and unknown keys, unknown words.
  func check(_ value: JSONValue, faults: inout ReplyFaults) {
    check(value, at: { "" }, called: name, faults: &faults)
  }

  /// - Parameters:
  ///   - path: made for a fault alone, which most values do not have.
  ///   - called: what the message demands, which is more than this shape inside a union.
  private func check(
    _ value: JSONValue, at path: () -> String, called: @autoclosure () -> String,
    faults: inout ReplyFaults
  ) {
    switch (self, value.content) {
    case (.object(let fields), .object(let members)):
      checkMembers(members, of: fields, value.offset, at: path, faults: &faults)
    case (.list(let element), .array(let values)):
      for (index, value) in values.enumerated() {
        element.check(
          value, at: { "\(path())[\(index)]" }, called: element.name, faults: &faults)
      }
    case (.oneOf(let words), .string(let text)):
      if !words.contains(text) {
        faults.note(
          path(), value.offset, "\"\(text.prefix(40))\" is not \(Self.oneOf(words))",
          plainly: "must be \(Self.oneOf(words))")
      }
    case (.optional, .null), (.text, .string), (.integer, .integer), (.boolean, .bool): break
    case (.optional(let shape), _): shape.check(value, at: path, called: called(), faults: &faults)
    default: faults.note(path(), value.offset, "must be \(called()), is \(value.kind)")
    }
  }

  private func checkMembers(
    _ members: [JSONMember], of fields: [Field], _ offset: Int, at path: () -> String,
    faults: inout ReplyFaults
  ) {
    func below(_ name: String) -> String {
      let above = path()
      return above.isEmpty ? name : "\(above).\(name)"
    }
    for member in members where !fields.contains(where: { $0.name == member.key }) {
      faults.note(
        path(), member.offset, "the key \"\(member.key.prefix(40))\" is unknown",
        plainly: "holds a key that the form does not have")
    }
    for field in fields {
      if let member = members.first(where: { $0.key == field.name }) {
        field.shape.check(
          member.value, at: { below(field.name) }, called: field.shape.name, faults: &faults)
      } else {
        faults.note(path(), offset, "the key \"\(field.name)\" is missing")
      }
    }
  }

  private var name: String {
    switch self {
    case .object: "an object"
    case .list: "an array"
    case .text, .oneOf: "a string"
    case .integer: "an integer"
    case .boolean: "a boolean"
    case .optional(let shape): "\(shape.name) or null"
    }
  }

  private static func oneOf(_ words: [String]) -> String {
    words.count > 12
      ? "one of the \(words.count) ids of the rubric" : "one of \(words.joined(separator: ", "))"
  }
}
