import CheckModel

/// What a plan says not to touch and not to do.
struct Exclusions {
  /// A sentence of the work that goes against an exclusion.
  struct Breach {
    var place: Span
    var exclusion: Span
  }

  private struct File {
    var path: String
    var span: Span
    /// The unit that the prohibition stands in, and that it is about.
    var unit: Int?
  }

  /// What a file is looked up by.
  private struct Way: Hashable {
    var path: String
    var unit: Int?
  }

  private struct Thing {
    /// Stems of its words.
    var stems: [Word]
    var span: Span
  }

  private var files: [File] = []
  private var things: [Thing] = []
  /// For each word the things whose rarest word it is: a sentence must have that to ask for one.
  private var thingsByWord: [Word: [Int]] = [:]
  /// Those words, to be asked quickly.
  private var rarest = WordSet([])
  private var dependencies: Span?
  private var schema: Span?

  var isEmpty: Bool { files.isEmpty && things.isEmpty && dependencies == nil && schema == nil }

  init(_ reading: PlanReading) {
    let outside = reading.plan.sections.map { section in
      section.roles.contains { $0.role == .outOfScope && !$0.inherited && $0.weight >= 0.6 }
    }
    let named = Set(reading.plan.references.lazy.filter { $0.kind == .path }.map(\.text))
    for sentence in reading.sentences
    where sentence.english && sentence.zone != .quote && sentence.zone != .heading {
      readFiles(sentence, reading, named, isListed: sentence.section.map { outside[$0] } == true)
      let isOutside = sentence.section.map { outside[$0] } == true
      guard let start = isOutside ? sentence.tokens.startIndex : Self.opening(sentence.tokens)
      else { continue }
      readThings(sentence, from: start, reading)
    }
    fileThings()
  }

  // MARK: Files

  private static let orders: Phrases = [
    ["do", "not", "change"], ["do", "not", "touch"], ["do", "not", "modify"],
    ["do", "not", "edit"],
    ["don't", "change"], ["don't", "touch"], ["don't", "modify"], ["don't", "edit"],
    ["must", "not", "change"], ["must", "not", "touch"], ["never", "change"], ["never", "touch"],
    ["never", "edit"], ["never", "modify"], ["no", "changes", "to"], ["no", "change", "to"],
    ["no", "edits", "to"], ["without", "changing"], ["without", "touching"],
    ["without", "editing"], ["stay", "out", "of"], ["keep", "out", "of"], ["hands", "off"],
    ["leave"],
  ]
  private static let states: Phrases = [
    ["not", "changed"], ["not", "touched"], ["not", "modified"], ["not", "edited"],
    ["not", "be", "changed"], ["not", "be", "touched"], ["not", "be", "modified"],
    ["not", "be", "edited"], ["stays", "unchanged"], ["stay", "unchanged"],
    ["stays", "untouched"], ["stay", "untouched"], ["remains", "unchanged"],
    ["remain", "unchanged"], ["stays", "as"], ["stay", "as"], ["off", "limits"], ["off-limits"],
    ["untouched"], ["unchanged"], ["out", "of", "scope"],
  ]
  private static let loose: WordSet = [
    "until", "till", "before", "except", "other", "yet", "otherwise", "unless", "if", "apart",
    "besides",
    "by", "only", "than", "directly", "manually", "hand",
  ]

  /// Whole files, alone between the words that forbid and the sentence's end, or before words such as
  /// `stays unchanged`.
  ///
  /// - Parameter named: the paths of the plan; `Makefile` is one.
  private mutating func readFiles(
    _ sentence: Sentence, _ reading: PlanReading, _ named: Set<String>, isListed: Bool
  ) {
    let tokens = sentence.tokens
    guard tokens.contains(where: { $0.kind == .code }), !sentence.has(Self.loose) else { return }
    let bytes = reading.plan.files[sentence.file].source.bytes
    var index = tokens.startIndex
    while index < tokens.endIndex {
      guard tokens[index].kind == .code else {
        index += 1
        continue
      }
      let start = index
      while index < tokens.endIndex,
        tokens[index].kind == .code || [",", "and", "or"].contains(tokens[index].text)
      { index += 1 }
      while tokens[index - 1].kind != .code { index -= 1 }
      let before = tokens[max(tokens.startIndex, start - 4)..<start]
      let behind = tokens[index..<min(tokens.endIndex, index + 4)]
      let isOrdered = Self.orders.end(before)
      let copula = behind.first.map { ["is", "are", "must"].contains($0.text) } == true
      let state = behind.dropFirst(copula ? 1 : 0)
      let isStated = !state.isEmpty && Self.states.length(in: state, at: state.startIndex) != nil
      let isAll = behind.isEmpty || behind.first?.kind == .symbol || isStated
      let opens = tokens[..<start].allSatisfy { $0.kind == .symbol }
      guard isOrdered && isAll || isStated || isListed && opens && isAll else { continue }
      for token in tokens[start..<index] where token.kind == .code {
        let path = String(decoding: bytes[token.range], as: UTF8.self)
        guard path.utf8.contains(0x2E) || path.utf8.contains(0x2F) || named.contains(path),
          !path.utf8.contains(0x28),
          !path.utf8.contains(0x20)
        else { continue }
        files.append(
          File(path: path, span: sentence.span, unit: reading.unit(holding: sentence.span)))
      }
    }
  }

  /// The files that a task changes all the same, one for each task.
  func changedFiles(_ reading: PlanReading) -> [Breach] {
    guard !files.isEmpty else { return [] }
    let ways = Dictionary(
      grouping: files.indices, by: { Way(path: files[$0].path, unit: files[$0].unit) })
    return reading.units.indices.compactMap { unit in
      for reference in reading.changes(by: unit) {
        let excluded = reference.text.pathsAtIt.flatMap { path in
          [Way(path: path, unit: nil), Way(path: path, unit: unit)].compactMap { way in
            ways[way]?.first { !files[$0].span.contains(reference.span) }
          }
        }
        guard let first = excluded.min() else { continue }
        return Breach(place: reference.span, exclusion: files[first].span)
      }
      return nil
    }
  }

  // MARK: Things

  private static let openings: Phrases = [
    ["out", "of", "scope"], ["not", "in", "scope"], ["not", "part", "of", "this"],
    ["not", "part", "of", "it"], ["non-goals"], ["non-goal"], ["not", "included"],
    ["not", "wanted"], ["excluded"], ["we", "will", "not"], ["we", "won't"], ["no", "new"],
    ["not", "planned"], ["not", "doing"], ["not", "now"], ["no", "schema"], ["no", "database"],
    ["no", "migrations"], ["no", "changes", "to", "the"], ["no", "additional"],
    ["without", "new"],
  ]

  /// Behind the words that leave something out, at a sentence's start.
  private static func opening(_ tokens: ArraySlice<Token>) -> Int? {
    guard let first = tokens.firstIndex(where: { $0.kind == .word }),
      let length = openings.length(in: tokens, at: first)
    else { return nil }
    if ["no", "without"].contains(tokens[first].text) { return first }
    let rest = tokens[(first + length)...]
    if let colon = rest.prefix(6).firstIndex(where: { $0.text == ":" }) { return colon + 1 }
    return tokens[first].text == "we" ? first + length : nil
  }

  private static let vague: WordSet = [
    "other", "others", "than", "beyond", "besides", "existing", "further", "more", "additional",
    "any", "else", "only", "unless", "if", "until", "till", "except", "rest", "yet", "all", "every",
    "general", "arbitrary",
  ]
  private static let ends: WordSet = [
    "because", "since", "as", "which", "that", "so", "(", "—", "–", ":", "but", "when", "->", "→",
  ]

  private mutating func readThings(_ sentence: Sentence, from start: Int, _ reading: PlanReading) {
    let tokens = sentence.tokens
    let reader = PieceReader(bytes: reading.plan.files[sentence.file].source.bytes)
    let end = tokens[start...].firstIndex { Self.ends.contains($0.text) } ?? tokens.endIndex
    var from = start
    for index in start...end
    where index == end || tokens[index].text == "," || tokens[index].text == ";"
      || tokens[index].text == "and" && end - start > 6
    {
      defer { from = index + 1 }
      let part = tokens[min(from, index)..<index]
      guard !part.isEmpty, part.count <= 9 else { continue }
      if part.contains(where: { Self.isDependency($0.text) }),
        part.contains(where: { $0.text == "new" || $0.text == "no" || $0.text == "additional" })
      {
        dependencies = dependencies ?? sentence.span
      }
      if part.contains(where: { $0.text == "schema" || $0.text == "migrations" }),
        part.allSatisfy({ Self.ofSchema.contains($0.text) })
      {
        schema = schema ?? sentence.span
      }
      guard
        !part.contains(where: {
          Self.vague.contains($0.text) || $0.text == "no" || $0.text == "new"
        })
      else {
        continue
      }
      let stems = reader.pieces(of: part).map(\.stem).filter {
        $0 != "" && !Self.generic.contains($0)
      }
      guard !stems.isEmpty, stems.count <= 5 else { continue }
      things.append(Thing(stems: stems, span: sentence.span(of: part.startIndex..<part.endIndex)))
    }
  }

  private mutating func fileThings() {
    var counts: [Word: Int] = [:]
    var known: Set<[Word]> = []
    for thing in things { for stem in thing.stems { counts[stem, default: 0] += 1 } }
    for (index, thing) in things.enumerated() where known.insert(thing.stems).inserted {
      let rarest = thing.stems.min { counts[$0, default: 0] < counts[$1, default: 0] }
      if let rarest { thingsByWord[rarest, default: []].append(index) }
    }
    rarest = WordSet(thingsByWord.keys)
  }

  private static let ofSchema: WordSet = [
    "no", "new", "schema", "schemas", "database", "db", "migration", "migrations", "change",
    "changes", "changing", "of", "to", "the", "any", ".", "in", "and", "or", "are", "is", "needed",
  ]

  private static func isDependency(_ word: Word) -> Bool {
    [
      "dependency", "dependencies", "packages", "package", "libraries", "library", "crate",
      "crates",
    ]
    .contains(word)
  }

  private static let generic = Stem.set([
    "support", "supporting", "feature", "adding", "introduce", "implementation", "work", "handling",
    "building", "anything", "kind",
  ])

  private static let negations: WordSet = [
    "no", "not", "never", "without", "don't", "skip", "ignore", "unchanged", "except", "exclude",
    "excluded", "scope", "later", "instead", "cannot", "nothing", "neither", "nor", "existing",
    "removed", "remove", "delete", "drop", "dropped", "deferred", "postponed", "cut", "refuse",
    "reject", "rejects", "refuses", "fail",
    "fails",
    "error", "already", "untouched", "leave", "keep", "keeps", "stays", "isn't", "doesn't",
  ]

  /// The sentences of open work that ask for what is left out, one for each exclusion.
  func builtThings(_ reading: PlanReading) -> [Breach] {
    var breaches: [Breach] = []
    var broken: Set<Span> = []
    var unitsHit: Set<Int> = []
    for sentence in reading.judgedSentences {
      guard [.paragraph, .item, .heading, .table].contains(sentence.zone),
        let unit = reading.unit(holding: sentence.span), !sentence.has(Self.negations),
        !unitsHit.contains(unit)
      else { continue }
      let title = reading.plan.tasks[reading.units[unit].task].titleSpan
      let isTitle = title.contains(sentence.span) || sentence.span.contains(title)
      guard let span = exclusion(against: sentence, isTitle: isTitle, reading),
        !broken.contains(span),
        !span.contains(sentence.span), !reading.block(sentence.block, isIn: .outOfScope)
      else { continue }
      broken.insert(span)
      unitsHit.insert(unit)
      breaches.append(Breach(place: sentence.span, exclusion: span))
    }
    return breaches
  }

  private func exclusion(against sentence: Sentence, isTitle: Bool, _ reading: PlanReading) -> Span?
  {
    if let span = dependencies, Self.installs(sentence, reading) { return span }
    if let span = schema, Self.changesSchema(sentence, reading) { return span }
    if things.isEmpty { return nil }
    let reader = PieceReader(bytes: reading.plan.files[sentence.file].source.bytes)
    let all = reader.pieces(of: sentence.tokens)
    guard all.contains(where: { $0.kind == .word && rarest.contains($0.stem) }) else { return nil }
    let pieces = all.filter { $0.kind == .word }
    let stems = pieces.map(\.stem)
    let asked = stems.compactMap { stem in
      thingsByWord[stem]?.first { isAsked(things[$0], stems, pieces, isTitle: isTitle) }
    }
    return asked.min().map { things[$0].span }
  }

  private func isAsked(
    _ thing: Thing, _ stems: [Word], _ pieces: [Piece], isTitle: Bool
  ) -> Bool {
    if thing.stems.count == 1 { return isTitle && Self.brings(thing.stems[0], pieces) }
    let places = thing.stems.compactMap { stems.firstIndex(of: $0) }
    guard places.count == thing.stems.count else { return false }
    return (places.max() ?? 0) - (places.min() ?? 0) <= 9
  }

  private static let bringing: WordSet = [
    "add", "implement", "create", "build", "introduce", "support", "enable", "write", "provide",
    "integrate", "include", "show",
  ]

  /// The title starts with it, or with a verb that brings it.
  private static func brings(_ stem: Word, _ pieces: [Piece]) -> Bool {
    guard let place = pieces.firstIndex(where: { $0.stem == stem }), !pieces[place].isCode,
      pieces[place].raw.count >= 5
    else { return false }
    if place == 0 { return true }
    return place <= 2 && bringing.contains(pieces[0].raw)
  }

  private static let installers = ByteSearch([
    "npm install ", "npm i ", "yarn add ", "pnpm add ", "pip install ", "poetry add ", "uv add ",
    "cargo add ", "go get ", "gem install ", "bundle add ", "composer require ", "bun add ",
    "dotnet add package ",
  ])

  /// A command that adds a package by its name.
  private static func installs(_ sentence: Sentence, _ reading: PlanReading) -> Bool {
    let bytes = reading.plan.files[sentence.file].source.bytes
    return sentence.tokens.contains { token in
      guard token.kind == .code, let found = installers.first(in: bytes, token.range) else {
        return false
      }
      let next = bytes[found.upperBound..<token.range.upperBound].first { !$0.isBlank }
      return next.map { $0.isLetter || $0 == 0x40 } ?? false
    }
  }

  private static let changingTables: ByteSearch = ByteSearch([
    "alter table", "create table", "add column",
  ])

  /// A migration file that is written, or SQL that changes tables.
  private static func changesSchema(_ sentence: Sentence, _ reading: PlanReading) -> Bool {
    let bytes = reading.plan.files[sentence.file].source.bytes
    let code = sentence.tokens.filter { $0.kind == .code }
    if code.contains(where: { changingTables.occurs(in: bytes, $0.range) }) { return true }
    let opens = sentence.tokens.first { $0.kind == .word }?.text ?? ""
    return (opens == "migration" || bringing.contains(opens))
      && code.contains { migrations.occurs(in: bytes, $0.range) }
  }
  private static let migrations = ByteSearch(["migrations/", "migrate/", "alembic/versions"])
}

extension String {
  /// What it may be called in a list of paths: itself, the folders that it lies in, its bare file name.
  var pathsAtIt: [String] {
    var paths = [self]
    var name: Substring?
    for index in utf8.indices where utf8[index] == 0x2F {
      paths.append(String(self[...index]))
      name = self[utf8.index(after: index)...]
    }
    if let name, !Self.namesOfMany.contains(String(name)) { paths.append(String(name)) }
    return paths
  }

  /// Without a folder these mean the one at the top.
  private static let namesOfMany: Set<String> = [
    "Makefile", "README.md", "package.json", "CMakeLists.txt", "index.ts", "index.js", "mod.rs",
    "__init__.py", "Dockerfile", "Cargo.toml", "go.mod", "tsconfig.json",
  ]
}
