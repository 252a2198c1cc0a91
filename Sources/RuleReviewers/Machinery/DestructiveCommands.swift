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

  /// What is said of a download piped into a shell, which destroys nothing by itself.
  static let download = "Runs whatever the address serves at that moment."

  /// All that are told to be run, outside explaining text, quotations and finished tasks.
  static func all(in reading: PlanReading) -> [Place] {
    var found: [Place] = []
    var guarded: [Int: Bool] = [:]
    for (index, block) in reading.plan.blocks.enumerated() where block.isFence {
      guard languages.contains(block.fenceLanguage), !reading.isFinished(index),
        !reading.explains(index)
      else { continue }
      found += inFence(index, reading)
    }
    for sentence in reading.sentences where !sentence.finished && sentence.zone != .quote {
      found += inSentence(sentence, reading, &guarded)
    }
    return found
  }

  private static let languages: Set<String> = [
    "", "sh", "bash", "shell", "zsh", "console", "terminal", "fish", "sql", "psql", "postgresql",
    "postgres", "mysql", "sqlite", "powershell", "cmd", "bat",
  ]

  private static let guards = ByteSearch([
    "backup", "back up", "back-up", "backed up", ".bak", "dump", "snapshot", "confirm", "dry-run",
    "dry run", "rollback", "roll back", "restore", "revert", "stash", "staging", "scratch",
    "throwaway", "sandbox", "temporary", "disposable", "fixture", "never", "do not", "don't",
    "must not", "down migration", "clean up", "cleanup", "teardown", "tear down", "uninstall",
    "-- down", "test data", "test database", "test repo", "for testing",
  ])

  // MARK: Fences

  private static func inFence(_ index: Int, _ reading: PlanReading) -> [Place] {
    let block = reading.plan.blocks[index]
    let bytes = reading.plan.files[block.span.file].source.bytes
    var found: [Place] = []
    for line in CodeLines.ranges(of: block.content.range, in: bytes) {
      guard let why = danger(bytes[line]) else { continue }
      found.append(
        Place(span: Span(file: block.span.file, range: line), why: why, isGuarded: false))
    }
    guard !found.isEmpty,
      isGuarded(index, reading) || rebuildsTable(bytes, block.content.range)
    else { return found }
    for position in found.indices { found[position].isGuarded = true }
    return found
  }

  /// A guard stands in the fence, in the two blocks before it or the one after it.
  private static func isGuarded(_ index: Int, _ reading: PlanReading) -> Bool {
    let blocks = reading.plan.blocks
    var leaves = [index]
    var before = index - 1
    while before >= 0, leaves.count < 3, blocks[before].span.file == blocks[index].span.file {
      if blocks[before].isLeaf { leaves.append(before) }
      before -= 1
    }
    var after = index + 1
    while after < blocks.count, !blocks[after].isLeaf { after += 1 }
    if after < blocks.count, blocks[after].span.file == blocks[index].span.file {
      leaves.append(after)
    }
    if reading.block(index, isIn: .rollback) { return true }
    let bytes = reading.plan.files[blocks[index].span.file].source.bytes
    return leaves.contains { guards.occurs(in: bytes, blocks[$0].span.range) }
  }

  /// SQLite changes a table by copying it: the old one is dropped once its rows are in the new one.
  private static func rebuildsTable(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    ByteSearch(["insert into"]).occurs(in: bytes, range)
      && ByteSearch(["rename to"]).occurs(in: bytes, range)
  }

  // MARK: Code spans

  /// Code spans after "run" or "execute"; the guards of a block are looked up once.
  private static func inSentence(
    _ sentence: Sentence, _ reading: PlanReading, _ guarded: inout [Int: Bool]
  ) -> [Place] {
    let tokens = sentence.tokens
    let bytes = reading.plan.files[sentence.file].source.bytes
    var found: [Place] = []
    for index in tokens.indices where tokens[index].kind == .code {
      let before = tokens[max(tokens.startIndex, index - 3)..<index]
      let isToldToRun = before.contains { ["run", "execute", "running", "type"].contains($0.text) }
      // a step that begins with a command is that command
      let isStep = before.isEmpty && sentence.opensBlock && sentence.zone == .item
      guard isToldToRun || isStep && !reading.explains(sentence.block),
        let why = danger(bytes[tokens[index].range])
      else { continue }
      let isGuarded = guarded[sentence.block] ?? isGuarded(sentence.block, reading)
      guarded[sentence.block] = isGuarded
      found.append(
        Place(
          span: Span(file: sentence.file, range: tokens[index].range), why: why,
          isGuarded: isGuarded))
    }
    return found
  }

  // MARK: What destroys

  private static let names: WordSet = [
    "rm", "git", "terraform", "chmod", "curl", "wget", "dropdb", "mkfs", "drop", "truncate",
    "delete",
  ]

  /// What `names`, and the prompts and `sudo` before them, begin with.
  private static let starts = Array("$%>s-rgtcwdm".utf8)

  /// What the command line destroys, nil when it is harmless.
  static func danger(_ line: ArraySlice<UInt8>) -> String? {
    // most lines destroy nothing, and their words need not be cut
    guard let start = line.first(where: { !$0.isBlank }), starts.contains(start.lowercased) else {
      return nil
    }
    let parts = line.prefix(600).split(whereSeparator: \.isBlank)
    let command = parts.drop { ["$", "%", ">", "sudo", "-"].contains(Word($0)) }
    guard let name = command.first, names.contains(Word(name.lazy.map(\.lowercased))) else {
      return nil
    }
    let words = command.map { String(decoding: $0, as: UTF8.self) }
    let first = words[0]
    let lowered = words.map { $0.lowercased() }
    switch first {
    case "rm": return removal(words)
    case "git": return gitDanger(lowered)
    case "terraform" where lowered.contains("destroy"): return "Destroys the infrastructure."
    case "chmod" where lowered.contains("-r") && lowered.contains("777"):
      return "Opens all files to everybody."
    case "curl", "wget":
      guard let pipe = lowered.firstIndex(of: "|"), pipe + 1 < lowered.count else { return nil }
      let runs = lowered[(pipe + 1)...].prefix(2).contains { ["sh", "bash", "zsh"].contains($0) }
      return runs ? download : nil
    case "dropdb", "mkfs": return "Deletes the whole volume or database."
    default: return sqlDanger(lowered)
    }
  }

  private static func removal(_ words: [String]) -> String? {
    let flags = words.dropFirst().filter { $0.hasPrefix("-") }.joined().lowercased().utf8
    guard flags.contains(UInt8(ascii: "r")), flags.contains(UInt8(ascii: "f")) else { return nil }
    let targets = words.dropFirst().prefix { !["&&", "||", ";", "|"].contains($0) }
      .filter { !$0.hasPrefix("-") }
    guard !targets.isEmpty, !targets.allSatisfy(isDisposable) else { return nil }
    return "Deletes a folder with everything in it."
  }

  private static let generated = ByteSearch([
    "node_modules", "dist", "build", "target", "coverage", "cache", "__pycache__", "out", ".next",
    "tmp", "temp", "deriveddata", "venv", "obj", "output", "artifacts", "sandbox", "fixture",
    "/var/lib/apt/lists", "test", "demo", "example", "scratch",
  ])
  private static let home = ByteSearch(["$home", "${home"])

  /// Temporary and generated folders, and variables, of which only the run knows what they are.
  private static func isDisposable(_ target: String) -> Bool {
    if target.hasPrefix("$") || target.hasPrefix("\"$") || target.hasPrefix("<") {
      return !home.occurs(in: target.utf8)
    }
    return generated.occurs(in: target.utf8)
  }

  private static func gitDanger(_ words: [String]) -> String? {
    if words.contains("push"), words.contains("--force") || words.contains("-f") {
      return "Overwrites what others have pushed."
    }
    if words.contains("reset"), words.contains("--hard") { return "Throws away uncommitted work." }
    if words.contains("clean"), words.contains(where: { $0.hasPrefix("-") && $0.contains("f") }) {
      return "Deletes files that git does not know."
    }
    return nil
  }

  private static func sqlDanger(_ words: [String]) -> String? {
    switch (words[0], words.count > 1 ? words[1] : "") {
    case ("drop", "table"), ("drop", "database"), ("drop", "schema"):
      return "Drops data for good."
    case ("truncate", _) where words.count <= 4 && words.last?.hasSuffix(";") == true,
      ("truncate", "table"):
      return "Empties the table for good."
    case ("delete", "from") where !words.contains("where") && words.last?.hasSuffix(";") == true:
      return "Deletes every row of the table."
    default: return nil
    }
  }
}
