import CheckModel

/// Finds commands that destroy work or data where nothing around them guards it.
enum DestructiveCommands {
  /// A command that destroys, with what it does.
  struct Place: Sendable {
    var span: Span
    var why: String
    /// A backup, a dry run or a way back is spoken of around it.
    var isGuarded: Bool
  }

  /// All that are told to be run, outside explaining text, quotations and finished tasks.
  static func all(in reading: PlanReading) -> [Place] {
    var targets = UnmentionedTargets(reading)
    var found: [Place] = []
    for (index, block) in reading.plan.blocks.enumerated() where block.isFence {
      guard languages.contains(block.fenceLanguage), !reading.isFinished(index),
        !reading.explains(index)
      else { continue }
      found += inFence(index, reading, &targets)
    }
    for position in reading.sentences.indices {
      let sentence = reading.sentences[position]
      guard !sentence.finished, sentence.zone != .quote else { continue }
      found += inSentence(position, reading, &targets)
    }
    return found
  }

  private static let languages: Set<String> = [
    "", "sh", "bash", "shell", "zsh", "console", "terminal", "fish", "sql", "psql", "postgresql",
    "postgres", "mysql", "sqlite", "powershell", "cmd", "bat",
  ]

  /// What is at stake is kept elsewhere, looked at first, or not to be destroyed at all.
  private static let keeping = ByteSearch([
    "backup", "back up", "back-up", "backed up", ".bak", "pg_dump", "dump", "snapshot", "archive",
    "dry-run", "dry run", "rollback", "roll back", "restore", "revert", "stash", "down migration",
    "-- down", "confirm that", "confirm with",
    "confirm before", "after confirm", "and confirm", "ask before", "ask the user",
  ])
  /// The same of what the plan has not spoken of before: other ways back are ways from something else.
  private static let copying = ByteSearch([
    "backup", "back up", "back-up", "backed up", ".bak", "dump the", "dump of", "pg_dump",
    "mysqldump",
    "dump it", "dump them", "snapshot of", "snapshot the", "a snapshot", "archive the",
    "archive of",
    "stash", "dry-run", "dry run", "confirm that", "confirm with", "confirm before",
    "after confirm",
    "and confirm", "ask before", "ask the user",
  ])
  /// It is not to be run; said of something else in every other sentence.
  private static let forbidding = ByteSearch(["never", "do not", "don't", "must not"])
  /// Nothing of worth is there.
  private static let worthless = ByteSearch([
    "staging", "scratch", "throwaway", "sandbox", "temporary", "disposable", "fixture", "clean up",
    "cleanup", "teardown", "uninstall", "test data", "test database", "test repo",
    "for testing", "local database", "dev database", "reproduc",
  ])

  // MARK: Fences

  private static func inFence(
    _ index: Int, _ reading: PlanReading, _ targets: inout UnmentionedTargets
  ) -> [Place] {
    let block = reading.plan.blocks[index]
    let bytes = reading.plan.files[block.span.file].source.bytes
    let isSQL = block.fenceLanguage.contains("sql")
    var found: [Place] = []
    let lines = CodeLines.ranges(of: block.content.range, in: bytes)
    for (position, line) in lines.enumerated() {
      guard let why = Destruction.of(bytes[line], isWhole: false),
        !(isSQL && isNarrowed(lines, after: position, bytes))
      else { continue }
      found.append(
        Place(span: Span(file: block.span.file, range: line), why: why, isGuarded: false))
    }
    guard !found.isEmpty else { return [] }
    let destroying = Set(found.map(\.span.range))
    let harmless = lines.filter { !destroying.contains($0) }
    let isRebuilt = rebuildsTable(bytes, block.content.range)
    for position in found.indices {
      let isUnmentioned = targets.isUnmentioned(found[position].span)
      found[position].isGuarded =
        isRebuilt || isGuarded(fence: index, harmless, isUnmentioned: isUnmentioned, reading)
    }
    return found
  }

  /// The statement goes on with a WHERE.
  private static func isNarrowed(
    _ lines: [Range<Int>], after position: Int, _ bytes: [UInt8]
  ) -> Bool {
    guard bytes[lines[position]].last != UInt8(ascii: ";"), position + 1 < lines.count else {
      return false
    }
    return CodeLines.words(bytes, lines[position + 1], most: 1) == ["where"]
  }

  /// Something is kept by another line of the fence, in the two blocks before it or the one after it; or the fence
  /// and the block before it are about something without worth.
  private static func isGuarded(
    fence index: Int, _ harmless: [Range<Int>], isUnmentioned: Bool, _ reading: PlanReading
  ) -> Bool {
    let blocks = reading.plan.blocks
    if !isUnmentioned, reading.block(index, isIn: .rollback) { return true }
    let keeping = isUnmentioned ? copying : self.keeping
    let bytes = reading.plan.files[blocks[index].span.file].source.bytes
    let around = neighbors(of: index, blocks).filter { near in
      near != index && blocks[near].section == blocks[index].section
        && (!blocks[near].isFence || languages.contains(blocks[near].fenceLanguage))
    }
    let near = around.map { blocks[$0].span.range }
    let before = around.last { $0 < index }.map { [blocks[$0].span.range] } ?? []
    return (harmless + near).contains { keeping.occurs(in: bytes, $0) }
      || (harmless + before).contains {
        worthless.occurs(in: bytes, $0) || forbidding.occurs(in: bytes, $0)
      }
  }

  /// The two leaf blocks before a block, itself, and the one after it, of its file.
  private static func neighbors(of index: Int, _ blocks: [Block]) -> [Int] {
    var leaves = [index]
    var before = index - 1
    while before >= 0, leaves.count < 3, blocks[before].span.file == blocks[index].span.file {
      if blocks[before].isLeaf { leaves.insert(before, at: 0) }
      before -= 1
    }
    var after = index + 1
    while after < blocks.count, !blocks[after].isLeaf { after += 1 }
    if after < blocks.count, blocks[after].span.file == blocks[index].span.file {
      leaves.append(after)
    }
    return leaves
  }

  /// SQLite changes a table by copying it: the old one is dropped once its rows are in the new one.
  private static func rebuildsTable(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    ByteSearch(["insert into"]).occurs(in: bytes, range)
      && ByteSearch(["rename to"]).occurs(in: bytes, range)
  }

  // MARK: Code spans

  /// Code spans that the sentence tells to run.
  private static func inSentence(
    _ position: Int, _ reading: PlanReading, _ targets: inout UnmentionedTargets
  ) -> [Place] {
    let sentence = reading.sentences[position]
    let bytes = reading.plan.files[sentence.file].source.bytes
    var found: [Place] = []
    for index in sentence.tokens.indices where sentence.tokens[index].kind == .code {
      let range = sentence.tokens[index].range
      guard let why = Destruction.of(bytes[range], isWhole: true),
        isToldToRun(index, sentence, reading)
      else { continue }
      let span = Span(file: sentence.file, range: range)
      found.append(
        Place(
          span: span, why: why,
          isGuarded: isGuarded(
            range, sentence: position, isUnmentioned: targets.isUnmentioned(span), reading)))
    }
    return found
  }

  private static let running: WordSet = [
    "run", "execute", "running", "executing", "use", "do", "type", "issue", "enter", "invoke",
    "call",
    "launch",
    "rerun",
  ]
  /// Beside an order these hand over a command.
  private static let handing: WordSet = ["with", "via", "using", "by", "through", "then", "and"]
  /// Verbs that open an order to destroy, besides those that open other orders.
  private static let clearing: WordSet = [
    "clear", "wipe", "reset", "purge", "force", "empty", "nuke", "undo", "discard", "destroy",
    "tear", "truncate", "overwrite", "force-push", "bring", "get", "free", "finally", "afterwards",
    "then", "next", "now", "first", "lastly", "prune", "erase", "reinstall", "bootstrap", "make",
  ]
  /// The command is spoken about: it is refused, looked for, or an example.
  private static let about: WordSet = [
    "not", "never", "don't", "without", "avoid", "reject", "rejects", "rejected", "block", "blocks",
    "blocked", "deny", "denies", "denied", "forbid", "forbids", "forbidden", "prevent", "prevents",
    "detect", "detects", "flag", "flags", "warn", "warns", "refuse", "refuses", "instead", "like",
    "e.g", "example", "dangerous", "destructive", "no", "rather", "contains", "matches", "guard",
    "guards", "prohibit", "prohibits", "disallow", "unlike", "fails", "equivalent", "cannot",
    "prompts", "asks", "if", "whether", "replaces", "replace",
  ]

  /// Behind the command these make it the subject of a statement.
  private static let linking: WordSet = [
    "is", "are", "was", "were", "would", "gets", "stays", "must",
  ]

  private static func isToldToRun(
    _ index: Int, _ sentence: Sentence, _ reading: PlanReading
  ) -> Bool {
    let tokens = sentence.tokens
    let before = tokens[tokens.startIndex..<index]
    if before.contains(where: { about.contains($0.text) }) { return false }
    if before.suffix(3).contains(where: { running.contains($0.text) }) { return true }
    guard !reading.explains(sentence.block) else { return false }
    // a step that is a command, after its number or label
    if index + 1 < tokens.endIndex, linking.contains(tokens[index + 1].text) {
      let next = index + 2 < tokens.endIndex ? tokens[index + 2].text : ""
      return reading.unit(holding: sentence.span) != nil
        && ["executed", "run", "issued"].contains(next)
    }
    guard let opening = before.first(where: { $0.kind == .word && !$0.text.last.isDigit }) else {
      return sentence.opensBlock && (sentence.zone == .item || sentence.binding)
    }
    let isOrder = Vocabulary.imperatives.contains(opening.text) || clearing.contains(opening.text)
    let last = before[before.endIndex - 1]
    if last.text == ":" { return sentence.zone == .item || sentence.binding || isOrder }
    // in a step also what is told: "old sessions go with `…`"
    let isStep = sentence.zone == .item && reading.unit(holding: sentence.span) != nil
    return (isOrder || isStep && handing.contains(last.text))
      && (handing.contains(last.text) || clearing.contains(last.text) || last.kind == .symbol)
  }

  /// The sentence or one beside it in its block keeps what is at stake, or the sentence itself is about something
  /// without worth; a list that forbids what it lists says so in the line above it.
  private static func isGuarded(
    _ command: Range<Int>, sentence position: Int, isUnmentioned: Bool, _ reading: PlanReading
  ) -> Bool {
    let sentences = reading.sentences
    let own = sentences[position]
    if !isUnmentioned, reading.block(own.block, isIn: .rollback) { return true }
    let keeping = isUnmentioned ? copying : self.keeping
    let bytes = reading.plan.files[own.file].source.bytes
    let range = own.span.range
    // what the command itself is called keeps nothing
    let around = [range.lowerBound..<command.lowerBound, command.upperBound..<range.upperBound]
    if around.contains(where: {
      keeping.occurs(in: bytes, $0) || worthless.occurs(in: bytes, $0)
        || forbidding.occurs(in: bytes, $0)
    }) {
      return true
    }
    let near = sentences.indices[max(0, position - 2)..<min(sentences.count, position + 2)]
    if near.contains(where: {
      $0 != position && sentences[$0].block == own.block
        && keeping.occurs(in: bytes, sentences[$0].span.range)
    }) {
      return true
    }
    guard own.zone == .item,
      let above = neighbors(of: own.block, reading.plan.blocks).last(where: { $0 < own.block })
    else { return false }
    // its end, since the command may be one of thousands below a long block
    let line = reading.plan.blocks[above].content.range.suffix(2_000)
    return keeping.occurs(in: bytes, line)
      || endsInColon(line, bytes) && forbidding.occurs(in: bytes, line)
  }

  private static func endsInColon(_ line: Range<Int>, _ bytes: [UInt8]) -> Bool {
    bytes[line].last { !$0.isBlank && $0 != UInt8(ascii: "*") } == UInt8(ascii: ":")
  }
}
