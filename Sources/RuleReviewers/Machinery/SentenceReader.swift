import CheckModel

/// Turns a plan's leaf blocks into sentences.
struct SentenceReader {
  let plan: Plan
  let zones: [Zone]
  let standing: Standing
  private var result: [Sentence] = []
  /// Of the text that is read, used again for the next.
  private var tokens: [Token] = []

  static func sentences(of plan: Plan, zones: [Zone], standing: Standing) -> [Sentence] {
    var reader = SentenceReader(plan: plan, zones: zones, standing: standing)
    for index in plan.blocks.indices { reader.read(index) }
    return reader.result
  }

  private init(plan: Plan, zones: [Zone], standing: Standing) {
    self.plan = plan
    self.zones = zones
    self.standing = standing
  }

  private mutating func read(_ index: Int) {
    let block = plan.blocks[index]
    guard block.isLeaf, !block.inlines.isEmpty else { return }
    var inlines = block.inlines[...]
    guard case .tableRow(_, let cells) = block.kind else {
      return append(inlines, in: textStart(of: index)..<Int.max, of: index)
    }
    for (column, cell) in cells.enumerated() {
      let before = result.count
      inlines = inlines.drop { $0.range.upperBound <= cell.lowerBound }
      append(inlines, in: cell, of: index)
      if column == 0 {
        for position in before..<result.count { result[position].isFirstCell = true }
      }
    }
  }

  private mutating func append(_ inlines: ArraySlice<Inline>, in text: Range<Int>, of index: Int) {
    let block = plan.blocks[index]
    tokens.removeAll(keepingCapacity: true)
    let tokenizer = Tokenizer(bytes: plan.files[block.span.file].source.bytes)
    let (start, end) = (text.lowerBound, text.upperBound)
    var previousEnd = start
    for inline in inlines where inline.range.upperBound > start {
      guard inline.range.lowerBound < end else { break }
      if inline.struck { continue }
      let lower = max(inline.range.lowerBound, start)
      let space =
        tokens.isEmpty
        || gapHasSpace(max(start, previousEnd - 1)..<max(previousEnd, lower), tokenizer)
      switch inline.kind {
      case .text:
        if !inline.linked, opensBracket(before: lower, after: previousEnd, tokenizer) {
          tokens.append(
            Token(kind: .symbol, spaceBefore: space, text: "[", range: lower - 1..<lower))
        }
        tokenizer.append(
          lower..<min(inline.range.upperBound, end), spaceBefore: space, to: &tokens)
      case .code:
        tokens.append(
          Token(kind: .code, spaceBefore: space, text: "\u{FFFC}", range: inline.range))
      default: continue
      }
      previousEnd = inline.range.upperBound
    }
    // a copy of its own, of the exact size
    let tokens = tokens.withUnsafeBufferPointer { Array($0) }
    let ranges = SentenceSplitter.split(tokens[...])
    for (position, range) in ranges.enumerated() {
      var sentence = Sentence(
        file: block.span.file, block: index, section: block.section, zone: zones[index],
        tokens: tokens[range], opensBlock: position == 0, endsBlock: position == ranges.count - 1,
        binding: false, finished: standing.finished[index], english: standing.english[index])
      sentence.binding = standing.binds(sentence)
      sentence.instructs = standing.instructs(sentence)
      result.append(sentence)
    }
  }

  /// Where a block's own words start: after the checkbox of the item that it opens.
  private func textStart(of index: Int) -> Int {
    let block = plan.blocks[index]
    guard let parent = block.parent, case .item(let item) = plan.blocks[parent].kind,
      let checkbox = item.checkbox, block.content.range.lowerBound <= checkbox.range.lowerBound
    else { return block.content.range.lowerBound }
    return checkbox.range.upperBound
  }

  /// The parser keeps an opening bracket out of its runs, also where no link follows.
  private func opensBracket(before lower: Int, after start: Int, _ tokenizer: Tokenizer) -> Bool {
    lower > start && lower <= tokenizer.bytes.count && tokenizer.bytes[lower - 1] == 0x5B
  }

  private func gapHasSpace(_ gap: Range<Int>, _ tokenizer: Tokenizer) -> Bool {
    tokenizer.bytes[gap.clamped(to: 0..<tokenizer.bytes.count)].contains { $0.isBlank }
  }
}
