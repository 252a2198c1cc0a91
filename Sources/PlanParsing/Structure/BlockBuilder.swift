import CheckModel

/// Turns cmark's blocks of one file into ours: ends repaired, what CommonMark lacks added.
struct BlockBuilder {
  private let source: SourceText
  private let file: Int
  private let raw: [RawBlock]
  private var blocks: [Block] = []
  /// For each raw block the index of ours that holds its children.
  private var indexOfRaw: [Int] = []
  /// The first text byte of an item, after its marker and checkbox, by raw index.
  private var itemTextStarts: [Int: Int] = [:]
  private(set) var oddities: [ParseOddity] = []

  /// - Parameter first: the front matter, which cmark does not see.
  static func build(
    _ source: SourceText, file: Int, raw: [RawBlock], behind first: Block?
  ) -> (blocks: [Block], oddities: [ParseOddity]) {
    var builder = BlockBuilder(source: source, file: file, raw: raw)
    if let first { builder.blocks.append(first) }
    for index in raw.indices { builder.add(index) }
    builder.extendContainers()
    return (builder.blocks, builder.oddities)
  }

  private init(source: SourceText, file: Int, raw: [RawBlock]) {
    self.source = source
    self.file = file
    self.raw = raw
    // some paragraphs become several blocks
    blocks.reserveCapacity(raw.count + raw.count / 4 + 1)
    indexOfRaw.reserveCapacity(raw.count)
  }

  private mutating func add(_ index: Int) {
    let block = raw[index]
    let start = offset(of: block)
    let parent = block.parent.map { indexOfRaw[$0] }
    let lastLine = lastLine(of: index)
    indexOfRaw.append(blocks.count)
    switch block.kind {
    case .quote: append(.quote, start..<start + 1, parent)
    case .list(let ordered): append(.list(ordered: ordered), start..<start, parent)
    case .item: addItem(index, start: start, parent: parent)
    case .thematicBreak: append(.thematicBreak, lineEnd(start, block.startLine), parent)
    case .heading(let level): addHeading(block, level, start: start, lastLine: lastLine, parent)
    case .html: append(.html, lineEnd(start, lastLine), parent)
    case .code: addCode(block, start: start, lastLine: lastLine, parent: parent)
    case .paragraph:
      let textStart = block.parent.flatMap { itemTextStarts.removeValue(forKey: $0) } ?? start
      let lines = BlockLines(
        source, start: max(start, textStart), lastLine: lastLine, quoteDepth: block.quoteDepth)
      var splitter = ParagraphSplitter(
        source: source, file: file, parent: parent, insideItem: block.insideItem,
        insideQuote: block.quoteDepth > 0)
      splitter.split(lines.ranges, firstIndex: blocks.count)
      blocks.append(contentsOf: splitter.blocks)
      oddities.append(contentsOf: splitter.oddities)
    }
  }

  private mutating func append(
    _ kind: Block.Kind, _ range: Range<Int>, _ parent: Int?, content: Range<Int>? = nil,
    inlines: [Inline] = []
  ) {
    blocks.append(
      Block(
        kind: kind, span: Span(file: file, range: range),
        content: Span(file: file, range: content ?? range), parent: parent, inlines: inlines))
  }

  // MARK: Places

  private func offset(of block: RawBlock) -> Int {
    let bom = block.startLine == 1 ? source.byteOrderMarkLength : 0
    let range = source.lineRange(block.startLine)
    return min(range.upperBound, range.lowerBound + bom + block.startColumn - 1)
  }

  private func lineEnd(_ start: Int, _ line: Int) -> Range<Int> {
    start..<max(start, source.lineRange(line).upperBound)
  }

  /// cmark's end lines are too late for lists, items and set-in headings and too early for some HTML; a block
  /// never reaches the line on which the next one starts, and never ends with blank lines.
  private func lastLine(of index: Int) -> Int {
    let block = raw[index]
    var last = max(block.startLine, min(block.endLine, source.lineCount))
    // cmark may end raw HTML before its start; it goes on to the next block
    if case .html = block.kind { last = source.lineCount }
    if index + 1 < raw.count {
      last = min(last, max(block.startLine, raw[index + 1].startLine - 1))
    }
    if case .code = block.kind { return last }
    while last > block.startLine, source.isBlankLine(last, quoteDepth: block.quoteDepth) {
      last -= 1
    }
    return last
  }

  private mutating func extendContainers() {
    for index in blocks.indices.reversed() {
      guard let parent = blocks[index].parent else { continue }
      let own = blocks[parent].span.range
      let child = blocks[index].span.range
      blocks[parent].span = Span(
        file: file, range: own.lowerBound..<max(own.upperBound, child.upperBound))
    }
    for index in blocks.indices {
      switch blocks[index].kind {
      case .quote, .list, .table: blocks[index].content = blocks[index].span
      default: break
      }
    }
  }

  // MARK: Items

  private mutating func addItem(_ index: Int, start: Int, parent: Int?) {
    let line = lineEnd(start, raw[index].startLine)
    var position = line.lowerBound
    while position < line.upperBound, !source.bytes[position].isBlank { position += 1 }
    var item = ListItem(marker: source.string(line.lowerBound..<position))
    while position < line.upperBound, source.bytes[position].isBlank { position += 1 }
    if let checkbox = checkbox(at: position, in: line) {
      item.checkbox = checkbox
      position = checkbox.range.upperBound
      while position < line.upperBound, source.bytes[position].isBlank { position += 1 }
      itemTextStarts[index] = position
    }
    append(.item(item), line, parent, content: position..<line.upperBound)
  }

  private func checkbox(at index: Int, in line: Range<Int>) -> Checkbox? {
    let bytes = source.bytes
    guard index + 2 < line.upperBound, bytes[index] == ASCII.leftBracket else { return nil }
    // [✓] as it is typed by hand
    let signs: [StaticString] = ["✓", "✔", "✅", "☑"]
    let sign = signs.first { bytes.holds($0, at: index + 1) }
    var close = index + 1 + (sign?.utf8CodeUnitCount ?? 1)
    if sign != nil, bytes.holds("\u{FE0F}", at: close) { close += 3 }
    guard close < line.upperBound, bytes[close] == ASCII.rightBracket else { return nil }
    let state: TaskState
    switch bytes[index + 1] {
    case ASCII.space, ASCII.tab: state = .open
    case UInt8(ascii: "x"), UInt8(ascii: "X"): state = .done
    case ASCII.hyphen, ASCII.tilde, ASCII.slash: state = .started
    default:
      guard sign != nil else { return nil }
      state = .done
    }
    var end = close + 1
    let optional = end < line.upperBound && bytes[end] == ASCII.star
    if optional { end += 1 }
    guard end == line.upperBound || bytes[end].isBlank else { return nil }
    return Checkbox(state: state, optional: optional, range: index..<end)
  }

  // MARK: Headings

  private mutating func addHeading(
    _ block: RawBlock, _ level: Int, start: Int, lastLine: Int, _ parent: Int?
  ) {
    if source.bytes[start] == ASCII.hash {
      let line = lineEnd(start, block.startLine)
      let content = HeadingText.content(source.bytes, line)
      append(
        .heading(level: level, implied: false), line, parent, content: content,
        inlines: InlineScanner.scan(source, [content]))
      return
    }
    // a heading with a line of = or - below it; that line is not part of the text
    var underline = block.startLine + 1
    while underline < lastLine, !HeadingText.isUnderline(source, underline, block.quoteDepth) {
      underline += 1
    }
    let lines = BlockLines(
      source, start: start, lastLine: max(block.startLine, underline - 1),
      quoteDepth: block.quoteDepth)
    append(
      .heading(level: level, implied: false), lineEnd(start, min(underline, lastLine)), parent,
      content: lines.whole, inlines: InlineScanner.scan(source, lines))
  }

  // MARK: Code

  private mutating func addCode(_ block: RawBlock, start: Int, lastLine: Int, parent: Int?) {
    let line = source.lineRange(block.startLine)
    guard let fence = CodeFence(source, start: start, line: line, block: block) else {
      var last = lastLine
      while last > block.startLine, source.isBlankLine(last) { last -= 1 }
      return append(.indentedCode, lineEnd(start, last), parent)
    }
    let closed =
      lastLine > block.startLine
      && fence.isClosed(by: lastLine, in: source, quoteDepth: block.quoteDepth)
    let lastContentLine = closed ? lastLine - 1 : lastLine
    let contentStart =
      block.startLine < lastLine
      ? source.lineRange(block.startLine + 1).lowerBound : line.upperBound
    let content =
      lastContentLine > block.startLine
      ? contentStart..<source.lineRange(lastContentLine).upperBound : contentStart..<contentStart
    if !closed {
      oddities.append(
        ParseOddity(kind: .unclosedFence, span: Span(file: file, range: start..<line.upperBound)))
    }
    append(
      .fence(info: fence.info, closed: closed), lineEnd(start, lastLine), parent, content: content)
  }
}
