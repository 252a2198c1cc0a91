/// What plans are judged by: criteria of four questions each.
package struct Rubric: Sendable, Hashable {
  package var name: String
  /// SHA-256 of the file's bytes, lowercase hex.
  package var sha256: String
  package var criteria: [Criterion]

  package init(name: String, sha256: String, criteria: [Criterion]) {
    self.name = name
    self.sha256 = sha256
    self.criteria = criteria
  }

  /// The criterion of that id; nil when there is none.
  package func criterion(_ id: String) -> Criterion? { criteria.first { $0.id == id } }

  /// All questions in order, 40 in the default rubric.
  package var questions: [Question] { criteria.flatMap(\.questions) }

  /// The question of that id; nil when there is none.
  package func question(_ id: String) -> Question? { questions.first { $0.id == id } }
}

/// One thing a plan is judged by.
package struct Criterion: Sendable, Hashable {
  /// On which tiers a weak criterion alone keeps a plan from GO.
  package enum Gate: String, Sendable, Hashable { case never, always, highTier }

  /// A short lowercase word: `verification`.
  package var id: String
  package var title: String
  /// One sentence that says what is looked at.
  package var summary: String
  /// Points out of 100 in the low and normal tiers.
  package var weight: Double
  /// Points out of 100 in the high tier.
  package var highTierWeight: Double
  /// The factor on the weight for each lens (own 1.5, other 0.75, shared 1), before renormalising to 100.
  package var lensFactors: [Lens: Double]
  package var gate: Gate
  /// What 0, 25, 50, 75 and 100 look like; five sentences.
  package var anchors: [String]
  package var questions: [Question]

  package init(
    id: String, title: String, summary: String, weight: Double, highTierWeight: Double,
    lensFactors: [Lens: Double], gate: Gate, anchors: [String], questions: [Question]
  ) {
    self.id = id
    self.title = title
    self.summary = summary
    self.weight = weight
    self.highTierWeight = highTierWeight
    self.lensFactors = lensFactors
    self.gate = gate
    self.anchors = anchors
    self.questions = questions
  }

  /// Whether the criterion is a gating one in this tier.
  package func gates(in tier: RiskTier) -> Bool {
    gate == .always || (gate == .highTier && tier == .high)
  }
}

/// A yes/no question about the plan.
package struct Question: Sendable, Hashable {
  /// The criterion and the number: `verification.2`.
  package var id: String
  package var criterion: String
  package var text: String
  /// Marked †: many kinds of plan rightly have nothing to say here, `n/a` costs no coverage.
  package var oftenNotApplicable: Bool

  package init(id: String, criterion: String, text: String, oftenNotApplicable: Bool) {
    self.id = id
    self.criterion = criterion
    self.text = text
    self.oftenNotApplicable = oftenNotApplicable
  }
}

/// What a reviewer looks for first.
package enum Lens: String, Sendable, Codable, CaseIterable {
  /// The right and complete thing?
  case planner
  /// Could I build it without asking?
  case executor
}

/// One of the two places at the table.
package enum Seat: String, Sendable, Codable, CaseIterable, CodingKeyRepresentable {
  case a = "A"
  case b = "B"

  /// The lens of a seat unless `--swap` exchanges them.
  package var usualLens: Lens { self == .a ? .planner : .executor }
}
