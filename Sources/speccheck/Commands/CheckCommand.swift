import CheckModel
import CheckPipeline
import CommandLine
import Configuration
import Files
import HTTPClient
import Threads
import ModelReviewers
import ReplyStore
import Reporting
import Reviewing

/// `speccheck check PLAN...`: judges plans and reports on them.
struct CheckCommand {
  private let options: Options
  private let operands: [String]
  private let arguments: Arguments
  private let console: Console
  /// What went wrong with kept replies; told after the run, not between the lines of its progress.
  private let storeTroubles = Locked<[Diagnostic]>([])

  init(_ invocation: Invocation, arguments: Arguments, console: Console) {
    options = invocation.options
    operands = invocation.operands
    self.arguments = arguments
    self.console = console
  }

  /// The exit code, decided before anything is rendered.
  func run() async throws -> Int32 {
    let named = operands.map(arguments.path)
    let config = try ConfigLoader(
      options: options, arguments: arguments, environment: Environment.current
    ).load(plans: named.isEmpty ? [FilePath(".")] : named)
    complain(about: config.effective)
    let choice = PanelChoice(
      options: options, config: config.effective, trees: EnvironmentGuard.trees(around: named))
    try choice.checkNames()
    async let loaded = RubricLoader.load(options.rubric, config, arguments)
    let inputs: PlanInputs
    do {
      inputs = try PlanInputs(named.isEmpty ? PlanFinder.plans(config) : named)
    } catch {
      // a slip in an option is told before a plan that is not there
      _ = try await loaded
      throw error
    }
    let setUp = CheckSetUp(options: options, config: config.effective, console: console)
    let repository = try await compared(inputs, setUp)
    let rubric = try await loaded
    let context = try context(config, choice)
    let shelf = try await RepositoryShelf(
      plans: repository.plans, choice: choice, arguments: arguments)
    let factory = ReviewerFactory(
      arguments: arguments, setUp: setUp, state: try modelState(choice), shelf: shelf)
    let checks = try PlanCheck.all(repository.plans, choice: choice) { holders in
      setUp.pipeline(
        rubric: rubric.rubric, context: context, repository: repository, shelf: shelf,
        holders: holders, panel: try factory.panel(holders))
    }
    let targets = try ReportTargets(
      options.reports, arguments,
      inputs: inputs.files + config.files + config.contextFiles + filesRead(by: checks),
      state: try? StateFolder(environment: Environment.current).path)
    let departures = try await cleared(Departures(checks, options: options), factory) {
      guard !$0.areNone else { return }
      try OutboundFiles(
        options: options, config: config, named: inputs.paths + ownRubric, keys: $0.keys
      )
      .check($0.plans(of: repository.plans), rubric: rubric, context: context)
    }
    announce(checks, departures)
    let results = await CheckRun(options: options, console: console).results(of: departures.checks)
    await factory.shutdown()
    let code = conclude(results, targets)
    // behind the report, for which nobody shall wait
    factory.state?.store.settle()
    return code
  }

  /// Rules read no context.
  private func context(
    _ config: LoadedConfig, _ choice: PanelChoice
  ) throws(FileTrouble) -> ProjectContext? {
    guard choice.mayAskModels else { return nil }
    return try ContextLoader.load(config) { if !options.quiet { console.complain($0) } }
  }

  /// The plans, each with the states of what it names.
  private func compared(
    _ inputs: PlanInputs, _ setUp: CheckSetUp
  ) async throws -> RepositoryCheck {
    let plans = try await inputs.parsed().map { try setUp.withTier($0) }
    return try RepositoryCheck(plans, options: options, arguments: arguments)
  }

  /// What leaves: said, bounded and looked at before any of it does.
  ///
  /// Which plans the free checks decide, so that they stay here, is found out first only where something
  /// depends on it: the models wait meanwhile.
  private func cleared(
    _ departures: Departures, _ factory: ReviewerFactory,
    lookingInto look: (Departures) throws -> Void
  ) async throws -> Departures {
    // what may leave with every plan may leave with some of them
    if departures.pass(options), (try? look(departures)) != nil { return departures }
    let weighed = await departures.weighed(factory.state?.secret ?? [], factory.shelf)
    try weighed.check(options)
    try look(weighed)
    return weighed
  }

  /// Shows what came of it; the exit code.
  private func conclude(_ results: [CheckResult], _ targets: ReportTargets) -> Int32 {
    let code = ExitDecision(options).code(for: results.map(\.verdict.outcome))
    complain(about: results)
    return publish(results, to: targets) || code != 0 ? code : 4
  }

  /// Everything beside the plans whose loss would hurt: replies and rubric.
  private func filesRead(by checks: [PlanCheck]) -> [FilePath] {
    let replies = checks.flatMap(\.holders).compactMap { holder -> FilePath? in
      guard case .answer = holder.means else { return nil }
      return arguments.path(endOf: holder.name, after: "answer:")
    }
    return replies + ownRubric
  }

  /// The rubric's file, where the command line names one.
  private var ownRubric: [FilePath] { options.rubric.map { [arguments.path($0)] } ?? [] }

  /// A run with rules alone needs no state, so it also works where none can be kept.
  private func modelState(
    _ choice: PanelChoice
  ) throws(FileTrouble) -> ReviewerFactory.ModelState? {
    guard choice.mayAskModels else { return nil }
    return try ReviewerFactory.ModelState(console) { [storeTroubles] trouble in
      storeTroubles.withLock { $0.append(trouble) }
    }
  }

  /// Who judges and what leaves the machine, before either happens. The terminal report repeats it, so
  /// there it is said only when something is sent.
  private func announce(_ checks: [PlanCheck], _ departures: Departures) {
    guard !options.quiet, formatName == "plain" || !departures.all.isEmpty else { return }
    var lines: [String] = []
    for check in checks {
      let line = departures.announcement(for: check.holders).line
      if !lines.contains(line) { lines.append(line) }
    }
    for line in lines + departures.warnings { console.complain(line) }
  }

  private var formatName: String {
    options.format ?? (console.outputIsTerminal ? "terminal" : "plain")
  }

  /// What a config asks for and does not get, once for all plans.
  private func complain(about config: EffectiveConfig) {
    guard !options.quiet else { return }
    for diagnostic in config.diagnostics { console.complain(diagnostic.message) }
  }

  private func complain(about results: [CheckResult]) {
    guard !options.quiet else { return }
    // many plans meet the same trouble
    var told: Set<String> = []
    for trouble in storeTroubles.withLock({ $0 }) where told.insert(trouble.message).inserted {
      console.complain(trouble.message)
    }
    for result in results {
      // a fingerprint that names nothing is a slip of the person who asked for it
      let always = result.diagnostics.filter {
        ["unknown-fingerprint", "own-family"].contains($0.code)
      }
      let rest = result.diagnostics.filter { !["config", "untrusted-config"].contains($0.code) }
      for diagnostic in options.verbose ? rest : always {
        console.complain(diagnostic.message)
      }
      guard options.verbose else { continue }
      for case .failed(let failure) in result.seats.map(\.outcome) {
        guard let detail = failure.detail, told.insert(failure.message).inserted else { continue }
        console.complain(failure.message)
        for line in detail.split(separator: "\n") { console.complain("  \(line)") }
      }
    }
  }

  /// Prints the report and writes the requested files; false when one of these could not be written.
  private func publish(_ results: [CheckResult], to targets: ReportTargets) -> Bool {
    let layout = ReportFormat.Layout(width: console.width, color: wantsColor)
    var succeeded = true
    if let format = ReportFormat.all.first(where: { $0.name == formatName }) {
      succeeded = console.print(format.render(results, layout))
    }
    let writer = AtomicFile(interruption: console.interruption)
    for (request, path) in targets.targets {
      guard let format = ReportFormat.all.first(where: { $0.name == request.format }) else {
        continue
      }
      let text = format.render(results, ReportFormat.Layout(width: 80, color: false))
      do throws(FileTrouble) {
        try writer.write(Array(text.utf8), to: path)
      } catch {
        console.complain(error.message)
        succeeded = false
      }
    }
    return succeeded
  }

  private var wantsColor: Bool {
    switch options.color {
    case .always: true
    case .never: false
    case .auto: console.outputIsTerminal && !console.refusesColor
    }
  }
}
