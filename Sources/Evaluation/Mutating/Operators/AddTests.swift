import CheckModel

extension MutationOperator {
  static let addTests = sentence(
    "add-tests", .lexical,
    rules: ["tests-unspecified", "vague-verification", "task-no-verification"],
    criterion: "verification",
    [
      "Add tests.", "Write tests for the above.", "Cover it with unit tests.",
      "Add unit and integration tests.", "Make sure that it is tested.", "Update the tests.",
      "Tests must be added.", "Test it thoroughly.", "Ensure good test coverage.",
      "There must be tests for it.", "Add a test for this.", "Write appropriate tests.",
    ])
}
