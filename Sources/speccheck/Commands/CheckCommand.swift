import CheckModel
import CheckPipeline
import CommandLine
import Configuration
import HTTPClient
import ModelReviewers
import ReplyStore
import Reporting

/// `speccheck check PLAN...`: judges plans and reports on them.
struct CheckCommand {
  private let options: Options
  private let operands: [String]
  private let arguments: Arguments
  private let console: Console

  init(_ invocation: Invocation, arguments: Arguments, console: Console) {
    options = invocation.options
    operands = invocation.operands
    self.arguments = arguments
    self.console = console
  }

  /// The exit code, decided before anything is rendered.
  func run() async throws -> Int32 {
    let config = try ConfigLoader(
      options: options, arguments: arguments, environment: Environment.current
    ).load(plans: operands.map(arguments.path))
    complain(about: config.effective)
    let choice = PanelChoice(options: options, config: config.effective)
    try choice.checkNames()
    async let loaded = RubricLoader.load(options.rubric, config, arguments)
    let inputs: PlanInputs
    do {
      inputs = try PlanInputs(operands, arguments)
    } catch {
      // a slip in an option is told before a plan that is not there
      _ = try await loaded
      throw error
    }
    let setUp = CheckSetUp(options: options, config: config.effective, console: console)
    let plans = try await inputs.parsed().map { try setUp.withTier($0) }
    let rubric = try await loaded
    let factory = ReviewerFactory(
      arguments: arguments, options: options, state: try modelState(for: inputs.operands, choice),
      desk: setUp.desk, catalogue: setUp.catalogue,
      transport: CurlTransport(trust: TLSTrust(environment: Environment.current)),
      spending: Spending(maxTokens: options.maxTokens, maxUSD: options.maxCost))
    let checks = try PlanCheck.all(plans, choice: choice) { holders in
      setUp.pipeline(rubric: rubric.rubric, holders: holders, panel: try factory.panel(holders))
    }
    let targets = try ReportTargets(
      options.reports, arguments, inputs: inputs.files + config.files + filesRead(by: checks))
    let departures = await Departures(checks, options: options, secret: factory.state?.secret ?? [])
    try departures.check(options)
    if !departures.all.isEmpty {
      let named = inputs.operands + (options.rubric.map { [arguments.path($0)] } ?? [])
      try OutboundFiles(options: options, config: config, named: named).check(plans, rubric: rubric)
    }
    announce(checks)
    let results = await judge(checks)
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
    return replies + (options.rubric.map { [arguments.path($0)] } ?? [])
  }

  /// A run with rules alone needs no state, so it also works where none can be kept.
  private func modelState(
    for paths: [FilePath], _ choice: PanelChoice
  ) throws(FileTrouble) -> ReviewerFactory.ModelState? {
    let environment = Environment.current
    guard choice.mayAskModels else { return nil }
    let folder = try StateFolder(environment: environment)
    let interruption = console.interruption
    return ReviewerFactory.ModelState(
      secret: try folder.nonceSecret(writingBy: AtomicFile(interruption: interruption)),
      store: ReplyStore(
        folder: folder.path.appending(Array("replies".utf8)).bytes,
        report: { [console, verbose = options.verbose] diagnostic in
          if verbose { console.complain(diagnostic.message) }
        }, undisturbed: { interruption.held($0) }))
  }

  /// The results in the order of the plans; `--concurrency` of them at once.
  private func judge(_ checks: [PlanCheck]) async -> [CheckResult] {
    await withTaskGroup(of: (Int, CheckResult).self) { group in
      var results = [CheckResult?](repeating: nil, count: checks.count)
      var next = 0
      func startNext() {
        guard next < checks.count else { return }
        let index = next
        next += 1
        let check = checks[index]
        group.addTask {
          (index, await check.pipeline.check(check.plan, as: RunClock.identity()))
        }
      }
      for _ in 0..<max(1, options.concurrency) { startNext() }
      for await (index, result) in group {
        results[index] = result
        startNext()
      }
      return results.compactMap { $0 }
    }
  }

  /// Who judges, before anything is judged; the terminal report says it by itself.
  private func announce(_ checks: [PlanCheck]) {
    guard !options.quiet, formatName == "plain" else { return }
    for check in checks.prefix(1) {
      let names = check.holders.map { "\($0.seat.rawValue) \($0.name)" }
      console.complain("\(names.joined(separator: ", ")); nothing leaves this machine")
    }
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
    for result in results {
      // a fingerprint that names nothing is a slip of the person who asked for it
      let always = result.diagnostics.filter {
        ["unknown-fingerprint", "own-family"].contains($0.code)
      }
      let rest = result.diagnostics.filter { !["config", "untrusted-config"].contains($0.code) }
      for diagnostic in options.verbose ? rest : always {
        console.complain(diagnostic.message)
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
