import CheckModel

/// Finds the shell commands that a plan says to run, in fences and in code spans, in document order.
struct CommandFinder {
  private let index: BlockIndex
  private let expectations: ExpectedResult
  private var found: [PlanCommand] = []

  static func commands(in plan: Plan, _ index: BlockIndex) -> [PlanCommand] {
    var finder = CommandFinder(index: index, expectations: ExpectedResult(index))
    for block in index.blocks.indices { finder.read(block) }
    return finder.found
  }

  private init(index: BlockIndex, expectations: ExpectedResult) {
    self.index = index
    self.expectations = expectations
  }

  private mutating func read(_ block: Int) {
    let bytes = index.bytes(block)
    let content = index.blocks[block].content.range
    switch index.blocks[block].kind {
    case .fence(let info, _):
      if ShellText.isShell(info: info, bytes, content), !isScript(block) { readShell(block, bytes) }
    case .indentedCode:
      if ShellText.isShell(info: "", bytes, content) { readShell(block, bytes) }
    case .heading, .paragraph, .label, .tableRow: readSpans(block, bytes)
    default: break
    }
  }

  /// Whether the words right before a fence name the script that it is the text of: `Write setup.sh:`.
  private func isScript(_ block: Int) -> Bool {
    guard block > 0, index.blocks[block - 1].kind.isText,
      let last = index.blocks[block - 1].inlines.last(where: { $0.range.count > 1 }),
      last.kind == .code || last.strong
    else { return false }
    let bytes = index.bytes(block - 1)
    let words = index.blocks[block - 1].content.range
    return Self.scripts.first(in: bytes, words) != nil
      && ReferenceAction.announced(bytes, words).map { $0 == .create || $0 == .modify } ?? false
  }

  private static let scripts = PhraseTable([".sh", ".bash", ".zsh", ".bats"], true)

  private mutating func readShell(_ block: Int, _ bytes: [UInt8]) {
    let lines = ShellText.lines(bytes, index.blocks[block].content.range)
    // what stands behind the block speaks for all its commands
    let behind = expectations.behind(block)
    for line in lines {
      let remark = line.remark.flatMap { expectations.inRemark(bytes, $0) }
      add(line.command, block, labelled: true, expected: remark ?? behind)
    }
  }

  private mutating func readSpans(_ block: Int, _ bytes: [UInt8]) {
    let content = index.blocks[block].content.range
    var commands: [(span: Range<Int>, command: Range<Int>, isLabelled: Bool)] = []
    var previous = content.lowerBound
    for inline in index.blocks[block].inlines where inline.kind == .code {
      let isLabelled = Self.asksToRun(bytes, previous..<inline.range.lowerBound)
      let command = Self.withoutPrompt(bytes, bytes.trimmed(inline.range))
      if CommandShape.isCommand(bytes, command, askedToRun: isLabelled) {
        commands.append((inline.range, command, isLabelled))
      }
      previous = inline.range.upperBound
    }
    for (number, found) in commands.enumerated() {
      // what stands between two commands may speak about either
      let start = number == 0 ? content.lowerBound : commands[number - 1].span.upperBound
      let isLast = number + 1 == commands.count
      let end = isLast ? content.upperBound : commands[number + 1].span.lowerBound
      let expected = expectations.beside(
        bytes, command: found.span, block, before: start..<found.span.lowerBound,
        after: found.span.upperBound..<max(found.span.upperBound, end), isLast: isLast)
      add(found.command, block, labelled: found.isLabelled, expected: expected)
    }
  }

  private mutating func add(
    _ range: Range<Int>, _ block: Int, labelled: Bool, expected: Range<Int>?
  ) {
    let bytes = index.bytes(block)
    let file = index.blocks[block].span.file
    found.append(
      PlanCommand(
        text: bytes.text(range), span: Span(file: file, range: range), block: block,
        labelled: labelled, expected: expected.map { Span(file: file, range: $0) },
        section: index.blocks[block].section,
        verifies: CommandShape.verifies(bytes, range)
          || expected != nil && CommandShape.inspects(bytes, range)))
  }

  private static func withoutPrompt(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    bytes.holds("$ ", at: range.lowerBound)
      ? min(range.lowerBound + 2, range.upperBound)..<range.upperBound : range
  }

  /// Whether the words before a span ask to run it: `Run:`, `run`, `execute`, `with`.
  private static func asksToRun(_ bytes: [UInt8], _ before: Range<Int>) -> Bool {
    let window = max(before.lowerBound, before.upperBound - 40)..<before.upperBound
    guard let last = runWords.last(in: bytes, window) else { return false }
    // the word must be the last but for its colon, marks and an article
    return before.upperBound - last.range.upperBound <= 12
  }

  private static let runWords = PhraseTable(
    [
      "run", "runs", "running", "execute", "command", "test command", "verify with", "check with",
      "运行", "执行", "実行", "실행", "ejecutar", "ejecuta", "executar", "exécuter", "lancer",
      "ausführen", "запустить", "chạy",
    ], true)
}
