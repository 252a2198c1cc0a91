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
    var measure = evidence.share("have a check of their own", where: isChecked)
    // a check beside a piece tells about it too, though less, and one of the whole still less
    let unchecked = evidence.pieces.filter { !isChecked($0) }
    let others = unchecked.count(where: \.isCheckedElsewhere)
    let ofWhole = evidence.lastCommands.isEmpty ? 0 : 0.5
    measure.met += 0.75 * Double(others) + ofWhole * Double(unchecked.count - others)
    return measure
  }

  private static func isChecked(_ piece: WorkPiece) -> Bool {
    piece.commands + piece.criteria > 0 || piece.checks > 0 && piece.isDecided
  }

  /// Commands that check something, in full with what should come out; an order to test without a command is one
  /// that nobody can run.
  private static let commands = Witness("verification.2") { evidence in
    let commands = evidence.plan.commands.filter {
      !evidence.reading.isFinished($0.block) && ($0.verifies || $0.expected != nil)
    }
    let expected = commands.filter { $0.expected != nil || sayMore(behind: $0, evidence.plan) }
    let empty = evidence.instructions.count(where: isEmptyCheck)
    let met = Double(expected.count) + 0.5 * Double(commands.count - expected.count)
    return Measure(
      met, of: Double(commands.count + empty),
      "\(expected.count) of \(commands.count + empty) checks by command say what should come out",
      at: (expected.first ?? commands.first)?.span)
  }

  /// A literal stands behind the command in its own block, in whatever language the words around it are.
  private static func sayMore(behind command: PlanCommand, _ plan: Plan) -> Bool {
    let block = plan.blocks[command.block]
    let isProse = block.kind == .paragraph
    return isProse
      && block.inlines.contains {
        $0.kind == .code && $0.range.lowerBound >= command.span.range.upperBound
          && $0.range.lowerBound - command.span.range.upperBound <= 80
      }
  }

  private static let testing: WordSet = ["test", "tests", "verify", "check", "validate", "testing"]

  /// "Run the tests.", "Add tests": it asks for a check in a few words, and names none.
  private static func isEmptyCheck(_ prose: Prose) -> Bool {
    guard !prose.traits.isConcrete, prose.sentence.binding || prose.sentence.zone != .heading,
      prose.sentence.wordCount <= 8, prose.has(testing),
      let first = prose.sentence.tokens.first(where: { $0.kind == .word })
    else { return false }
    return Vocabulary.imperatives.contains(first.text) || first.text == "cover"
  }

  /// As many sentences that name a test by a file, a case or a value as there are pieces of work, up to four; each
  /// order to test something that names none takes one off. What a section of tests spells out is a case.
  private static let namedTests = Witness("verification.3", lexical: true) { evidence in
    let named = evidence.instructions.filter {
      $0.traits.isConcrete && $0.traits.hedges == 0
        && ($0.sentence.wordCount >= 3 && $0.has(["test", "tests", "testing"])
          || evidence.reading.block($0.sentence.block, isIn: .tests))
    }
    // a command with its outcome is a case too, if a coarse one
    let told = evidence.plan.criteria.count { $0.form == .runExpected || $0.form == .scenario }
    let empty = evidence.instructions.count(where: isEmptyCheck)
    let wanted = min(4, max(1, evidence.pieces.count))
    let found = max(named.count, min(told, wanted / 2))
    return Measure(
      Double(min(wanted, max(0, found - empty))), of: Double(wanted),
      named.count == 1
        ? "1 sentence names a test by a file, a case or a value"
        : "\(named.count) sentences name a test by a file, a case or a value",
      at: named.first?.span)
  }

  private static let stopRule = Witness("verification.4") { evidence in
    let plan = evidence.plan
    let concrete = evidence.decidedCriteria
    guard !plan.criteria.isEmpty else {
      // commands to run at the end are one, if they say little
      let last = evidence.lastCommands
      return Measure(
        last.count > 1 ? 0.5 : 0, of: 1, "no criterion says when the whole is done",
        at: last.first)
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
    for sentence in evidence.statements.map(\.sentence) {
      for token in sentence.tokens where token.kind == .code && token.range.count <= 60 {
        let text = evidence.plan.files[sentence.file].source.bytes[token.range]
        let letters = text.lazy.filter { $0 != 0x2D && $0 != 0x5F && $0 != 0x20 }
        let name = Word(letters.map(\.lowercased))
        guard name.count >= 3 else { continue }
        let spelling = Word(text)
        names[name, default: Spelling(first: spelling)].count(spelling)
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
    for prose in evidence.statements where prose.traits.quantities > 0 {
      count += prose.traits.quantities
      place = place ?? prose.span
    }
    guard count < 3 else { return Measure(3, of: 3, "\(count) numbers carry a unit", at: place) }
    // few numbers can hardly disagree, where the text says what it means without them
    return evidence.partly("say what they mean with few numbers") { $0.isDecided }
  }

  /// Ids of tasks and requirements that are unique, and mentions that meet one.
  private static let references = Witness("consistency.3") { evidence in
    let plan = evidence.plan
    let ids = plan.tasks.compactMap(\.authorID) + plan.requirements.compactMap(\.id)
    let known = Set(ids)
    let mentions = plan.tasks.flatMap { $0.dependsOn.map(\.authorID) + $0.requirementIDs }
    let resolved = mentions.filter(known.contains).count
    guard !ids.isEmpty else {
      return evidence.partly("name what they mean, and nothing is referred to by an id") {
        $0.isDecided && !$0.repeatsOther
      }
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
    let concrete = evidence.decidedCriteria
    return Measure(
      Double(concrete.count), of: Double(max(criteria.count, min(3, evidence.pieces.count))),
      "\(concrete.count) of \(criteria.count) criteria carry an example or a literal",
      at: concrete.first?.span)
  }
}

extension Evidence {
  /// Commands that verify, below a heading of checks and in no piece of work that does more.
  var lastCommands: [Span] {
    let work = UnitPlaces(pieces.filter { !$0.isCheck }.map(\.span).sorted())
    return plan.commands.filter { command in
      command.verifies && !reading.isFinished(command.block)
        && (reading.block(command.block, isIn: .acceptance)
          || reading.block(command.block, isIn: .tests))
        && work.index(holding: command.span) == nil
    }.map(\.span)
  }
}
