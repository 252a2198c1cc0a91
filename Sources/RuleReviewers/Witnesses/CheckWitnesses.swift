import CheckModel

/// Witnesses for how done is told: verification, consistency.
enum CheckWitnesses {
  static let all: [Witness] = [
    checked, commands, namedTests, stopRule, steadyNames, quantities, references, examples,
  ]

  private static let checked = Witness("verification.1") { evidence in
    let plan = evidence.plan
    if plan.requirements.count >= 2 {
      return Measure.share(
        of: plan.requirements, "requirements", "have a concrete check", place: { $0.span }
      ) {
        $0.criteria.contains { plan.criteria[$0].concrete }
      }
    }
    return evidence.share("have a check of their own") {
      $0.commands + $0.criteria > 0 || ($0.checks > 0 && $0.isDecided)
    }
  }

  /// Commands that check something; in full with what should come out.
  private static let commands = Witness("verification.2") { evidence in
    let commands = evidence.plan.commands.filter {
      $0.verifies && !evidence.reading.isFinished($0.block)
    }
    let expected = commands.filter { $0.expected != nil }
    let met = Double(expected.count) + 0.5 * Double(commands.count - expected.count)
    return Measure(
      met, of: Double(commands.count),
      "\(expected.count) of \(commands.count) checking commands say what should come out",
      at: (expected.first ?? commands.first)?.span)
  }

  /// Sentences about tests that name a file, a case or a value; what a section of tests spells out is a case.
  private static let namedTests = Witness("verification.3", lexical: true) { evidence in
    let about = evidence.instructions.filter {
      $0.sentence.wordCount >= 3 && $0.has(["test", "tests", "testing"])
        || $0.traits.isConcrete && evidence.reading.block($0.sentence.block, isIn: .tests)
    }
    return Measure.share(
      of: about, "sentences about tests", "name a file, a case or a value", place: { $0.span }
    ) { $0.traits.isConcrete && $0.traits.hedges == 0 }
  }

  private static let stopRule = Witness("verification.4") { evidence in
    let plan = evidence.plan
    let concrete = plan.criteria.filter(\.concrete)
    guard !plan.criteria.isEmpty else {
      return Measure(0, of: 1, "no criterion says when the whole is done")
    }
    // one criterion says little about a large plan
    let wanted = max(plan.criteria.count, min(3, evidence.pieces.count))
    let share = Double(concrete.count) / Double(wanted)
    return Measure(
      share >= 0.5 ? 1 : share > 0 ? 0.6 : 0.3, of: 1,
      "\(concrete.count) of \(plan.criteria.count) criteria carry a value or a command",
      at: (concrete.first ?? plan.criteria[0]).span)
  }

  /// Code names that occur more than once and always in the same spelling.
  private static let steadyNames = Witness("consistency.1") { evidence in
    var names: [Word: Spelling] = [:]
    var place: Span?
    for sentence in evidence.prose.map(\.sentence) {
      for token in sentence.tokens where token.kind == .code && token.range.count <= 60 {
        let text = evidence.plan.files[sentence.file].source.bytes[token.range]
        let letters = text.lazy.filter { $0 != 0x2D && $0 != 0x5F && $0 != 0x20 }
        let name = Word(letters.map(\.lowercased))
        guard name.count >= 3 else { continue }
        names[name, default: Spelling(first: Word(text))].count(Word(text))
        place = place ?? Span(file: sentence.file, range: token.range)
      }
    }
    let repeated = names.values.filter { $0.uses > 1 }
    let steady = repeated.filter(\.isSteady)
    guard !repeated.isEmpty else {
      return Measure(names.isEmpty ? 0 : 0.5, of: 1, "no name is used twice", at: place)
    }
    return Measure(
      Double(steady.count), of: Double(repeated.count),
      "\(steady.count) of \(repeated.count) repeated names keep their spelling", at: place)
  }

  /// How a name is written.
  private struct Spelling {
    let first: Word
    var uses = 0
    var isSteady = true

    init(first: Word) { self.first = first }

    mutating func count(_ spelling: Word) {
      uses += 1
      isSteady = isSteady && spelling == first
    }
  }

  /// At least two quantities with units.
  private static let quantities = Witness("consistency.2") { evidence in
    var count = 0
    var place: Span?
    for prose in evidence.prose where prose.traits.quantities > 0 {
      count += prose.traits.quantities
      place = place ?? prose.span
    }
    return Measure(
      Double(min(count, 3)), of: 3, "\(count) numbers carry a unit", at: place)
  }

  /// Ids of tasks and requirements that are unique, and mentions that meet one.
  private static let references = Witness("consistency.3") { evidence in
    let plan = evidence.plan
    let ids = plan.tasks.compactMap(\.authorID) + plan.requirements.compactMap(\.id)
    let known = Set(ids)
    let mentions = plan.tasks.flatMap { $0.dependsOn.map(\.authorID) + $0.requirementIDs }
    let resolved = mentions.filter(known.contains).count
    guard !ids.isEmpty else {
      return Measure(0, of: 1, "nothing has an id that could be referred to")
    }
    return Measure(
      Double(known.count + resolved), of: Double(ids.count + mentions.count),
      "\(known.count) ids, \(resolved) of \(mentions.count) references to them resolve",
      at: plan.tasks.first { $0.authorID != nil }?.titleSpan ?? plan.requirements.first?.span)
  }

  private static let examples = Witness("consistency.4") { evidence in
    let criteria = evidence.plan.criteria
    guard !criteria.isEmpty else {
      let shown = evidence.plan.blocks.contains { $0.isFence }
      return Measure(shown ? 0.4 : 0, of: 1, "no criterion carries an example")
    }
    let concrete = criteria.filter(\.concrete)
    return Measure(
      Double(concrete.count), of: Double(max(criteria.count, min(3, evidence.pieces.count))),
      "\(concrete.count) of \(criteria.count) criteria carry an example or a literal",
      at: concrete.first?.span)
  }
}
