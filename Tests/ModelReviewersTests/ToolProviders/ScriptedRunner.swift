import Subprocess

/// A runner that plays a list of endings, and remembers what it was asked to run.
actor ScriptedRunner: ProgramRunner {
  private var steps: [Result<ProgramResult, ProgramFailure>]
  private(set) var calls: [ProgramCall] = []

  init(_ steps: [Result<ProgramResult, ProgramFailure>]) { self.steps = steps }

  /// Each a program that ends well.
  init(_ outputs: String...) {
    steps = outputs.map { .success(Self.result($0)) }
  }

  static func result(
    _ output: String, _ ending: ProgramResult.Ending = .exited(0), errors: String = ""
  ) -> ProgramResult {
    ProgramResult(
      ending: ending, output: Array(output.utf8), errors: Array(errors.utf8), time: .seconds(1))
  }

  func run(
    _ call: ProgramCall, onPiece: @escaping @Sendable (ProgramPiece) -> Void
  ) async throws(ProgramFailure) -> ProgramResult {
    calls.append(call)
    guard !steps.isEmpty else { throw ProgramFailure(.missing) }
    let result = try steps.removeFirst().get()
    onPiece(.output(result.output))
    return result
  }

  /// What the programs were given.
  var inputs: [String] { calls.map { String(decoding: $0.input, as: UTF8.self) } }
}
