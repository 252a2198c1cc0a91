import CheckModel
import CheckPipeline
import CommandLine
import Digests
import PlanParsing
import Reporting
import RuleReviewers

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
    let seats = try SeatAssignment.panel(of: options.reviewers, swap: options.swap)
    let paths = operands.map(arguments.path)
    let config = try ConfigLoader(
      options: options, arguments: arguments, environment: Environment.current
    ).load(plans: paths)
    let rubric = try RubricLoader.load(options.rubric, config, arguments)
    let inputs = try load(paths)
    let targets = try ReportTargets(
      options.reports, arguments, inputs: filesRead(by: inputs, paths, seats))
    let desk = RuleDesk()
    let setUp = CheckSetUp(options: options, seats: seats, desk: desk, console: console)
    let factory = ReviewerFactory(
      arguments: arguments, secret: try nonceSecret(for: paths, seats), desk: desk,
      timeout: options.timeout)
    let pipeline = setUp.pipeline(rubric: rubric, panel: try factory.panel(seats))
    let plans = try inputs.map { try setUp.withTier(PlanParser.parse($0)) }
    announce(seats)
    let results = await judge(plans, by: pipeline)
    let code = ExitDecision(options).code(for: results.map(\.verdict.outcome))
    complain(about: results)
    return publish(results, to: targets) || code != 0 ? code : 4
  }

  /// All inputs are opened before any is judged.
  private func load(_ paths: [FilePath]) throws(FileTrouble) -> [PlanInput] {
    guard paths.count(where: \.isDash) < 2 else {
      throw FileTrouble(message: "'-' stands for standard input and can be named only once")
    }
    var inputs: [PlanInput] = []
    for path in paths { inputs.append(try PlanLoader.load(path)) }
    return inputs
  }

  /// Everything whose loss would hurt: the plans' files, the replies, the rubric.
  private func filesRead(
    by inputs: [PlanInput], _ paths: [FilePath], _ seats: [SeatAssignment]
  ) -> [FilePath] {
    let replies = seats.map { arguments.path(endOf: $0.reviewer.spelling, after: "answer:") }
    let rubric = options.rubric.map { [arguments.path($0)] } ?? []
    return paths + inputs.flatMap(\.files).map { FilePath($0.path) } + replies + rubric
  }

  /// A run with rules alone needs no state, so it also works where none can be kept.
  private func nonceSecret(
    for paths: [FilePath], _ seats: [SeatAssignment]
  ) throws(FileTrouble) -> [UInt8]? {
    let environment = Environment.current
    let asksModels = seats.contains { if case .answer = $0.reviewer { true } else { false } }
    guard asksModels else { return nil }
    return try StateFolder(environment: environment).nonceSecret(
      writingBy: AtomicFile(interruption: console.interruption))
  }

  /// The results in the order of the plans; `--concurrency` of them at once.
  private func judge(_ plans: [Plan], by pipeline: CheckPipeline) async -> [CheckResult] {
    await withTaskGroup(of: (Int, CheckResult).self) { group in
      var results = [CheckResult?](repeating: nil, count: plans.count)
      var next = 0
      func startNext() {
        guard next < plans.count else { return }
        let index = next
        next += 1
        let plan = plans[index]
        group.addTask { (index, await pipeline.check(plan, as: RunClock.identity())) }
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
  private func announce(_ seats: [SeatAssignment]) {
    guard !options.quiet, formatName == "plain" else { return }
    let names = seats.map { "\($0.seat.rawValue) \($0.reviewer.spelling)" }
    console.complain("\(names.joined(separator: ", ")); nothing leaves this machine")
  }

  private var formatName: String {
    options.format ?? (console.outputIsTerminal ? "terminal" : "plain")
  }

  private func complain(about results: [CheckResult]) {
    guard !options.quiet else { return }
    for result in results {
      // a fingerprint that names nothing is a slip of the person who asked for it
      let always = result.diagnostics.filter { $0.code == "unknown-fingerprint" }
      for diagnostic in options.verbose ? result.diagnostics : always {
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
