import CheckModel

/// Witnesses for what an executor works from: grounding, decomposition, contracts.
enum BuildWitnesses {
  static let all: [Witness] = [
    placed, writtenOut, oneAction, ordered, parallel, signatures, values, flows, compatibility,
  ]

  private static let placed = Witness("grounding.1") { evidence in
    evidence.share("name a file") { $0.paths > 0 }
  }

  /// Paths with folder and ending can be looked up, a bare word cannot; a path for each three pieces at least.
  private static let writtenOut = Witness("grounding.2") { evidence in
    let paths = evidence.plan.references.filter { $0.kind == .path }
    let written = paths.filter {
      switch $0.state {
      case .exists, .createdHere, .movedHere: return true
      case .missing: return false
      case .unknown: return $0.text.utf8.contains(0x2F) && $0.text.utf8.count >= 5
      }
    }
    return Measure(
      Double(written.count), of: Double(max(paths.count, evidence.pieces.count / 3)),
      "\(written.count) of \(paths.count) paths are written out", at: written.first?.span)
  }

  /// Steps of one clause; the open tasks without tasks below them.
  private static let oneAction = Witness("decomposition.1") { evidence in
    let plan = evidence.plan
    let parents = Set(plan.tasks.compactMap(\.parent))
    let steps = plan.tasks.indices.filter {
      plan.tasks[$0].state != .done && !parents.contains($0)
    }.map { plan.tasks[$0] }
    return Measure.share(of: steps, "steps", "are one action", place: { $0.titleSpan }) { task in
      let words = TitleWords.of(task.title)
      let verbs = words.filter(Vocabulary.changeVerbs.contains).count
      return words.count >= 2 && words.count <= 25 && verbs <= 2
    }
  }

  private static let ordered = Witness("decomposition.2") { evidence in
    let tasks = evidence.plan.tasks.filter { $0.state != .done }
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
    evidence.share("spell out a call, type, option or value") { $0.signatures > 0 }
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
    let stated = evidence.prose.first {
      $0.sentence.wordCount >= 6 && $0.traits.hedges == 0 && $0.has(compatibilityWords)
    }
    guard let stated else { return .nothing("nothing published is said to change") }
    return Measure(1, of: 1, "compatibility is spoken of", at: stated.span)
  }
}
