import CheckModel

extension Plan {
  /// Where a sentence can be added to open tasks, requirements or acceptance criteria, with what leads to it:
  /// behind the paragraphs and items, and as an item of its own.
  var workPlaces: [(span: Span, lead: String)] {
    let lists = Set(blocks.compactMap { $0.kind == .list(ordered: false) ? $0.parent : nil })
    // one more task is another plan and not a sentence more
    let taskBlocks = Set(tasks.map(\.block))
    return workBlocks.compactMap { index in
      let block = blocks[index]
      switch block.kind {
      case .paragraph:
        guard let last = lastByte(of: block.content), last != UInt8(ascii: ":") else { return nil }
        let end = block.content.range.upperBound
        let isSentence = [0x2E, 0x21, 0x3F].contains(last)
        return (Span(file: block.content.file, range: end..<end), isSentence ? " " : ". ")
      case .item(let item):
        guard !lists.contains(index), !taskBlocks.contains(index),
          let lead = lead(ofItem: item, block)
        else { return nil }
        let end = block.span.range.upperBound
        return (Span(file: block.span.file, range: end..<end), lead)
      default: return nil
      }
    }
  }

  /// The blocks of open tasks, requirements and acceptance criteria.
  var workBlocks: [Int] {
    let roles: Set<SectionRole> = [.tasks, .requirements, .acceptance]
    let open = tasks.filter { $0.state == .open }.map(\.span)
    let done = tasks.filter { $0.state == .done }.map(\.span)
    return blocks.indices.filter { index in
      let block = blocks[index]
      let isOfRole = block.section.map { sections[$0].roles.contains { roles.contains($0.role) } }
      guard isOfRole == true || open.contains(where: { $0.contains(block.span) }) else {
        return false
      }
      return !done.contains { $0.contains(block.span) } && !isQuoted(index)
    }
  }

  /// A block's text without the checkbox before it; nil of an empty one.
  func ownText(of block: Int) -> Span? {
    let content = blocks[block].content
    var start = content.range.lowerBound
    if let parent = blocks[block].parent, case .item(let item) = blocks[parent].kind,
      let box = item.checkbox?.range, start <= box.lowerBound
    {
      start = box.upperBound + 1
    }
    guard start < content.range.upperBound else { return nil }
    return Span(file: content.file, range: start..<content.range.upperBound)
  }

  private func isQuoted(_ block: Int) -> Bool {
    var current: Int? = block
    while let index = current {
      if blocks[index].kind == .quote { return true }
      current = blocks[index].parent
    }
    return false
  }

  /// The line end, indentation and marks with which a bullet beside this one begins; nil for a numbered one.
  private func lead(ofItem item: ListItem, _ block: Block) -> String? {
    guard ["-", "*", "+"].contains(item.marker), item.checkbox?.state != .done else { return nil }
    let source = files[block.span.file].source
    let start = block.span.range.lowerBound
    let line = source.lineRange(source.line(at: start)).lowerBound
    guard line <= start, source.bytes[line..<start].allSatisfy({ $0 == 0x20 }) else { return nil }
    let box = item.checkbox == nil ? "" : "[ ] "
    return "\n" + String(repeating: " ", count: start - line) + item.marker + " " + box
  }

  /// Behind each section that has no section in it.
  var sectionEnds: [Span] {
    let parents = Set(sections.compactMap(\.parent))
    return sections.indices.filter { !parents.contains($0) && sections[$0].level < 7 }.map {
      index in
      let span = sections[index].span
      return Span(file: span.file, range: span.range.upperBound..<span.range.upperBound)
    }
  }

  /// The sections that pass the filter and lie in no other one that does.
  func outermostSections(_ isMeant: (Section) -> Bool) -> [Span] {
    var found: [Span] = []
    for section in sections where isMeant(section) {
      if !found.contains(where: { $0.contains(section.span) }) { found.append(section.span) }
    }
    return found
  }

  /// Words of paragraphs, items and cells.
  var proseWords: Int {
    blocks.reduce(0) { sum, block in
      guard !block.inlines.isEmpty else { return sum }
      return sum
        + files[block.span.file].source.bytes[block.content.range].split { $0 <= 0x20 }.count
    }
  }

  private func lastByte(of span: Span) -> UInt8? {
    let bytes = files[span.file].source.bytes
    return span.range.isEmpty ? nil : bytes[span.range.upperBound - 1]
  }
}
