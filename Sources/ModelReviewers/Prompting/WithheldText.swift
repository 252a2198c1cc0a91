import CheckModel

/// The stretches of one file that are kept from the models: HTML comments outside code, and front matter
/// that would tell who wrote the plan, when, or how it was judged.
struct WithheldText {
  struct Stretch: Hashable {
    let kind: PromptOmission.Kind
    let range: Range<Int>
  }

  /// Ascending and disjoint.
  private(set) var stretches: [Stretch] = []

  init(plan: Plan, file: Int) {
    let bytes = plan.files[file].source.bytes
    if !plan.blocks.contains(where: { $0.span.file == file }) {
      comments(in: 0..<bytes.count, code: [], open: false, bytes)
    }
    for block in plan.blocks where block.span.file == file {
      switch block.kind {
      case .frontMatter: frontMatter(block.content.range, bytes)
      case .html: comments(in: block.span.range, code: [], open: true, bytes)
      case .paragraph, .label, .heading, .tableRow, .referenceDefinition:
        guard bytes[block.span.range].contains(UInt8(ascii: "<")) else { continue }
        let code = block.inlines.filter { $0.kind == .code }.map(\.range)
        comments(in: block.span.range, code: code, open: false, bytes)
      case .quote, .list, .item, .table, .fence, .indentedCode, .thematicBreak: break
      }
    }
    disentangle()
  }

  /// Comments of one block; `open` where one that never ends still hides the rest of the block.
  private mutating func comments(
    in range: Range<Int>, code: [Range<Int>], open: Bool, _ bytes: [UInt8]
  ) {
    var code = code[...]
    var index = range.lowerBound
    while let mark = bytes[index..<range.upperBound].firstIndex(of: UInt8(ascii: "<")),
      mark + 4 <= range.upperBound
    {
      index = mark
      while let span = code.first, span.lowerBound <= index {
        index = max(index, span.upperBound)
        code = code.dropFirst()
      }
      guard index == mark else { continue }
      guard bytes[index..<index + 4].elementsEqual("<!--".utf8) else {
        index += 1
        continue
      }
      if let end = Self.commentEnd(from: index + 2, before: range.upperBound, bytes) {
        stretches.append(Stretch(kind: .comments, range: index..<end))
        index = end
      } else {
        if open { stretches.append(Stretch(kind: .comments, range: index..<range.upperBound)) }
        return
      }
    }
  }

  /// Past the next `-->`; the search begins inside the opening mark, for `<!-->` is a whole comment.
  private static func commentEnd(from start: Int, before end: Int, _ bytes: [UInt8]) -> Int? {
    var index = start
    while index + 3 <= end {
      if bytes[index] == UInt8(ascii: "-"), bytes[index + 1] == UInt8(ascii: "-"),
        bytes[index + 2] == UInt8(ascii: ">")
      {
        return index + 3
      }
      index += 1
    }
    return nil
  }

  /// Each entry with a withheld key, and the indented or listed lines that belong to it.
  private mutating func frontMatter(_ range: Range<Int>, _ bytes: [UInt8]) {
    var withheld: Range<Int>?
    func close(_ self: inout Self) {
      if let range = withheld { self.stretches.append(Stretch(kind: .frontMatter, range: range)) }
    }
    var index = range.lowerBound
    while index < range.upperBound {
      var end = index
      while end < range.upperBound, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
      let line = bytes[index..<end]
      if let first = line.first, ![0x20, 0x09, UInt8(ascii: "-")].contains(first) {
        close(&self)
        withheld = WithheldKeys.names(line) ? index..<end : nil
      } else if let open = withheld {
        withheld = open.lowerBound..<end
      }
      index = end + 1
    }
    close(&self)
  }

  private mutating func disentangle() {
    stretches.sort { $0.range.lowerBound < $1.range.lowerBound }
    var kept: [Stretch] = []
    for stretch in stretches where stretch.range.lowerBound >= (kept.last?.range.upperBound ?? 0) {
      kept.append(stretch)
    }
    stretches = kept
  }
}

/// Front matter keys whose values would bias a reviewer.
private enum WithheldKeys {
  static let all: Set<String> = [
    "approved", "approved-by", "approver", "author", "author-model", "authors", "confidence",
    "created", "created-at", "created-by", "date", "generated-by", "generator", "last-modified",
    "last-updated", "model", "modified", "review", "reviewed", "reviewed-by", "reviewer",
    "reviewers", "score", "speccheck", "updated", "updated-at", "verdict", "written-by",
  ]

  /// Whether the line reads `key: …` with such a key; `_` and capitals do not matter.
  static func names(_ line: ArraySlice<UInt8>) -> Bool {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return false }
    let key = String(decoding: line[..<colon], as: UTF8.self).lowercased()
    return all.contains(key.split(separator: "_").joined(separator: "-"))
  }
}
