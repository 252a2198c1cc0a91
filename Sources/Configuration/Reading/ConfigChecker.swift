import CommandLine
import YAML

/// Holds a YAML tree against the table of keys.
struct ConfigChecker {
  let file: String
  let bytes: [UInt8]
  let origin: Config.Origin

  func place(_ place: YAMLPlace, _ keyPath: String) -> ConfigPlace {
    ConfigPlace(file: file, line: place.line, column: place.column, keyPath: keyPath)
  }

  func error(
    _ message: String, suggestion: String? = nil, at place: ConfigPlace
  ) -> ConfigError {
    ConfigError(message, suggestion: suggestion, at: place, in: bytes)
  }

  /// Throws the first thing that the table does not know or that has the wrong form.
  ///
  /// Keys that only the user's file may have are not looked into in a project's: they are not followed.
  func check(_ node: YAMLNode, _ shape: ConfigShape, _ path: String) throws(ConfigError) {
    let here = place(node.place, path)
    switch shape {
    case .text(let form): try check(text(node, form.what, here), form, here)
    case .word(let words):
      let word = try text(node, "one of \(words.joined(separator: ", "))", here)
      guard !words.contains(word) else { return }
      throw error(
        "'\(path)' must be one of \(words.joined(separator: ", ")), not '\(Self.short(word))'",
        suggestion: DidYouMean.nearest(to: word, among: words), at: here)
    case .number(let range):
      let what = "a number from \(Self.shown(range.lowerBound)) to \(Self.shown(range.upperBound))"
      guard let number = ConfigScalar.number(node), range.contains(number) else {
        throw wrong(node, what, here)
      }
    case .count(let range):
      guard let number = ConfigScalar.count(node), range.contains(number) else {
        throw wrong(node, "a whole number from \(range.lowerBound) to \(range.upperBound)", here)
      }
    case .list(let item, let count): try check(items: node, item, count, here)
    case .record(let keys): try check(record: node, keys, here)
    case .named(let form, let value): try check(named: node, form, value, here)
    case .textOrRecord(let form, let keys):
      if case .mapping = node.content { return try check(record: node, keys, here) }
      try check(node, .text(form), path)
    }
  }

  private func text(
    _ node: YAMLNode, _ what: String, _ here: ConfigPlace
  ) throws(ConfigError) -> String {
    guard let text = ConfigScalar.text(node) else { throw wrong(node, what, here) }
    return text
  }

  /// The text itself is not quoted: it may be a key that stands where its variable's name should.
  private func check(
    _ text: String, _ form: TextForm, _ here: ConfigPlace
  ) throws(ConfigError) {
    guard form.accepts(text) else {
      throw error("'\(here.keyPath)' must be \(form.what)", at: here)
    }
  }

  private func check(
    items node: YAMLNode, _ item: ConfigShape, _ count: ClosedRange<Int>, _ here: ConfigPlace
  ) throws(ConfigError) {
    guard case .sequence(let items) = node.content else { throw wrong(node, "a list", here) }
    guard count.contains(items.count) else {
      let wanted =
        count.lowerBound == count.upperBound
        ? "\(count.lowerBound)" : "\(count.lowerBound) to \(count.upperBound)"
      throw error("'\(here.keyPath)' must have \(wanted) items, not \(items.count)", at: here)
    }
    for (index, node) in items.enumerated() { try check(node, item, "\(here.keyPath).\(index)") }
  }

  private func check(
    record node: YAMLNode, _ keys: [ConfigKey], _ here: ConfigPlace
  ) throws(ConfigError) {
    guard case .mapping(let members) = node.content else {
      throw wrong(node, "a mapping of keys to values", here)
    }
    for member in members {
      let path = Self.join(here.keyPath, member.key)
      guard let key = keys.first(where: { $0.name == member.key }) else {
        if here.keyPath == "rules", AnnouncedRules.ids.contains(member.key) {
          try check(member.value, .word(RuleSetting.words), path)
          continue
        }
        throw error(
          "unknown key '\(Self.short(path))'",
          suggestion: DidYouMean.nearest(to: member.key, among: keys.map(\.name)),
          at: place(member.keyPlace, path))
      }
      if key.scope == .userOnly, origin == .project { continue }
      try check(member.value, key.shape, path)
    }
  }

  private func check(
    named node: YAMLNode, _ form: TextForm, _ value: ConfigShape, _ here: ConfigPlace
  ) throws(ConfigError) {
    guard case .mapping(let members) = node.content else {
      throw wrong(node, "a mapping of names to values", here)
    }
    for member in members {
      let path = Self.join(here.keyPath, member.key)
      guard form.accepts(member.key) else {
        throw error(
          "'\(Self.short(path))': the key must be \(form.what)", at: place(member.keyPlace, path))
      }
      try check(member.value, value, path)
    }
  }

  private func wrong(_ node: YAMLNode, _ what: String, _ here: ConfigPlace) -> ConfigError {
    let key = here.keyPath.isEmpty ? "the config" : "'\(here.keyPath)'"
    return error("\(key) must be \(what), not \(ConfigScalar.kind(node))", at: here)
  }

  static func join(_ path: String, _ key: String) -> String {
    path.isEmpty ? key : "\(path).\(key)"
  }

  private static func short(_ text: String) -> String {
    text.unicodeScalars.count <= 60 ? text : String(text.unicodeScalars.prefix(60)) + "…"
  }

  private static func shown(_ value: Double) -> String { String(Int(value)) }
}

/// What a scalar of a config means.
enum ConfigScalar {
  /// A text; nil for collections and for nothing, which is a plain `~`, `null` or blank.
  static func text(_ node: YAMLNode) -> String? {
    guard case .scalar(let scalar) = node.content, !isNothing(scalar) else { return nil }
    return scalar.text
  }

  /// A plain decimal number with at most one point; `Double` alone would also read `0x1p3` and `nan`.
  static func number(_ node: YAMLNode) -> Double? {
    guard case .scalar(let scalar) = node.content, scalar.isPlain,
      scalar.text.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E }),
      scalar.text.utf8.count <= 20
    else { return nil }
    return Double(scalar.text)
  }

  static func count(_ node: YAMLNode) -> Int? {
    guard case .scalar(let scalar) = node.content, scalar.isPlain,
      scalar.text.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return Int(scalar.text)
  }

  /// What stands there, in words; numbers are quoted, since they are no secrets.
  static func kind(_ node: YAMLNode) -> String {
    switch node.content {
    case .mapping: "a mapping"
    case .sequence: "a list"
    case .scalar(let scalar):
      if isNothing(scalar) {
        "nothing"
      } else if isNumber(scalar.text) {
        scalar.isPlain ? scalar.text : "a quoted text"
      } else {
        "a text"
      }
    }
  }

  private static func isNumber(_ text: String) -> Bool {
    text.utf8.count <= 20
      && text.utf8.allSatisfy { (0x30...0x39).contains($0) || "+-.".utf8.contains($0) }
  }

  private static func isNothing(_ scalar: YAMLText) -> Bool {
    scalar.isPlain && ["", "~", "null", "Null", "NULL"].contains(scalar.text)
  }
}
