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

  /// `--concurrency` of them at once.
  private func judged(
    _ checks: [PlanCheck], progress: @Sendable (Int) -> PanelProgress
  ) async -> [CheckResult] {
    await withTaskGroup(of: (Int, CheckResult).self) { group in
      var results = [CheckResult?](repeating: nil, count: checks.count)
      var next = 0
      func startNext() {
        guard next < checks.count else { return }
        let index = next
        next += 1
        let check = checks[index]
        let progress = progress(index)
        group.addTask {
          let run = RunClock.identity()
          return (index, await check.pipeline.check(check.plan, as: run, progress: progress))
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
}
