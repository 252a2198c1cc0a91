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
    ])
}
