import CheckModel
import YAML

/// YAML between `---` lines at the very start of a file.
struct FrontMatter {
  /// Longer front matter is prose between rules.
  static let lineLimit = 400

  /// The 1-based lines it takes, marks included; nil when there is none.
  private(set) var lines: ClosedRange<Int>?
  private(set) var entries: [FrontMatterEntry] = []
  private(set) var block: Block?
  private(set) var oddities: [ParseOddity] = []

  init(_ source: SourceText, file: Int) {
    guard Self.isMark(source, 1, ["---"]) else { return }
    let last = min(source.lineCount, Self.lineLimit)
    guard last >= 2,
      let end = (2...last).first(where: { Self.isMark(source, $0, ["---", "..."]) }),
      Self.startsWithKey(source, before: end)
    else { return }
    lines = 1...end
    let start = source.byteOrderMarkLength
    let span = Span(file: file, range: start..<source.lineRange(end).upperBound)
    let content = source.lineRange(2).lowerBound..<source.lineRange(end).lowerBound
    block = Block(
      kind: .frontMatter, span: span,
      content: Span(
        file: file, range: content.lowerBound..<max(content.lowerBound, content.upperBound)))
    read(source, content, file: file, span: span)
  }

  private mutating func read(_ source: SourceText, _ content: Range<Int>, file: Int, span: Span) {
    do {
      let scalars = try YAMLScalars.read(Array(source.bytes[content]))
      entries = scalars.map { scalar in
        let line = source.lineRange(min(source.lineCount, scalar.line + 1))
        return FrontMatterEntry(
          key: scalar.key, value: scalar.value, span: Span(file: file, range: line))
      }
    } catch {
      oddities.append(ParseOddity(kind: .unreadableFrontMatter, span: span))
    }
  }

  private static func isMark(_ source: SourceText, _ line: Int, _ marks: [String]) -> Bool {
    var range = source.lineRange(line)
    if line == 1 {
      range = source.byteOrderMarkLength..<max(source.byteOrderMarkLength, range.upperBound)
    }
    while range.upperBound > range.lowerBound, source.bytes[range.upperBound - 1].isBlank {
      range = range.lowerBound..<range.upperBound - 1
    }
    return marks.contains { source.bytes[range].elementsEqual($0.utf8) }
  }

  /// The first line that is neither blank nor a comment reads `key:`.
  private static func startsWithKey(_ source: SourceText, before end: Int) -> Bool {
    for line in 2..<end {
      let bytes = source.bytes[source.lineRange(line)]
      guard let first = bytes.first(where: { !$0.isBlank }), first != ASCII.hash else { continue }
      guard let colon = bytes.firstIndex(of: ASCII.colon) else { return false }
      let key = bytes[bytes.startIndex..<colon]
      return key.allSatisfy { $0.isWord || $0 == ASCII.hyphen || $0 == ASCII.underscore }
        && !key.isEmpty && (colon + 1 == bytes.endIndex || bytes[colon + 1].isBlank)
    }
    return false
  }
}
