/// The marks that a task's text starts with: `T012 [P] [US1]`, `1.2`, `Task 4:`, `(P)`.
struct TaskMarks: Sendable, Hashable {
  /// The author's id as written, without brackets and colon.
  var authorID: String?
  var parallel = false
  var story: String?

  /// Where the title starts and ends.
  var titleStart: Int
  var titleEnd: Int

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    titleStart = range.lowerBound
    titleEnd = range.upperBound
    let end = min(range.upperBound, bytes.count)
    skip(bytes, end)
    var turns = 0
    while turns < 6, titleStart < end {
      turns += 1
      if readBracket(bytes, end) || authorID == nil && readID(bytes, end) {
        skip(bytes, end)
      } else {
        break
      }
    }
    // `(P)` may also end the line
    let title = bytes.trimmed(titleStart..<max(titleStart, end))
    titleEnd = title.upperBound
    if !parallel, title.count > 3, bytes.holds("(p)", at: title.upperBound - 3) {
      parallel = true
      titleEnd = title.upperBound - 3
    }
  }

  private mutating func skip(_ bytes: [UInt8], _ end: Int) {
    while titleStart < end,
      ASCII.isSpace(bytes[titleStart])
        || [ASCII.star, ASCII.underscore, ASCII.colon, ASCII.tilde, ASCII.hash].contains(
          bytes[titleStart])
    {
      titleStart += 1
    }
    // a dash between an id and its title
    if authorID != nil {
      if titleStart < end, bytes[titleStart] == ASCII.hyphen,
        ASCII.isSpace(bytes.peek(titleStart + 1))
      {
        titleStart += 2
      } else if bytes.holds("—", at: titleStart) || bytes.holds("–", at: titleStart) {
        titleStart += 3
      }
      while titleStart < end, ASCII.isSpace(bytes[titleStart]) { titleStart += 1 }
    }
  }

  /// `[P]`, `(P)`, `[US1]`, `[Story: US1]`, `[T001]`.
  private mutating func readBracket(_ bytes: [UInt8], _ end: Int) -> Bool {
    let open = bytes.peek(titleStart)
    guard open == ASCII.leftBracket || open == ASCII.leftParenthesis else { return false }
    let close = open == ASCII.leftBracket ? ASCII.rightBracket : ASCII.rightParenthesis
    var stop = titleStart + 1
    while stop < end, bytes[stop] != close, stop - titleStart < 20 { stop += 1 }
    guard stop < end, bytes[stop] == close else { return false }
    let inside = bytes.text(titleStart + 1..<stop).trimmedOfPunctuation
    let word = inside.uppercased()
    if word == "P" || word == "PARALLEL" {
      parallel = true
    } else if let story = Self.story(word) {
      self.story = story
    } else if open == ASCII.leftBracket, authorID == nil,
      let length = Self.idLength(bytes, titleStart + 1, stop), titleStart + 1 + length == stop
    {
      authorID = inside
    } else {
      return false
    }
    titleStart = stop + 1
    return true
  }

  /// `US1` of `US1`, `STORY US1`, `STORY: US1`, `US-1`.
  private static func story(_ word: String) -> String? {
    guard let last = word.split(whereSeparator: { $0 == " " || $0 == ":" }).last,
      last.hasPrefix("US")
    else { return nil }
    let number = last.dropFirst(2).drop { $0 == "-" }
    return !number.isEmpty && number.allSatisfy(\.isNumber) ? String(last) : nil
  }

  private mutating func readID(_ bytes: [UInt8], _ end: Int) -> Bool {
    guard let length = Self.idLength(bytes, titleStart, end) else { return false }
    authorID = bytes.text(titleStart..<titleStart + length)
    titleStart += length
    if bytes.peek(titleStart) == ASCII.dot || bytes.peek(titleStart) == 0x29 { titleStart += 1 }
    return true
  }

  /// The length of an id at an offset: `Task 4`, `T012`, `TASK-3`, `1.2`, `3.`.
  static func idLength(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int? {
    if let match = words.match(bytes, at: start, before: end) {
      var offset = match.range.upperBound
      while offset < end, [ASCII.space, ASCII.hash].contains(bytes[offset]) { offset += 1 }
      let number = numberLength(bytes, offset, end)
      guard number > 0, offset + number - start < 40 else { return nil }
      return offset + number - start
    }
    if let prefix = prefixLength(bytes, start, end) {
      let number = numberLength(bytes, start + prefix, end)
      return number > 0 ? prefix + number : nil
    }
    let number = numberLength(bytes, start, end)
    guard number > 0 else { return nil }
    let isDecimal = bytes[start..<start + number].contains(ASCII.dot)
    let next = bytes.peek(start + number)
    return isDecimal || next == ASCII.dot || next == 0x29 || next == ASCII.colon ? number : nil
  }

  /// `T`, `TASK-`, `WP`: short capitals before a number.
  private static func prefixLength(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int? {
    var offset = start
    while offset < end, offset - start < 5, ASCII.isUpper(bytes[offset]) { offset += 1 }
    let letters = String(decoding: bytes[start..<offset], as: UTF8.self)
    guard ["T", "TASK", "TSK", "WP", "ST", "FIX", "S", "B", "F", "M"].contains(letters) else {
      return nil
    }
    if bytes.peek(offset) == ASCII.hyphen || bytes.peek(offset) == ASCII.underscore { offset += 1 }
    return offset - start
  }

  /// Digits with dots and one letter: `12`, `1.2`, `3b`; 0 when a word goes on behind it.
  private static func numberLength(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
    var offset = start
    while offset < end, offset - start < 12,
      ASCII.isDigit(bytes[offset])
        || bytes[offset] == ASCII.dot && offset > start && ASCII.isDigit(bytes.peek(offset + 1))
    { offset += 1 }
    guard offset > start else { return 0 }
    if offset < end, ASCII.isLower(bytes[offset]) || ASCII.isUpper(bytes[offset]),
      !ASCII.isWord(bytes.peek(offset + 1))
    {
      offset += 1
    }
    return ASCII.isWord(bytes.peek(offset)) || bytes.peek(offset) == 0x25 ? 0 : offset - start
  }

  private static let words = PhraseTable(
    [
      "task", "step", "phase", "stage", "milestone", "fix", "part", "chunk", "slice", "sprint",
      "checkpoint", "week", "day", "iteration", "wave", "tarea", "tarefa", "aufgabe", "schritt",
      "paso", "fase", "etapa", "work package", "epic",
    ], true)
}
