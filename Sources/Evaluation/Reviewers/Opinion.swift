package import CheckModel

/// What one reviewer said about one plan of a corpus through one lens.
package struct Opinion: Sendable {
  /// The name of the plan in the corpus.
  package let subject: String
  /// Nil for the plan as the corpus has it.
  package let version: PlanVersion?
  package let lens: Lens
  /// All valid reviews, in the order asked.
  package let reviews: [Review]
  /// For each of them what a person said of its findings, by their index.
  package let judgements: [[Int: Judgements.Judgement]]
  /// One sentence for each answer that was no valid review.
  package let failures: [String]
  /// How long one review took; nil where nobody measured.
  package let milliseconds: Double?

  package init(
    subject: String, version: PlanVersion? = nil, lens: Lens, reviews: [Review],
    judgements: [[Int: Judgements.Judgement]] = [], failures: [String] = [],
    milliseconds: Double? = nil
  ) {
    self.subject = subject
    self.version = version
    self.lens = lens
    self.reviews = reviews
    self.judgements = reviews.indices.map {
      judgements.indices.contains($0) ? judgements[$0] : [:]
    }
    self.failures = failures
    self.milliseconds = milliseconds
  }
}

/// A reviewer that is measured, with all that it said.
package struct MeasuredReviewer: Sendable {
  /// As the user named it: a SPEC, or a folder of replies. Both rule reviewers are one, `rules`.
  package let name: String
  package let isRules: Bool
  /// By plan, lens and version.
  package let opinions: [Opinion]

  package init(name: String, isRules: Bool = false, opinions: [Opinion]) {
    self.name = name
    self.isRules = isRules
    self.opinions = opinions
  }

  /// What it said about a plan, or a version of it, through a lens; nil where it was not asked.
  package func opinion(
    on subject: String, _ lens: Lens, version: PlanVersion? = nil
  ) -> Opinion? {
    opinions.first { $0.subject == subject && $0.lens == lens && $0.version == version }
  }
}
