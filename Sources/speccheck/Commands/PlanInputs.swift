import CheckModel
import Files
import PlanParsing

/// The plans of a run, read and then parsed.
struct PlanInputs {
  /// What the user or a config named.
  let paths: [FilePath]
  private let inputs: [PlanInput]

  /// All files are opened before any plan is judged.
  init(_ paths: [FilePath]) throws(FileTrouble) {
    self.paths = paths
    guard paths.count(where: \.isDash) < 2 else {
      throw FileTrouble(message: "'-' stands for standard input and can be named only once")
    }
    var inputs: [PlanInput] = []
    for path in paths { inputs.append(try PlanLoader.load(path)) }
    self.inputs = inputs
  }

  /// Every path that was read from.
  var files: [FilePath] { paths + inputs.flatMap(\.files).map { FilePath($0.path) } }

  /// The plans in the order of the operands, parsed side by side.
  func parsed() async -> [Plan] {
    await withTaskGroup(of: (Int, Plan).self) { group in
      for (index, input) in inputs.enumerated() {
        group.addTask { (index, PlanParser.parse(input)) }
      }
      var plans = [Plan?](repeating: nil, count: inputs.count)
      for await (index, plan) in group { plans[index] = plan }
      return plans.compactMap { $0 }
    }
  }
}
