import CheckModel

/// Witnesses for what an executor works from: grounding, decomposition, contracts.
enum BuildWitnesses {
  static let all: [Witness] = [
    placed, writtenOut, oneAction, ordered, parallel, signatures, values, flows, compatibility,
  ]

  private static let placed = Witness("grounding.1") { evidence in
    evidence.share("name a file") { $0.paths > 0 || $0.isPlacedElsewhere || $0.isCheck }
  }

  /// Paths with folder and ending can be looked up, a bare word cannot; a path for each three pieces at least.
  private static let writtenOut = Witness("grounding.2") { evidence in
    let paths = evidence.paths
    let written = paths.filter {
      switch $0.state {
      case .exists, .createdHere, .movedHere: return true
      case .missing: return false
      case .unknown: return $0.text.utf8.contains(0x2F) && $0.text.utf8.count >= 5
      }
    }
    let missing = paths.count { $0.state == .missing && $0.action != .mention }
    // as many as there are pieces, so that a bare name that goes is no gain
    let wanted = max(1, min(paths.count - missing, evidence.pieces.count)) + missing
    return Measure(
      Double(min(written.count, wanted - missing)), of: Double(wanted),
      "\(written.count) of \(paths.count) paths are written out", at: written.first?.span)
  }

  /// Steps of one clause; the open tasks without tasks below them, or the sentences that instruct.
  private static let oneAction = Witness("decomposition.1") { evidence in
    let plan = evidence.plan
    guard !plan.tasks.isEmpty else { return sentencesOfOneAction(evidence) }
    let parents = Set(plan.tasks.compactMap(\.parent))
    let steps = plan.tasks.indices.filter {
      plan.tasks[$0].state != .done && !parents.contains($0)
    }
    return Measure.share(
      of: steps, "steps", "are one action", place: { plan.tasks[$0].titleSpan }
    ) { step in
      let title = plan.tasks[step].title.utf8
      let words = evidence.reading.taskTitles[step]
      let verbs = words.filter(Vocabulary.changeVerbs.contains).count
      // scripts without blanks between words
      let isLong = title.count >= 12 && title.contains { $0 >= 0x80 }
      return (words.count >= 2 || isLong) && words.count <= 40 && verbs <= 2
    }
  }

  private static func sentencesOfOneAction(_ evidence: Evidence) -> Measure {
    let places = UnitPlaces(evidence.pieces.map(\.span).sorted())
    let steps = evidence.instructions.filter {
      $0.traits.isConcrete && places.index(holding: $0.span) != nil
    }
    return Measure.share(of: Array(steps), "sentences", "are one action", place: { $0.span }) {
      prose in
      let verbs = prose.sentence.tokens.count { Vocabulary.changeVerbs.contains($0.text) }
      return prose.sentence.wordCount <= 40 && verbs <= 2
    }
  }

  private static let orderWords: WordSet = [
    "first", "then", "after", "afterwards", "before", "next", "finally", "once", "until", "till",
    "last",
    "step", "steps",
  ]

  /// Numbers, named orders, or the plain order of a list; in prose numbered items or words of order. Work in one
  /// piece or two has no order to get wrong.
  private static let ordered = Witness("decomposition.2") { evidence in
    let tasks = evidence.plan.tasks.filter { $0.state != .done }
    guard !tasks.isEmpty else {
      let numbered = evidence.plan.blocks.indices.contains { index in
        guard case .list(ordered: true) = evidence.plan.blocks[index].kind else { return false }
        return !evidence.reading.explains(index)
      }
      let spoken = evidence.instructions.count { $0.has(orderWords) && $0.traits.isConcrete }
      if evidence.pieces.count <= 2 || numbered || spoken >= evidence.pieces.count {
        return evidence.share("stand in an order") { $0.isDecided }
      }
      return evidence.partly("are concrete, and no order is named") { $0.isDecided }
    }
    guard tasks.contains(where: { $0.form != .checkbox || $0.authorID != nil }) else {
      return evidence.partly("stand in the order of a list") { $0.isDecided }
    }
    return Measure.share(
      of: tasks, "tasks", "have a number or a named order", place: { $0.titleSpan }
    ) {
      $0.authorID != nil || $0.form == .orderedItem || !$0.dependsOn.isEmpty || $0.parent != nil
    }
  }

  private static let parallel = Witness("decomposition.4") { evidence in
    let plan = evidence.plan
    let marked = plan.tasks.filter { $0.state != .done && ($0.parallel || !$0.dependsOn.isEmpty) }
    guard !marked.isEmpty else { return .nothing("no task is marked parallel or dependent") }
    var users: [String: Int] = [:]
    for task in marked where task.parallel {
      for path in Set(task.references.map { plan.references[$0].text }) {
        users[path, default: 0] += 1
      }
    }
    return Measure.share(
      of: marked, "parallel or dependent tasks", "share no file", place: { $0.titleSpan }
    ) {
      !$0.parallel || !$0.references.contains { users[plan.references[$0].text, default: 0] > 1 }
    }
  }

  private static let signatures = Witness("contracts.1") { evidence in
    evidence.share("spell out a call, type, option, command or text") {
      $0.signatures + $0.runs + $0.quotations > 0
    }
  }

  private static let values = Witness("contracts.2") { evidence in
    evidence.share("give a value, type or unit") {
      $0.numbers + $0.quotations > 0 || $0.signatures > 1
    }
  }

  private static let flows = Witness("contracts.3", lexical: true) { evidence in
    evidence.share("say what goes in and comes out") { $0.flows > 0 && $0.isConcrete }
  }

  private static let compatibilityWords: WordSet = [
    "backward", "backwards", "backward-compatible", "backwards-compatible", "compatible",
    "compatibility", "breaking", "deprecate", "deprecated", "deprecation", "alias", "callers",
  ]

  private static let compatibility = Witness("contracts.4", lexical: true) { evidence in
    let stated = evidence.statements.first {
      $0.sentence.wordCount >= 6 && $0.traits.hedges == 0 && $0.has(compatibilityWords)
    }
    guard let stated else { return .nothing("nothing published is said to change") }
    return Measure(1, of: 1, "compatibility is spoken of", at: stated.span)
  }
}
