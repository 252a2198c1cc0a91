import StrictJSON

/// The JSON Schema (draft 2020-12) of configs, and their reference, made from the table of keys.
package struct ConfigSchema {
  private let keys: [ConfigKey]

  /// - Parameter rules: those that exist.
  package init(rules: [ConfigRule]) { keys = ConfigKeys.all(rules: rules) }

  /// The schema as a file's text, with a line break at its end. It describes the user's file; a project's
  /// must not have the keys that it marks.
  package var document: String {
    var members: [JSONMember] = [
      JSONMember(key: "$schema", value: "https://json-schema.org/draft/2020-12/schema"),
      JSONMember(key: "title", value: "Config of speccheck"),
      JSONMember(
        key: "description",
        value: "config.yml of a user, .speccheck.yml of a repository; thresholds are points of 100."
      ),
    ]
    members += Self.record(keys)
    return JSONValue(.object(members)).text(indented: true) + "\n"
  }

  private static func schema(_ shape: ConfigShape) -> [JSONMember] {
    switch shape {
    case .text(let form): text(form)
    case .word(let words):
      [JSONMember(key: "enum", value: JSONValue(.array(words.map { JSONValue(.string($0)) })))]
    case .number(let range):
      [
        type("number"),
        JSONMember(key: "minimum", value: JSONValue(.integer(Int(range.lowerBound)))),
        JSONMember(key: "maximum", value: JSONValue(.integer(Int(range.upperBound)))),
      ]
    case .count(let range):
      [
        type("integer"), JSONMember(key: "minimum", value: JSONValue(.integer(range.lowerBound))),
        JSONMember(key: "maximum", value: JSONValue(.integer(range.upperBound))),
      ]
    case .list(let item, let count):
      [
        type("array"), JSONMember(key: "minItems", value: JSONValue(.integer(count.lowerBound))),
        JSONMember(key: "maxItems", value: JSONValue(.integer(count.upperBound))),
        JSONMember(key: "items", value: JSONValue(.object(schema(item)))),
      ]
    case .record(let keys): record(keys)
    case .named(let form, let value):
      [
        type("object"),
        JSONMember(key: "propertyNames", value: JSONValue(.object(text(form)))),
        JSONMember(key: "additionalProperties", value: JSONValue(.object(schema(value)))),
      ]
    case .textOrRecord(let form, let keys):
      [
        JSONMember(
          key: "anyOf",
          value: JSONValue(
            .array([JSONValue(.object(text(form))), JSONValue(.object(record(keys)))])))
      ]
    }
  }

  private static func type(_ name: String) -> JSONMember {
    JSONMember(key: "type", value: JSONValue(.string(name)))
  }

  private static func text(_ form: TextForm) -> [JSONMember] {
    let pattern = form.pattern.map { [JSONMember(key: "pattern", value: JSONValue(.string($0)))] }
    return [type("string")] + (pattern ?? [])
  }

  private static func record(_ keys: [ConfigKey]) -> [JSONMember] {
    let properties = keys.map { key in
      let scope = key.scope == .userOnly ? " In the user's file only." : ""
      let meaning = JSONMember(key: "description", value: JSONValue(.string(key.meaning + scope)))
      return JSONMember(key: key.name, value: JSONValue(.object([meaning] + schema(key.shape))))
    }
    return [
      type("object"), JSONMember(key: "additionalProperties", value: false),
      JSONMember(key: "properties", value: JSONValue(.object(properties))),
    ]
  }

  // MARK: - The reference

  /// A page with every key but the single rules, with a line break at its end.
  package var reference: String {
    let rows = keys.flatMap { Self.rows($0, "") }
    return """
      # The config of speccheck

      The user's file is `config.yml` in `$SPECCHECK_HOME`, else in `$XDG_CONFIG_HOME/speccheck`, else in
      `~/.config/speccheck`; a project's is `.speccheck.yml` at the top of its repository. Both are YAML without
      aliases, anchors and tags. A project's file that nobody trusted (`speccheck trust`) may only tighten.

      | key | value | meaning |
      |---|---|---|

      """ + rows.map { "\($0)\n" }.joined()
  }

  private static func rows(_ key: ConfigKey, _ above: String) -> [String] {
    let path = above + key.name
    let scope = key.scope == .userOnly ? " In the user's file only." : ""
    let row = "| `\(path)` | \(value(key.shape)) | \(key.meaning)\(scope) |"
    switch key.shape {
    case .record where path == "rules": return [row]
    case .record(let keys), .textOrRecord(_, let keys):
      return [row] + keys.flatMap { rows($0, "\(path).") }
    case .named(_, .record(let keys)):
      return [row] + keys.flatMap { rows($0, "\(path).NAME.") }
    default: return [row]
    }
  }

  private static func value(_ shape: ConfigShape) -> String {
    switch shape {
    case .text(let form): form.what
    case .word(let words): words.map { "`\($0)`" }.joined(separator: ", ")
    case .number(let range): "a number from \(Int(range.lowerBound)) to \(Int(range.upperBound))"
    case .count(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .list(let item, let count):
      count.lowerBound == count.upperBound
        ? "a list of \(count.lowerBound): \(value(item))" : "a list: \(value(item))"
    case .record: "a mapping"
    case .named(let form, _): "a mapping; each key \(form.what)"
    case .textOrRecord(let form, _): "\(form.what), or a mapping"
    }
  }
}
