/// Reads the values that code gives to names, where they are plain literals.
enum CodeValues {
  /// A name by itself.
  static func isName(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.count >= 3, bytes.count <= 80, let first = bytes.first else { return false }
    return isNameByte(first) && !isDigit(first) && bytes.allSatisfy(isNameByte)
  }

  /// A whole number, `true` or `false`.
  static func isLiteral(_ text: String) -> Bool {
    ["true", "false"].contains(text.lowercased())
      || !text.isEmpty && text.utf8.count <= 12
        && text.utf8.allSatisfy { isDigit($0) || $0 == 0x5F } && isDigit(text.utf8.first ?? 0)
  }

  /// Two ways to write the same: `1_000` and `1000`, `True` and `true`.
  static func plain(_ text: String) -> String { text.lowercased().filter { $0 != "_" } }

  /// The literals that stand behind `name =`, `name: Type =` and `name:` in a text; nil when the name is given
  /// something else at any place, so that nobody can tell.
  static func values(of name: [UInt8], in bytes: [UInt8]) -> [String]? {
    var values: [String] = []
    var start = 0
    while let found = position(of: name, in: bytes, from: start) {
      start = found + name.count
      let isWord = found == 0 || !isNameByte(bytes[found - 1])
      guard isWord, start >= bytes.count || !isNameByte(bytes[start]) else { continue }
      switch given(bytes, from: start) {
      case .literal(let text): values.append(text)
      case .other: return nil
      case .nothing: continue
      }
    }
    return values
  }

  private enum Given { case literal(String), other, nothing }

  /// What the name that ends here is given in the rest of its line.
  private static func given(_ bytes: [UInt8], from start: Int) -> Given {
    let line = bytes[start...].prefix { $0 != 0x0A && $0 != 0x0D }
    guard let mark = line.first(where: { $0 != 0x20 && $0 != 0x22 && $0 != 0x27 }) else {
      return .nothing
    }
    guard mark == 0x3D || mark == 0x3A else { return .nothing }
    // `name == 5` compares
    var rest = line
    if let equals = line.firstIndex(of: 0x3D) {
      guard equals + 1 >= line.endIndex || line[equals + 1] != 0x3D else { return .nothing }
      rest = line[(equals + 1)...]
      if rest.first == 0x3E { rest = rest.dropFirst() }
    } else if let colon = line.firstIndex(of: 0x3A) {
      rest = line[(colon + 1)...]
    }
    rest = rest.drop { $0 == 0x20 }
    let literal = rest.prefix { isNameByte($0) }
    let after = rest.dropFirst(literal.count).drop { $0 == 0x20 }.first
    let text = String(decoding: literal, as: UTF8.self)
    let ends = after.map { [0x2C, 0x3B, 0x29, 0x23, 0x2F, 0x5D, 0x7D].contains($0) } ?? true
    if isLiteral(text), ends { return .literal(plain(text)) }
    // a type alone gives no value
    return line.contains(0x3D) || isDigit(rest.first ?? 0) ? .other : .nothing
  }

  private static func position(of name: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    guard let first = name.first, bytes.count >= name.count else { return nil }
    var index = start
    while index <= bytes.count - name.count {
      if bytes[index] == first, bytes[index..<index + name.count].elementsEqual(name) {
        return index
      }
      index += 1
    }
    return nil
  }

  static func isNameByte(_ byte: UInt8) -> Bool {
    isDigit(byte) || 0x41...0x5A ~= byte || 0x61...0x7A ~= byte || byte == 0x5F
  }

  private static func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }
}
