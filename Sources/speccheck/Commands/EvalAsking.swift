import CheckModel
import CheckPipeline
import CommandLine
import Configuration
import Evaluation
import Files
import Grounding
import Threads
import ModelReviewers
import ReplyStore
import Reporting
import RuleReviewers

/// Asks reviewers about the plans of a corpus, each through both lenses, on the path that `check` takes: what is
/// kept is not asked again, and what leaves the machine is said and bounded before.
struct EvalAsking {
  private let options: Options
  private let folder: FilePath
  private let arguments: Arguments
  private let console: Console

  init(_ options: Options, corpus folder: FilePath, arguments: Arguments, console: Console) {
    // what the checks decide alone tells nothing about a reviewer
    var options = options
    options.alwaysReview = true
    self.options = options
    self.folder = folder
    self.arguments = arguments
    self.console = console
  }

  /// The reviewers that are to be asked; rules are measured without asking.
  ///
  /// - Throws: for a reviewer that is named twice, and for an answer file, which knows one plan only.
  static func specs(_ options: Options) throws(UsageError) -> [ReviewerSpec] {
    var specs: [ReviewerSpec] = []
    for spec in options.reviewers {
      switch spec {
      case .rules: continue
      case .answer:
        throw UsageError(
          "'\(spec.spelling)' answers one plan; keep replies to many in a folder for '--replies'",
          command: .eval)
      case .model, .agent, .command, .named:
        guard !specs.contains(spec) else {
          throw UsageError("reviewer '\(spec.spelling)' is named twice", command: .eval)
        }
        specs.append(spec)
      }
    }
    return specs
  }

  /// What the reviewers say about the plans, in their order.
  func reviewers(
    _ specs: [ReviewerSpec], about corpus: Corpus, _ rubric: Rubric
  ) async throws -> [MeasuredReviewer] {
    let config = try ConfigLoader(
      options: options, arguments: arguments, environment: Environment.current
    ).load(plans: [folder])
    let troubles = Locked<Set<String>>([])
    let setUp = CheckSetUp(options: options, config: config.effective, console: console)
    let plans = withoutSecrets(corpus).map { PlanChecks.compared($0.plan, with: $0.tree).plan }
    let panels = specs.map { PanelChoice(spec: $0, options, config.effective, around: folder) }
    guard let first = panels.first else { return [] }
    let shelf = try await RepositoryShelf(plans: [], choice: first, arguments: arguments)
    let factory = ReviewerFactory(
      arguments: arguments, setUp: setUp,
      state: try .init(console) { trouble in _ = troubles.withLock { $0.insert(trouble.message) } },
      shelf: shelf)
    let checks = try panels.flatMap { choice in
      try PlanCheck.all(plans, choice: choice) { holders in
        try refuseReaders(holders)
        return setUp.pipeline(
          rubric: rubric, context: nil, repository: RepositoryCheck(compared: plans), shelf: shelf,
          holders: holders, panel: try factory.panel(holders))
      }
    }
    let departures = try await departures(checks, plans, rubric, config, factory)
    var reviewers: [MeasuredReviewer] = []
    for (index, spec) in specs.enumerated() {
      let own = departures.checks[(index * plans.count)..<((index + 1) * plans.count)]
      let results = await CheckRun(options: options, console: console).results(of: Array(own))
      reviewers.append(MeasuredReviewer(spec.spelling, results, corpus))
    }
    await factory.shutdown()
    factory.state?.store.settle()
    for trouble in troubles.withLock({ $0.sorted() }) { console.complain(trouble) }
    return reviewers
  }

  /// All that is sent, announced and within the limits.
  private func departures(
    _ checks: [PlanCheck], _ plans: [Plan], _ rubric: Rubric, _ config: LoadedConfig,
    _ factory: ReviewerFactory
  ) async throws -> Departures {
    let departures = await Departures(checks, options: options)
      .weighed(factory.state?.secret ?? [], factory.shelf)
    try departures.check(options)
    if !departures.areNone {
      try OutboundFiles(
        options: options, config: config, named: plans.map { arguments.path($0.path) },
        keys: departures.keys
      ).check(
        departures.plans(of: plans), rubric: LoadedRubric(rubric: rubric, file: nil), context: nil)
    }
    guard !options.quiet else { return departures }
    var told: Set<String> = []
    for check in checks {
      let line = departures.announcement(for: check.holders).line
      if told.insert(line).inserted { console.complain(line) }
    }
    for warning in departures.warnings { console.complain(warning) }
    return departures
  }

  /// A plan with a secret goes nowhere.
  private func withoutSecrets(_ corpus: Corpus) -> [CorpusCase] {
    corpus.cases.filter { subject in
      let secret = subject.plan.files.lazy.compactMap { SecretSearch.first(in: $0.source.bytes) }
        .first
      guard let secret else { return true }
      console.complain("'\(subject.name)' is sent to nobody: it holds \(secret.label)")
      return false
    }
  }

  /// The labels lie in the repository that such a reviewer would read.
  private func refuseReaders(_ holders: [SeatHolder]) throws(UsageError) {
    guard let reader = holders.first(where: { $0.access == .repository }) else { return }
    throw UsageError(
      "reviewer '\(reader.name)' has access to the repository, where the labels may lie; measure it "
        + "with 'access: plan'", command: .eval)
  }
}

extension PanelChoice {
  /// One reviewer on both seats.
  fileprivate init(
    spec: ReviewerSpec, _ options: Options, _ config: EffectiveConfig, around folder: FilePath
  ) {
    var options = options
    options.reviewers = [spec, spec]
    self.init(
      options: options, config: config, trees: EnvironmentGuard.trees(around: [folder]))
  }
}

extension MeasuredReviewer {
  /// What the seats of one reviewer came to; a seat that nobody asked says nothing.
  fileprivate init(_ name: String, _ results: [CheckResult], _ corpus: Corpus) {
    let names = Dictionary(
      corpus.cases.map { ($0.plan.path, $0.name) }, uniquingKeysWith: { first, _ in first })
    let opinions = results.flatMap { result in
      result.seats.compactMap { seat -> Opinion? in
        guard let subject = names[result.plan.path] else { return nil }
        switch seat.outcome {
        case .skipped: return nil
        case .failed(let failure):
          return Opinion(
            subject: subject, lens: seat.lens, reviews: [],
            failures: ["\(subject), seat \(seat.seat.rawValue): \(failure.message)"])
        case .review(let review):
          let all = review.repeats.isEmpty ? [review] : review.repeats
          let own = all.filter { !$0.isOfEarlierVersion }
          // several at once, or one from the store, take a time of their own
          let isTimed = own.count == 1 && !own[0].fromLedger
          return own.isEmpty
            ? nil
            : Opinion(
              subject: subject, lens: seat.lens, reviews: own,
              milliseconds: isTimed ? seat.milliseconds : nil)
        }
      }
    }
    self.init(name: name, opinions: opinions)
  }
}
