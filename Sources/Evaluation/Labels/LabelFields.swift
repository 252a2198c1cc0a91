import StrictJSON

/// The members of one object in `labels.json`, taken by key and type.
struct LabelFields {
  private let value: JSONValue
  private let members: [JSONMember]
  private let path: String
  private let document: JSONDocument

  /// - Throws: where the value is no object.
  init(_ value: JSONValue, path: String, document: JSONDocument) throws(CorpusError) {
    self.value = value
    self.path = path
    self.document = document
    guard case .object(let members) = value.content else {
      throw CorpusError(
        "\(path):\(document.position(of: value.offset))", "needs an object, not \(value.kind)")
    }
    self.members = members
  }

  /// Lowercase letters and digits, and hyphens between them.
  static func isWord(_ text: String) -> Bool {
    text.utf8.first.map { (0x61...0x7A).contains($0) } == true && text.utf8.last != 0x2D
      && text.utf8.allSatisfy {
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
      }
  }

  /// Refuses every other key.
  func allow(_ keys: Set<String>) throws(CorpusError) {
    for member in members where !keys.contains(member.key) {
      throw error(at: member.offset, "there is no key '\(member.key)'")
    }
  }

  func has(_ key: String) -> Bool { value[key] != nil }

  func object(_ element: JSONValue) throws(CorpusError) -> LabelFields {
    try LabelFields(element, path: path, document: document)
  }

  func text(_ key: String, _ isGood: (String) -> Bool) throws(CorpusError) -> String {
    guard case .string(let text) = try member(key).content else {
      throw error(key, "needs a string")
    }
    guard isGood(text) else { throw error(key, "cannot be '\(text)'") }
    return text
  }

  func word<Word: RawRepresentable<String> & CaseIterable>(
    _ key: String
  ) throws(CorpusError) -> Word {
    guard case .string(let text) = try member(key).content, let word = Word(rawValue: text) else {
      let words = Word.allCases.map(\.rawValue).joined(separator: ", ")
      throw error(key, "needs one of: \(words)")
    }
    return word
  }

  func flag(_ key: String) throws(CorpusError) -> Bool {
    guard case .bool(let flag) = try member(key).content else {
      throw error(key, "needs true or false")
    }
    return flag
  }

  func number(_ key: String, _ range: ClosedRange<Int>) throws(CorpusError) -> Int {
    guard case .integer(let number) = try member(key).content, range.contains(number) else {
      throw error(key, "needs a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  func list(_ key: String) throws(CorpusError) -> [JSONValue] {
    guard case .array(let elements) = try member(key).content else {
      throw error(key, "needs an array")
    }
    return elements
  }

  /// The object that is the value of a key.
  func fields(_ key: String) throws(CorpusError) -> LabelFields { try object(try member(key)) }

  func value(_ key: String) throws(CorpusError) -> JSONValue { try member(key) }

  func isNull(_ key: String) throws(CorpusError) -> Bool { try member(key).content == .null }

  /// The error about the value of a key.
  func error(_ key: String, _ problem: String) -> CorpusError {
    error(at: value[key]?.offset ?? value.offset, "'\(key)': \(problem)")
  }

  private func member(_ key: String) throws(CorpusError) -> JSONValue {
    guard let member = value[key] else {
      throw error(at: value.offset, "the key '\(key)' is missing")
    }
    return member
  }

  private func error(at offset: Int, _ problem: String) -> CorpusError {
    CorpusError("\(path):\(document.position(of: offset))", problem)
  }
}
