import CheckModel

/// Reads what a plan says of its own progress in words and strokes, beside ticks.
enum TaskStatus {
  /// All of the first line is struck out, but for a word such as `done` behind it.
  static func isStruck(_ block: Block) -> Bool {
    guard block.inlines.contains(where: \.struck) else {
      return block.kind.isHeading && block.inlines.isEmpty
    }
    let open = block.inlines.filter { !$0.struck }.reduce(0) { $0 + $1.range.count }
    return open <= 12
      && block.inlines.first { !$0.range.isEmpty && $0.range.count > 2 }?.struck == true
  }

  /// The state of a `Status:` line among the first blocks below a heading, before its next heading.
  static func stated(below section: Int, _ index: BlockIndex) -> TaskState? {
    let heading = index.sections[section].heading
    for block in index.blocks.indices.dropFirst(heading + 1).prefix(8) {
      let value = index.blocks[block]
      guard index.sections[section].span.contains(value.span), !value.kind.isHeading else { break }
      if let state = stated(in: block, index) { return state }
    }
    return nil
  }

  /// The state that a block gives as `Status: done`, `**Status**: ✅ Completed`; nil for other text.
  static func stated(in block: Int, _ index: BlockIndex) -> TaskState? {
    switch index.blocks[block].kind {
    case .paragraph, .label: break
    default: return nil
    }
    let bytes = index.bytes(block)
    let content = index.blocks[block].content.range
    var offset = content.lowerBound
    func skip(_ marks: [UInt8]) {
      while offset < content.upperBound, marks.contains(bytes[offset]) { offset += 1 }
    }
    skip([ASCII.star, ASCII.underscore, ASCII.space])
    guard let word = words.match(bytes, at: offset, before: content.upperBound) else { return nil }
    offset = word.range.upperBound
    let end = offset
    skip([ASCII.star, ASCII.underscore, ASCII.space, ASCII.colon, ASCII.backtick])
    guard bytes[end..<offset].contains(ASCII.colon) else { return nil }
    if let state = TaskTable.statedState(bytes, at: offset, before: content.upperBound) {
      return state
    }
    return finished.match(bytes, at: offset, before: content.upperBound) == nil ? nil : .done
  }

  private static let words = PhraseTable(["status", "state", "progress"], true)

  /// What whole documents are when nothing is left to do.
  static let finished = PhraseTable(
    ["done", "completed", "complete", "finished", "implemented", "shipped", "merged", "closed"],
    true)
}
