import CheckModel

/// What tasks use before another task brings it.
enum EarlyUses {
  // MARK: From Task N

  static func pointingOn(_ reading: PlanReading) -> [Hit] {
    let headings = taskHeadings(reading)
    guard headings.count >= 2 else { return [] }
    let byNumber = Dictionary(grouping: headings, by: \.heading).mapValues { $0.map(\.span) }
    return reading.judgedSentences.compactMap { sentence in
      guard [.paragraph, .item].contains(sentence.zone),
        // in document order, so that the one above is the last before the sentence
        let own = headings[..<headings.partition { $0.span < sentence.span }].last?.span,
        own.file == sentence.file, let (place, target) = later(sentence, than: own, byNumber)
      else { return nil }
      return Hit(sentence.span(of: place), reading.words(of: target))
    }
  }

  private struct Heading: Hashable {
    var file: Int
    var number: Word
  }

  private static func taskHeadings(_ reading: PlanReading) -> [(heading: Heading, span: Span)] {
    reading.sentences.compactMap { sentence in
      guard sentence.zone == .heading, sentence.opensBlock else { return nil }
      let tokens = sentence.tokens
      guard let task = tokens.firstIndex(where: { $0.kind != .symbol }) else { return nil }
      if tokens[task].kind == .number {
        return (Heading(file: sentence.file, number: tokens[task].text), sentence.span)
      }
      guard tokens[task].text == "task", task + 1 < tokens.endIndex,
        tokens[task + 1].kind == .number
      else { return nil }
      return (Heading(file: sentence.file, number: tokens[task + 1].text), sentence.span)
    }
  }

  private static let uses: WordSet = [
    "use", "uses", "using", "call", "calls", "calling", "extend", "extends", "need", "needs",
    "requires", "consumes", "imports", "import", "builds", "build", "reuse", "reuses", "wraps",
    "takes", "take", "with", "reads", "shows", "via", "and", "the",
  ]
  private static let waiting: WordSet = [
    "until", "till", "later", "stub", "mock", "placeholder", "not", "once", "will", "before", "for",
  ]

  /// From the verb to the number of a later task.
  private static func later(
    _ sentence: Sentence, than own: Span, _ headings: [Heading: [Span]]
  ) -> (Range<Int>, Span)? {
    let tokens = sentence.tokens
    guard !tokens.contains(where: { waiting.contains($0.text) }) else { return nil }
    for index in tokens.indices.dropFirst(2)
    where tokens[index].kind == .number && tokens[index - 1].text == "task"
      && ["from", "of", "in", "by"].contains(tokens[index - 2].text)
    {
      let named = headings[Heading(file: sentence.file, number: tokens[index].text), default: []]
      guard named.count == 1, let target = named.first, own < target,
        let verb = tokens[..<index].lastIndex(where: { uses.contains($0.text) })
      else { continue }
      return (verb..<index + 1, target)
    }
    return nil
  }

  // MARK: Names

  static func names(_ reading: PlanReading) -> [Hit] {
    let names = reading.codeNames
    let firsts = names.made.compactMapValues { places in places.min { $0.unit < $1.unit } }
    let standing = Set(
      reading.plan.references.lazy.filter { $0.kind == .symbol && $0.state == .exists }.map(\.span))
    var seen: Set<String> = []
    return names.used.compactMap { use -> Hit? in
      guard !use.pointsOn, use.name.isCall || use.name.isTelling, use.unit >= 0,
        let first = firsts[use.name.name], first.unit > use.unit,
        isOwned(use.name, by: first, reading), !isOfTests(reading.units[use.unit], reading),
        // the working tree has it
        !standing.contains(use.name.span), seen.insert(use.name.name).inserted
      else { return nil }
      return Hit(use.name.span, reading.words(of: first.name.span))
    }
  }

  /// A name that any module may have needs its owner's: `uploader.pending()` is made where `uploader` is.
  private static func isOwned(
    _ name: CodeName, by place: CodeNames.Place, _ reading: PlanReading
  ) -> Bool {
    if name.isTelling { return true }
    guard name.owner.utf8.count >= 4 else { return false }
    let unit = reading.units[place.unit]
    return unit.paths.contains { index in
      reading.plan.references[index].text.lowercased().contains(name.owner.lowercased())
    }
  }

  /// Tests are written before what they test.
  private static func isOfTests(_ unit: TaskUnit, _ reading: PlanReading) -> Bool {
    unit.titleWords.contains { ["test", "tests", "spec", "specs", "failing"].contains($0) }
      || unit.titleWords.isEmpty
  }

  // MARK: Files

  static func files(_ reading: PlanReading) -> [Hit] {
    let commands = Set(reading.plan.commands.map(\.block))
    var created: [String: (unit: Int, span: Span)] = [:]
    for unit in reading.units.indices {
      for reference in reading.changes(by: unit)
      where reference.action == .create && created[reference.text] == nil
        && !reference.text.hasSuffix("/") && !takesSomething(reference, reading)
      {
        // what a command writes or searches was there before
        if let block = reading.block(
          at: reference.span.range.lowerBound, file: reference.span.file),
          commands.contains(block)
        {
          continue
        }
        created[reference.text] = (unit, reference.span)
      }
    }
    return reading.units.indices.flatMap { unit in
      reading.changes(by: unit).compactMap { reference -> Hit? in
        guard reference.action != .create, reference.state != .exists,
          let later = created[reference.text], later.unit > unit
        else { return nil }
        return Hit(
          reference.span, reading.words(of: later.span) + " Only this later task creates it.")
      }.prefix(1)
    }
  }

  private static let into = ByteSearch([" to ", " into ", " in "])
  private static let creating = ByteSearch(["creat", "new file", "write"])

  /// `Add the command to the bridge and src/cli.rs`: something comes into the file, which may be there.
  private static func takesSomething(_ reference: Reference, _ reading: PlanReading) -> Bool {
    let start = reference.span.range.lowerBound
    let bytes = reading.plan.files[reference.span.file].source.bytes
    let block = reading.block(at: start, file: reference.span.file)
    let first = block.map { reading.plan.blocks[$0].span.range.lowerBound } ?? start
    let line = max(min(first, start), start - 80)..<start
    return into.occurs(in: bytes, line) && !creating.occurs(in: bytes, line)
  }
}
