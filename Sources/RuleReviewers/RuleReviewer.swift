package import CheckModel
package import Reviewing

/// A reviewer made of rules: it answers by counting evidence and finds by rules, and never approves.
///
/// Its confidence is a rule score. That no rule objects says nothing about a plan's quality.
package struct RuleReviewer: Reviewer {
  package let lens: Lens
  private let catalogue: RuleCatalogue
  private let desk: RuleDesk

  /// - Parameter desk: shared by all that judge one plan by rules, so that it is read once.
  package init(
    lens: Lens, catalogue: RuleCatalogue = .standard, desk: RuleDesk = RuleDesk()
  ) {
    self.lens = lens
    self.catalogue = catalogue
    self.desk = desk
  }

  package var identity: ReviewerIdentity {
    ReviewerIdentity(name: "rules/\(lens.rawValue)", kind: .rules)
  }

  /// Never throws: every plan that parses can be judged. The request's lens is not looked at, a rule
  /// reviewer keeps its own.
  package func review(_ request: ReviewRequest) async throws(ReviewFailure) -> Review {
    let rules = catalogue.rules(for: lens)
    await desk.begin(request.plan, request.rubric, rules)
    return Review(
      seat: request.seat, lens: lens, reviewer: identity,
      answers: await desk.answers(about: request.plan, request.rubric),
      findings: await desk.findings(of: rules, in: request.plan))
  }
}
