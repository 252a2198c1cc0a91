import CheckModel

/// The states of a plan's paths, worked out before the plan is touched.
struct PathStates {
  /// What became of one path.
  private struct Outcome {
    var state: Reference.State
    var suggestion: String?
    /// The tree's own name for it.
    var place: String?
    var isSlip = false
    /// The file is there, and the plan's words can mean a change of it.
    var isChange = false
    /// The plan says that it is there, or can only have meant the near one.
    var isSaid = false
  }

  /// By the index of the reference.
  private var outcomes: [Int: Outcome] = [:]
  /// Paths that must be there for the plan to work, each once.
  private(set) var wanted = 0
  /// Those of them that are, or nearly are.
  private(set) var known = 0

  /// Whether the plan is about this tree: at least a third of what must be there is.
  /// A plan for another repository meets only names that all repositories have.
  var isAbout: Bool { wanted == 0 || known * 3 >= wanted }

  /// Whether the plan and the tree have any path in common.
  var areShared: Bool { outcomes.values.contains { $0.state == .exists } }

  /// The tree's own names of paths that exist, by the index of the reference.
  var places: [Int: String] { outcomes.compactMapValues(\.place) }

  /// - Parameters:
  ///   - bases: folders beside the top from which paths may be written.
  ///   - folder: of a file of the plan, relative to the top.
  init(_ plan: Plan, _ files: RepositoryFiles, bases: [String], folder: (Int) -> String?) {
    func path(_ reference: Reference) -> RepositoryPath? {
      RepositoryPath(reference.text, from: folder(reference.span.file))
    }
    let paths = plan.references.map { $0.kind == .path ? path($0) : nil }
    let products = PlanProducts(plan, path: path)
    let lookUp = PathLookUp(files, bases: bases, paths: paths.compactMap { $0 })
    var nearest = NearestPath(files: files)
    let commands = SpanIndex(plan.commands.map(\.span))
    let fences = SpanIndex(plan.blocks.filter(\.isCode).map(\.span))
    let written = Set(plan.references.lazy.filter { $0.kind == .path }.map(\.text))
    var changed: Set<RepositoryPath> = []
    var known: [RepositoryPath: Outcome] = [:]
    var counted: Set<RepositoryPath> = []
    for (index, path) in paths.enumerated() {
      guard let path else { continue }
      let reference = plan.references[index]
      let action = reference.action
      if action == .create {
        var outcome = Self.created(path, products, lookUp)
        outcome.isChange =
          outcome.state == .exists
          && (commands.holds(reference.span) || changed.contains(path)
            || !CreationWords.say(reference, in: plan))
        outcomes[index] = outcome
        continue
      }
      if action == .modify { changed.insert(path) }
      var outcome = known[path] ?? Self.used(path, products, lookUp, &nearest)
      known[path] = outcome
      if action == .mention {
        if Presence.isSaid(reference, in: plan), let said = Self.said(path, lookUp, &nearest) {
          outcome = said
        } else if products.isAssumed(path), outcome.state == .createdHere,
          !fences.holds(reference.span)
        {
          outcome = Self.misspelledTest(path, written, &nearest) ?? outcome
        } else if outcome.state == .missing, let near = outcome.suggestion, outcome.isSlip {
          outcome.isSaid =
            !written.contains(near) && Self.isMisspelling(path.text, of: near)
            && !fences.holds(reference.span)
        }
      }
      outcomes[index] = outcome
      let mustBeThere = action != .mention && [.exists, .missing].contains(outcome.state)
      if mustBeThere, counted.insert(path).inserted {
        wanted += 1
        if outcome.state == .exists || outcome.isSlip { self.known += 1 }
      }
    }
  }

  /// Writes the states into the plan that they were worked out for.
  func fill(_ plan: inout Plan) {
    for (index, outcome) in outcomes {
      plan.references[index].state = outcome.state
      plan.references[index].suggestion = outcome.suggestion
      if outcome.isChange { plan.references[index].action = .modify }
      if outcome.isSaid { plan.references[index].fact = .saidToExist }
    }
  }

  /// The outcome for a path that is said to be there, whatever the plan might bring; nil when it is.
  private static func said(
    _ path: RepositoryPath, _ lookUp: PathLookUp, _ nearest: inout NearestPath
  ) -> Outcome? {
    guard lookUp.found(path) == .nowhere, !path.isGenerated, !nearest.files.isCut else {
      return nil
    }
    let name = nearest.name(for: path)
    return Outcome(
      state: .missing, suggestion: name?.text, isSlip: name?.isSlip ?? false, isSaid: true)
  }

  /// They differ by letters and not by a number, as `page1` and `page2` do.
  private static func isMisspelling(_ text: String, of other: String) -> Bool {
    text.filter(\.isNumber) == other.filter(\.isNumber)
      && RepositoryFiles.parts(of: text).folder == RepositoryFiles.parts(of: other).folder
  }

  /// The outcome for a test that is named like an existing one but for a slip; nil for one that may be written.
  private static func misspelledTest(
    _ path: RepositoryPath, _ written: Set<String>, _ nearest: inout NearestPath
  ) -> Outcome? {
    guard let name = nearest.name(for: path), name.isSlip, !written.contains(name.text),
      isTypingError(path.text, for: name.text)
    else { return nil }
    return Outcome(state: .missing, suggestion: name.text, isSlip: true, isSaid: true)
  }

  /// Two neighboring letters inside a longer word are exchanged, or one of its letters is missing, doubled or another:
  /// beside an existing test nobody writes one of such a name.
  private static func isTypingError(_ text: String, for other: String) -> Bool {
    let (one, second) = (Array(text.utf8), Array(other.utf8))
    let start = zip(one, second).prefix { $0 == $1 }.count
    let shorter = min(one.count, second.count)
    let end = zip(one.reversed(), second.reversed()).prefix { $0 == $1 }.count
    let tail = min(end, shorter - start)
    let left = one[start..<one.count - tail]
    let right = second[start..<second.count - tail]
    func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
    guard (left + right).allSatisfy(isLetter), start > 1, tail > 1,
      isLetter(second[start - 2]), isLetter(second[start - 1]),
      isLetter(second[second.count - tail]), isLetter(second[second.count - tail + 1])
    else { return false }
    let isExchanged = left.count == 2 && left.elementsEqual(right.reversed())
    let word =
      second[..<start].reversed().prefix(while: isLetter).count
      + second[start...].prefix(while: isLetter).count
    return isExchanged && word >= 5
      || left.count + right.count <= 2 && left.count != right.count && word >= 8
  }

  private static func created(
    _ path: RepositoryPath, _ products: PlanProducts, _ lookUp: PathLookUp
  ) -> Outcome {
    switch lookUp.exactly(path) {
    case .here(let name): return Outcome(state: .exists, place: name)
    case .below(let name): return Outcome(state: .exists, suggestion: name, place: name)
    case .hidden: return Outcome(state: .unknown)
    default: return Outcome(state: products.state(of: path) ?? .createdHere)
    }
  }

  private static func used(
    _ path: RepositoryPath, _ products: PlanProducts, _ lookUp: PathLookUp,
    _ nearest: inout NearestPath
  ) -> Outcome {
    switch lookUp.found(path) {
    case .here(let name): return Outcome(state: .exists, place: name)
    case .below(let name):
      // the plan's own file comes before one that only ends alike
      if let state = products.state(of: path) { return Outcome(state: state) }
      return Outcome(state: .exists, suggestion: name, place: name)
    case .somewhere: return Outcome(state: products.state(of: path) ?? .exists)
    case .hidden: return Outcome(state: products.state(of: path) ?? .unknown)
    case .nowhere: break
    }
    if let state = products.state(of: path) { return Outcome(state: state) }
    guard !nearest.files.isCut, !products.hasScaffold, !path.isGenerated else {
      return Outcome(state: .unknown)
    }
    let name = nearest.name(for: path)
    return Outcome(
      state: .missing, suggestion: name?.text, isSlip: name?.isSlip ?? false)
  }
}
