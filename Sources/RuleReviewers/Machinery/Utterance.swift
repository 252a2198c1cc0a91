import CheckModel

/// A stretch of words anywhere in a plan's bytes, what a reader of the rendered page never sees included.
///
/// Adversary rules read these and not `Sentence`s: comments, alternative texts, link titles, fences and raw
/// HTML talk to a model as well as prose does.
struct Utterance {
  var file: Int
  var tokens: ArraySlice<Token>
  var zone: Zone
  /// A rendered page does not show it.
  var hidden: Bool
  /// Its first token is the first on its line.
  var startsLine: Bool

  func span(of range: Range<Int>) -> Span {
    let first = tokens[range].first?.range.lowerBound ?? 0
    return Span(file: file, range: first..<max(first, tokens[range].last?.range.upperBound ?? 0))
  }

  /// Calls `body` with each utterance of the plan, in document order, but for those of parts in which none of the
  /// words stands alone: most parts need not be cut.
  static func forEach(
    in reading: PlanReading, holding words: ByteSearch, _ body: (Utterance) -> Void
  ) {
    withoutActuallyEscaping(body) { body in
      var walker = Walker(words: words, body: body)
      for index in reading.plan.blocks.indices where reading.plan.blocks[index].isLeaf {
        walker.read(reading.plan.blocks[index], in: reading.plan, zone: reading.zones[index])
      }
    }
  }

  /// Cuts the parts of blocks.
  private struct Walker {
    private let words: ByteSearch
    private let body: (Utterance) -> Void
    private var file = 0
    private var bytes: [UInt8] = []
    private var zone = Zone.paragraph
    /// Of the part that is read, used again for the next.
    private var tokens: [Token] = []

    init(words: ByteSearch, body: @escaping (Utterance) -> Void) {
      self.words = words
      self.body = body
    }

    /// Markup in a quotation is quoted too.
    private var markupZone: Zone { zone == .quote ? .quote : .html }

    mutating func read(_ block: Block, in plan: Plan, zone: Zone) {
      file = block.span.file
      bytes = plan.files[file].source.bytes
      self.zone = zone
      switch block.kind {
      case .fence(let info, _):
        readInfo(info, block)
        readLines(block.content.range, zone: .fence, hidden: false)
      case .indentedCode, .frontMatter:
        readLines(block.content.range, zone: zone, hidden: false)
      case .html: readHTML(block.content.range)
      case .referenceDefinition: readLines(block.content.range, zone: zone, hidden: true)
      default: readInlines(block.inlines)
      }
    }

    private mutating func readInfo(_ info: String, _ block: Block) {
      guard info.contains(" ") else { return }
      let line = block.span.range.lowerBound..<block.content.range.lowerBound
      read(line, zone: .fence, hidden: true, startsLine: false)
    }

    private mutating func readLines(_ range: Range<Int>, zone: Zone, hidden: Bool) {
      var start = range.lowerBound
      for index in range where bytes[index] == 0x0A || bytes[index] == 0x0D {
        read(start..<index, zone: zone, hidden: hidden, startsLine: true)
        start = index + 1
      }
      read(start..<max(start, range.upperBound), zone: zone, hidden: hidden, startsLine: true)
    }

    private mutating func readHTML(_ range: Range<Int>) {
      var start = range.lowerBound
      for comment in HTMLComments.ranges(in: bytes, within: range) {
        readLines(start..<comment.lowerBound, zone: markupZone, hidden: false)
        read(HTMLComments.inside(of: comment), zone: markupZone, hidden: true, startsLine: true)
        start = comment.upperBound
      }
      readLines(start..<max(start, range.upperBound), zone: markupZone, hidden: false)
    }

    private mutating func readInlines(_ inlines: [Inline]) {
      // the visible text is one part, what stands inside it are others
      for inline in inlines {
        switch inline.kind {
        case .text: continue
        case .code: read(inline.range, zone: .code, hidden: false, startsLine: false)
        case .comment:
          read(
            HTMLComments.inside(of: inline.range), zone: markupZone, hidden: true, startsLine: false
          )
        case .linkTitle, .imageAlt:
          read(inline.range, zone: zone, hidden: true, startsLine: false)
        case .linkDestination, .html: break
        }
      }
      guard inlines.contains(where: { $0.kind == .text && words.occursAlone(in: bytes, $0.range) })
      else { return }
      let tokenizer = Tokenizer(bytes: bytes)
      for inline in inlines where inline.kind == .text {
        tokenizer.append(inline.range, spaceBefore: true, to: &tokens)
      }
      emit(zone: zone, hidden: false, startsLine: true)
    }

    private mutating func read(_ range: Range<Int>, zone: Zone, hidden: Bool, startsLine: Bool) {
      guard words.occursAlone(in: bytes, range) else { return }
      Tokenizer(bytes: bytes).append(range, spaceBefore: true, to: &tokens)
      emit(zone: zone, hidden: hidden, startsLine: startsLine)
    }

    private mutating func emit(zone: Zone, hidden: Bool, startsLine: Bool) {
      defer { tokens.removeAll(keepingCapacity: true) }
      for range in SentenceSplitter.split(tokens[...]) {
        guard let first = tokens[range].first?.range.lowerBound else { continue }
        let atStart = startsLine && (range.lowerBound == 0 || opensLine(first))
        body(
          Utterance(
            file: file, tokens: tokens[range], zone: zone, hidden: hidden, startsLine: atStart))
      }
    }

    private func opensLine(_ offset: Int) -> Bool {
      var index = offset
      while index > 0, bytes[index - 1] == 0x20 || bytes[index - 1] == 0x09 { index -= 1 }
      return index == 0 || bytes[index - 1] == 0x0A || bytes[index - 1] == 0x0D
    }
  }
}
