import CheckModel

/// Witnesses for what is wanted and how clearly: intent, clarity, coverage.
enum DirectionWitnesses {
  static let all: [Witness] = [
    goal, limits, tiedWords, closedLists, decidedConditions, failures, traced,
  ]

  /// A goal line; in full only if it names something by a literal.
  private static let goal = Witness("intent.1", lexical: true) { evidence in
    guard let sentence = Statements.goal(in: evidence.reading) else {
      let title = TitleWords.of(evidence.plan.title)
      let orders = title.count >= 4 && title.first.map(Vocabulary.imperatives.contains) == true
      return Measure(orders ? 0.4 : 0, of: 1, orders ? "only the title says it" : "no goal line")
    }
    let around = evidence.prose.lazy.filter {
      $0.sentence.section == sentence.section && $0.span >= sentence.span
    }.prefix(4)
    let isConcrete = around.contains { $0.traits.isConcrete }
    return Measure(
      isConcrete ? 1 : 0.5, of: 1,
      isConcrete ? "a goal line names what changes" : "a goal line without a literal",
      at: sentence.span)
  }

  private static let keeping: Phrases = [
    ["stay", "as"], ["stays", "as"], ["remain", "as"], ["remains", "as"],
    ["no", "code", "change"], ["no", "code", "changes"], ["is", "not", "touched"],
    ["are", "not", "touched"], ["is", "not", "changed"], ["are", "not", "changed"],
    ["keeps", "its"], ["keep", "their"], ["no", "other"], ["that", "is", "all"], ["is", "kept"],
    ["are", "kept"], ["leave", "the"], ["leaves", "the"], ["not", "affected"], ["as", "before"],
  ]

  private static let limits = Witness("intent.3", lexical: true) { evidence in
    guard let sentence = Boundaries.first(in: evidence.reading) else {
      let kept = evidence.instructions.first { keeping.occur(in: $0.sentence.tokens) }
      return Measure(
        kept == nil ? 0 : 0.6, of: 1,
        kept == nil ? "no line says what is not to be done" : "a line says what stays as it is",
        at: kept?.span)
    }
    return Measure(1, of: 1, "a line says what is not to be done", at: sentence.span)
  }

  private static let tiedWords = Witness("clarity.1", lexical: true) { evidence in
    evidence.share("carry a literal and no soft word") { $0.isDecided }
  }

  /// Lists and enumerations without an open end, in a plan that has some.
  private static let closedLists = Witness("clarity.2", lexical: true) { evidence in
    var lists = 0
    var closed = 0
    var place: Span?
    for prose in evidence.instructions {
      let (sentence, traits) = (prose.sentence, prose.traits)
      let commas = sentence.tokens.filter { $0.text == "," }.count
      guard commas >= 2 || traits.openLists > 0 || (sentence.zone == .item && traits.isConcrete)
      else { continue }
      lists += 1
      guard traits.openLists == 0, traits.isConcrete || commas == 0 else { continue }
      closed += 1
      place = place ?? sentence.span
    }
    return Measure(
      Double(closed), of: Double(lists), "\(closed) of \(lists) lists are closed", at: place)
  }

  /// Conditions with a literal; without conditions, pieces without a soft word.
  private static let decidedConditions = Witness("clarity.3", lexical: true) { evidence in
    let conditions = evidence.instructions.filter { $0.traits.speaksOfCondition }
    guard conditions.count >= 2 else {
      return evidence.share("leave no condition open") { $0.isDecided }
    }
    return Measure.share(of: conditions, "conditions", "are decidable", place: { $0.span }) {
      $0.traits.hedges == 0 && ($0.sentence.wordCount >= 6 || $0.traits.isConcrete)
    }
  }

  /// As many sentences about failures as there are pieces of work, up to six.
  private static let failures = Witness("coverage.1", lexical: true) { evidence in
    let wanted = min(6, max(2, evidence.pieces.count))
    let stated = evidence.instructions.filter {
      $0.traits.speaksOfFailure && $0.traits.isConcrete && $0.traits.hedges == 0
    }
    return Measure(
      Double(min(wanted, stated.count)), of: Double(wanted),
      stated.count == 1
        ? "1 sentence says what happens in a failure"
        : "\(stated.count) sentences say what happens in a failure", at: stated.first?.span)
  }

  /// Requirement ids that a task names; without ids, criteria whose words the tasks share.
  private static let traced = Witness("coverage.3", lexical: true) { evidence in
    let plan = evidence.plan
    let named = Set(plan.tasks.flatMap(\.requirementIDs))
    let identified = plan.requirements.filter { $0.id != nil }
    if !named.isEmpty, !identified.isEmpty {
      return Measure.share(of: identified, "requirements", "have a task", place: { $0.span }) {
        $0.id.map(named.contains) == true
      }
    }
    // a step's own result is no aim of the whole
    let aims =
      plan.requirements.map(\.span)
      + plan.criteria.filter { $0.form != .runExpected }.map(\.span)
    // decided work whose aim stands in the goal alone
    let plain = evidence.share("are decided, and few requirements or criteria stand beside them") {
      $0.isDecided
    }
    let floor = plain.units > 0 ? 0.5 * plain.met / plain.units : 0
    guard !aims.isEmpty, !evidence.pieces.isEmpty else {
      return Measure(floor, of: 1, plain.reason, at: plain.place)
    }
    let worked = SpanWords.of(
      evidence.pieces.map(\.span), without: Evidence.outermost(aims), evidence.plan)
    let met = aims.filter {
      let own = SpanWords.of([$0], evidence.plan)
      return !own.isEmpty && own.count(where: worked.holds) * 2 >= own.count
    }
    let wanted = max(aims.count / 2, min(4, max(2, evidence.pieces.count)))
    guard Double(min(met.count, wanted)) >= floor * Double(wanted) else {
      return Measure(floor, of: 1, plain.reason, at: plain.place)
    }
    return Measure(
      Double(min(met.count, wanted)), of: Double(wanted),
      "\(met.count) of \(aims.count) requirements and criteria share their words with the work",
      at: met.first)
  }
}
