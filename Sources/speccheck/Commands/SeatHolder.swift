import CheckModel
import CommandLine
import Configuration
import Files
import ModelReviewers

/// Who holds a seat, with all that is needed to ask.
struct SeatHolder {
  /// What the program does to get the review.
  enum Means {
    case rules(Lens)
    case answer(file: String)
    case model(Model)
    case program(ToolSettings)
  }

  /// A model, and what keeps it from being asked.
  struct Model {
    let settings: ModelSettings
    /// A sentence that names the variable to set; nil where no key is missing.
    let missingKey: String?
  }

  let seat: Seat
  let lens: Lens
  /// As the user named the reviewer.
  let name: String
  let means: Means

  /// The model's settings; nil for what is not reached over HTTP.
  var model: ModelSettings? {
    if case .model(let model) = means { model.settings } else { nil }
  }

  /// Who gets the plan; nil for rules and answer files.
  var receiver: Receiver? {
    switch means {
    case .rules, .answer: nil
    case .model(let model): .server(model.settings)
    case .program(let tool): .program(tool)
    }
  }

  /// What the reviewer may read.
  var access: RepositoryAccess { receiver?.identity.access ?? .plan }

  /// What is sent along and must not stand in anything else that is sent.
  var key: ReviewerKey? { receiver?.key }

  /// Why the model cannot be asked, should it have to be.
  var missingKey: String? {
    switch means {
    case .rules, .answer: nil
    case .model(let model): model.missingKey
    case .program(let tool): tool.missingKey
    }
  }

  /// What is known of the model before anybody is asked; nothing for rules and answer files.
  var expected: ModelIdentity { receiver?.expected ?? ModelIdentity() }
}

/// Which reviewers hold the seats of a plan: those of `-r`, of `--panel`, or of the config for its tier;
/// rules where nobody is named.
struct PanelChoice {
  let options: Options
  let config: EffectiveConfig
  /// The repositories under review; no program is taken from them unless by its path.
  let trees: Set<FilePath>

  /// Seat A, then seat B.
  func seats(for tier: RiskTier) throws(UsageError) -> [SeatHolder] {
    var holders: [SeatHolder] = []
    for assignment in try assignments(for: tier) {
      holders.append(
        SeatHolder(
          seat: assignment.seat, lens: assignment.lens, name: assignment.reviewer.spelling,
          means: try means(assignment.reviewer)))
    }
    if options.requireModels { try checkFamilies(holders) }
    return holders
  }

  /// Who sits where, and through which lens; how they are reached is not looked at.
  func assignments(for tier: RiskTier) throws(UsageError) -> [SeatAssignment] {
    try SeatAssignment.panel(of: try specs(for: tier), swap: options.swap)
  }

  /// Refuses reviewers that do not exist or cannot be reached, where that does not depend on a plan.
  func checkNames() throws(UsageError) {
    if !options.reviewers.isEmpty || options.panel != nil { _ = try seats(for: .normal) }
  }

  /// Whether anybody but rules may hold a seat, whatever the tier.
  var mayAskModels: Bool {
    let configured = options.panel != nil || !config.panel.isEmpty
    let named = options.reviewers.contains { if case .rules = $0 { false } else { true } }
    return options.reviewers.isEmpty ? configured : named
  }

  private func specs(for tier: RiskTier) throws(UsageError) -> [ReviewerSpec] {
    guard options.reviewers.isEmpty else { return options.reviewers }
    let names: [String]
    if let panel = options.panel {
      guard let seats = config.panels[panel] else {
        throw UsageError(
          "there is no panel '\(panel)' in the config",
          suggestion: DidYouMean.nearest(to: panel, among: config.panels.keys.sorted()),
          command: .check)
      }
      names = seats
    } else {
      names = config.seats(for: tier) ?? []
    }
    var specs: [ReviewerSpec] = []
    for name in names { specs.append(try ReviewerSpec.parse(name)) }
    return specs
  }

  private func means(_ spec: ReviewerSpec) throws(UsageError) -> SeatHolder.Means {
    switch spec {
    case .rules(let lens): return .rules(lens)
    case .answer(let file): return .answer(file: file)
    case .model, .agent, .command, .named:
      let settings = try config.reviewer(spec)
      if settings.kind.isProgram {
        let access = ToolAccess(options: options, hosts: config.hosts, trees: trees)
        return .program(try access.tool(spec.spelling, settings))
      }
      let access = ModelAccess(options: options, config: config)
      return .model(try access.model(spec.spelling, settings))
    }
  }

  /// Two models of families that are known to differ.
  private func checkFamilies(_ holders: [SeatHolder]) throws(UsageError) {
    for holder in holders where holder.expected.family == nil {
      let why =
        holder.receiver == nil
        ? "is no model" : "is of a family that is not known; declare it as 'family' in the config"
      throw UsageError(
        "'--require-models': '\(holder.name)' on seat \(holder.seat.rawValue) \(why)",
        command: .check)
    }
    let (a, b) = (holders[0], holders[1])
    if let first = a.receiver, let second = b.receiver,
      first.identity.isReached(like: second.identity),
      let name = a.expected.sharedName(with: b.expected)
    {
      throw UsageError(
        "'--require-models': both seats are held by one model, \(name)", command: .check)
    }
    if let family = a.expected.sharedFamily(with: b.expected) {
      throw UsageError(
        "'--require-models': both seats are held by models of one family, \(family)",
        command: .check)
    }
  }
}
