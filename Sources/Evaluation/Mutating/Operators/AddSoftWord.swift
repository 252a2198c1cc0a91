import CheckModel

extension MutationOperator {
  static let addSoftWord = sentence(
    "add-soft-word", .lexical,
    rules: ["vague-criterion", "vague-verification", "unquantified-quality"], criterion: "clarity",
    [
      "Show a suitable message.", "Choose a reasonable timeout.", "The page must load quickly.",
      "The form must be easy to use.", "Handle large files efficiently.",
      "Keep the memory use low.", "Use an appropriate buffer size.", "The layout must look modern.",
      "The search must be robust.", "Give the errors sensible names.",
      "The dialog should be intuitive.", "Users get a seamless transition.",
      "The importer must be performant.", "The module has to stay flexible.",
      "Provide a clean interface.", "The list should look nice.", "The animation must be smooth.",
      "Use an efficient algorithm.", "Keep the settings simple.", "Adequate contrast is required.",
    ])
}
