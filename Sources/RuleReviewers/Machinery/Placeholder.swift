/// Tells values that stand for a secret from secrets.
enum Placeholder {
  /// Words that examples put into keys.
  private static let keyMarks = ByteSearch([
    "example", "xxxx", "your", "placeholder", "dummy", "redacted", "changeme", "abcdef", "123456",
    "sample", "fake", "insert", "replace", "000000", "test", "demo", "....", "____", "----",
  ])

  /// A key of a known shape that says itself that it is none.
  static func marks(_ key: ArraySlice<UInt8>) -> Bool { keyMarks.occurs(in: key) }

  /// Words of which passwords in documentation and tests are made.
  private static let passwordWords: [[UInt8]] = [
    "password", "passwort", "passwd", "passphrase", "pass", "pwd", "secret", "testing", "test",
    "example", "changeme",
    "change", "this", "your", "my", "me", "the", "demo", "dummy", "sample", "admin", "user", "root",
    "foo", "bar", "baz", "qux", "dev", "local", "default", "fake", "mock", "wrong", "strong",
    "weak", "valid", "invalid", "new", "old", "super", "correct", "horse", "battery", "staple",
    "hunter", "letmein", "qwerty", "abc", "xyz", "here", "value", "token", "key", "api", "string",
    "placeholder", "redacted", "none", "null", "true", "false", "undefined", "postgres", "mysql",
    "redis", "mongo", "guest", "secure", "safe", "some", "any", "not", "real", "for", "only",
    "database", "db", "app", "service", "hash", "hashed", "welcome", "hello", "world", "login",
    "account", "a", "is", "in", "to", "x", "with", "of", "and", "short", "long", "long", "text",
    "plain", "min", "max", "chars", "env", "var", "insert", "replace", "set", "use", "from",
    "vault", "encrypted", "confirm", "current",
  ].map { Array($0.utf8) }

  /// A literal that is no variable, no expression and not made of the words of examples.
  static func isLivePassword(_ value: ArraySlice<UInt8>) -> Bool {
    guard value.count >= 8, value.count <= 64 else { return false }
    // variables, templates, calls, types, masks, paths
    let expression: Set<UInt8> = [
      0x24, 0x3C, 0x3E, 0x7B, 0x7D, 0x28, 0x29, 0x5B, 0x5D, 0x20, 0x5C, 0x2F,
    ]
    if value.dropFirst().contains(where: { expression.contains($0) && $0 != 0x24 }) { return false }
    if let first = value.first, expression.contains(first) || first == 0x25 || first == 0x2A {
      return false
    }
    let kinds = [
      value.contains(where: \.isUpper), value.contains(where: \.isLower),
      value.contains(where: \.isDigit), value.contains { !$0.isAlphanumeric },
    ].filter { $0 }.count
    guard kinds >= 2, value.contains(where: { $0.isDigit || !$0.isAlphanumeric }) else {
      return false
    }
    if isPath(value) { return false }
    return Entropy.bitsPerByte(value) >= 2.5 && !isMadeOfExampleWords(value)
  }

  /// `req.body.password`, `PASSWORD_MIN_LENGTH`: words joined by dots or underscores.
  private static func isPath(_ value: ArraySlice<UInt8>) -> Bool {
    value.allSatisfy { $0.isLetter || $0 == 0x2E || $0 == 0x5F || $0 == 0x2D || $0 == 0x3F }
  }

  /// Digits that stand for letters are read as letters first (`S3cr3t`, `P@ss`).
  private static func isMadeOfExampleWords(_ value: ArraySlice<UInt8>) -> Bool {
    let disguises: [UInt8: UInt8] = [
      0x30: 0x6F, 0x31: 0x69, 0x33: 0x65, 0x35: 0x73, 0x40: 0x61, 0x24: 0x73, 0x34: 0x61,
    ]
    let plain = value.map(\.lowercased).filter(\.isLetter)
    let undisguised = value.map { disguises[$0] ?? $0.lowercased }.filter(\.isLetter)
    return isConsumed(plain[...]) || isConsumed(trimmed(value, disguises)[...])
      || isConsumed(undisguised[...])
  }

  /// Digits and marks at the end count up and are no letters in disguise: `Passw0rd123!`.
  private static func trimmed(_ value: ArraySlice<UInt8>, _ disguises: [UInt8: UInt8]) -> [UInt8] {
    var end = value.endIndex
    while end > value.startIndex, !value[end - 1].isLetter { end -= 1 }
    return value[value.startIndex..<end].map { disguises[$0] ?? $0.lowercased }.filter(\.isLetter)
  }

  private static func isConsumed(_ letters: ArraySlice<UInt8>) -> Bool {
    if letters.isEmpty { return true }
    var reachable: Set<Int> = [letters.startIndex]
    for index in letters.indices where reachable.contains(index) {
      for word in passwordWords where letters[index...].starts(with: word) {
        reachable.insert(index + word.count)
      }
    }
    return reachable.contains(letters.endIndex)
  }
}
