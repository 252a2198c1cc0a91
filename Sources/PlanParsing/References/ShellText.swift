import CheckModel

/// The command lines of a shell block.
enum ShellText {
  struct Line: Sendable, Hashable {
    /// The command with its continuation lines, without prompt.
    var command: Range<Int>
    /// A comment that ends its last line, or the output lines below it in a session with prompts.
    var remark: Range<Int>?
  }

  /// Info strings of fences that hold commands.
  static let infos: Set<String> = [
    "bash", "sh", "shell", "zsh", "console", "terminal", "fish", "powershell", "pwsh", "ps1", "bat",
    "cmd", "shell-session", "shellsession", "sh-session", "shellscript",
  ]

  /// Whether a block holds commands to run: by its info string, prompts, or nothing but command lines.
  static func isShell(info: String, _ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    let language = info.lowercased().prefix { !$0.isWhitespace && $0 != "{" && $0 != "," }
    // a script with its first line is a file's content
    if bytes.holds("#!", at: bytes.trimmed(range).lowerBound) { return false }
    if infos.contains(String(language)), definesFunction(bytes, range) { return false }
    if infos.contains(String(language)) { return true }
    guard language.isEmpty || language == "text" else { return false }
    var commands = 0
    for line in bytes.lines(in: range).prefix(40) {
      let text = bytes.trimmed(line)
      guard !text.isEmpty, bytes[text.lowerBound] != 0x23 else { continue }
      let hasPrompt = bytes.holds("$ ", at: text.lowerBound)
      if hasPrompt { return true }
      guard language.isEmpty, CommandShape.isCommand(bytes, text, askedToRun: false) else {
        return false
      }
      commands += 1
    }
    return commands > 0
  }

  /// `name() {` at the start of a line: the text of a script.
  private static func definesFunction(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    bytes.lines(in: range).contains { line in
      var offset = line.lowerBound
      while offset < line.upperBound, ASCII.isWord(bytes[offset]) || bytes[offset] == ASCII.hyphen {
        offset += 1
      }
      return offset > line.lowerBound && bytes.holds("() {", at: offset)
    }
  }

  /// The commands in order; comments, keywords and here-documents are left out.
  static func lines(_ bytes: [UInt8], _ range: Range<Int>) -> [Line] {
    let rows = bytes.lines(in: range)
    let hasPrompts = rows.contains { bytes.holds("$ ", at: bytes.trimmed($0).lowerBound) }
    var lines: [Line] = []
    var endings = HereDocumentEndings()
    var row = 0
    while row < rows.count {
      let text = bytes.trimmed(rows[row])
      row += 1
      guard !text.isEmpty else { continue }
      if bytes[text.lowerBound] == 0x23 {
        addRemark(text, to: &lines, after: bytes, text)
        continue
      }
      var start = text.lowerBound
      if bytes.holds("$ ", at: start) || bytes.holds("> ", at: start) {
        start += 2
      } else if hasPrompts {
        addOutput(text, to: &lines)
        continue
      }
      let last = end(of: start, rows, &row, bytes)
      guard isCommand(bytes, start..<last) else { continue }
      let (command, comment) = splitComment(bytes, start..<last)
      lines.append(Line(command: bytes.trimmed(command), remark: comment))
      if let word = hereDocumentWord(bytes, start..<last),
        let ending = endings.first(of: word, from: row, rows, bytes)
      {
        row = ending + 1
      }
    }
    return lines
  }

  /// A comment that speaks of a result belongs to the command above it.
  private static func addRemark(
    _ text: Range<Int>, to lines: inout [Line], after bytes: [UInt8], _ comment: Range<Int>
  ) {
    guard !lines.isEmpty, lines[lines.count - 1].remark == nil,
      ExpectedResult.announces(bytes, comment)
    else { return }
    lines[lines.count - 1].remark = text
  }

  private static func addOutput(_ text: Range<Int>, to lines: inout [Line]) {
    guard let last = lines.indices.last else { return }
    let start = lines[last].remark?.lowerBound ?? text.lowerBound
    lines[last].remark = start..<text.upperBound
  }

  /// The end of a command that goes on behind a backslash or an open quote.
  private static func end(
    of start: Int, _ rows: [Range<Int>], _ row: inout Int, _ bytes: [UInt8]
  ) -> Int {
    var quote: UInt8 = 0
    var offset = start
    var last = rows[row - 1].upperBound
    while true {
      while offset < last {
        let byte = bytes[offset]
        if byte == 0x5C {
          offset += 1
        } else if quote != 0 {
          if byte == quote { quote = 0 }
        } else if byte == 0x22 || byte == 0x27 {
          quote = byte
        } else if byte == 0x23, ASCII.isSpace(bytes.peek(offset - 1)) {
          // a comment may hold an apostrophe
          offset = last
        }
        offset += 1
      }
      let continues = quote != 0 || bytes.peek(bytes.trimmed(start..<last).upperBound - 1) == 0x5C
      guard continues, row < rows.count else { return last }
      offset = rows[row].lowerBound
      last = rows[row].upperBound
      row += 1
    }
  }

  /// `EOF` of a command with `<<EOF`.
  private static func hereDocumentWord(_ bytes: [UInt8], _ command: Range<Int>) -> ArraySlice<
    UInt8
  >? {
    guard let mark = command.first(where: { bytes.holds("<<", at: $0) }),
      bytes.peek(mark + 2) != 0x3C
    else { return nil }
    var start = mark + 2
    while [0x2D, 0x7E, 0x20, 0x22, 0x27, 0x5C].contains(bytes.peek(start)) { start += 1 }
    var end = start
    while end < command.upperBound, ASCII.isWord(bytes[end]) { end += 1 }
    return end > start ? bytes[start..<end] : nil
  }

  /// Which lines hold one word alone. They are gathered once, since a word may stand nowhere, and that for each of
  /// thousands of commands.
  private struct HereDocumentEndings {
    private var rowsByWord: [ArraySlice<UInt8>: [Int]]?

    mutating func first(
      of word: ArraySlice<UInt8>, from row: Int, _ rows: [Range<Int>], _ bytes: [UInt8]
    ) -> Int? {
      let known =
        rowsByWord ?? Dictionary(grouping: rows.indices) { bytes[bytes.trimmed(rows[$0])] }
      rowsByWord = known
      guard let all = known[word] else { return nil }
      let next = all.partition { $0 < row }
      return next < all.count ? all[next] : nil
    }
  }

  /// Not a keyword, a bracket, a bare assignment or a placeholder line.
  private static func isCommand(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    guard let first = bytes[range].split(maxSplits: 1, whereSeparator: ASCII.isSpace).first else {
      return false
    }
    let word = String(decoding: first, as: UTF8.self)
    if keywords.contains(word) || word.hasSuffix(":") { return false }
    guard let byte = first.first else { return false }
    if word.utf8.contains(ASCII.equals), first.count == bytes.trimmed(range).count { return false }
    return ASCII.isWord(byte) || byte == 0x2E || byte == 0x2F || byte == 0x7E || byte == 0x24
  }

  private static let keywords: Set<String> = [
    "if", "then", "else", "elif", "fi", "for", "while", "do", "done", "case", "esac", "function",
    "return", "in", "...", "local", "until", "select", "{", "}", "exit", "set",
  ]

  /// Cuts ` # comment` off, outside quotes.
  private static func splitComment(
    _ bytes: [UInt8], _ range: Range<Int>
  ) -> (command: Range<Int>, comment: Range<Int>?) {
    var quote: UInt8 = 0
    for offset in range {
      let byte = bytes[offset]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == 0x22 || byte == 0x27 {
        quote = byte
      } else if byte == 0x23, offset > range.lowerBound, ASCII.isSpace(bytes[offset - 1]) {
        return (range.lowerBound..<offset, offset..<range.upperBound)
      }
    }
    return (range, nil)
  }
}
