import CheckModel

/// `docs/generated/faults.md`: what becomes of each fault, vendor by vendor.
enum FaultPage {
  static var markdown: String {
    var text = """
      # Faults

      What can go wrong when a model is asked, and what becomes of the seat. The tests play each of
      these faults against seat A, against seat B and against both, through the whole path: no failed
      seat ever ends in GO, and the review on the other seat is kept.

      ## Over HTTP

      A dash means that the vendor has no such answer.

      """
    for table in FaultTable.all { text += section(table) }
    text += "\n## Programs\n"
    for table in FaultTable.programs { text += section(table) }
    text += """

      ## Agents

      Claude Code goes wrong on seat A, Codex on seat B. A dash means that the agent does no such thing,
      or says it otherwise.

      """
    for table in FaultTable.agents { text += section(table) }
    return text
  }

  private static func section(_ table: FaultTable) -> String {
    let names = table.kinds.map { "`\($0.rawValue)`" }
    let head = row(["fault"] + names) + row([String](repeating: "---", count: names.count + 1))
    return "\n### \(table.title)\n\n" + head
      + table.faults.map { fault in
        row([fault.title] + table.kinds.map { word(fault.result(for: $0)) })
      }.joined()
  }

  private static func word(_ result: Fault.Result) -> String {
    switch result {
    case .failure(let failureClass): failureClass.rawValue
    case .review: "a review"
    case .noSuchAnswer: "–"
    }
  }

  private static func row(_ cells: [String]) -> String {
    "| " + cells.joined(separator: " | ") + " |\n"
  }
}
