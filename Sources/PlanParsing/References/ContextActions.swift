import CheckModel

/// The action that the surroundings of a block announce for the names in it: `New files:` before a list,
/// a heading such as `Files to modify`, an item above.
struct ContextActions {
  private let index: BlockIndex
  private let byBlock: [Reference.Action?]

  init(_ index: BlockIndex) {
    self.index = index
    let ofSections = Self.sectionActions(index)
    var byBlock = [Reference.Action?](repeating: nil, count: index.blocks.count)
    for block in index.blocks.indices {
      let value = index.blocks[block]
      let inherited =
        value.parent.flatMap { byBlock[$0] } ?? value.section.flatMap { ofSections[$0] }
      byBlock[block] = Self.announcedBefore(block, index) ?? inherited
    }
    self.byBlock = byBlock
  }

  /// What the surroundings announce for names in this block; nil when they say nothing.
  func action(of block: Int) -> Reference.Action? { byBlock[block] }

  /// The bytes whose words may speak about a name: the table cell it stands in, else the whole block.
  func clause(of name: Range<Int>, _ block: Int, _ bytes: [UInt8]) -> Range<Int> {
    // a row of more cells is no table of files, and asking each cell would cost too much
    guard case .tableRow(_, let cells) = index.blocks[block].kind, cells.count <= 24 else {
      return index.blocks[block].content.range
    }
    // an action column of its own speaks for the whole row
    for cell in cells where !cell.contains(name.lowerBound) {
      let words = bytes.trimmed(cell)
      if !words.isEmpty, words.count < 24, ReferenceAction.announced(bytes, words) != nil {
        return words.lowerBound < name.lowerBound ? words.lowerBound..<name.upperBound : name
      }
    }
    return cells.first { $0.contains(name.lowerBound) } ?? name
  }

  private static func sectionActions(_ index: BlockIndex) -> [Reference.Action?] {
    var actions = [Reference.Action?](repeating: nil, count: index.sections.count)
    for (number, section) in index.sections.enumerated() {
      let title = index.blocks[section.heading].content.range
      let bytes = index.bytes(section.heading)
      // a heading is short; a label may carry a paragraph behind it
      let words = title.lowerBound..<min(title.upperBound, title.lowerBound + 80)
      let own = section.has(.files) ? ReferenceAction.announced(bytes, words) : nil
      actions[number] = own ?? section.parent.flatMap { $0 < number ? actions[$0] : nil }
    }
    return actions
  }

  /// A paragraph or label that ends in a colon right before a list, fence or table.
  private static func announcedBefore(_ block: Int, _ index: BlockIndex) -> Reference.Action? {
    switch index.blocks[block].kind {
    case .list, .fence, .table: break
    default: return nil
    }
    guard block > 0 else { return nil }
    let before = block - 1
    switch index.blocks[before].kind {
    case .paragraph, .label: break
    default: return nil
    }
    let range = index.blocks[before].content.range
    let bytes = index.bytes(before)
    let text = bytes.trimmed(range)
    guard let last = text.last(where: { bytes[$0] != 0x2A && bytes[$0] != 0x60 }),
      bytes[last] == 0x3A || index.blocks[before].kind == .label
    else { return nil }
    return ReferenceAction.announced(
      bytes, max(text.lowerBound, text.upperBound - 120)..<text.upperBound)
  }
}
