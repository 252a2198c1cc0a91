import CheckModel

extension MutationOperator {
  /// A criterion with a value becomes one that means something else to everybody.
  static let softenCriterion = MutationOperator(
    "soften-criterion", .lexical,
    rules: [
      "vague-criterion", "vague-verification", "unquantified-quality", "generic-error-handling",
    ], criterion: "clarity"
  ) { plan, choice in
    let concrete = plan.criteria.filter(\.concrete).map(\.span)
    let texts = plan.workBlocks.compactMap { index -> Span? in
      let block = plan.blocks[index]
      guard block.kind == .paragraph, concrete.contains(where: { $0.contains(block.content) }),
        let text = plan.ownText(of: index)
      else { return nil }
      return text
    }
    let wishes = [
      "The result is shown in a suitable way.", "The answer comes quickly.",
      "It works properly.", "The page is user-friendly.", "The list looks good.",
      "Errors are handled gracefully.", "The service stays responsive.",
      "The output is easy to read.", "It behaves as expected.", "The import is reasonably fast.",
    ]
    guard plan.language == "en", let text = choice.one(of: texts), let wish = choice.one(of: wishes)
    else { return nil }
    return Mutant(plan, [Edit(text, wish)], within: text)
  }
}
