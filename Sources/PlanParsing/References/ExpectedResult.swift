import CheckModel

/// Finds what a plan says should come out of a command.
struct ExpectedResult {
  private let index: BlockIndex

  init(_ index: BlockIndex) { self.index = index }

  /// Whether one of a table's columns is for results.
  static func hasColumn(_ bytes: [UInt8], _ header: [Range<Int>]) -> Bool {
    header.dropFirst().prefix(24).contains {
      $0.count <= 40 && columns.first(in: bytes, $0) != nil
    }
  }

  /// Whether a text speaks of a result at all.
  static func announces(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    phrases.first(in: bytes, range) != nil
  }

  /// The result in the comment or the output that follows a shell line.
  func inRemark(_ bytes: [UInt8], _ remark: Range<Int>) -> Range<Int>? {
    let text = bytes.trimmed(remark)
    guard !text.isEmpty else { return nil }
    // a comment must speak of a result; anything else is output, which is one
    if bytes[text.lowerBound] == ASCII.hash {
      return Self.announces(bytes, text) ? text : nil
    }
    return text
  }

  /// The result beside a command in running text: behind it, in the blocks that follow, or before it.
  func beside(
    _ bytes: [UInt8], command: Range<Int>, _ block: Int, before: Range<Int>, after: Range<Int>,
    isLast: Bool
  ) -> Range<Int>? {
    if case .tableRow(_, let cells) = index.blocks[block].kind {
      return inRow(bytes, cells, command, block)
    }
    if let match = Self.phrases.first(in: bytes, after) {
      return Self.withoutMarks(bytes, match.range.lowerBound..<after.upperBound)
    }
    if let told = Self.toldOfCommand(bytes, after) { return Self.withoutMarks(bytes, told) }
    if isLast, let found = behind(block) { return found }
    let words = max(before.lowerBound, before.upperBound - 160)..<before.upperBound
    // in running text the words before a command seldom speak about it
    guard index.blocks[block].parent != nil, Self.outcomes.first(in: bytes, words) != nil else {
      return nil
    }
    return Self.withoutMarks(bytes, words)
  }

  /// The command is what the sentence speaks of: "`make size` is below 2 MB", "`ls out` lists three files".
  private static func toldOfCommand(_ bytes: [UInt8], _ after: Range<Int>) -> Range<Int>? {
    var words: [Range<Int>] = []
    var offset = after.lowerBound
    // the closing backticks
    while offset < after.upperBound, bytes[offset] == ASCII.backtick { offset += 1 }
    while offset < after.upperBound, words.count < 7 {
      while offset < after.upperBound, ASCII.isSpace(bytes[offset]) || bytes[offset] == ASCII.star {
        offset += 1
      }
      let start = offset
      while offset < after.upperBound, ASCII.isLetter(bytes[offset]) { offset += 1 }
      guard offset > start else { break }
      words.append(start..<offset)
    }
    let texts = words.map { bytes.text($0).lowercased() }
    guard let verb = texts.firstIndex(where: { !fillers.contains($0) }) else { return nil }
    let isModal = texts[..<verb].contains { modals.contains($0) }
    let isVerb =
      ["is", "are", "was"].contains(texts[verb])
      || texts[verb].count > 3 && texts[verb].hasSuffix("s") && !doings.contains(texts[verb])
    guard isModal || isVerb, words[verb].upperBound + 2 < after.upperBound else { return nil }
    return words[0].lowerBound..<after.upperBound
  }

  private static let modals: Set<String> = ["must", "should", "has", "have", "needs", "will"]
  private static let fillers: Set<String> = modals.union([
    "now", "then", "still", "again", "also", "only", "just", "to", "both", "never", "always",
    "afterwards", "finally", "it", "which", "that",
  ])
  /// Verbs that tell what the command does and not what comes out; and words that end alike.
  private static let doings: Set<String> = [
    "runs", "starts", "uses", "needs", "requires", "takes", "calls", "executes", "covers",
    "checks", "builds", "tests", "creates", "installs", "opens", "lets", "helps", "does", "has",
    "this", "thus", "plus", "versus", "unless", "across", "always", "besides", "towards", "less",
    "files", "commands", "lines", "steps", "works", "changes", "fixes", "makes", "adds", "sets",
    "loads", "reads", "writes", "sends", "updates", "generates", "compiles", "formats", "deletes",
    "removes", "applies", "deploys", "pulls", "pushes", "fetches", "cases", "process", "its",
  ]

  /// Without the marks that part words from the code beside them.
  private static func withoutMarks(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    func isMark(_ byte: UInt8) -> Bool {
      ASCII.isSpace(byte) || [0x60, 0x3A, 0x2A, 0x28, 0x2D].contains(byte)
    }
    var end = range.upperBound
    while end > range.lowerBound, isMark(bytes[end - 1]) { end -= 1 }
    return bytes.trimmed(range.lowerBound..<end)
  }

  /// The result in one of the two blocks behind a block of commands.
  func behind(_ block: Int) -> Range<Int>? {
    let parent = index.blocks[block].parent
    var next = index.after(block)
    var seen = 0
    while seen < 2, next < index.blocks.count,
      index.blocks[next].span.file == index.blocks[block].span.file
    {
      switch index.blocks[next].kind {
      case .heading, .item, .table, .tableRow, .thematicBreak: return nil
      case .fence(let info, _):
        // more commands end the search
        if ShellText.isShell(info: info, index.bytes(next), index.blocks[next].content.range) {
          return nil
        }
      case .list:
        if let found = inList(next) { return found }
        return nil
      default: break
      }
      if index.blocks[next].parent != parent, !isInside(next, parent) { return nil }
      if let found = inBlock(next) { return found }
      seen += 1
      next = index.after(next)
    }
    return nil
  }

  private func isInside(_ block: Int, _ parent: Int?) -> Bool {
    guard let parent else { return index.blocks[block].parent == nil }
    return index.subtree(parent).contains(block)
  }

  /// A paragraph that speaks of a result; with a colon at its end, the block behind it belongs to it.
  private func inBlock(_ block: Int) -> Range<Int>? {
    guard index.blocks[block].kind.isText else { return nil }
    let bytes = index.bytes(block)
    let range = index.blocks[block].content.range
    let start = bytes.trimmed(range)
    let opening = start.lowerBound..<min(start.upperBound, start.lowerBound + 200)
    guard let match = Self.phrases.first(in: bytes, opening) else { return nil }
    let text = bytes.trimmed(match.range.lowerBound..<range.upperBound)
    let next = index.after(block)
    let endsInColon = text.last(where: { bytes[$0] != ASCII.star }).map { bytes[$0] == ASCII.colon }
    guard endsInColon == true, next < index.blocks.count, index.blocks[next].kind.isFence,
      index.blocks[next].span.file == index.blocks[block].span.file
    else { return text }
    return text.lowerBound..<max(text.upperBound, index.blocks[next].span.range.upperBound)
  }

  /// `- Run: …` with a nested `- Expected: …`; only a list's first lines are asked.
  private func inList(_ list: Int) -> Range<Int>? {
    for item in index.children(list).prefix(3) {
      guard let lead = index.lead(item) else { continue }
      let bytes = index.bytes(lead)
      let range = index.blocks[lead].content.range
      let opening = range.lowerBound..<min(range.upperBound, range.lowerBound + 40)
      if let match = Self.labels.first(in: bytes, opening) {
        return bytes.trimmed(match.range.lowerBound..<range.upperBound)
      }
    }
    return nil
  }

  /// The cell of a column that is called expected or result.
  private func inRow(
    _ bytes: [UInt8], _ cells: [Range<Int>], _ command: Range<Int>, _ block: Int
  ) -> Range<Int>? {
    guard let table = index.blocks[block].parent, table + 1 < index.blocks.count,
      case .tableRow(true, let header) = index.blocks[table + 1].kind
    else { return nil }
    for (column, name) in header.enumerated().prefix(24) where column < cells.count {
      guard Self.columns.first(in: bytes, name) != nil, !cells[column].isEmpty,
        !cells[column].contains(command.lowerBound)
      else { continue }
      return cells[column]
    }
    return nil
  }

  private static let labels = PhraseTable(
    ["expected", "expect", "expects", "output", "result", "should", "预期", "期待", "예상", "erwartet"],
    true)

  private static let columns = PhraseTable(
    [
      "expected", "expect", "result", "results", "output", "outcome", "passes when", "pass",
      "must see", "you see", "should see", "answer", "shows", "예상", "预期", "期待", "erwartet",
      "ergebnis", "résultat", "resultado", "结果", "結果", "결과",
    ], true)

  /// Words behind a command that say what comes out.
  private static let phrases = PhraseTable(
    [
      "expected:", "expected**:", "expected (", "expected output", "expected result:",
      "expected results:", "expected before", "expected after", "expected on", "expected to",
      "expected behavior", "expect", "expects", "should print",
      "should output", "should return",
      "should show", "should pass", "should fail", "should succeed", "should report",
      "should exit", "should be", "should see", "should contain", "should list", "should now",
      "should compile", "should build", "should still", "must pass", "must print", "must exit",
      "must be", "must succeed", "must fail", "must return", "passes", "passed", "pass", "passing",
      "succeeds",
      "succeed", "prints", "returns", "outputs", "reports", "shows", "exits", "exit code",
      "finds nothing", "comes back", "come back", "nothing to say", "you get", "you see",
      "you should see", "result:", "displays", "should display", "must show", "must display",
      "yields", "ends with",
      "is printed", "are printed", "exit status", "exit 0", "no errors", "no output", "no failures",
      "no warnings",
      "without errors", "is green", "0 errors", "0 warnings", "0 errores", "sin errores",
      "0 erreur", "sans erreur", "0 fehler", "keine fehler", "ohne fehler", "fehlerfrei",
      "0 errori", "0 erros", "sem erros", "pasan", "pasa", "réussit", "réussissent",
      "grün", "通过", "无错误", "0 错误", "没有错误", "エラーなし", "エラー0", "成功", "통과", "오류 없", "are green",
      "all green", "fails with", "fails because",
      "fails", "compiles", "is empty", "0 failures", "→", "->", "=>", "⇒", "=> ", "预期", "期待", "应该",
      "예상",
      "erwartet", "zeigt", "meldet", "endet mit", "gibt", "attendu", "affiche", "renvoie",
      "doit afficher", "se espera", "esperado", "muestra", "imprime", "devuelve", "ожидается",
      "выводит", "应显示", "应当", "应输出", "显示", "表示される", "表示する", "出力する", "成功する", "となる", "で終わる",
      "출력",
    ], true)

  /// Words before a command that say what it must show.
  private static let outcomes = PhraseTable(
    [
      "passes", "pass", "succeeds", "compiles", "compile", "should", "no errors",
      "no linting errors",
      "without errors", "is green", "are green", "green", "cleanly", "clean", "prints", "returns",
      "exits", "fails", "builds", "no type errors", "passing", "succeed", "no warnings", "exit 0",
    ], true)
}
