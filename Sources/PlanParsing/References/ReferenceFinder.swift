import CheckModel

/// Finds the paths, symbols, commands and urls that a plan names, in document order.
struct ReferenceFinder {
  private let index: BlockIndex
  private let commands: [PlanCommand]
  private let actions: ContextActions
  private var found: [Reference] = []

  /// The plan's references; `plan.commands` is filled already, each becomes one of them.
  static func references(in plan: Plan, _ index: BlockIndex) -> [Reference] {
    var finder = ReferenceFinder(
      index: index, commands: plan.commands, actions: ContextActions(index))
    finder.walk()
    return finder.found
  }

  private init(index: BlockIndex, commands: [PlanCommand], actions: ContextActions) {
    self.index = index
    self.commands = commands
    self.actions = actions
  }

  private mutating func walk() {
    var command = 0
    for block in index.blocks.indices {
      let first = command
      while command < commands.count, commands[command].block <= block { command += 1 }
      let own = commands[first..<command]
      let before = found.count
      switch index.blocks[block].kind {
      case .heading, .paragraph, .label, .tableRow: readText(block, own)
      case .fence(let info, _): readFence(block, info: info, own)
      case .indentedCode: readFence(block, info: "", own)
      default: break
      }
      for command in own { add(command) }
      if found.count - before > 1 { found[before...].sort { $0.span < $1.span } }
    }
  }

  // MARK: Running text

  private mutating func readText(_ block: Int, _ commands: ArraySlice<PlanCommand>) {
    let bytes = index.bytes(block)
    var rest = commands
    var prose = 0..<0
    for inline in index.blocks[block].inlines {
      if inline.kind == .text {
        // a bracket that opens no link parts the runs, not the words
        if inline.range.lowerBound == prose.upperBound, !prose.isEmpty {
          prose = prose.lowerBound..<inline.range.upperBound
          continue
        }
        readProse(bytes, prose, block)
        prose = inline.range
      } else if inline.kind == .linkDestination {
        readDestination(bytes, inline.range, block)
      } else if inline.kind == .code {
        while let first = rest.first, first.span.range.upperBound <= inline.range.lowerBound {
          rest.removeFirst()
        }
        if let command = rest.first, command.span.range.overlaps(inline.range) {
          var folder = ShellFolder()
          readCommandLine(bytes, command, block, &folder)
        } else {
          readCode(bytes, inline.range, block)
        }
      }
    }
    readProse(bytes, prose, block)
  }

  private mutating func readCode(_ bytes: [UInt8], _ range: Range<Int>, _ block: Int) {
    let span = bytes.trimmed(range)
    guard !span.isEmpty else { return }
    if let url = URLShape.url(bytes, at: span.lowerBound, before: span.upperBound) {
      add(.url, url, block, .mention)
    } else if !bytes[span].contains(where: ASCII.isSpace) {
      if let path = PathShape(bytes, span, in: .code) {
        add(path, bytes, block)
      } else if let name = SymbolShape.name(bytes, span) {
        add(.symbol, name, block, .mention)
      }
    } else if let name = SymbolShape.name(bytes, span) {
      add(.symbol, name, block, .mention)
    } else {
      for word in Self.words(bytes, span) {
        if let path = PathShape(bytes, word, in: .prose) { add(path, bytes, block) }
      }
    }
  }

  private mutating func readProse(_ bytes: [UInt8], _ range: Range<Int>, _ block: Int) {
    guard !range.isEmpty else { return }
    var offset = range.lowerBound
    let end = min(range.upperBound, bytes.count)
    while offset < end {
      guard Self.isNameByte(bytes[offset]) else {
        offset += 1
        continue
      }
      if let url = URLShape.url(bytes, at: offset, before: end) {
        add(.url, url, block, .mention)
        offset = url.upperBound
        continue
      }
      var stop = offset
      var hasMark = false
      while stop < end, Self.isNameByte(bytes[stop]) {
        hasMark = hasMark || bytes[stop] == 0x2F || bytes[stop] == 0x2E
        stop += 1
      }
      if hasMark || stop - offset >= 8, let path = PathShape(bytes, offset..<stop, in: .prose) {
        add(path, bytes, block)
      }
      offset = stop
    }
  }

  private mutating func readDestination(_ bytes: [UInt8], _ range: Range<Int>, _ block: Int) {
    guard let first = bytes[range.clamped(to: 0..<bytes.count)].first, first != 0x23 else { return }
    if let url = URLShape.url(bytes, at: range.lowerBound, before: range.upperBound) {
      add(.url, url, block, .mention)
    } else if let path = PathShape(bytes, range, in: .code) {
      var reference = reference(.path, path.range, block, .read)
      reference.lines = path.lines
      found.append(reference)
    }
  }

  // MARK: Code blocks

  private mutating func readFence(
    _ block: Int, info: String, _ commands: ArraySlice<PlanCommand>
  ) {
    let bytes = index.bytes(block)
    let content = index.blocks[block].content.range
    if DirectoryTree.isTree(bytes, content) {
      let context = actions.action(of: block)
      for entry in DirectoryTree.entries(bytes, content) {
        var reference = reference(.path, entry.range, block, entry.action ?? context ?? .mention)
        reference.text = entry.path
        found.append(reference)
      }
      return
    }
    if !commands.isEmpty {
      var folder = ShellFolder()
      for command in commands { readCommandLine(bytes, command, block, &folder) }
      return
    }
    let isDiff = info.hasPrefix("diff") || info.hasPrefix("patch")
    for line in bytes.lines(in: content) {
      if isDiff, let path = Self.diffPath(bytes, line) {
        add(.path, path, block, .modify)
        continue
      }
      guard bytes[line].contains(0x2F) else { continue }
      for word in Self.words(bytes, line) where bytes[word].contains(0x2F) {
        if let path = PathShape(bytes, word, in: .fence), !Self.isRelative(bytes, path.range) {
          var reference = reference(.path, path.range, block, .mention)
          reference.lines = path.lines
          found.append(reference)
        }
      }
    }
  }

  /// The file of `+++ b/src/a.swift`.
  private static func diffPath(_ bytes: [UInt8], _ line: Range<Int>) -> Range<Int>? {
    guard bytes.holds("+++ ", at: line.lowerBound) else { return nil }
    var start = line.lowerBound + 4
    if bytes.holds("b/", at: start) { start += 2 }
    return PathShape(bytes, start..<max(start, line.upperBound), in: .fence)?.range
  }

  /// Imports in code are relative to a file that we do not know.
  private static func isRelative(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    bytes[range.lowerBound] == 0x2E && [0x2F, 0x2E].contains(bytes.peek(range.lowerBound + 1))
  }

  /// The paths of a command line, seen from the folder that `cd` before it went to.
  private mutating func readCommandLine(
    _ bytes: [UInt8], _ command: PlanCommand, _ block: Int, _ folder: inout ShellFolder
  ) {
    for part in CommandShape.parts(bytes, command.span.range) {
      let words = Self.words(bytes, part)
      guard let tool = words.first else { continue }
      let verb = bytes.text(tool)
      if verb == "cd" {
        folder.enter(words.count > 1 ? bytes.text(words[1]) : "~")
        continue
      }
      for (position, word) in words.enumerated() {
        guard bytes[word.lowerBound] != 0x2D, let path = PathShape(bytes, word, in: .code) else {
          continue
        }
        let action = Self.action(
          of: verb, atTool: position == 0, last: position == words.count - 1,
          redirected: position > 0 && bytes[words[position - 1].upperBound - 1] == 0x3E)
        var reference = reference(.path, path.range, block, action)
        reference.lines = path.lines
        // where the shell stands is unknown, so nothing can be said about the file
        if let text = folder.path(to: reference.text) {
          reference.text = text
        } else {
          reference.action = .mention
        }
        found.append(reference)
      }
    }
  }

  /// What a shell tool does with the path that is its argument.
  private static func action(
    of tool: String, atTool: Bool, last: Bool, redirected: Bool
  ) -> Reference.Action {
    if redirected { return .create }
    switch tool {
    case "touch", "mkdir": return .create
    case "rm", "rmdir", "unlink": return .delete
    case "mv", "cp", "ln", "rsync":
      if last { return .create }
      return tool == "mv" ? .delete : .read
    case "cat", "ls", "head", "tail", "grep", "rg", "wc", "sed", "diff", "less", "stat":
      return .read
    case "git": return .mention
    default: return atTool || CommandShape.isTool(tool) ? .run : .mention
    }
  }

  // MARK: Words and values

  /// The words between white space, quotes, brackets and commas of a code line.
  private static func words(_ bytes: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var start: Int?
    for offset in range.clamped(to: 0..<bytes.count) {
      let byte = bytes[offset]
      let isBreak: Bool
      switch byte {
      case 0x22, 0x27, 0x60, 0x3B, 0x3D: isBreak = true  // " ' ` ; =
      default: isBreak = ASCII.isSpace(byte)
      }
      if isBreak {
        if let first = start { words.append(first..<offset) }
        start = nil
      } else if start == nil {
        start = offset
      }
    }
    if let first = start { words.append(first..<min(range.upperBound, bytes.count)) }
    return words
  }

  /// Bytes that a path in running text may hold; letters of other scripts end it.
  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x2F, 0x2E, 0x2D, 0x2B, 0x40, 0x7E, 0x2A, 0x24: true  // / . - + @ ~ * $
    case 0x28, 0x29, 0x5B, 0x5D, 0x7B, 0x7D, 0x3A, 0x23: true  // ( ) [ ] { } : #
    default: ASCII.isWord(byte)
    }
  }

  private func reference(
    _ kind: Reference.Kind, _ range: Range<Int>, _ block: Int, _ action: Reference.Action
  ) -> Reference {
    let file = index.blocks[block].span.file
    return Reference(
      kind: kind, text: index.bytes(of: file).text(range), span: Span(file: file, range: range),
      action: action, section: index.blocks[block].section)
  }

  private mutating func add(
    _ kind: Reference.Kind, _ range: Range<Int>, _ block: Int, _ action: Reference.Action
  ) {
    found.append(reference(kind, range, block, action))
  }

  private mutating func add(_ path: PathShape, _ bytes: [UInt8], _ block: Int) {
    let clause = actions.clause(of: path.range, block, bytes)
    let action = ReferenceAction.action(
      bytes, clause: clause, name: path.range, context: actions.action(of: block))
    var reference = reference(.path, path.range, block, action)
    reference.lines = path.lines
    found.append(reference)
  }

  private mutating func add(_ command: PlanCommand) {
    var reference = reference(.command, command.span.range, command.block, .run)
    reference.text = command.text
    found.append(reference)
  }
}
