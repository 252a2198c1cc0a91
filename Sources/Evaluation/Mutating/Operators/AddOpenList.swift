import CheckModel

extension MutationOperator {
  static let addOpenList = sentence(
    "add-open-list", .lexical, rules: ["open-ended-list"], criterion: "clarity",
    [
      "Accept the endings csv, tsv, etc.", "Write down name, date, size and so on.",
      "Reject blanks, tabs and the like.", "Show title, author, year, and so forth.",
      "Support PDF, DOCX and similar.", "Clear the cookies, the cache and more.",
      "Validate length, charset, …", "Strip quotes/commas/etc.",
      "Accept dates, including but not limited to ISO forms.", "Hide mail, phone, among others.",
      "Handle timeouts, resets, etc., with one message.",
    ])
}
