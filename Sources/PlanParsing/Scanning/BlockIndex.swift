import CheckModel

/// What the finders ask about a plan's blocks again and again, computed once in linear time.
///
/// Blocks come in document order and containers before their content, so that a subtree is a range of
/// indices, and so is a section.
struct BlockIndex: Sendable {
  let blocks: [Block]
  private(set) var sections: [Section]
  /// The folded words of each section's title.
  let titles: [HeadingWords]
  private let sources: [SourceText]

  /// One past the last block inside each block.
  private let subtreeEnds: [Int]

  /// One past the last block of each section's subtree.
  private let sectionEnds: [Int]

  init(_ plan: Plan) {
    blocks = plan.blocks
    sections = plan.sections
    titles = Self.titles(plan.sections)
    sources = plan.files.map(\.source)
    subtreeEnds = Self.subtreeEnds(plan.blocks)
    sectionEnds = Self.sectionEnds(plan)
  }

  /// Labels repeat all over a plan, so each title is read once.
  private static func titles(_ sections: [Section]) -> [HeadingWords] {
    var known: [String: HeadingWords] = [:]
    return sections.map { section in
      if let words = known[section.title] { return words }
      // the words after the first hundred decide nothing
      let words = HeadingWords(section.title.start(100))
      known[section.title] = words
      return words
    }
  }

  /// For a plan whose sections have got their roles since this index was made.
  func updated(_ plan: Plan) -> BlockIndex {
    var index = self
    index.sections = plan.sections
    return index
  }

  private static func subtreeEnds(_ blocks: [Block]) -> [Int] {
    var ends = Array(blocks.indices).map { $0 + 1 }
    for index in blocks.indices.reversed() {
      if let parent = blocks[index].parent, parent < index {
        ends[parent] = max(ends[parent], ends[index])
      }
    }
    return ends
  }

  /// Sections close in the order of their spans' ends, so one walk over the blocks settles all.
  private static func sectionEnds(_ plan: Plan) -> [Int] {
    var ends = [Int](repeating: plan.blocks.count, count: plan.sections.count)
    var open: [Int] = []
    var next = 0
    for (index, block) in plan.blocks.enumerated() {
      while let last = open.last, isPast(block, plan.sections[last]) {
        ends[last] = index
        open.removeLast()
      }
      while next < plan.sections.count, plan.sections[next].heading <= index {
        open.append(next)
        next += 1
      }
    }
    return ends
  }

  private static func isPast(_ block: Block, _ section: Section) -> Bool {
    block.span.file != section.span.file
      || block.span.range.lowerBound >= section.span.range.upperBound
  }

  func bytes(of file: Int) -> [UInt8] { sources[file].bytes }

  /// The bytes of the file that a block stands in.
  func bytes(_ block: Int) -> [UInt8] { sources[blocks[block].span.file].bytes }

  /// A block and all that it contains.
  func subtree(_ block: Int) -> Range<Int> { block..<subtreeEnds[block] }

  /// The next block that is not inside this one.
  func after(_ block: Int) -> Int { subtreeEnds[block] }

  /// The blocks directly inside a block.
  func children(_ block: Int) -> [Int] {
    var children: [Int] = []
    var index = block + 1
    while index < subtreeEnds[block] {
      children.append(index)
      index = subtreeEnds[index]
    }
    return children
  }

  /// All blocks of a section, its heading and subsections included.
  func blocks(of section: Int) -> Range<Int> {
    sections[section].heading..<max(sections[section].heading, sectionEnds[section])
  }

  /// The first block of running text in an item: where its title stands.
  func lead(_ block: Int) -> Int? {
    var index = block
    while index < subtreeEnds[block] {
      if blocks[index].kind.isText { return index }
      if case .list = blocks[index].kind { return nil }
      index += 1
    }
    return nil
  }
}

extension Block.Kind {
  /// Blocks whose inlines are running text.
  var isText: Bool {
    switch self {
    case .heading, .paragraph, .label, .tableRow: true
    default: false
    }
  }

  var isHeading: Bool { if case .heading = self { true } else { false } }

  var isFence: Bool { if case .fence = self { true } else { false } }

  /// The marks of a list item; nil for other blocks.
  var item: ListItem? { if case .item(let item) = self { item } else { nil } }
}

extension Block {
  /// The text that a reader sees: words and code, without marks, link targets and comments.
  func visibleText(_ bytes: [UInt8]) -> String {
    var text = ""
    for inline in inlines {
      switch inline.kind {
      case .text, .code, .imageAlt: text += bytes.text(inline.range)
      case .linkDestination, .linkTitle, .html, .comment: break
      }
    }
    return text.whiteSpaceFolded
  }
}

extension String {
  /// At most so many bytes of it, whole characters.
  func start(_ limit: Int) -> String {
    guard utf8.count > limit else { return self }
    return String(decoding: utf8.prefix(limit), as: UTF8.self)
  }
}
