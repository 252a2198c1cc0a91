import CheckModel

extension Sample {
  /// Seat A gave three samples, seat B two sittings; the points of all are shown.
  static let repeated: Sample = {
    var a = SampleReview.confidence(71, ["coverage": 75], judged: 38)
    a.repeats = [60, 71, 80]
    var b = SampleReview.confidence(78, [:], judged: 37)
    b.repeats = [76, 79]
    return Sample(
      name: "repeated",
      results: [
        result(
          exportPlan,
          seats: [
            SampleReview.seat(
              .a, SampleReview.answerFile(.a), model: critic, answers: SampleReview.answers([:])),
            SampleReview.seat(
              .b, SampleReview.answerFile(.b), model: builder, answers: SampleReview.answers([:])),
          ],
          confidence: Confidence(
            a: a, b: b, combined: 74.6, gap: 7, word: .agree, threshold: 18,
            profileDisagreement: 2, byCriterion: SampleReview.gaps(["coverage": 75], [:])),
          findings: [
            merged(
              1, .info, "What an empty month returns is not said", in: exportPlan,
              at: "GET /invoices.csv?month=2026-01", criterion: "coverage", by: [.a],
              problem: "What an empty month returns is not said. (Found in 1 of 3 reviews.)")
          ],
          overrides: answerOverrides,
          verdict: Verdict(
            outcome: .go, code: .ready,
            reasons: [.init(code: "ready", message: "75 together and each above 55.")],
            nextActions: ["Hand plans/export.md to the executor."], rulesOnly: false))
      ])
  }()

  /// Nobody was asked: A's review is of an earlier version, nothing is kept of B.
  static let storedOnly: Sample = {
    var a = SampleReview.seat(
      .a, SampleReview.answerFile(.a), model: critic, answers: SampleReview.answers([:]))
    if case .review(var review) = a.outcome {
      review.fromLedger = true
      review.isOfEarlierVersion = true
      a.outcome = .review(review)
    }
    return Sample(
      name: "stored-only",
      results: [
        result(
          exportPlan,
          seats: [
            a,
            SeatResult(
              seat: .b, lens: .executor, reviewer: SampleReview.answerFile(.b),
              outcome: .skipped(reason: "nobody is asked, and no earlier review is kept"),
              milliseconds: 0),
          ],
          confidence: Confidence(
            a: SampleReview.confidence(81, ["coverage": 75], judged: 38), b: nil, combined: nil,
            gap: nil, word: nil, threshold: 17, profileDisagreement: nil, byCriterion: []),
          findings: [
            merged(
              1, .minor, "What an empty month returns is not said", in: exportPlan,
              at: "GET /invoices.csv?month=2026-01", criterion: "coverage", by: [.a],
              evidence: .drifted,
              problem:
                "What an empty month returns is not said. (Said of an earlier version of the plan.)"
            )
          ],
          overrides: [answerOverrides[0]],
          verdict: Verdict(
            outcome: .hold, code: .storedOnly,
            reasons: [
              .init(
                code: "stored-only",
                message: "Nobody was asked (--no-send): nothing is kept from B.")
            ],
            nextActions: ["Check it without --no-send to have exactly this text reviewed."],
            rulesOnly: false))
      ])
  }()
}
