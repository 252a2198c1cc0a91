import StrictJSON

/// The form of a JSON value, in the strictest subset that all vendors' structured outputs share: every
/// object closed, every property required, optional as a union with null, no bounds and no patterns.
///
/// Both the JSON Schema and the check of a reply are made from it, so the two cannot differ.
indirect enum ReplyShape: Sendable {
  case object([Field])
  case list(of: ReplyShape)
  case text
  case oneOf([String])
  case integer
  case boolean
  case optional(ReplyShape)

  struct Field: Sendable {
    let name: String
    let shape: ReplyShape
    /// What the model is told about it; ranges included, which are enforced on our side only.
    let meaning: String?

    init(_ name: String, _ shape: ReplyShape, _ meaning: String? = nil) {
      self.name = name
      self.shape = shape
      self.meaning = meaning
    }
  }

  /// The shape as a JSON Schema (draft 2020-12).
  var schema: JSONValue {
    switch self {
    case .object(let fields):
      let properties = fields.map { field in
        JSONMember(key: field.name, value: Self.described(field.shape.schema, field.meaning))
      }
      return [
        "type": "object", "properties": JSONValue(.object(properties)),
        "required": JSONValue(.array(fields.map { JSONValue(.string($0.name)) })),
        "additionalProperties": false,
      ]
    case .list(let element): return ["type": "array", "items": element.schema]
    case .text: return ["type": "string"]
    case .oneOf(let words):
      return ["type": "string", "enum": JSONValue(.array(words.map { JSONValue(.string($0)) }))]
    case .integer: return ["type": "integer"]
    case .boolean: return ["type": "boolean"]
    case .optional(let shape): return ["anyOf": [shape.schema, ["type": "null"]]]
    }
  }

  private static func described(_ schema: JSONValue, _ meaning: String?) -> JSONValue {
    guard let meaning, case .object(let members) = schema.content else { return schema }
    return JSONValue(
      .object([JSONMember(key: "description", value: JSONValue(.string(meaning)))] + members))
  }
}
