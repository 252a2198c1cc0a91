import CheckModel

/// Turns two reviews and the merged findings into a verdict. Pure arithmetic: the same input always
/// gives the same decision.
package enum Decider {
  /// Decides a run whose seats were asked, also when one or both of them failed.
  package static func decide(_ input: DecisionInput) -> Decision {
    let standing = Standing(input)
    return decision(on: standing, by: VerdictTable.rulings(on: standing))
  }

  /// What the free checks decide alone, before anything is sent: a secret, text aimed at the reviewer,
  /// a document that is no open plan, a confirmed blocker. Nil when the seats have to be asked.
  ///
  /// The input's merged findings are those of the checks alone, its seats the skipped ones that the
  /// report will show.
  package static func decideByChecks(_ input: DecisionInput) -> Decision? {
    let standing = Standing(input)
    let rulings = VerdictTable.rulingsOfChecks(on: standing)
    return rulings.isEmpty ? nil : decision(on: standing, by: rulings)
  }

  private static func decision(on standing: Standing, by rulings: [Ruling]) -> Decision {
    let matched = rulings.first ?? VerdictTable.notEnough(standing)
    // a GO is no further reason for a stop
    let others = rulings.dropFirst().filter { $0.outcome != .go }
    let reasons = ([matched] + others).map { ruling in
      Verdict.Reason(code: ruling.reason.code.rawValue, message: ruling.reason.message)
    }
    let verdict = Verdict(
      outcome: matched.outcome, code: matched.reason.code, reasons: reasons,
      nextActions: NextActions(standing).after(matched),
      decisions: matched.outcome == .hold
        ? DecisionCards(standing).cards(for: matched.reason.code) : [],
      rulesOnly: standing.panel == .rules)
    return Decision(
      confidence: standing.confidence, unseen: UnseenGaps.estimate(standing), verdict: verdict,
      policy: standing.policy)
  }
}
