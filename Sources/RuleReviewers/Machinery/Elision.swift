/// Finds places in program text where the program is left out.
enum Elision {
  /// The ranges of the marks, in order.
  ///
  /// - Parameter isCode: the fence names its language; without one, bare dots may belong to some output.
  static func places(in bytes: [UInt8], _ range: Range<Int>, isCode: Bool) -> [Range<Int>] {
    let lines = CodeLines.ranges(of: range, in: bytes).filter { !$0.isEmpty }
    if isCode, protocols.occurs(in: bytes, range) { return [] }
    let hasCode = lines.contains { !isDots(bytes[$0]) && !isBracket(bytes[$0]) }
    if !hasCode, isCode, let dots = lines.first(where: { isDots(bytes[$0]) }) { return [dots] }
    var found: [Range<Int>] = []
    for (index, line) in lines.enumerated() {
      if let mark = missing.first(in: bytes, line) {
        found.append(mark.lowerBound..<closed(mark, line, bytes))
      } else if isStub(comment: bytes[line]) {
        found.append(line)
      } else if isCode, isDots(bytes[line]), index > 0, opensBody(bytes[lines[index - 1]]),
        index + 1 == lines.count || isBracket(bytes[lines[index + 1]])
      {
        found.append(line)
      } else if isCode, let body = emptyBody(bytes, line) {
        found.append(body)
      }
    }
    return found
  }

  private static let protocols = ByteSearch(["protocol", "@overload", "@abstractmethod"])
  private static let missing = ByteSearch([
    "todo!(", "unimplemented!(", "raise notimplementederror", "fatalerror(\"todo",
    "fatalerror(\"not impl", "throw new notimplemented", "throw new error(\"not impl",
    "throw new error('not impl", "throw new error(\"todo", "throw new error('todo",
    "panic(\"todo", "panic(\"not impl", "panic(\"unimpl", "todo()", "# todo", "// todo", "/* todo",
    "-- todo", "# fixme", "// fixme",
  ])

  /// Up to the bracket that closes the call.
  private static func closed(_ mark: Range<Int>, _ line: Range<Int>, _ bytes: [UInt8]) -> Int {
    guard bytes[mark].contains(0x28) else { return mark.upperBound }
    let close = bytes[mark.lowerBound..<line.upperBound].firstIndex(of: 0x29)
    return close.map { $0 + 1 } ?? mark.upperBound
  }

  // MARK: Lines

  /// Only dots, also as a comment.
  private static func isDots(_ line: ArraySlice<UInt8>) -> Bool {
    let text = uncommented(line).text
    return !text.isEmpty && (text.elementsEqual("...".utf8) || text.elementsEqual("…".utf8))
  }

  private static func isBracket(_ line: ArraySlice<UInt8>) -> Bool {
    line.allSatisfy { [0x7D, 0x29, 0x5D, 0x3B, 0x2C, 0x20, 0x09].contains($0) }
      || line.elementsEqual("end".utf8)
  }

  private static func opensBody(_ line: ArraySlice<UInt8>) -> Bool {
    guard let last = line.last(where: { !$0.isBlank }) else { return false }
    return last == 0x7B || last == 0x3A
  }

  /// `f() { ... }` and `f() { /* … */ }`, but not `{ ...rest }`.
  private static func emptyBody(_ bytes: [UInt8], _ line: Range<Int>) -> Range<Int>? {
    guard let open = bytes[line].firstIndex(of: 0x7B),
      let close = bytes[open..<line.upperBound].firstIndex(of: 0x7D), open + 1 < close,
      bytes[line.lowerBound..<open].contains(0x28)
    else { return nil }
    let inside = trimmed(bytes[open + 1..<close])
    guard isDots(inside) || isStub(comment: inside) else { return nil }
    return inside.startIndex..<inside.endIndex
  }

  /// The words of a comment say that code is to come here.
  private static func isStub(comment line: ArraySlice<UInt8>) -> Bool {
    let (isComment, text) = uncommented(line)
    guard isComment, text.count < 80 else { return false }
    var words = text.drop { $0 == 0x2E || $0 == 0x20 }.split { !$0.isLetter }.map {
      Word($0.lazy.map(\.lowercased))
    }
    guard let first = words.first, !words.contains(where: shown.contains) else { return false }
    if stubs.contains(first), words.count == 1 || first == "todo" || first == "fixme" {
      return true
    }
    words.removeFirst()
    return stubs.contains(first) && words.count <= 4 && words.last.map(places.contains) == true
  }

  private static let stubs: WordSet = [
    "todo", "fixme", "implementation", "implement", "logic", "code", "body", "your", "omitted",
    "elided", "add", "rest",
  ]
  private static let places: WordSet = [
    "here", "it", "this", "code", "logic", "implementation", "brevity", "omitted", "later", "body",
  ]
  /// The dots stand for lines that are there already.
  private static let shown: WordSet = [
    "existing", "unchanged", "above", "below", "before", "same", "previous", "current", "other",
    "as",
  ]

  private static let leaders: [[UInt8]] = ["//", "/*", "#", "--", "<!--", ";;"].map {
    Array($0.utf8)
  }
  private static let trailers: [[UInt8]] = ["*/", "-->"].map { Array($0.utf8) }

  /// The words of a line, without the marks of a comment.
  private static func uncommented(
    _ line: ArraySlice<UInt8>
  ) -> (isComment: Bool, text: ArraySlice<UInt8>) {
    let text = trimmed(line)
    guard let leader = leaders.first(where: { text.starts(with: $0) }) else { return (false, text) }
    var inside = text.dropFirst(leader.count)
    if let trailer = trailers.first(where: { inside.suffix($0.count).elementsEqual($0) }) {
      inside = inside.dropLast(trailer.count)
    }
    return (true, trimmed(inside))
  }

  private static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var text = text
    while let first = text.first, first.isBlank { text.removeFirst() }
    while let last = text.last, last.isBlank { text.removeLast() }
    return text
  }
}
