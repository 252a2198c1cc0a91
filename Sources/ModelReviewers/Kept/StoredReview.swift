package import CheckModel
package import ReplyStore
package import Reviewing

extension StoredReply {
  /// The reply read as a review of the plan that it answers; throws what a reply is refused for.
  package func review(
    for request: ReviewRequest, by reviewer: ReviewerIdentity, secret: [UInt8]
  ) throws(ReviewFailure) -> Review {
    review(try decoded(for: request, by: reviewer, secret: secret), request, reviewer)
  }

  /// The same of a reply that was read when it came.
  func review(
    of reply: Reply, for request: ReviewRequest, by reviewer: ReviewerIdentity
  ) -> Review {
    review(reply, request, reviewer)
  }

  private func decoded(
    for request: ReviewRequest, by reviewer: ReviewerIdentity, secret: [UInt8]
  ) throws(ReviewFailure) -> Reply {
    try ReplyDecoder(
      plan: request.plan, rubric: request.rubric, lens: request.lens, context: request.context,
      secret: secret, name: reviewer.name
    ).decode(reply)
  }

  /// The reply to an earlier version, moved with the text it speaks of: quotes are looked up in today's
  /// plan, a finding whose quote is gone is dropped, and the others say where they come from.
  package func review(
    ofEarlierVersion planSHA256: String, for request: ReviewRequest, by reviewer: ReviewerIdentity,
    secret: [UInt8]
  ) throws(ReviewFailure) -> Review {
    let decoder = ReplyDecoder(
      plan: request.plan, earlierVersion: planSHA256, rubric: request.rubric, lens: request.lens,
      context: request.context, secret: secret, name: reviewer.name)
    var review = review(try decoder.decode(reply), request, reviewer)
    review.fromLedger = true
    review.isOfEarlierVersion = true
    review.findings = review.findings.filter { $0.evidence != .notFound }.map { finding in
      var finding = finding
      finding.problem += " (Said of an earlier version of the plan.)"
      return finding
    }
    return review
  }

  private func review(
    _ reply: Reply, _ request: ReviewRequest, _ reviewer: ReviewerIdentity
  ) -> Review {
    var review = reply.review(
      of: request.plan, seat: request.seat, lens: request.lens, reviewer: reviewer, model: model)
    review.usage = usage
    review.attempts = attempts
    review.sitting = sitting
    return review
  }
}
