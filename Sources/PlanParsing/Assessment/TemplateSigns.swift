import CheckModel

/// How much of a text is the blanks of a template: `[FEATURE NAME]`, `<your-host>`, `{{name}}`.
struct TemplateSigns: Sendable, Hashable {
  /// Blocks of text that hold at least one blank.
  var blanks = 0
  /// Blocks of text in all.
  var blocks = 0
  /// Instructions to whoever fills it in: `ACTION REQUIRED`, `REMOVE IF UNUSED`.
  var instructions = 0

  /// Headings and blanks, but little of the author's own: a third of the text blocks are blanks, or half
  /// as many beside instructions that were never removed.
  var isTemplate: Bool {
    if blanks >= 4, blanks * 3 >= blocks { return true }
    return instructions > 0 && blanks >= 3 && blanks * 6 >= blocks
  }

  init(_ plan: Plan) {
    for block in plan.blocks {
      let bytes = plan.files[block.span.file].source.bytes
      switch block.kind {
      case .heading, .paragraph, .label, .tableRow:
        guard !block.content.range.isEmpty else { continue }
        blocks += 1
        if Self.holdsBlank(bytes, block) || Self.isNumberOnly(bytes, block)
          || block.inlines.contains(where: { Self.isBlankSpan(bytes, $0) })
        {
          blanks += 1
        }
        for inline in block.inlines where inline.kind == .comment {
          instructions += Self.instructionCount(bytes, inline.range)
        }
      case .html, .fence: instructions += Self.instructionCount(bytes, block.span.range)
      default: break
      }
    }
  }

  private static func instructionCount(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
    instructions.first(
      in: bytes, range.lowerBound..<min(range.upperBound, range.lowerBound + 4_000))
      == nil ? 0 : 1
  }

  private static let instructions = PhraseTable(
    [
      "action required", "remove if unused", "replace this", "fill this in", "replace the content",
      "delete this section", "template instructions",
    ], true)

  /// `Task 1`, `Feature 2` as all that an item says: a number where the words should be.
  private static func isNumberOnly(_ bytes: [UInt8], _ block: Block) -> Bool {
    guard block.kind == .paragraph, block.parent != nil else { return false }
    let text = bytes.trimmed(block.content.range)
    // most paragraphs do not end in a digit, and their words need not be cut
    guard let last = bytes[text].last, ASCII.isDigit(last) else { return false }
    let words = bytes[text].split(maxSplits: 2) { ASCII.isSpace($0) }
    guard words.count == 2, words[1].allSatisfy(ASCII.isDigit) else { return false }
    return ["task", "feature", "item", "step", "goal", "requirement", "criterion", "test"]
      .contains(String(decoding: words[0], as: UTF8.self).lowercased())
  }

  /// A code span that is nothing but a blank in angle brackets, `<title>`, in a document that has many.
  private static func isBlankSpan(_ bytes: [UInt8], _ inline: Inline) -> Bool {
    guard inline.kind == .code else { return false }
    let text = bytes.trimmed(inline.range)
    var inside = text
    while inside.lowerBound < inside.upperBound, bytes[inside.lowerBound] == 0x60 {
      inside = inside.lowerBound + 1..<inside.upperBound
    }
    while inside.lowerBound < inside.upperBound, bytes[inside.upperBound - 1] == 0x60 {
      inside = inside.lowerBound..<inside.upperBound - 1
    }
    guard inside.count >= 4, bytes[inside.lowerBound] == ASCII.less,
      bytes[inside.upperBound - 1] == ASCII.greater
    else { return false }
    return isAngleBlank(bytes, inside.lowerBound + 1..<inside.upperBound - 1)
  }

  /// Whether a block's text, code spans and links left out, holds a blank.
  static func holdsBlank(_ bytes: [UInt8], _ block: Block) -> Bool {
    let code = block.inlines.filter { $0.kind == .code || $0.linked || $0.kind == .comment }
    var next = 0
    var offset = block.content.range.lowerBound
    let end = block.content.range.upperBound
    while offset < end {
      guard [ASCII.leftBracket, ASCII.less, UInt8(ascii: "{")].contains(bytes[offset]) else {
        offset += 1
        continue
      }
      while next < code.count, code[next].range.upperBound <= offset { next += 1 }
      if next < code.count, code[next].range.contains(offset) {
        offset = code[next].range.upperBound
        continue
      }
      let close: UInt8
      switch bytes[offset] {
      case ASCII.leftBracket: close = ASCII.rightBracket
      case ASCII.less: close = ASCII.greater
      case UInt8(ascii: "{") where bytes.peek(offset + 1) == UInt8(ascii: "{"): return true
      default:
        offset += 1
        continue
      }
      if let stop = blankEnd(bytes, offset + 1, end, close) {
        if stop.isBlank { return true }
        offset = stop.end
      }
      offset += 1
    }
    return false
  }

  /// The end of a bracket and whether words for the author to replace stand in it.
  private static func blankEnd(
    _ bytes: [UInt8], _ start: Int, _ end: Int, _ close: UInt8
  ) -> (end: Int, isBlank: Bool)? {
    let limit = min(end, start + 240)
    var stop = start
    while stop < limit, bytes[stop] != close, bytes[stop] != ASCII.leftBracket { stop += 1 }
    guard stop < limit, bytes[stop] == close, stop > start else { return nil }
    let next = bytes.peek(stop + 1)
    // links, reference links, footnotes
    if close == ASCII.rightBracket,
      next == ASCII.leftParenthesis || next == ASCII.leftBracket
        || next == ASCII.colon && !ASCII.isSpace(bytes.peek(stop + 2)) || bytes[start] == 0x5E
    {
      return (stop, false)
    }
    let inside = start..<stop
    if close == ASCII.greater { return (stop, isAngleBlank(bytes, inside)) }
    return (stop, isBracketBlank(bytes, inside))
  }

  /// `[FEATURE NAME]`, `[e.g., …]`, `[###-name]`, `[describe the …]`; not `[x]`, `[P]`, `[US1]`, `[0, 1]`.
  private static func isBracketBlank(_ bytes: [UInt8], _ inside: Range<Int>) -> Bool {
    if bytes[inside.lowerBound] == ASCII.hash { return inside.count > 1 }
    if bytes.holds("needs clarification", at: inside.lowerBound) { return false }
    if bytes.holds("e.g.", at: inside.lowerBound) { return true }
    let words = bytes[inside].split { ASCII.isSpace($0) }
    guard let first = words.first,
      first.allSatisfy({ ASCII.isLetter($0) || $0 == ASCII.hyphen || $0 == ASCII.slash })
    else {
      return false
    }
    let isCapitals = bytes[inside].allSatisfy {
      ASCII.isUpper($0) || ASCII.isSpace($0) || [0x2D, 0x5F, 0x2F].contains($0)
    }
    if isCapitals { return inside.count >= 4 && !isState(bytes, inside) }
    return words.count >= 2 && !bytes[inside].contains { [0x3D, 0x28, 0x22, 0x2C].contains($0) }
      || words.count >= 4
  }

  /// `[DONE]`, `[BLOCKED]`: what has become of a task.
  private static func isState(_ bytes: [UInt8], _ inside: Range<Int>) -> Bool {
    states.match(bytes, at: inside.lowerBound, before: inside.upperBound)?.range == inside
  }
  private static let states = PhraseTable(
    [
      "done", "completed", "complete", "finished", "merged", "shipped", "closed", "skipped", "skip",
      "pending", "blocked", "started", "optional", "parallel", "in progress", "open", "deferred",
    ], true)

  /// `<your-host>`, `<feature name>`; not `<T>`, `<div>` or an address.
  private static func isAngleBlank(_ bytes: [UInt8], _ inside: Range<Int>) -> Bool {
    // letters outside ASCII are nobody's tag or type
    if bytes[inside].contains(where: { $0 >= 0x80 }) { return true }
    guard ASCII.isLetter(bytes[inside.lowerBound]) else { return false }
    if bytes.holds("your", at: inside.lowerBound) || bytes.holds("insert", at: inside.lowerBound) {
      return true
    }
    let words = bytes[inside].split { ASCII.isSpace($0) }
    return words.count >= 2
      && bytes[inside].allSatisfy { ASCII.isLetter($0) || ASCII.isSpace($0) || $0 == ASCII.hyphen }
  }
}
