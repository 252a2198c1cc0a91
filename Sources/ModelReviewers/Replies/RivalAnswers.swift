import StrictJSON

/// Whether a text holds more than one answer: a reply beside another one, or beside what reports an error.
///
/// Which of them is meant nobody knows, so none is taken. Examples in prose and lines of a log are no answers:
/// an object is one by the names of its members, and by those of the objects, lists and JSON texts in it.
enum RivalAnswers {
  /// Whether two objects of the text, side by side, are replies, answers in a program's own form, or errors.
  /// A text that is larger than any reply is not looked at.
  static func stand(in bytes: [UInt8]) -> Bool {
    guard bytes.count <= ReplyText.limits.bytes else { return false }
    var isOne = false
    var index = 0
    while true {
      let object = ReplyText.object(in: index..<bytes.count, bytes)
      let between = bytes[index..<(object?.lowerBound ?? bytes.count)]
      for isAnswer in [beginsAnswer(between), object.map { isMeantAsAnswer(bytes[$0]) }] {
        guard isAnswer == true else { continue }
        if isOne { return true }
        isOne = true
      }
      guard let object else { return false }
      index = object.upperBound
    }
  }

  /// The text's object, should it be a whole review, whether of this plan or not.
  static func review(in bytes: [UInt8]) -> JSONValue? {
    guard let root = try? ReplyText.document(bytes, name: "").root,
      root["answers"]?.elements.isEmpty == false, startsNow(root)
    else { return nil }
    return root
  }

  // MARK: - What cannot be read

  /// What only a reply has, or a program's form around its answer.
  private static let telling: Set<String> = [
    "answers", "gaps", "start_now", "strongest_objection", "is_error",
  ]

  private static let names = telling.union(["error", "errors"])

  private static let longestName = names.map(\.utf8.count).max() ?? 0

  /// Whether an object is meant as an answer. One that cannot be read may be, by a name before a colon.
  private static func isMeantAsAnswer(_ object: ArraySlice<UInt8>) -> Bool {
    // a copy, since the place of a fault is counted from the beginning
    let own = Array(object)
    if let document = try? JSONDocument(own, in: 0..<own.count, limits: ReplyText.limits) {
      return isAnswer(document.root)
    }
    var index = 0
    while let quote = own[index...].firstIndex(of: UInt8(ascii: "\"")) {
      let (text, end) = string(from: quote + 1, own)
      index = end
      if names.contains(text), isFollowedByColon(own[end...]) { return true }
    }
    return false
  }

  /// The text behind a quotation mark without its escapes, as far as a name goes, and where it ends.
  private static func string(from start: Int, _ bytes: [UInt8]) -> (text: String, end: Int) {
    var index = start
    while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
      index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    let end = min(index, bytes.count)
    // six bytes for each escaped letter
    let raw = bytes[start..<end]
    guard raw.count <= 6 * longestName else { return ("", min(end + 1, bytes.count)) }
    let quoted = [UInt8(ascii: "\"")] + raw + [UInt8(ascii: "\"")]
    let text = (try? JSONDocument(quoted, in: 0..<quoted.count, limits: ReplyText.limits))?.root
      .asText
    return (text ?? "", min(end + 1, bytes.count))
  }

  private static func isFollowedByColon(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.first { !ReplyText.isWhitespace($0) } == UInt8(ascii: ":")
  }

  /// Where the last of what only a reply has stands before a colon.
  private static func lastMember(of text: ArraySlice<UInt8>) -> Int? {
    var end = text.endIndex
    while let colon = text[..<end].lastIndex(of: UInt8(ascii: ":")) {
      let before = text[..<colon].reversed().drop {
        ReplyText.isWhitespace($0) || $0 == UInt8(ascii: "'")
      }
      let name = before.prefix(longestName + 1).prefix {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || $0 == UInt8(ascii: "_")
      }
      if telling.contains(String(decoding: name.reversed(), as: UTF8.self)) { return colon }
      end = colon
    }
    return nil
  }

  /// Whether a brace stands before such a name in a text without JSON: `{'error': …`, as Python prints it, or
  /// `{error: …`; before what only a reply has, other members may stand.
  private static func beginsAnswer(_ text: ArraySlice<UInt8>) -> Bool {
    let last = lastMember(of: text)
    var rest = text
    while let brace = rest.firstIndex(of: UInt8(ascii: "{")) {
      rest = rest[(brace + 1)...].drop(while: ReplyText.isWhitespace)
      let isQuoted = rest.first == UInt8(ascii: "'")
      let name = (isQuoted ? rest.dropFirst() : rest).prefix(longestName + 1).prefix { byte in
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || byte == UInt8(ascii: "_")
      }
      let behind = rest[name.endIndex...].dropFirst(isQuoted ? 1 : 0)
      if names.contains(String(decoding: name, as: UTF8.self)), isFollowedByColon(behind) {
        return true
      }
      if let last, brace < last, isFollowedByColon(behind) { return true }
    }
    return false
  }

  // MARK: - What can be read

  /// At the top one of the names is enough, whatever its value is.
  private static func isAnswer(_ root: JSONValue) -> Bool {
    guard case .object(let members) = root.content else { return false }
    return members.contains { telling.contains($0.key) } || root["type"]?.asText == "result"
      || reportsError(root) || members.contains { reportsError($0.value) }
      || members.contains { holdsReply($0.value, depth: 0) }
  }

  private static let failed: Set<String> = ["error", "failed", "failure", "turn.failed"]

  private static func reportsError(_ object: JSONValue) -> Bool {
    guard case .object(let members) = object.content else { return false }
    let told = members.contains { member in
      switch member.key.lowercased() {
      case "error", "errors": says(member.value)
      case "type", "status": member.value.asText.map { failed.contains($0.lowercased()) } == true
      case "success": member.value.content == .bool(false)
      default: false
      }
    }
    // `{"code": 500, "message": "quota"}`
    guard !told, object["message"]?.asText != nil,
      case .integer(let code) = object["code"]?.content ?? object["status"]?.content ?? .null
    else { return told }
    return (400..<600).contains(code)
  }

  /// Whether a value is more than a way to say that there is nothing.
  private static func says(_ value: JSONValue?) -> Bool {
    switch value?.content {
    case nil, .null, .bool(false), .integer(0): false
    case .string(let text): !text.isEmpty
    case .array(let values): !values.isEmpty
    case .object(let members): !members.isEmpty
    case .bool, .integer, .real: true
    }
  }

  /// Whether a reply lies in a value, be it as an object or as a text. Other programs' forms have such names too,
  /// so their values count here.
  private static func holdsReply(_ value: JSONValue, depth: Int) -> Bool {
    switch value.content {
    case .object(let members):
      ["answers", "gaps"].contains { value[$0]?.isList == true } || startsNow(value)
        || value["strongest_objection"]?.asText != nil
        || members.contains { holdsReply($0.value, depth: depth) }
    case .array(let values): values.contains { holdsReply($0, depth: depth) }
    case .string(let text): depth < deepestText && isReply(text, depth: depth)
    default: false
    }
  }

  /// A text in a text in a text; none that is written by accident goes deeper.
  private static let deepestText = 3

  private static func isReply(_ text: String, depth: Int) -> Bool {
    let bytes = Array(text.utf8)
    var index = 0
    // in a fence, in a list or behind prose as well
    while let object = ReplyText.object(in: index..<bytes.count, bytes) {
      if let document = try? JSONDocument(
        Array(bytes[object]), in: 0..<object.count, limits: ReplyText.limits),
        holdsReply(document.root, depth: depth + 1)
      {
        return true
      }
      index = object.upperBound
    }
    return false
  }

  private static func startsNow(_ object: JSONValue) -> Bool {
    if case .bool = object["start_now"]?["answer"]?.content { true } else { false }
  }
}

extension JSONValue {
  fileprivate var isList: Bool {
    if case .array = content { true } else { false }
  }
}
