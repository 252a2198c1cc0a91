import CheckModel

/// Splits the lines of one cmark paragraph into what plans mean by them: reference definitions, a heading
/// without a space after its marks, bold labels, text, and a pipe table.
struct ParagraphSplitter {
  let source: SourceText
  let file: Int
  let parent: Int?
  let insideItem: Bool
  let insideQuote: Bool
  private(set) var blocks: [Block] = []
  private(set) var oddities: [ParseOddity] = []

  init(source: SourceText, file: Int, parent: Int?, insideItem: Bool, insideQuote: Bool) {
    self.source = source
    self.file = file
    self.parent = parent
    self.insideItem = insideItem
    self.insideQuote = insideQuote
  }

  /// - Parameter firstIndex: the index in the file's blocks that the first block made here will have.
  mutating func split(_ lines: [Range<Int>], firstIndex: Int) {
    var rest = lines[...]
    while let line = rest.first, isReferenceDefinition(line) {
      add(.referenceDefinition, [line])
      rest = rest.dropFirst()
    }
    if rest.count == 1, let line = rest.first, let level = impliedHeadingLevel(line) {
      return addImpliedHeading(line, level)
    }
    let table = TableScanner(source, Array(rest))
    let proseEnd = table.map { rest.startIndex + $0.headerLine } ?? rest.endIndex
    addProse(rest[rest.startIndex..<proseEnd])
    if let table { add(table, lines: rest[proseEnd...], firstIndex: firstIndex) }
  }

  private mutating func add(_ kind: Block.Kind, _ lines: [Range<Int>]) {
    let lines = BlockLines(ranges: lines)
    blocks.append(
      Block(
        kind: kind, span: Span(file: file, range: lines.whole),
        content: Span(file: file, range: lines.whole), parent: parent,
        inlines: InlineScanner.scan(source, lines)))
  }

  // MARK: Definitions and headings

  private func isReferenceDefinition(_ line: Range<Int>) -> Bool {
    let bytes = source.bytes
    guard line.count > 4, bytes[line.lowerBound] == ASCII.leftBracket,
      bytes[line.lowerBound + 1] != UInt8(ascii: "^")
    else { return false }
    guard let close = bytes[line].firstIndex(of: ASCII.rightBracket), close + 1 < line.upperBound,
      bytes[close + 1] == ASCII.colon
    else { return false }
    return close > line.lowerBound + 1
  }

  /// `##Heading`, or `#标题`: text to CommonMark, a heading to its author. `#42` and `#include` stay text.
  private func impliedHeadingLevel(_ line: Range<Int>) -> Int? {
    let bytes = source.bytes
    guard !insideItem, !insideQuote else { return nil }
    var index = line.lowerBound
    while index < line.upperBound, bytes[index] == ASCII.hash { index += 1 }
    let level = index - line.lowerBound
    guard level >= 1, level <= 6, index < line.upperBound else { return nil }
    let first = bytes[index]
    return first >= 0x80 || (level >= 2 && first.isWord) ? level : nil
  }

  private mutating func addImpliedHeading(_ line: Range<Int>, _ level: Int) {
    let content = HeadingText.content(source.bytes, line)
    blocks.append(
      Block(
        kind: .heading(level: level, implied: true), span: Span(file: file, range: line),
        content: Span(file: file, range: content), parent: parent,
        inlines: InlineScanner.scan(source, [content])))
    oddities.append(
      ParseOddity(kind: .headingWithoutSpace, span: Span(file: file, range: line)))
  }

  // MARK: Labels and text

  private mutating func addProse(_ lines: ArraySlice<Range<Int>>) {
    guard !lines.isEmpty else { return }
    guard !insideItem, !insideQuote else { return add(.paragraph, Array(lines)) }
    var piece: [Range<Int>] = []
    var isLabel = false
    for line in lines {
      if BoldLabel(source.bytes, line) != nil {
        if !piece.isEmpty { add(isLabel ? .label : .paragraph, piece) }
        piece = []
        isLabel = true
      }
      piece.append(line)
    }
    add(isLabel ? .label : .paragraph, piece)
  }

  // MARK: Tables

  private mutating func add(
    _ table: TableScanner, lines: ArraySlice<Range<Int>>, firstIndex: Int
  ) {
    let whole = BlockLines(ranges: Array(lines)).whole
    let container = firstIndex + blocks.count
    blocks.append(
      Block(
        kind: .table, span: Span(file: file, range: whole),
        content: Span(file: file, range: whole), parent: parent))
    for (number, cells) in table.rows.enumerated() {
      // the delimiter row stands between the header and the rest
      let line = lines[lines.startIndex + (number == 0 ? 0 : number + 1)]
      blocks.append(
        Block(
          kind: .tableRow(header: number == 0, cells: cells), span: Span(file: file, range: line),
          content: Span(file: file, range: line), parent: container,
          inlines: cells.flatMap { InlineScanner.scan(source, [$0]) }))
    }
  }
}
