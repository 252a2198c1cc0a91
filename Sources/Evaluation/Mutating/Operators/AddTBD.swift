import CheckModel

extension MutationOperator {
  static let addTBD = sentence(
    "add-tbd", .lexical, rules: ["placeholder-marker", "deferred-work", "template-residue"],
    criterion: "selfcontained", severity: .major,
    [
      "The upper limit is TBD.", "TODO: decide on the name.", "Its owner is (TBD).",
      "The limit is tbd.", "Wait ??? seconds.", "The port is to be determined.",
      "The key is XXX.", "Keep the files [NEEDS CLARIFICATION].", "FIXME: the wording is wrong.",
      "The default is [TBD].", "The exact text is not decided yet.", "Size: TBC.",
      "[NEEDS CLARIFICATION: which roles may do this?]",
    ])
}
