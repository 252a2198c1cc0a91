package import CheckModel
package import Reviewing

/// Judges many plans side by side.
///
/// Only so many are asked about at once. As many others are meanwhile checked before that, or decided after it, so
/// that no model waits for this processor; more are not begun, so that memory stays flat.
package struct PlanQueue: Sendable {
  /// One plan and the path that it takes.
  package struct Entry: Sendable {
    let plan: Plan
    let pipeline: CheckPipeline
    /// What the free checks said, where they have run already.
    let checked: CheckedPlan?

    package init(plan: Plan, pipeline: CheckPipeline, checked: CheckedPlan? = nil) {
      self.plan = plan
      self.pipeline = pipeline
      self.checked = checked
    }
  }

  /// Plans that are checked at the same time, where others wait to be asked about: checking never waits, so of
  /// many begun together none would be done before all are.
  private static let checkedAtOnce = 4

  private let entries: [Entry]
  private let atOnce: Int
  private let isWaiting: Bool
  private let turns: Turns
  private let checkTurns: Turns

  /// - Parameter atOnce: plans that are asked about at the same time, at least 1.
  package init(_ entries: [Entry], atOnce: Int) {
    self.entries = entries
    self.atOnce = max(1, atOnce)
    // rules alone wait for nobody
    isWaiting = entries.contains { $0.pipeline.panel.asksOthers }
    turns = Turns(atOnce: atOnce)
    checkTurns = Turns(atOnce: isWaiting ? Self.checkedAtOnce : self.atOnce)
  }

  /// The results in the order of the plans. Whatever becomes of one plan, the others are judged.
  ///
  /// - Parameters:
  ///   - run: makes the identity of a run as it begins.
  ///   - progress: where the panel of a plan reports to, by the plan's place.
  package func results(
    as run: @escaping @Sendable () -> RunIdentity,
    progress: (Int) -> PanelProgress = { _ in .none }
  ) async -> [CheckResult] {
    await withTaskGroup(of: (Int, CheckResult).self) { group in
      var results = [CheckResult?](repeating: nil, count: entries.count)
      var next = 0
      func startNext() {
        guard next < entries.count else { return }
        let index = next
        next += 1
        let entry = entries[index]
        let progress = progress(index)
        group.addTask { (index, await result(of: entry, as: run, progress: progress)) }
      }
      for _ in 0..<(isWaiting ? 2 * atOnce : atOnce) { startNext() }
      for await (index, result) in group {
        results[index] = result
        startNext()
      }
      return results.compactMap(\.self)
    }
  }

  private func checked(_ entry: Entry) async -> CheckedPlan {
    let turn = await checkTurns.next()
    defer { turn?.end() }
    return await entry.pipeline.checked(entry.plan)
  }

  private func result(
    of entry: Entry, as run: @Sendable () -> RunIdentity, progress: PanelProgress
  ) async -> CheckResult {
    let pipeline = entry.pipeline
    let checked = if let known = entry.checked { known } else { await self.checked(entry) }
    guard pipeline.asksOthers(about: checked) else {
      let run = run()
      return pipeline.result(of: await pipeline.asked(checked, progress: progress), as: run)
    }
    let turn = await turns.next()
    defer { turn?.end() }
    let run = run()
    let asked = await pipeline.asked(checked, progress: turn?.heard(by: progress) ?? progress)
    turn?.end()
    return pipeline.result(of: asked, as: run)
  }
}
