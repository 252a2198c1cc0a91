import CheckModel
import CheckPipeline
import CommandLine
import Reviewing

/// Judges plans side by side, with the progress of the models that are asked.
struct CheckRun {
  let options: Options
  let console: Console

  /// The results in the order of the plans, with the models' progress shown meanwhile.
  func results(of checks: [PlanCheck]) async -> [CheckResult] {
    let models = checks.flatMap(\.holders).filter { $0.receiver != nil }
    let display = ProgressDisplay(
      options, plans: checks.count,
      reviewers: Dictionary(models.map { ($0.seat, $0.name) }, uniquingKeysWith: { $1 }),
      console: console)
    guard let display else { return await judged(checks) { _ in .none } }
    return await display.shown { await judged(checks, progress: display.progress) }
  }

  /// About `--concurrency` of them somebody is asked at once.
  private func judged(
    _ checks: [PlanCheck], progress: @Sendable (Int) -> PanelProgress
  ) async -> [CheckResult] {
    let queue = PlanQueue(
      checks.map { PlanQueue.Entry(plan: $0.plan, pipeline: $0.pipeline, checked: $0.checked) },
      atOnce: options.concurrency)
    return await queue.results(as: { RunClock.identity() }, progress: progress)
  }
}
