import CheckModel

/// Finds names that are given numbers in code: `MAX_ATTEMPTS = 5`, `timeout: 10_000`, `limit: int = 20`,
/// `--retries 3`.
struct CodeAmounts {
  let bytes: [UInt8]

  /// A name with its number.
  struct Setting {
    var name: Word
    /// Stems of the name's words without its unit.
    var label: [Word]
    var value: Double
    var written: Double
    var unit: Word
    var measure: Dimension
    var bound: Amount.Bound
    var range: Range<Int>
    /// Written in capitals, or an option.
    var isConstant: Bool
  }

  func settings(in range: Range<Int>) -> [Setting] {
    var found: [Setting] = []
    var index = range.lowerBound
    while index < range.upperBound {
      guard bytes[index].isDigit else {
        index += 1
        continue
      }
      let start = index
      while index < range.upperBound,
        bytes[index].isDigit || bytes[index] == 0x5F
          || bytes[index] == 0x2E && index + 1 < range.upperBound && bytes[index + 1].isDigit
      { index += 1 }
      let digits = start..<index
      if let product = product(from: digits, range) {
        // 10 * 1024 * 1024
        index = product.end
        if let setting = setting(digits, product.end, range, product.value) {
          found.append(setting)
        }
        continue
      }
      var end = index
      while end < range.upperBound, bytes[end].isLetter || bytes[end] == 0x25 { end += 1 }
      index = end
      if let setting = setting(digits, end, range) { found.append(setting) }
    }
    return found
  }

  /// A number that ends where its value ends, behind a name and a mark of assignment.
  private func setting(
    _ digits: Range<Int>, _ end: Int, _ range: Range<Int>, _ product: Double? = nil
  ) -> Setting? {
    guard endsValue(at: end, range), let name = name(before: digits.lowerBound, range) else {
      return nil
    }
    guard let written = product ?? number(digits) else { return nil }
    var pieces: [Piece] = []
    PieceReader(bytes: bytes).append(name, true, isCode: true, to: &pieces)
    var unit = product == nil ? Word(bytes[digits.upperBound..<end].map(\.lowercased)) : ""
    if unit == "", pieces.count > 1, let last = pieces.last, MeasureUnit.bySpelling[last.raw] != nil
    {
      unit = last.raw
    }
    let known = MeasureUnit.bySpelling[unit]
    guard known != nil || unit == "" else { return nil }
    let label = pieces.map(\.stem).filter { $0 != "" && $0 != "limit" }
    let isLimit = pieces.contains { $0.stem == "limit" }
    guard !label.isEmpty || isLimit else { return nil }
    let raws = pieces.map(\.raw)
    let normalized = bytes[name].filter { $0 != 0x5F && $0 != 0x2D }.map(\.lowercased)
    return Setting(
      name: Word(normalized), label: label.isEmpty ? ["limit"] : label,
      value: written * (known?.factor ?? 1), written: written, unit: known == nil ? "" : unit,
      measure: known?.measure ?? .plain,
      bound: raws.contains("min") || raws.contains("minimum")
        ? .lower : isLimit ? .upper : raws.contains("interval") ? .every : .none,
      range: name.lowerBound..<end,
      isConstant: !bytes[name].contains { $0.isLower } || bytes[max(1, name.lowerBound) - 1] == 0x2D
    )
  }

  private func number(_ digits: Range<Int>) -> Double? {
    Double(String(decoding: bytes[digits].filter { $0 != 0x5F }, as: UTF8.self))
  }

  /// `24 * 60 * 60` and `64 << 20`; nil where the number stands alone.
  private func product(from digits: Range<Int>, _ range: Range<Int>) -> (value: Double, end: Int)? {
    guard var value = number(digits) else { return nil }
    var end = digits.upperBound
    while true {
      var index = end
      func skipBlanks() { while index < range.upperBound, isBlank(bytes[index]) { index += 1 } }
      skipBlanks()
      let operation = bytes[index..<min(index + 2, range.upperBound)]
      let isShift = operation.elementsEqual([0x3C, 0x3C])
      guard isShift || operation.first == UInt8(ascii: "*") else { break }
      index += isShift ? 2 : 1
      skipBlanks()
      let start = index
      while index < range.upperBound, bytes[index].isDigit || bytes[index] == 0x5F { index += 1 }
      guard start < index, let factor = number(start..<index), factor < 64 || !isShift else {
        break
      }
      for _ in 0..<(isShift ? Int(factor) : 1) { value *= isShift ? 2 : factor }
      end = index
    }
    return end == digits.upperBound ? nil : (value, end)
  }

  private func endsValue(at end: Int, _ range: Range<Int>) -> Bool {
    guard end < range.upperBound else { return true }
    return [0x20, 0x2C, 0x3B, 0x29, 0x7D, 0x5D, 0x22, 0x27, 0x0A, 0x0D, 0x09, 0x60].contains(
      bytes[end])
  }

  /// The name before `=`, `:` or `: Type =`, or an option before a space.
  private func name(before number: Int, _ range: Range<Int>) -> Range<Int>? {
    var index = number - 1
    func skipBlanks() { while index >= range.lowerBound, isBlank(bytes[index]) { index -= 1 } }
    if index >= range.lowerBound, bytes[index] == 0x22 || bytes[index] == 0x27 { index -= 1 }
    skipBlanks()
    guard index >= range.lowerBound else { return nil }
    let mark = bytes[index]
    if mark == UInt8(ascii: "=") || mark == UInt8(ascii: ":") {
      index -= 1
      // `==`, `:=`, `<=` and the like: only `:=` gives a value
      if index >= range.lowerBound, [0x3D, 0x21, 0x3C, 0x3E, 0x2B, 0x2D].contains(bytes[index]) {
        return nil
      }
      if index >= range.lowerBound, bytes[index] == UInt8(ascii: ":") { index -= 1 }
      skipBlanks()
      if mark == UInt8(ascii: "="), let typed = typedName(&index, range) { return typed }
      if index >= range.lowerBound, bytes[index] == 0x22 || bytes[index] == 0x27 { index -= 1 }
      return identifier(endingAt: index, range)
    }
    guard let name = identifier(endingAt: index, range), name.lowerBound - 2 >= range.lowerBound,
      bytes[name.lowerBound - 1] == 0x2D, bytes[name.lowerBound - 2] == 0x2D
    else { return nil }
    return name
  }

  /// `limit: int =`
  private func typedName(_ index: inout Int, _ range: Range<Int>) -> Range<Int>? {
    guard let type = identifier(endingAt: index, range) else { return nil }
    var before = type.lowerBound - 1
    while before >= range.lowerBound, isBlank(bytes[before]) { before -= 1 }
    guard before > range.lowerBound, bytes[before] == UInt8(ascii: ":") else { return nil }
    return identifier(endingAt: before - 1, range)
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  private func identifier(endingAt last: Int, _ range: Range<Int>) -> Range<Int>? {
    var start = last
    while start >= range.lowerBound,
      bytes[start].isAlphanumeric || bytes[start] == 0x5F || bytes[start] == 0x2D
    { start -= 1 }
    while start < last, bytes[start + 1] == 0x2D { start += 1 }
    guard start < last, bytes[start + 1].isLetter || bytes[start + 1] == 0x5F else { return nil }
    return start + 1..<last + 1
  }
}
