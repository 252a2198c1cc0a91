import CheckModel

/// Finds what the first words of a paragraph, an item or a row announce: `Rollback: …` says as much inside a list
/// as a heading of that word.
struct AnnouncedRoles {
  /// Longer openings are sentences.
  private static let lengthLimit = 48

  private var known: [ArraySlice<UInt8>: SectionRole?] = [:]

  /// Fills `Block.announces`.
  static func fill(_ plan: inout Plan) {
    var finder = AnnouncedRoles()
    let sources = plan.files.map(\.source.bytes)
    var introduction: (parent: Int?, role: SectionRole)?
    for index in plan.blocks.indices {
      let block = plan.blocks[index]
      let bytes = sources[block.span.file]
      let own = finder.role(of: block, bytes)
      let around = block.parent.flatMap { plan.blocks[$0].announces }
      if let own, let parent = block.parent, parent == index - 1,
        case .item = plan.blocks[parent].kind
      {
        plan.blocks[parent].announces = own
      }
      if case .list = block.kind, let introduction, introduction.parent == block.parent {
        plan.blocks[index].announces = introduction.role
      } else {
        plan.blocks[index].announces = own ?? around
      }
      if block.parent == nil || own != nil { introduction = nil }
      if let own, Self.endsInColon(bytes, block.content.range) {
        introduction = (block.parent, own)
      }
    }
  }

  private static func endsInColon(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    let text = bytes.trimmed(range)
    return text.last { bytes[$0] != ASCII.star && bytes[$0] != ASCII.underscore }
      .map { bytes[$0] == ASCII.colon } ?? false
  }

  private mutating func role(of block: Block, _ bytes: [UInt8]) -> SectionRole? {
    switch block.kind {
    case .paragraph, .label:
      guard let words = Self.opening(bytes, block.content.range) else { return nil }
      return role(of: bytes[words])
    case .tableRow(header: false, let cells) where cells.count == 2:
      guard cells[0].count <= Self.lengthLimit else { return nil }
      return role(of: bytes[cells[0]])
    default: return nil
    }
  }

  private mutating func role(of words: ArraySlice<UInt8>) -> SectionRole? {
    if let role = known[words] { return role }
    let folded = HeadingWords.fold(String(decoding: words, as: UTF8.self))
    let role = RoleClassifier.headings.announced(by: folded)
    known[words] = .some(role)
    return role
  }

  /// The words before a colon, or those of a bold opening that a dash or a full stop ends.
  private static func opening(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int>? {
    var start = range.lowerBound
    while start < range.upperBound,
      [ASCII.star, ASCII.underscore, ASCII.space].contains(bytes[start])
    {
      start += 1
    }
    let isBold = start >= range.lowerBound + 2 && bytes[start - 1] == ASCII.star
    let limit = min(range.upperBound, start + lengthLimit)
    for end in start..<max(start, limit) {
      switch bytes[end] {
      case ASCII.backtick, ASCII.lineFeed, ASCII.pipe: return nil
      case ASCII.colon:
        // `a:b` and `https://` are one word
        let next = bytes.peek(end + 1)
        guard end + 1 >= range.upperBound || ASCII.isSpace(next) || next == ASCII.star else {
          return nil
        }
        return start..<end
      case 0xEF where bytes.holds("：", at: end): return start..<end
      case ASCII.star where isBold && bytes.peek(end + 1) == ASCII.star:
        return endsLabel(bytes, start..<end, before: range.upperBound) ? start..<end : nil
      default: break
      }
    }
    return nil
  }

  /// `**Goal.** …`, `**Goal** — …`, `**Goal**:`.
  private static func endsLabel(_ bytes: [UInt8], _ words: Range<Int>, before end: Int) -> Bool {
    if let last = words.last, bytes[last] == ASCII.dot { return true }
    var next = words.upperBound + 2
    while next < end, bytes[next].isBlank { next += 1 }
    let marks: [StaticString] = [":", "—", "–", "- ", "："]
    return next >= end || marks.contains { bytes.holds($0, at: next) }
  }
}
