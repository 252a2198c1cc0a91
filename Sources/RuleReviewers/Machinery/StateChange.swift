import CheckModel
import Threads

/// Finds what changes stored data or a running system.
enum StateChange {
  /// The first place that does, outside explaining text and finished tasks.
  static func first(in reading: PlanReading) -> Span? {
    reading.lazyStateChange.value {
      [
        inFences(reading), inSpans(reading), inWords(reading), inCommands(reading),
        inPaths(reading),
      ]
      .compactMap { $0 }.min()
    }
  }

  private static let sqlStarts: [[Word]] = [
    ["alter", "table"], ["drop", "table"], ["drop", "column"], ["truncate"], ["delete", "from"],
    ["drop", "database"], ["drop", "schema"],
  ]

  /// What `sqlStarts` and `update … set` begin with: most lines of code need not be cut into words.
  private static let sqlLetters = Array("adtu".utf8)

  private static func inFences(_ reading: PlanReading) -> Span? {
    for (index, block) in reading.plan.blocks.enumerated() where block.isFence {
      guard !["md", "markdown", "diff", "text", "mermaid"].contains(block.fenceLanguage),
        !reading.explains(index)
      else { continue }
      let source = reading.plan.files[block.span.file].source
      for line in CodeLines.ranges(of: block.content.range, in: source.bytes)
      where sqlLetters.contains(source.bytes[line.lowerBound].lowercased) {
        let words = CodeLines.words(source.bytes, line, most: 4)
        let isChange =
          sqlStarts.contains { words.starts(with: $0) }
          || (words.count == 4 && words[0] == "update" && words[2] == "set")
        if isChange { return Span(file: block.span.file, range: line) }
      }
    }
    return nil
  }

  private static let statements = ByteSearch([
    "alter table", "drop table", "drop column", "truncate table", "delete from", "drop database",
    "drop schema",
  ])
  private static let openings = Array("adtu".utf8)

  /// SQL in a code span of what is to be done.
  private static func inSpans(_ reading: PlanReading) -> Span? {
    for sentence in reading.sentences where sentence.instructs && !sentence.finished {
      let bytes = reading.plan.files[sentence.file].source.bytes
      for token in sentence.tokens where token.kind == .code && token.range.count > 10 {
        guard let first = bytes[token.range].first, openings.contains(first.lowercased),
          statements.occurs(
            in: bytes,
            token.range.lowerBound..<min(token.range.upperBound, token.range.lowerBound + 20))
        else { continue }
        return Span(file: sentence.file, range: token.range)
      }
    }
    return nil
  }

  private static let changes: WordSet = [
    "backfill", "migrate", "migration", "migrations", "drop", "alter", "truncate", "purge",
    "deploy",
    "rollout", "ship", "release",
  ]
  private static let live: WordSet = ["production", "prod", "live"]
  private static let opening: WordSet = ["migrate", "drop", "alter", "truncate", "purge"]
  private static let leaving: WordSet = ["deploy", "rollout", "ship", "release"]
  private static let stored: WordSet = [
    "data", "database", "schema", "table", "tables", "rows", "users", "records", "accounts",
    "column", "columns", "bucket",
  ]

  private static let notLive: Phrases = [["not", "live"], ["not", "in", "production"]]

  private static func inWords(_ reading: PlanReading) -> Span? {
    for sentence in reading.judgedSentences
    where sentence.instructs && sentence.zone != .heading && !notLive.occur(in: sentence.tokens)
      && !isDenied(sentence)
      && sentence.tokens.contains(where: { changes.contains($0.text) })
    {
      let words = sentence.tokens.filter { $0.kind == .word }.map(\.text)
      for (index, word) in words.enumerated() {
        let near = words[index..<min(words.count, index + 6)]
        let hit =
          (word == "backfill" && index < 3)
          || (opening.contains(word) && index < 3 && near.contains(where: stored.contains))
          || (leaving.contains(word) && index < 3 && near.contains(where: live.contains))
          || (["migration", "migrations"].contains(word) && index > 0
            && ["data", "database", "schema"].contains(words[index - 1])
            && ["run", "apply", "write", "create", "add"].contains(words[0]))
        if hit { return sentence.span }
      }
    }
    return nil
  }

  private static let deployments = ByteSearch([
    "kubectl apply", "terraform apply", "helm upgrade", "helm install", "kubectl drain",
    "alembic upgrade", "db:migrate", "prisma migrate deploy", "manage.py migrate",
    "flyway migrate", "knex migrate:latest", "artisan migrate", "diesel migration run",
  ])

  private static let denials: WordSet = ["no", "never", "don't", "neither"]

  /// `No release or deployment is part of this branch`, but not “No downtime: migrate …”.
  private static func isDenied(_ sentence: Sentence) -> Bool {
    guard let first = sentence.tokens.first(where: { $0.kind == .word }),
      denials.contains(first.text)
    else { return false }
    let change =
      sentence.tokens.firstIndex { changes.contains($0.text) } ?? sentence.tokens.endIndex
    return !sentence.tokens[..<change].contains { $0.kind == .symbol }
  }

  private static func inCommands(_ reading: PlanReading) -> Span? {
    reading.plan.commands.first { command in
      deployments.occurs(in: command.text.utf8) && !reading.explains(command.block)
        && !reading.isFinished(command.block)
    }?.span
  }

  private static let migrationFolders = ByteSearch(["migrations/", "migrate/"])

  private static func inPaths(_ reading: PlanReading) -> Span? {
    reading.plan.references.first { reference in
      guard reference.kind == .path, reference.action == .create || reference.action == .modify
      else { return false }
      let text = Array(reference.text.utf8)
      guard migrationFolders.occurs(in: text, 0..<text.count),
        let block = reading.block(at: reference.span.range.lowerBound, file: reference.span.file)
      else { return false }
      return !reading.explains(block) && !reading.isFinished(block)
    }?.span
  }
}

/// The lines of a fence.
enum CodeLines {
  /// Without line ends and leading white space; empty lines are left out.
  static func ranges(of content: Range<Int>, in bytes: [UInt8]) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = content.lowerBound
    func add(_ end: Int) {
      var first = start
      while first < end, bytes[first].isBlank { first += 1 }
      var last = end
      while last > first, bytes[last - 1].isBlank { last -= 1 }
      if first < last { lines.append(first..<last) }
    }
    for index in content where bytes[index] == 0x0A || bytes[index] == 0x0D {
      add(index)
      start = index + 1
    }
    add(max(start, content.upperBound))
    return lines
  }

  /// The first words in lowercase, cut at white space.
  static func words(_ bytes: [UInt8], _ line: Range<Int>, most: Int) -> [Word] {
    bytes[line.lowerBound..<min(line.upperBound, line.lowerBound + 400)]
      .split(maxSplits: most, whereSeparator: \.isBlank)
      .prefix(most)
      .map { Word($0.lazy.map(\.lowercased)) }
  }
}
