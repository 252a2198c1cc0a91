import CheckModel

/// Tells the tasks that say where they change something from those that do not, where most do.
enum PlacedTasks {
  /// A task without a path among tasks that have one.
  struct Odd: Sendable {
    var span: Span
    var titleSpan: Span
    /// Its first word is a verb that changes a repository.
    var opensWithChange: Bool
  }

  /// Open work without a path, where at least two tasks of its level and three in four have one.
  static func oddOnes(in reading: PlanReading) -> [Odd] {
    let plan = reading.plan
    let commands = UnitPlaces(plan.commands.map(\.span).sorted())
    let units = Set(reading.units.map(\.task))
    let parents = Set(plan.tasks.compactMap(\.parent))
    // the steps of units are a level of their own
    let steps = plan.tasks.indices.filter { index in
      !units.contains(index) && !parents.contains(index) && plan.tasks[index].parent != nil
        && plan.tasks[index].state != .done
    }
    let odd = odd(
      among: reading.units.map(\.task).filter { isWork($0, reading) }, reading, commands)
    let places = UnitPlaces(odd.map(\.span))
    return odd
      + self.odd(among: steps.filter { isWork($0, reading) }, reading, commands).filter { step in
        step.opensWithChange && places.index(holding: step.span) == nil
      }
  }

  private static func odd(
    among tasks: [Int], _ reading: PlanReading, _ commands: UnitPlaces
  ) -> [Odd] {
    let plan = reading.plan
    let bare = tasks.filter { index in
      !plan.tasks[index].references.contains { reference in
        plan.references[reference].kind == .path
          && commands.index(holding: plan.references[reference].span) == nil
      } && !namesType(plan.tasks[index], plan)
    }
    let placed = tasks.count - bare.count
    guard placed >= 2, bare.count == 1 || placed >= 3 * bare.count else { return [] }
    return bare.map { index in
      let task = plan.tasks[index]
      let verb = reading.taskTitles[index].first
      return Odd(
        span: task.span, titleSpan: task.titleSpan,
        opensWithChange: verb.map(Vocabulary.changeVerbs.contains) ?? false)
    }
  }

  /// `ApiariesController`, `PaymentMethods.replace/2`: whoever knows the language knows the file.
  private static func namesType(_ task: PlanTask, _ plan: Plan) -> Bool {
    let bytes = plan.files[task.titleSpan.file].source.bytes
    let title = task.titleSpan.range
    // a title that begins with code begins behind its mark
    let pieces = bytes[max(title.lowerBound - 1, 0)..<title.upperBound]
      .split(separator: UInt8(ascii: "`"), omittingEmptySubsequences: false)
    return pieces.enumerated().contains { $0.offset % 2 == 1 && isTypeName($0.element) }
  }

  private static func isTypeName(_ code: ArraySlice<UInt8>) -> Bool {
    let name = code.prefix { $0.isAlphanumeric || $0 == UInt8(ascii: ".") }
    return name.count >= 4 && name.first?.isUpper == true
      && zip(name, name.dropFirst()).contains {
        $0.isLower && ($1.isUpper || $1 == UInt8(ascii: "."))
      }
  }

  /// Objects that lie outside the repository.
  static let placeless: WordSet = [
    "branch", "pr", "pull", "issue", "ticket", "release", "tag", "account", "meeting", "commit",
    "worktree", "dashboard", "board", "milestone", "team", "stakeholders", "dependencies",
    "snapshots", "lockfile", "changelog", "version", "project", "repository", "repo",
  ]

  /// What a task opens with that looks, runs or tells, and changes no file.
  private static let lookingVerbs: WordSet = [
    "run", "verify", "check", "commit", "confirm", "review", "test", "deploy", "push", "ensure",
    "measure", "benchmark", "time", "ask", "announce", "wait", "watch", "monitor", "merge", "open",
    "close", "read", "manual", "manually", "validate", "compare", "see", "rerun", "execute",
    "restart", "reload", "reboot", "relaunch",
    "start", "stop", "install", "publish", "release", "tag", "tell", "notify", "enable", "switch",
    "investigate", "research", "decide", "discuss", "try", "rehearse", "final", "full", "smoke",
    "build", "lint", "format", "regenerate", "repeat", "checkpoint", "self-review", "audit",
    "explore", "prepare", "set", "setup", "document", "apply", "upload", "download", "backup",
    "back", "archive", "look", "find", "count", "reproduce", "sign", "grep", "walk", "all",
  ]

  private static let checking: WordSet = [
    "run", "rerun", "verify", "check", "confirm", "ensure", "sure", "execute",
  ]

  private static let otherRoles: Set<SectionRole> = [
    .acceptance, .tests, .rollout, .rollback, .ops, .docs, .progress, .openQuestions, .risks,
    .context, .problem, .outOfScope, .references, .assumptions,
  ]

  private static func isWork(_ index: Int, _ reading: PlanReading) -> Bool {
    let plan = reading.plan
    let task = plan.tasks[index]
    let words = reading.taskTitles[index]
    if let section = task.section,
      plan.sections[section].roles.first.map({ otherRoles.contains($0.role) }) == true
    {
      return false
    }
    guard let first = words.first, !lookingVerbs.contains(first),
      !words.prefix(8).contains(where: Vocabulary.documents.contains),
      !words.prefix(8).contains(where: placeless.contains),
      !reading.explains(task.block)
    else { return false }
    let verb = words.prefix(12).first {
      Vocabulary.changeVerbs.contains($0) || checking.contains($0)
    }
    if let verb, checking.contains(verb) { return false }
    // of other languages the verbs are not known
    guard reading.mayJudgeWords(at: task.titleSpan) else { return task.commands.isEmpty }
    // a step that is a command, or little more
    return !task.commands.contains { command in
      task.titleSpan.contains(plan.commands[command].span)
        && plan.commands[command].span.range.lowerBound - task.titleSpan.range.lowerBound < 24
    }
  }
}
