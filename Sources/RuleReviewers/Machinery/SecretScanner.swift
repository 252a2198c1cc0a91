/// Finds literals that look like live keys and passwords. The value itself never leaves this file.
struct SecretScanner {
  struct Secret {
    var range: Range<Int>
    /// What it is, with the fixed prefix at most: safe to print.
    var label: String
    /// A known shape; otherwise only a random-looking string beside a key-like name.
    var certain: Bool
  }

  let bytes: [UInt8]

  func secrets() -> [Secret] {
    var found: [Secret] = []
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x2D, let header = privateKey(at: index) {
        found.append(header)
        index = header.range.upperBound
      } else if isTokenByte(byte) {
        var end = index + 1
        while end < bytes.count, isTokenByte(bytes[end]) { end += 1 }
        if let secret = knownKey(in: index..<end) ?? genericKey(in: index..<end) {
          found.append(secret)
        } else if let secret = password(namedBy: index..<end) {
          found.append(secret)
          end = max(end, secret.range.upperBound)
        }
        index = end
      } else {
        if byte == 0x3A, let secret = urlPassword(at: index) { found.append(secret) }
        index += 1
      }
    }
    return found
  }

  private func isTokenByte(_ byte: UInt8) -> Bool {
    byte.isAlphanumeric || byte == 0x5F || byte == 0x2D
  }

  private func matches(_ text: StaticString, at index: Int) -> Bool {
    guard index + text.utf8CodeUnitCount <= bytes.count else { return false }
    return text.withUTF8Buffer { wanted in
      for offset in wanted.indices where bytes[index + offset] != wanted[offset] { return false }
      return true
    }
  }

  // MARK: Known shapes

  private struct Shape {
    var prefix: StaticString
    var name: String
    /// How many letters follow the prefix.
    var rest: ClosedRange<Int>
  }

  private static let shapes: [Shape] = [
    Shape(prefix: "AKIA", name: "AWS access key", rest: 16...16),
    Shape(prefix: "ASIA", name: "AWS access key", rest: 16...16),
    Shape(prefix: "ghp_", name: "GitHub token", rest: 30...80),
    Shape(prefix: "gho_", name: "GitHub token", rest: 30...80),
    Shape(prefix: "ghu_", name: "GitHub token", rest: 30...80),
    Shape(prefix: "ghs_", name: "GitHub token", rest: 30...80),
    Shape(prefix: "ghr_", name: "GitHub token", rest: 30...80),
    Shape(prefix: "github_pat_", name: "GitHub token", rest: 40...120),
    Shape(prefix: "glpat-", name: "GitLab token", rest: 20...60),
    Shape(prefix: "xoxb-", name: "Slack token", rest: 20...120),
    Shape(prefix: "xoxp-", name: "Slack token", rest: 20...120),
    Shape(prefix: "xoxa-", name: "Slack token", rest: 20...120),
    Shape(prefix: "xoxr-", name: "Slack token", rest: 20...120),
    Shape(prefix: "xoxs-", name: "Slack token", rest: 20...120),
    Shape(prefix: "sk_live_", name: "Stripe key", rest: 16...120),
    Shape(prefix: "rk_live_", name: "Stripe key", rest: 16...120),
    Shape(prefix: "sk-ant-", name: "Anthropic key", rest: 20...200),
    Shape(prefix: "sk-proj-", name: "OpenAI key", rest: 20...220),
    Shape(prefix: "sk-or-", name: "OpenRouter key", rest: 20...200),
    Shape(prefix: "sk-", name: "API key", rest: 32...120),
    Shape(prefix: "AIza", name: "Google key", rest: 35...35),
    Shape(prefix: "npm_", name: "npm token", rest: 36...36),
    Shape(prefix: "pypi-AgEI", name: "PyPI token", rest: 40...300),
    Shape(prefix: "hf_", name: "Hugging Face token", rest: 30...60),
    Shape(prefix: "dop_v1_", name: "DigitalOcean token", rest: 60...70),
    Shape(prefix: "shpat_", name: "Shopify token", rest: 32...32),
  ]

  private func knownKey(in range: Range<Int>) -> Secret? {
    guard range.count >= 20 else { return nil }
    for shape in Self.shapes where matches(shape.prefix, at: range.lowerBound) {
      let length = shape.prefix.utf8CodeUnitCount
      let rest = range.lowerBound + length..<range.upperBound
      guard shape.rest.contains(rest.count), looksRandom(rest, bits: 3.0),
        !Placeholder.marks(bytes[range])
      else { continue }
      let upperOnly = length == 4 && bytes[range.lowerBound] == 0x41 && shape.rest.count == 1
      if upperOnly, shape.rest == 16...16, bytes[rest].contains(where: \.isLower) { continue }
      return Secret(range: range, label: "\(shape.name) \(shape.prefix)…", certain: true)
    }
    return nil
  }

  /// `-----BEGIN … PRIVATE KEY-----` with a body of its own.
  private func privateKey(at index: Int) -> Secret? {
    guard matches("-----BEGIN ", at: index) else { return nil }
    var end = index + 11
    let limit = min(bytes.count, index + 60)
    while end < limit, bytes[end] != 0x2D { end += 1 }
    guard end + 5 <= bytes.count, matches("-----", at: end),
      String(decoding: bytes[index + 11..<end], as: UTF8.self).hasSuffix("PRIVATE KEY")
    else { return nil }
    let start = end + 5
    var letters = 0
    var position = start
    while position < min(bytes.count, start + 200) {
      let byte = bytes[position]
      if byte.isAlphanumeric || byte == 0x2B || byte == 0x2F || byte == 0x3D {
        letters += 1
      } else if byte == 0x2E || byte == 0x2D || byte == 0x3C {
        break
      }
      position += 1
    }
    guard letters >= 40 else { return nil }
    return Secret(range: index..<end + 5, label: "private key", certain: true)
  }

  // MARK: Random strings beside a key-like name

  private func genericKey(in range: Range<Int>) -> Secret? {
    guard range.count >= 32, range.count <= 200, looksRandom(range, bits: 4.2),
      !isDigest(range), !Placeholder.marks(bytes[range]), hasKeyName(before: range.lowerBound)
    else { return nil }
    return Secret(range: range, label: "random string of \(range.count) characters", certain: false)
  }

  /// Hex of any length and UUIDs are names of things.
  private func isDigest(_ range: Range<Int>) -> Bool {
    if bytes[range].allSatisfy({ $0.isHexDigit || $0 == 0x2D }) { return true }
    return matches("sha", at: range.lowerBound) || matches("v1-", at: range.lowerBound)
  }

  private func hasKeyName(before index: Int) -> Bool {
    var position = index - 1
    while position >= 0, [0x20, 0x22, 0x27, 0x60, 0x3D, 0x3A].contains(bytes[position]) {
      position -= 1
    }
    guard position < index - 1, position >= 0, isTokenByte(bytes[position]) else { return false }
    var start = position + 1
    while start > 0, isTokenByte(bytes[start - 1]), position - start < 40 { start -= 1 }
    return Self.keyNames.occurs(in: bytes, start..<position + 1)
  }

  private static let keyNames = ByteSearch([
    "key", "token", "secret", "credential", "auth", "passw", "bearer",
  ])

  /// At least two kinds of characters and this many bits for each.
  private func looksRandom(_ range: Range<Int>, bits: Double) -> Bool {
    let text = bytes[range]
    guard text.contains(where: \.isDigit), text.contains(where: \.isLetter) else { return false }
    return Entropy.bitsPerByte(text) >= bits
  }

  // MARK: Passwords

  private static let passwordNames: [Word] = ["password", "passwd", "pwd"]

  /// The value in `password=…`, `DB_PASSWORD: "…"`, `--password …`.
  private func password(namedBy name: Range<Int>) -> Secret? {
    // all of them end in d or e
    let last = bytes[name.upperBound - 1].lowercased
    guard last == UInt8(ascii: "d") || last == UInt8(ascii: "e") else { return nil }
    let ending = Word(bytes[name].suffix(10).lazy.map(\.lowercased))
    guard ending == "passphrase" || Self.passwordNames.contains(where: ending.hasSuffix) else {
      return nil
    }
    var index = name.upperBound
    if index < bytes.count, bytes[index] == 0x22 || bytes[index] == 0x27 { index += 1 }
    while index < bytes.count, bytes[index] == 0x20 { index += 1 }
    guard index < bytes.count, bytes[index] == 0x3D || bytes[index] == 0x3A else { return nil }
    let assigned = bytes[index] == 0x3D
    index += 1
    guard index < bytes.count, bytes[index] != 0x3D else { return nil }
    while index < bytes.count, bytes[index] == 0x20 { index += 1 }
    guard index < bytes.count else { return nil }
    let quote = bytes[index]
    let quoted = quote == 0x22 || quote == 0x27
    if quoted { index += 1 }
    // a bare word after a colon is a type or prose
    guard quoted || assigned else { return nil }
    var end = index
    while end < bytes.count, end - index < 100,
      quoted ? bytes[end] != quote && bytes[end] != 0x0A : isPasswordByte(bytes[end])
    { end += 1 }
    guard !quoted || (end < bytes.count && bytes[end] == quote),
      Placeholder.isLivePassword(bytes[index..<end])
    else { return nil }
    return Secret(range: index..<end, label: "password", certain: true)
  }

  private func isPasswordByte(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte < 0x7F && ![0x22, 0x27, 0x60, 0x26, 0x3B, 0x2C, 0x29, 0x7C].contains(byte)
  }

  /// `scheme://user:password@host`.
  private func urlPassword(at index: Int) -> Secret? {
    guard matches("://", at: index) else { return nil }
    let limit = min(bytes.count, index + 200)
    var end = index + 3
    var colon: Int?
    while end < limit, bytes[end] > 0x20, bytes[end] != 0x2F, bytes[end] != 0x40, bytes[end] != 0x60
    {
      if bytes[end] == 0x3A, colon == nil { colon = end }
      end += 1
    }
    guard end < limit, bytes[end] == 0x40, let colon, end > colon + 1 else { return nil }
    let value = bytes[colon + 1..<end]
    let user = bytes[index + 3..<colon]
    let names = ["user", "username", "name", "login"]
    let isNobody = names.contains(String(decoding: user.map(\.lowercased), as: UTF8.self))
    guard !isNobody, !value.elementsEqual(user), Placeholder.isLivePassword(value) else {
      return nil
    }
    return Secret(range: colon + 1..<end, label: "password in an address", certain: true)
  }
}
