import CheckModel

extension MutationOperator {
  static let addTests = sentence(
    "add-tests", .lexical,
    rules: ["tests-unspecified", "vague-verification", "task-no-verification"],
    criterion: "verification",
    ["Add tests.", "Write tests for the above.", "Cover it with unit tests."])
}
