package import CheckModel

/// Builds the tree of sections from headings and bold labels, and tells each block its section.
struct SectionBuilder {
  /// No label stands deeper than this.
  static let deepest = 7

  private let files: [PlanFile]
  private(set) var sections: [Section] = []
  private var open: [Int] = []
  private var usedIDs: [String: Int] = [:]

  /// Fills `Block.section` and returns the sections, without roles, in document order.
  static func build(_ blocks: inout [Block], files: [PlanFile]) -> [Section] {
    var builder = SectionBuilder(files: files)
    var file = -1
    var labelEndsAfter: Int?
    for index in blocks.indices {
      let block = blocks[index]
      if block.span.file != file {
        file = block.span.file
        builder.open = []
        labelEndsAfter = nil
      }
      if block.parent == nil {
        switch block.kind {
        case .heading(let level, _):
          builder.add(block, at: index, level: level)
          labelEndsAfter = nil
        case .label:
          let parentLevel = builder.closeLabel()
          builder.add(block, at: index, level: min(Self.deepest, parentLevel + 1), isLabel: true)
          labelEndsAfter = builder.holdsOnlyItself(block) ? index : nil
        default:
          // a label with its text on the same line is a heading of that one paragraph
          if let last = labelEndsAfter, index > last {
            _ = builder.closeLabel()
            labelEndsAfter = nil
          }
        }
      }
      blocks[index].section = builder.open.last
    }
    builder.closeAll(blocks)
    return builder.sections
  }

  private init(files: [PlanFile]) { self.files = files }

  private var labels: Set<Int> = []

  private mutating func add(_ block: Block, at index: Int, level: Int, isLabel: Bool = false) {
    while let last = open.last, sections[last].level >= level { open.removeLast() }
    let source = files[block.span.file].source
    let title = isLabel ? labelTitle(block, source) : SectionTitle.text(block, source)
    let parent = open.last
    let slug = SectionTitle.slug(title)
    let id = unusedID(parent.map { sections[$0].id + "/" + slug } ?? slug)
    if isLabel { labels.insert(sections.count) }
    open.append(sections.count)
    sections.append(
      Section(
        id: id, title: title, level: level, span: block.span, heading: index, parent: parent))
  }

  /// The path itself, else with the first number that makes it new: `Step`, `Step` and `Step 2` are three.
  private mutating func unusedID(_ path: String) -> String {
    var count = usedIDs[path, default: 0] + 1
    var id = count == 1 ? path : "\(path)-\(count)"
    while count > 1, usedIDs[id] != nil {
      count += 1
      id = "\(path)-\(count)"
    }
    usedIDs[path] = count
    if id != path { usedIDs[id] = 1 }
    return id
  }

  /// Leaves an open label; returns the level of the heading it stands under.
  private mutating func closeLabel() -> Int {
    if let last = open.last, labels.contains(last) { open.removeLast() }
    return open.last.map { sections[$0].level } ?? 0
  }

  private func labelTitle(_ block: Block, _ source: SourceText) -> String {
    let line = source.lineRange(source.line(at: block.content.range.lowerBound))
    let range =
      block.content.range.lowerBound..<max(block.content.range.lowerBound, line.upperBound)
    guard let label = BoldLabel(source.bytes, range) else { return "" }
    return source.string(label.title)
  }

  /// Whether a label has its text beside it: `**Goal:** one sentence.`, but not `**Files:**` or `**Note:** these:`.
  private func holdsOnlyItself(_ block: Block) -> Bool {
    let source = files[block.span.file].source
    let range = block.content.range
    let line = source.lineRange(source.line(at: range.lowerBound))
    guard
      let label = BoldLabel(source.bytes, range.lowerBound..<max(range.lowerBound, line.upperBound))
    else { return false }
    let text = label.rest.lowerBound..<max(label.rest.lowerBound, range.upperBound)
    var end = text.upperBound
    while end > text.lowerBound, source.bytes[end - 1] <= ASCII.space { end -= 1 }
    return end > text.lowerBound && source.bytes[end - 1] != ASCII.colon
  }

  /// A section ends with its last block.
  private mutating func closeAll(_ blocks: [Block]) {
    var ends = sections.map(\.span.range.upperBound)
    for block in blocks {
      guard let section = block.section else { continue }
      ends[section] = max(ends[section], block.span.range.upperBound)
    }
    for index in sections.indices.reversed() {
      let span = sections[index].span
      sections[index].span = Span(
        file: span.file, range: span.range.lowerBound..<max(ends[index], span.range.upperBound))
      if let parent = sections[index].parent { ends[parent] = max(ends[parent], ends[index]) }
    }
  }
}

/// A heading's words as people read and link them.
package enum SectionTitle {
  /// The text of a heading without markup: code spans and link texts kept, targets and marks left out.
  package static func text(_ block: Block, _ source: SourceText) -> String {
    var text = ""
    for run in block.inlines where run.kind == .text || run.kind == .code {
      text += source.string(run.range)
    }
    let words = text.whiteSpaceFolded
    return words.hasSuffix(":") || words.hasSuffix("：") ? String(words.dropLast()) : words
  }

  /// A longer slug would stand in the id of every section below.
  static let slugLimit = 200

  /// GitHub's anchor: lowercase, punctuation left out, white space made hyphens; at most 200 characters.
  package static func slug(_ title: String) -> String {
    var slug = ""
    slug.reserveCapacity(min(title.utf8.count, Self.slugLimit))
    for scalar in title.lowercased().unicodeScalars.prefix(Self.slugLimit) {
      if Self.standsInSlug(scalar) {
        slug.unicodeScalars.append(scalar)
      } else if scalar == " " || !scalar.isASCII && scalar.properties.isWhitespace
        || ("\t"..."\r").contains(scalar)
      {
        slug.unicodeScalars.append("-")
      }
    }
    return slug.isEmpty ? "section" : slug
  }

  /// Letters, numbers, hyphen and underscore of any script; only those outside ASCII need the tables.
  private static func standsInSlug(_ scalar: Unicode.Scalar) -> Bool {
    if let byte = UInt8(exactly: scalar.value), byte < 0x80 {
      return ASCII.isLetter(byte) || ASCII.isDigit(byte) || scalar == "-" || scalar == "_"
    }
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }
}
