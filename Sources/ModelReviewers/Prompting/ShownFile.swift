import CheckModel

/// One file of a plan as models see it, byte for byte traceable to the file on disk.
///
/// It has exactly the lines of the file. Hidden characters and withheld stretches are gone, control
/// characters stand as `\u{…}`, invalid bytes as U+FFFD.
struct ShownFile: Sendable {
  /// The index in `Plan.files`.
  let index: Int
  /// All lines, each ended by LF.
  private(set) var bytes: [UInt8] = []
  /// For each shown byte the offset of the byte in the file that it comes from.
  private var origins: [Int32] = []
  /// Where each line begins in `bytes`.
  private(set) var lineStarts: [Int] = []
  private(set) var omissions: [PromptOmission] = []

  init(plan: Plan, file index: Int) {
    self.index = index
    let source = plan.files[index].source
    bytes.reserveCapacity(source.bytes.count + source.lineCount)
    origins.reserveCapacity(source.bytes.count + source.lineCount)
    lineStarts.reserveCapacity(source.lineCount)
    var withheld = WithheldText(plan: plan, file: index).stretches[...]
    for line in 1...source.lineCount {
      lineStarts.append(bytes.count)
      let range = source.lineRange(line)
      append(source, range, line: line, withheld: &withheld)
      bytes.append(0x0A)
      origins.append(Int32(clamping: range.upperBound))
    }
  }

  /// The shown text of a 1-based line without its line end.
  func line(_ number: Int) -> ArraySlice<UInt8> {
    let end = number < lineStarts.count ? lineStarts[number] : bytes.count
    return bytes[lineStarts[number - 1]..<end - 1]
  }

  /// The 1-based line that holds a shown byte.
  func line(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The bytes in the file from which a non-empty range of shown bytes comes.
  func origin(of range: Range<Int>, in source: SourceText) -> Range<Int> {
    let start = Int(origins[range.lowerBound])
    let last = Int(origins[range.upperBound - 1])
    return start..<max(start + 1, last + UTF8Scalar.at(last, in: source.bytes).length)
  }

  private mutating func append(
    _ source: SourceText, _ range: Range<Int>, line: Int,
    withheld: inout ArraySlice<WithheldText.Stretch>
  ) {
    var previous: Unicode.Scalar?
    var offset = range.lowerBound
    if line == 1 { offset = min(range.upperBound, offset + source.byteOrderMarkLength) }
    while offset < range.upperBound {
      if let stretch = withheld.first, stretch.range.lowerBound <= offset {
        let end = min(stretch.range.upperBound, range.upperBound)
        if end > offset {
          note(stretch.kind, line: line, counting: offset == stretch.range.lowerBound)
          offset = end
        }
        if stretch.range.upperBound <= offset { withheld = withheld.dropFirst() }
        continue
      }
      let plain = plainEnd(source, from: offset, before: range.upperBound, withheld)
      if plain > offset {
        bytes += source.bytes[offset..<plain]
        origins += (offset..<plain).lazy.map { Int32(clamping: $0) }
        previous = Unicode.Scalar(source.bytes[plain - 1])
        offset = plain
        continue
      }
      let scalar = UTF8Scalar.at(offset, in: source.bytes)
      if !WithheldCharacters.contains(scalar.value) {
        let text = WithheldCharacters.visible(scalar.value) ?? String(scalar.value)
        show(text.utf8, from: offset)
      } else if !WithheldCharacters.isEveryday(scalar.value, after: previous) {
        note(.hiddenCharacters, line: line, counting: true)
      }
      previous = scalar.value
      offset += scalar.length
    }
  }

  /// Where the run of ASCII letters, digits, marks and spaces from here ends that are shown as they are.
  private func plainEnd(
    _ source: SourceText, from start: Int, before end: Int,
    _ withheld: ArraySlice<WithheldText.Stretch>
  ) -> Int {
    let end = withheld.first.map { min($0.range.lowerBound, end) } ?? end
    return source.bytes[start..<end].firstIndex { $0 < 0x20 || $0 >= 0x7F } ?? end
  }

  private mutating func show(_ text: some Sequence<UInt8>, from offset: Int) {
    for byte in text {
      bytes.append(byte)
      origins.append(Int32(clamping: offset))
    }
  }

  private mutating func note(_ kind: PromptOmission.Kind, line: Int, counting: Bool) {
    guard let place = omissions.firstIndex(where: { $0.kind == kind }) else {
      omissions.append(PromptOmission(kind: kind, file: index, lines: [line], count: 1))
      return
    }
    if omissions[place].lines.last != line { omissions[place].lines.append(line) }
    if counting { omissions[place].count += 1 }
  }
}

/// One Unicode scalar in bytes that need not be UTF-8.
struct UTF8Scalar {
  /// U+FFFD for a byte that begins no well-formed scalar.
  let value: Unicode.Scalar
  /// 1–4 bytes; 1 for an invalid byte.
  let length: Int

  static func at(_ offset: Int, in bytes: [UInt8]) -> UTF8Scalar {
    guard offset < bytes.count else { return UTF8Scalar(value: "\u{FFFD}", length: 1) }
    if bytes[offset] < 0x80 {
      return UTF8Scalar(value: Unicode.Scalar(bytes[offset]), length: 1)
    }
    var iterator = bytes[offset..<min(offset + 4, bytes.count)].makeIterator()
    var decoder = UTF8()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator) else {
      return UTF8Scalar(value: "\u{FFFD}", length: 1)
    }
    return UTF8Scalar(value: scalar, length: UTF8.width(scalar))
  }
}
