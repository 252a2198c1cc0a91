import CheckModel

/// Finds text, code spans, links, HTML and strong text in the lines of one block.
///
/// A scan of the source bytes instead of cmark's inline nodes, whose positions are unreliable after hard
/// breaks, in lines that continue lazily and in links over several lines. It follows CommonMark where plans
/// depend on it (code spans bind strongest, then HTML, then links) and is linear in the input.
struct InlineScanner {
  /// A link's target longer than this is text.
  static let destinationLimit = 2_000
  /// Brackets open at once; the outermost beyond it are text.
  static let bracketLimit = 32

  private let bytes: [UInt8]
  private let lines: [Range<Int>]
  private var runs: [Inline] = []
  private var strong = false
  private var struck = false
  /// For each length the starts of the runs of backticks that are still ahead, the next one last.
  private var codeClosers: [[Int]] = []
  private var strongMarks = 0
  private var struckMarks = 0
  /// For each open bracket: the number of runs before it, and whether it is an image's.
  private var brackets: [(runs: Int, image: Bool, start: Int)] = []
  private var textStart: Int

  static func scan(_ source: SourceText, _ lines: BlockLines) -> [Inline] {
    scan(source, lines.ranges)
  }

  static func scan(_ source: SourceText, _ lines: [Range<Int>]) -> [Inline] {
    var scanner = InlineScanner(source.bytes, lines)
    scanner.run()
    return scanner.runs
  }

  private init(_ bytes: [UInt8], _ lines: [Range<Int>]) {
    self.bytes = bytes
    self.lines = lines
    textStart = lines.first?.lowerBound ?? 0
    survey()
  }

  /// Where runs of backticks end lines apart, and how many `**` and `~~` there are: an odd last one is text.
  private mutating func survey() {
    for line in lines {
      var index = line.lowerBound
      while index < line.upperBound {
        let byte = bytes[index]
        guard byte == ASCII.backtick || byte == ASCII.star || byte == ASCII.tilde else {
          index += 1
          continue
        }
        var end = index
        while end < line.upperBound, bytes[end] == byte { end += 1 }
        if byte == ASCII.backtick {
          while codeClosers.count <= end - index { codeClosers.append([]) }
          codeClosers[end - index].append(index)
        } else if end - index == 2 || (byte == ASCII.star && end - index == 3) {
          if byte == ASCII.star { strongMarks += 1 } else { struckMarks += 1 }
        }
        index = end
      }
    }
    for length in codeClosers.indices { codeClosers[length].reverse() }
  }

  private mutating func run() {
    var lineIndex = 0
    while lineIndex < lines.count {
      let line = lines[lineIndex]
      var index = max(line.lowerBound, textStart)
      if textStart < line.lowerBound { textStart = line.lowerBound }
      while index < line.upperBound {
        index = step(at: index, in: line)
        // a code span or a comment may end on a later line
        if index > line.upperBound { break }
      }
      endText(at: min(max(index, textStart), line.upperBound))
      if index > line.upperBound {
        while lineIndex < lines.count, lines[lineIndex].upperBound < index { lineIndex += 1 }
        textStart = index
      } else {
        lineIndex += 1
      }
    }
  }

  /// Consumes what starts at a byte and returns where to go on; may lie beyond the line.
  private mutating func step(at index: Int, in line: Range<Int>) -> Int {
    switch bytes[index] {
    case ASCII.backslash where index + 1 < line.upperBound && bytes[index + 1].isPunctuation:
      return index + 2
    case ASCII.backtick: return code(at: index, in: line)
    case ASCII.less: return angle(at: index, in: line)
    case ASCII.leftBracket:
      openBracket(at: index, in: line)
      return index + 1
    case ASCII.rightBracket: return closeBracket(at: index, in: line)
    case ASCII.star where next(index, is: ASCII.star, in: line):
      return toggleStrong(at: index, in: line)
    case ASCII.tilde where next(index, is: ASCII.tilde, in: line):
      return toggleStruck(at: index, in: line)
    case UInt8(ascii: "h") where index == line.lowerBound || !bytes[index - 1].isWord:
      return url(at: index, in: line)
    default: return index + 1
    }
  }

  private func next(_ index: Int, is byte: UInt8, in line: Range<Int>) -> Bool {
    index + 1 < line.upperBound && bytes[index + 1] == byte
  }

  private mutating func endText(at end: Int) {
    if end > textStart { add(.text, textStart..<end) }
    textStart = max(textStart, end)
  }

  private mutating func add(_ kind: Inline.Kind, _ range: Range<Int>) {
    runs.append(Inline(kind: kind, range: range, strong: strong, struck: struck))
  }

  // MARK: Code spans

  private mutating func code(at index: Int, in line: Range<Int>) -> Int {
    var end = index
    while end < line.upperBound, bytes[end] == ASCII.backtick { end += 1 }
    let length = end - index
    // a backslash may have taken the first of a run, so that none has its length
    guard length < codeClosers.count else { return end }
    while let last = codeClosers[length].last, last <= index { codeClosers[length].removeLast() }
    guard let closer = codeClosers[length].last else { return end }
    endText(at: index)
    var content = end..<closer
    // one space inside both marks is not part of the code
    if content.count > 2, bytes[content.lowerBound] == ASCII.space,
      bytes[content.upperBound - 1] == ASCII.space
    {
      content = (content.lowerBound + 1)..<(content.upperBound - 1)
    }
    add(.code, content)
    textStart = closer + length
    return closer + length
  }

  // MARK: Angle brackets

  private mutating func angle(at index: Int, in line: Range<Int>) -> Int {
    if bytes[index..<line.upperBound].starts(with: [0x3C, 0x21, 0x2D, 0x2D]) {
      return comment(at: index, in: line)
    }
    guard index + 1 < line.upperBound else { return index + 1 }
    let first = bytes[index + 1]
    guard first.isLetter || first == ASCII.slash else { return index + 1 }
    var end = index + 1
    let limit = min(line.upperBound, index + Self.destinationLimit)
    while end < limit, bytes[end] != ASCII.greater, bytes[end] != ASCII.less { end += 1 }
    guard end < limit, bytes[end] == ASCII.greater else { return index + 1 }
    let inside = (index + 1)..<end
    endText(at: index)
    let isAutolink =
      bytes[inside].contains(ASCII.colon) && !bytes[inside].contains(where: \.isBlank)
      && !bytes[inside].contains(ASCII.equals)
    if isAutolink { add(.linkDestination, inside) } else { add(.html, index..<(end + 1)) }
    textStart = end + 1
    return end + 1
  }

  private mutating func comment(at index: Int, in line: Range<Int>) -> Int {
    guard let last = lines.last else { return index + 1 }
    var end = index + 4
    while end + 2 < last.upperBound {
      if bytes[end] == ASCII.hyphen, bytes[end + 1] == ASCII.hyphen, bytes[end + 2] == ASCII.greater
      {
        endText(at: index)
        add(.comment, index..<(end + 3))
        textStart = end + 3
        return end + 3
      }
      end += 1
    }
    // never closed: the rest of the block is the comment
    endText(at: index)
    add(.comment, index..<last.upperBound)
    textStart = last.upperBound
    return last.upperBound + 1
  }

  // MARK: Links

  private mutating func openBracket(at index: Int, in line: Range<Int>) {
    let isImage = index > line.lowerBound && bytes[index - 1] == ASCII.exclamation
    endText(at: index)
    if brackets.count == Self.bracketLimit { brackets.removeFirst() }
    brackets.append((runs.count, isImage, index))
  }

  private mutating func closeBracket(at index: Int, in line: Range<Int>) -> Int {
    guard let opener = brackets.popLast() else { return index + 1 }
    let isInline = next(index, is: ASCII.leftParenthesis, in: line)
    guard isInline, let end = destinationEnd(from: index + 2, in: line) else { return index + 1 }
    endText(at: index)
    leaveOut(opener.start, from: opener.runs)
    for position in min(opener.runs, runs.count)..<runs.count {
      if opener.image, runs[position].kind == .text { runs[position].kind = .imageAlt }
      runs[position].linked = true
    }
    addDestination((index + 2)..<end)
    // links do not nest: earlier brackets stay text
    if !opener.image { brackets.removeAll() }
    textStart = end + 1
    return end + 1
  }

  /// A bracket is text until its link is complete.
  private mutating func leaveOut(_ bracket: Int, from run: Int) {
    guard run < runs.count, runs[run].kind == .text, runs[run].range.lowerBound == bracket else {
      return
    }
    runs[run].range = (bracket + 1)..<runs[run].range.upperBound
    if runs[run].range.isEmpty { runs.remove(at: run) }
  }

  private mutating func addDestination(_ range: Range<Int>) {
    var end = range.lowerBound
    while end < range.upperBound, !bytes[end].isBlank { end += 1 }
    var target = range.lowerBound..<end
    if target.count >= 2, bytes[target.lowerBound] == ASCII.less,
      bytes[target.upperBound - 1] == ASCII.greater
    {
      target = (target.lowerBound + 1)..<(target.upperBound - 1)
    }
    add(.linkDestination, target)
    while end < range.upperBound, bytes[end].isBlank { end += 1 }
    if end < range.upperBound { add(.linkTitle, end..<range.upperBound) }
  }

  private func destinationEnd(from start: Int, in line: Range<Int>) -> Int? {
    var depth = 0
    var index = start
    let limit = min(line.upperBound, start + Self.destinationLimit)
    while index < limit {
      switch bytes[index] {
      case ASCII.leftParenthesis: depth += 1
      case ASCII.rightParenthesis:
        if depth == 0 { return index }
        depth -= 1
      case ASCII.leftBracket: return nil
      default: break
      }
      index += 1
    }
    return nil
  }

  private mutating func url(at index: Int, in line: Range<Int>) -> Int {
    let rest = bytes[index..<line.upperBound]
    guard rest.starts(with: "https://".utf8) || rest.starts(with: "http://".utf8) else {
      return index + 1
    }
    var end = index
    while end < line.upperBound, bytes[end] > ASCII.space, bytes[end] < 0x80,
      bytes[end] != ASCII.less, bytes[end] != ASCII.rightParenthesis, bytes[end] != ASCII.backtick,
      bytes[end] != ASCII.rightBracket, bytes[end] != ASCII.quote
    { end += 1 }
    while end > index,
      [ASCII.dot, ASCII.colon, UInt8(ascii: ","), UInt8(ascii: ";"), ASCII.star]
        .contains(bytes[end - 1])
    { end -= 1 }
    endText(at: index)
    add(.linkDestination, index..<end)
    textStart = end
    return end
  }

  // MARK: Strong and struck text

  private mutating func toggleStrong(at index: Int, in line: Range<Int>) -> Int {
    var end = index
    while end < line.upperBound, bytes[end] == ASCII.star { end += 1 }
    guard end - index <= 3 else { return end }
    guard strong || strongMarks > 1 else { return end }
    let before = index > line.lowerBound ? bytes[index - 1] : ASCII.space
    let after = end < line.upperBound ? bytes[end] : ASCII.space
    guard strong ? !before.isBlank : !after.isBlank else { return end }
    endText(at: index)
    strongMarks -= 1
    strong.toggle()
    textStart = end
    return end
  }

  private mutating func toggleStruck(at index: Int, in line: Range<Int>) -> Int {
    guard struck || struckMarks > 1 else { return index + 2 }
    endText(at: index)
    struckMarks -= 1
    struck.toggle()
    textStart = index + 2
    return index + 2
  }
}
