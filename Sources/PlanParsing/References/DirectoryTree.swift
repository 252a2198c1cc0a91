import CheckModel

/// A folder tree drawn with `├──` and `└──`, read back into paths.
enum DirectoryTree {
  struct Entry: Sendable, Hashable {
    /// All folders above it, joined by slashes.
    var path: String
    /// The bytes of its own name.
    var range: Range<Int>
    /// From a comment such as `# new`.
    var action: Reference.Action?
  }

  /// Whether the text draws a tree; looks at the first lines only.
  static func isTree(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    var branches = 0
    var offset = range.lowerBound
    let end = min(range.upperBound, range.lowerBound + 4_000, bytes.count)
    while offset + 2 < end {
      if isBranch(bytes, offset) { branches += 1 }
      if branches > 1 { return true }
      offset += 1
    }
    return branches > 0 && range.count < 200
  }

  /// The files of the tree; folders only where nothing stands below them.
  static func entries(_ bytes: [UInt8], _ range: Range<Int>) -> [Entry] {
    var rows: [(depth: Int, name: Range<Int>, comment: Range<Int>)] = []
    for line in bytes.lines(in: range) {
      if let row = row(bytes, line) { rows.append(row) }
    }
    var entries: [Entry] = []
    var folders: [(depth: Int, path: String)] = []
    for (number, row) in rows.enumerated() {
      while let last = folders.last, last.depth >= row.depth { folders.removeLast() }
      let name = bytes.text(
        row.name.lowerBound..<min(row.name.upperBound, row.name.lowerBound + 401))
      let isParent = number + 1 < rows.count && rows[number + 1].depth > row.depth
      let above = folders.last?.path ?? ""
      // longer ones are no paths, and joining them again and again would cost too much
      guard above.utf8.count + row.name.count <= 400 else { continue }
      let path = above + name
      if isParent {
        let folder = name.hasSuffix("/") ? path : path + "/"
        folders.append((row.depth, name == "." || name == "./" ? "" : folder))
        continue
      }
      guard PathShape(Array(path.utf8), 0..<path.utf8.count, in: .code) != nil else { continue }
      let action = ReferenceAction.remark(
        bytes, after: row.name.upperBound, before: row.comment.upperBound)
      entries.append(
        Entry(path: path, range: row.name, action: action ?? comment(bytes, row.comment)))
    }
    return entries
  }

  private static func comment(_ bytes: [UInt8], _ range: Range<Int>) -> Reference.Action? {
    let start = bytes[range].firstIndex { ASCII.isWord($0) || $0 >= 0xE3 } ?? range.upperBound
    guard start < range.upperBound else { return nil }
    return marks.match(bytes, at: start, before: range.upperBound)?.value
  }

  private static let marks = PhraseTable<Reference.Action>([
    ("new", .create), ("create", .create), ("created", .create), ("add", .create),
    ("added", .create), ("modify", .modify), ("modified", .modify), ("update", .modify),
    ("updated", .modify), ("edit", .modify), ("change", .modify), ("changed", .modify),
    ("delete", .delete), ("deleted", .delete), ("remove", .delete), ("removed", .delete),
    ("existing", .read), ("unchanged", .read), ("新增", .create), ("新建", .create), ("修改", .modify),
  ])

  /// `├`, `└` in UTF-8, or `+--`, `|--`, `` `-- ``.
  private static func isBranch(_ bytes: [UInt8], _ offset: Int) -> Bool {
    if bytes[offset] == 0xE2, bytes.peek(offset + 1) == 0x94 {
      return bytes.peek(offset + 2) == 0x9C || bytes.peek(offset + 2) == 0x94
    }
    return [0x2B, 0x7C, 0x60].contains(bytes[offset]) && bytes.peek(offset + 1) == 0x2D
      && bytes.peek(offset + 2) == 0x2D
  }

  /// The name of a line with the columns before it as its depth; nil for lines without a name.
  private static func row(
    _ bytes: [UInt8], _ line: Range<Int>
  ) -> (depth: Int, name: Range<Int>, comment: Range<Int>)? {
    var offset = line.lowerBound
    var depth = 0
    while offset < line.upperBound {
      let byte = bytes[offset]
      if byte == 0xE2, bytes.peek(offset + 1) == 0x94 || bytes.peek(offset + 1) == 0x95 {
        offset += 3
      } else if byte == 0xC2, bytes.peek(offset + 1) == 0xA0 {
        offset += 2
      } else if ASCII.isSpace(byte) || [0x7C, 0x2B, 0x60, 0x2D].contains(byte) {
        offset += 1
      } else {
        break
      }
      depth += 1
    }
    guard offset < line.upperBound, bytes[offset] != 0x23 else { return nil }
    var end = offset
    while end < line.upperBound, !ASCII.isSpace(bytes[end]) { end += 1 }
    while end > offset, [0x3A, 0x2C].contains(bytes[end - 1]) { end -= 1 }
    guard end > offset else { return nil }
    return (depth, offset..<end, end..<line.upperBound)
  }
}
