import CheckModel

extension MutationOperator {
  /// A sentence behind one of the work says something of an existing file that is not so; needs a plan that was
  /// compared with its working tree.
  static let falseStatement = MutationOperator(
    "false-statement", .semantic,
    rules: ["false-about-code", "symbol-not-found", "line-ref-beyond"],
    criterion: "grounding", severity: .major
  ) { plan, choice in
    let paths = plan.existingPaths.map(\.text).filter { $0.contains(".") }
    guard plan.language == "en", let place = choice.one(of: plan.workPlaces),
      let path = choice.one(of: paths)
    else { return nil }
    let sentences = [
      "The function `normalize_all()` in `\(path)` already does this for every caller.",
      "`\(path)` already exports the helper `tidyEverything`.",
      "`check_twice()` (`\(path)`) currently logs each call.",
      "Reuse the existing `openSafely()` of `\(path)`.",
      "Today `\(path)` keeps its state in the class `StateKeeper`.",
      "The limit stands in `\(path):4217`.",
    ]
    guard let sentence = choice.one(of: sentences) else { return nil }
    return Mutant(plan, [Edit(place.span, place.lead + sentence)], within: place.span)
  }
}

extension Plan {
  /// The paths in prose that the working tree has as they are written.
  fileprivate var existingPaths: [Reference] {
    references.filter { reference in
      reference.kind == .path && reference.state == .exists && reference.suggestion == nil
        && !reference.text.hasSuffix("/") && text(of: reference.span) == reference.text
    }
  }
}
