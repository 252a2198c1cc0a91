import CheckModel

/// One sentence or table cell of a plan, as words and code.
struct Statement {
  /// A part of it; ranges are byte offsets in the file.
  enum Part {
    /// In lowercase.
    case word(String, Range<Int>)
    case code(Range<Int>)
    case mark(UInt8)
  }

  var file: Int
  /// The index of its block in `Plan.blocks`.
  var block: Int
  var parts: [Part]

  /// The words in order, code and marks left out.
  var words: [String] {
    parts.compactMap { part in
      if case .word(let text, _) = part { text } else { nil }
    }
  }

  func has(_ any: Set<String>) -> Bool { words.contains(where: any.contains) }

  /// The words right before a part, the nearest first, back to the next code or mark.
  func wordsBefore(_ index: Int, most: Int = 4) -> [String] {
    var found: [String] = []
    for part in parts[..<index].reversed() {
      guard case .word(let text, _) = part, found.count < most else { break }
      found.append(text)
    }
    return found
  }
}

extension Statement {
  /// All of a plan's prose, in document order; fences, quotations, headings and ticked tasks are none.
  static func all(in plan: Plan) -> [Statement] {
    let finished = SpanIndex(
      outermost(plan.tasks.filter { $0.state == .done }.map(\.span)))
    var statements: [Statement] = []
    for (index, block) in plan.blocks.enumerated() {
      guard isProse(block, in: plan), !finished.holds(block.span) else { continue }
      let bytes = plan.files[block.span.file].source.bytes
      let cells: [Range<Int>] =
        if case .tableRow(_, let cells) = block.kind { cells } else { [block.content.range] }
      for cell in cells {
        let inlines = block.inlines.filter { cell.contains($0.range.lowerBound) && !$0.struck }
        for parts in sentences(inlines, bytes) where !parts.isEmpty {
          statements.append(Statement(file: block.span.file, block: index, parts: parts))
        }
      }
    }
    return statements
  }

  private static func isProse(_ block: Block, in plan: Plan) -> Bool {
    switch block.kind {
    case .paragraph, .label, .tableRow(false, _): break
    default: return false
    }
    var parent = block.parent
    while let index = parent {
      if case .quote = plan.blocks[index].kind { return false }
      parent = plan.blocks[index].parent
    }
    return true
  }

  private static func outermost(_ spans: [Span]) -> [Span] {
    var result: [Span] = []
    for span in spans.sorted() where result.last?.contains(span) != true { result.append(span) }
    return result
  }

  private static func sentences(_ inlines: [Inline], _ bytes: [UInt8]) -> [[Part]] {
    var sentences: [[Part]] = [[]]
    for inline in inlines {
      switch inline.kind {
      case .code: sentences[sentences.count - 1].append(.code(inline.range))
      case .text: read(inline.range, bytes, into: &sentences)
      default: break
      }
    }
    return sentences
  }

  private static func read(_ range: Range<Int>, _ bytes: [UInt8], into sentences: inout [[Part]]) {
    var offset = range.lowerBound
    while offset < range.upperBound {
      let start = offset
      while offset < range.upperBound, isWord(bytes[offset]) { offset += 1 }
      if offset > start {
        let text = String(decoding: bytes[start..<offset], as: UTF8.self).lowercased()
        sentences[sentences.count - 1].append(.word(text, start..<offset))
        continue
      }
      let byte = bytes[offset]
      offset += 1
      let endsHere = offset >= range.upperBound || bytes[offset] <= 0x20
      if [0x2E, 0x21, 0x3F, 0x3B].contains(byte), endsHere {
        sentences.append([])
      } else if byte > 0x20, byte != 0x2A, byte != 0x5F {
        sentences[sentences.count - 1].append(.mark(byte))
      }
    }
  }

  /// Letters and digits, and a point, comma or apostrophe is none.
  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...: true
    default: false
    }
  }
}
