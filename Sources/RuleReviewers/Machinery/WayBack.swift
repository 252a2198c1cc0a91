import CheckModel

/// Finds where a plan says how a change of data or of a running system is undone.
enum WayBack {
  /// The first place that says it: a section or label of that meaning, words or code, or a sentence about what to do
  /// when it goes wrong.
  static func place(in reading: PlanReading) -> Span? {
    inSections(reading)
      ?? first(ways, in: reading.plan) { bytes, hit, line in
        !isTakenAway(bytes, hit.lowerBound) && !isOfProduct(bytes, hit, line)
          && !isEmptied(bytes, hit.upperBound)
          // what a heading promises stands below it
          && bytes[line].first { !$0.isBlank } != UInt8(ascii: "#")
      } ?? inWords(reading)
  }

  // MARK: Sections

  private static func inSections(_ reading: PlanReading) -> Span? {
    let plan = reading.plan
    let sections = Set(
      plan.sections.indices.filter { index in
        plan.sections[index].roles.contains {
          $0.role == .rollback && !$0.inherited && $0.weight >= 0.5
        }
      })
    let said = reading.sentences.first { sentence in
      guard sentence.zone != .heading, sentence.tokens.count(where: { $0.kind != .symbol }) >= 2,
        plan.blocks[sentence.block].announces == .rollback
          || sentence.section.map(sections.contains) == true
      else { return false }
      return !sentence.tokens.prefix(4).contains { blanks.contains($0.text) }
    }?.span
    let shown = plan.blocks.first { $0.isFence && $0.section.map(sections.contains) == true }?.span
    return said ?? shown
  }

  private static let blanks: WordSet = ["no", "none", "tbd", "todo", "n/a", "not"]

  // MARK: Words

  private static func inWords(_ reading: PlanReading) -> Span? {
    guard reading.isEnglish else { return nil }
    return reading.sentences.first { sentence in
      sentence.zone != .heading && !sentence.has(uses)
        && (goesBack(sentence) || deploysFormer(sentence) || actsOnTrouble(sentence))
    }?.span
  }

  /// What the product does for those who use it.
  private static let uses: WordSet = ["button", "user", "users", "click", "clicks", "page", "menu"]
  private static let former: WordSet = [
    "old", "previous", "prior", "earlier", "former", "original", "dump", "backup", "snapshot",
    "flag", "schema", "table", "tables", "column", "columns", "version", "release", "tag", "image",
    "commit", "pool", "cluster", "node", "nodes", "group", "config", "setting", "migration",
  ]
  private static let turning: WordSet = [
    "bring", "brings", "put", "puts", "set", "sets", "switch", "switches", "switching", "switched",
    "point", "points", "pointing", "turn", "turns", "change", "move", "moved", "copy", "get", "is",
    "are", "flip", "flips", "swap", "take", "takes", "roll", "scale", "rename", "load", "cut",
  ]

  /// “Puts the dump back”, “the old list is back”.
  private static func goesBack(_ sentence: Sentence) -> Bool {
    let tokens = sentence.tokens
    return tokens.indices.contains { index in
      guard tokens[index].text == "back",
        tokens[max(tokens.startIndex, index - 9)..<index].contains(where: {
          turning.contains($0.text)
        })
      else { return false }
      // “switching `X` back to `old`”
      let isTo = tokens[index...].dropFirst().first?.text == "to"
      return sentence.has(former) || isTo && tokens.contains { $0.kind == .code }
    }
  }

  private static let deploying: WordSet = [
    "redeploy", "redeploying", "deploy", "deploying", "reinstall", "reinstalling", "release",
    "switch", "switching", "return", "returning", "pin", "pinning", "reset", "use", "downgrading",
  ]
  private static let formerTimes: WordSet = ["previous", "old", "last", "earlier", "prior"]
  private static let releases: WordSet = [
    "tag", "release", "version", "image", "build", "commit", "deployment", "schema", "tags",
    "images", "chart", "revision", "state",
  ]

  /// “Deploy the previous image”.
  private static func deploysFormer(_ sentence: Sentence) -> Bool {
    let words = WordRun(sentence.tokens)
    return words.texts.indices.contains { index in
      guard deploying.contains(words.texts[index]),
        let time = words.first(formerTimes, from: index + 1, within: 4)
      else { return false }
      return words.first(releases, from: time + 1, within: 3) != nil
    }
  }

  private static let trouble: Phrases = [
    ["goes", "wrong"], ["go", "wrong"], ["went", "wrong"], ["case", "of", "trouble"],
    ["case", "of", "problems"], ["something", "breaks"], ["anything", "breaks"], ["misbehaves"],
    ["misbehave"], ["to", "abort"], ["aborting"], ["if", "this", "breaks"], ["to", "back", "out"],
    ["if", "it", "breaks"], ["are", "off"], ["to", "get", "back"], ["in", "an", "emergency"],
    ["fails", "in", "production"], ["if", "we", "have", "to"], ["regresses"], ["undoing"],
  ]
  private static let acting: WordSet = [
    "off", "redeploy", "previous", "old", "drop", "downgrade", "load", "switch", "disable", "unset",
    "delete", "reinstall", "back", "stop", "deploy",
  ]

  /// “Should the job misbehave, set `X=off`”.
  private static func actsOnTrouble(_ sentence: Sentence) -> Bool {
    trouble.occur(in: sentence.tokens) && sentence.has(acting)
  }

  // MARK: Bytes

  /// The first place that speaks of a copy of the data, which alone puts nothing back.
  static func copy(in plan: Plan) -> Span? {
    first(copies, in: plan) { bytes, hit, _ in !isTakenAway(bytes, hit.lowerBound) }
  }

  private static let ways = ByteSearch([
    "rollback", "roll back", "roll-back", "rolled back", "rolling back", "rolls back", "revert",
    "restore", "undo ", "undone", "downgrade", "down migration", "down-migration", "migrate down",
    "migrate:down", "migrate-down", "_down.", ".down.", "goose down", "exports.down", "def down",
    "down()", "down file", "additive", "reversible", "point-in-time", "way back", "back out",
    "going back", "goes back", "go back", "take it back", "kill switch", "pg_restore",
    "backing out", "backs out", "the reverse", "db:rollback",
    "回滚", "ロールバック", "롤백", "rückweg", "zurückroll", "zurückgespielt", "zurückspiel",
    "zurückgenommen", "rückgängig", "rückbau", "vuelta atrás", "marcha atrás", "revertir",
    "restaurar", "deshacer", "retour en arrière", "revenir en arrière", "restaurer", "annuler la",
    "回退", "恢复旧", "还原", "元に戻す", "元に戻し", "戻し方", "切り戻し", "되돌리", "되돌릴", "복원",
    "reverter", "desfazer",
  ])
  private static let copies = ByteSearch([
    "backup", "back up", "back-up", "backed up", "pg_dump", "snapshot",
  ])

  private static func first(
    _ search: ByteSearch, in plan: Plan,
    where counts: ([UInt8], Range<Int>, Range<Int>) -> Bool
  ) -> Span? {
    for file in plan.files.indices {
      let source = plan.files[file].source
      var start = 0
      while let range = search.first(in: source.bytes, start..<source.bytes.count) {
        let line = source.lineRange(source.line(at: range.lowerBound))
        let near = line.clamped(to: max(0, range.lowerBound - 200)..<range.upperBound + 200)
        if counts(source.bytes, range, near) { return Span(file: file, range: range) }
        start = range.upperBound
      }
    }
    return nil
  }

  private static let taking = ByteSearch([
    "delete the", "drop the", "remove the", "without a", "no ", "cannot be ", "can't be ",
  ])

  /// `Delete the backup` is no way back.
  private static func isTakenAway(_ bytes: [UInt8], _ start: Int) -> Bool {
    taking.occurs(in: bytes, max(0, start - 12)..<start)
  }

  private static let empty = ByteSearch([
    "only raises", "raises", "throws", "is empty", "does nothing", "no-op", "not supported",
    "left empty",
    "is not written", "stays empty",
  ])

  /// `-- +goose Down` that only raises is no way back.
  private static func isEmptied(_ bytes: [UInt8], _ end: Int) -> Bool {
    let behind = end..<min(bytes.count, end + 24)
    let line = bytes[behind].firstIndex(of: 0x0A) ?? behind.upperBound
    return empty.occurs(in: bytes, end..<line)
  }

  private static let running = ByteSearch(["transaction", "optimistic", "atomic", "on error"])
  private static let shown = ByteSearch([
    "session", "scroll", "focus", "window", "selection", "cursor", "draft", "preference", "--undo",
    "undo button", "undo/redo", "redo",
  ])

  private static let browsed = ByteSearch(["page", "screen", "list", "step", "view", "tab "])

  /// A transaction that fails, or what the program does for its users, undoes no release.
  private static func isOfProduct(_ bytes: [UInt8], _ hit: Range<Int>, _ line: Range<Int>) -> Bool {
    switch bytes[hit.lowerBound].lowercased {
    case UInt8(ascii: "r") where bytes[hit.lowerBound + 1].lowercased == UInt8(ascii: "o"):
      return running.occurs(in: bytes, line)
    case UInt8(ascii: "g"): return browsed.occurs(in: bytes, line)
    case UInt8(ascii: "r"), UInt8(ascii: "u"):
      return shown.occurs(in: bytes, max(line.lowerBound, hit.lowerBound - 40)..<line.upperBound)
    default: return false
    }
  }
}
