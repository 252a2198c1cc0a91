import CheckModel

extension Plan {
  /// Behind each sentence that ends a paragraph of open tasks, requirements or acceptance criteria.
  var workSentenceEnds: [Span] {
    let roles: Set<SectionRole> = [.tasks, .requirements, .acceptance]
    let work = tasks.filter { $0.state == .open }.map(\.span)
    return blocks.compactMap { block in
      guard block.kind == .paragraph, let last = lastByte(of: block.content),
        last == UInt8(ascii: ".")
      else { return nil }
      let isOfRole = block.section.map { sections[$0].roles.contains { roles.contains($0.role) } }
      guard isOfRole == true || work.contains(where: { $0.contains(block.span) }) else {
        return nil
      }
      let end = block.content.range.upperBound
      return Span(file: block.content.file, range: end..<end)
    }
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
