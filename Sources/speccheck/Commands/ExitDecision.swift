import CheckModel
import CommandLine

/// The exit code of a run over its plans' outcomes.
struct ExitDecision {
  private let failOn: FailOn
  private let exitZero: Bool

  init(_ options: Options) {
    failOn = options.failOn ?? .hold
    exitZero = options.exitZero
  }

  /// The gravest outcome decides: NO-GO, then INCOMPLETE, then HOLD.
  func code(for outcomes: [Verdict.Outcome]) -> Int32 {
    guard !exitZero else { return 0 }
    let gravest: [Verdict.Outcome] = [.noGo, .incomplete, .hold]
    let outcome = gravest.first { outcomes.contains($0) && fails($0) }
    return outcome?.exitCode ?? 0
  }

  /// `--fail-on` moves the line between 0 and not 0; a seat that gave no review never exits 0 by it.
  private func fails(_ outcome: Verdict.Outcome) -> Bool {
    switch outcome {
    case .go: false
    case .hold: failOn == .hold
    case .noGo, .incomplete: true
    }
  }
}
