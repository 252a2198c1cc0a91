internal import CheckModel

extension Shape where Input == CheckResult {
  static let confidence = Shape.object([
    Field("a", "Seat A's points.", Shape<Int>.points.orNull) { $0.confidence.a?.points },
    Field("b", "Seat B's points.", Shape<Int>.points.orNull) { $0.confidence.b?.points },
    Field("combined", "Both together.", Shape<Double>.points.orNull) { $0.confidence.combined },
    Field("gap", "Their distance; null where a seat is rules.", Shape<Int>.points.orNull) {
      $0.confidence.gap
    },
    Field("word", "For the distance.", Shape<Confidence.Word>.word.orNull) { $0.confidence.word },
    Field("threshold", "The distance that counts as far apart.", Shape<Double>.number) {
      $0.confidence.threshold
    },
    Field("thresholds", "What a GO needs.", .thresholds) { $0 },
    Field(
      "profileDisagreement", "The mean distance over the criteria.", Shape<Double>.points.orNull
    ) { $0.confidence.profileDisagreement },
    Field(
      "likelihood", "Null until calibrated from outcomes.", Shape<Likelihood>.likelihood.orNull
    ) { _ in nil },
    Field(
      "byCriterion", "How the distance comes about.",
      Shape<Confidence.CriterionGap>.criterionGap.list
    ) { $0.confidence.byCriterion },
  ])

  static let thresholds = Shape.object([
    Field("go", "Both together at least.", Shape<Double>.points) { $0.policy.go },
    Field("eachAtLeast", "Each alone at least.", Shape<Double>.points) { $0.policy.eachAtLeast },
    Field("noGo", "Below it the plan is refused.", Shape<Double>.points) { $0.policy.noGo },
  ])
}

/// How likely it is that the plan is built without rework; the ledger's outcomes make it.
struct Likelihood: Sendable {
  let a: Double
  let b: Double
  let combined: Double
  let basis: String
}

extension Shape where Input == Likelihood {
  static let likelihood = Shape.object([
    Field("a", "By seat A, 0 to 1.", Shape<Double>.number) { $0.a },
    Field("b", "By seat B, 0 to 1.", Shape<Double>.number) { $0.b },
    Field("combined", "By both, 0 to 1.", Shape<Double>.number) { $0.combined },
    Field("basis", "The outcomes it rests on.", .text) { $0.basis },
  ])
}

extension Shape where Input == Confidence.CriterionGap {
  static let criterionGap = Shape.object([
    Field("id", "The criterion's id.", .text) { $0.criterion },
    Field("a", "Seat A's score.", Shape<Double>.points.orNull) { $0.a },
    Field("b", "Seat B's score.", Shape<Double>.points.orNull) { $0.b },
    Field("gap", "Their distance.", Shape<Double>.points.orNull) { $0.gap },
    Field("why", "The questions they answered differently.", Shape<String>.text.list) { $0.why },
  ])
}
