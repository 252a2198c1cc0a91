import CheckModel

extension Sample {
  static let critic = ModelIdentity(
    requested: nil, answered: "north-2", family: "north", familyBasis: .answered)
  static let builder = ModelIdentity(
    requested: nil, answered: "delta-large", family: "delta", familyBasis: .declared)
  static let answerOverrides = [
    Override(what: .answerFile, by: nil, terminal: false, reason: "seat A: critic.json"),
    Override(what: .answerFile, by: nil, terminal: false, reason: "seat B: builder.json"),
  ]

  static let exportPlan = SamplePlan(
    path: "plans/export.md",
    """
    # Export invoices as CSV

    Accountants can download the invoices of a month, because they retype them today.

    ## Tasks

    - [ ] Add `GET /invoices.csv?month=2026-01` in `app/routes/invoices.py`
    - [ ] Columns: number, date, customer, net, tax, gross; `;` between them, UTF-8 with BOM
    - [ ] Test: `pytest tests/test_export.py`, expected: 6 passed

    """)

  /// Two models agree on a good plan.
  static let ready = Sample(
    name: "ready",
    results: [
      result(
        exportPlan,
        seats: [
          SampleReview.seat(
            .a, SampleReview.answerFile(.a), model: critic,
            answers: SampleReview.answers(["coverage.1": (.no, "An empty month is not decided.")]),
            startNow: StartNow(answer: true, reason: "Small and closed.")),
          SampleReview.seat(
            .b, SampleReview.answerFile(.b), model: builder,
            answers: SampleReview.answers([:]),
            startNow: StartNow(answer: true, reason: "Every step is checkable.")),
        ],
        confidence: Confidence(
          a: SampleReview.confidence(81, ["coverage": 75], judged: 38),
          b: SampleReview.confidence(86, [:], judged: 37), combined: 83.62, gap: 5, word: .agree,
          threshold: 17, profileDisagreement: 3.1,
          byCriterion: SampleReview.gaps(["coverage": 75], [:])),
        findings: [
          merged(
            1, .minor, "What an empty month returns is not said", in: exportPlan,
            at: "GET /invoices.csv?month=2026-01", criterion: "coverage", by: [.a],
            problem: "A file with only the header line or status 404 would both be sensible.",
            fix: "Say which of the two.")
        ],
        counts: (1, 0, 0),
        unseen: UnseenEstimate(
          estimate: nil, low: nil, high: nil, matched: nil,
          why: "Too few gaps for an estimate (A 1, B 0, each needs 3)."),
        overrides: answerOverrides,
        verdict: Verdict(
          outcome: .go, code: .ready,
          reasons: [
            .init(code: "ready", message: "84 together and each above 55; no confirmed major.")
          ],
          nextActions: ["Hand plans/export.md to the executor."], rulesOnly: false))
    ])

  static let cachePlan = SamplePlan(
    path: "plans/cache.md",
    """
    # Cache the price list

    The price list is read on every request and changes twice a day.

    ## Design

    Keep it in memory for up to ten minutes. Reload it when a price changes.

    ## Tasks

    1. Add `PriceCache` with `get()` and `invalidate()`
    2. Call `invalidate()` from the importer
    3. Measure the hit rate

    ## Done when

    The page is fast enough and prices are right.

    """)

  static let cacheFindings = [
    merged(
      1, .major, "Two lifetimes for one cache", in: cachePlan,
      at: "Keep it in memory for up to ten minutes. Reload it when a price changes.",
      criterion: "consistency", kind: .contradiction, by: [.a, .b],
      problem: "Ten minutes and “when a price changes” cannot both decide when to reload.",
      consequence: "Customers may see an old price for ten minutes after a change.",
      fix: "Say whether the ten minutes are an upper bound that holds when no event arrives.",
      related: ["F3"]),
    merged(
      2, .major, "“Fast enough” has no number", in: cachePlan,
      span: cachePlan.span(from: "## Done when", to: "prices are right."),
      criterion: "verification", kind: .ambiguous, by: [.b],
      problem: "An executor cannot tell when the work is done.",
      fix: "Give the percentile and the milliseconds, and the command that measures them."),
    merged(
      3, .minor, "Several processes are not considered", in: cachePlan,
      at: "Call `invalidate()` from the importer", criterion: "coverage", kind: .missing,
      by: [.a], problem: "The importer runs in its own process and has no access to the memory.",
      fix: "Say how the other processes learn of it.", related: ["F1"]),
    merged(
      4, .minor, "Hit rate has no target", in: cachePlan, at: "Measure the hit rate",
      criterion: "verification", by: [.a, .checks], status: .waived,
      reason: "informative only in this release"),
    merged(
      5, .minor, "A step names a file that is not there", in: cachePlan,
      criterion: "grounding", by: [.b], evidence: .notFound),
  ]

  /// Two models disagree; a person decides.
  static let farApart: Sample = {
    let a = ["consistency": 50.0, "coverage": 75, "verification": 75]
    let b = ["verification": 12.5, "contracts": 50, "coverage": 50, "consistency": 75]
    return Sample(
      name: "far-apart",
      results: [
        result(
          cachePlan,
          seats: [
            SampleReview.seat(
              .a, SampleReview.answerFile(.a), model: critic,
              answers: SampleReview.answers([
                "verification.1": (.yes, "The done-when section covers the page and the prices."),
                "verification.2": (.partly, "The hit rate is measured, without a command."),
                "consistency.4": (.no, "Two rules for reloading."),
              ]), startNow: StartNow(answer: true, reason: "The design is small.")),
            SampleReview.seat(
              .b, SampleReview.answerFile(.b), model: builder,
              answers: SampleReview.answers([
                "verification.1": (.no, "“Fast enough” is no check that passes or fails."),
                "verification.2": (.no, "No command is given for any of the three tasks."),
                "verification.3": (.no, "No test is named."),
                "contracts.1": (.partly, "`get()` has no signature."),
                "consistency.4": (.partly, "Two rules for reloading, one may be a bound."),
              ]), startNow: StartNow(answer: false, reason: "I could not tell when I am done.")),
          ],
          confidence: Confidence(
            a: SampleReview.confidence(79, a, judged: 38),
            b: SampleReview.confidence(54, b, judged: 36), combined: 64.0, gap: 25,
            word: .farApart, threshold: 17, profileDisagreement: 19.75,
            byCriterion: SampleReview.gaps(
              a, b,
              why: ["coverage": ["Failure of the importer: A reads it as covered, B does not."]]
            )),
          findings: cacheFindings, counts: (7, 7, 3),
          unseen: UnseenEstimate(
            estimate: 4, low: 0, high: 17, matched: 3,
            why:
              "Both reviewers named 3 of the 11 gaps. If they search alike, about 4 more (90 %: 0–17) were seen by neither. Blind spots they share are not in this number."
          ),
          overrides: answerOverrides,
          verdict: Verdict(
            outcome: .hold, code: .farApart,
            reasons: [
              .init(code: "far-apart", message: "The two reviewers are 25 points apart."),
              .init(code: "start", message: "B would not let the executor start."),
            ],
            nextActions: ["Answer the two questions above in the plan, then run it again."],
            decisions: [
              .init(
                question: "When is the price list reloaded: on every change, or after ten minutes?",
                sideA: "A: both, and the ten minutes are an upper bound.",
                sideB: "B: the text gives two rules, and an executor would build one of them.",
                costIfWrong: "Customers pay an old price for up to ten minutes.",
                findings: ["F1", "F3"]),
              .init(
                question: "How fast is fast enough?",
                sideA: "A gives 75. The section is a goal, not a check.",
                sideB: "B gives 13. Without a number nobody can say that it is done.",
                costIfWrong: "Days of tuning, or a page that is still slow.", findings: ["F2"]),
            ], rulesOnly: false))
      ])
  }()

  /// Seat B failed; the healthy seat is still shown.
  static let incomplete = Sample(
    name: "incomplete",
    results: [
      result(
        exportPlan,
        seats: [
          SampleReview.seat(
            .a, SampleReview.answerFile(.a), model: critic, answers: SampleReview.answers([:])),
          SeatResult(
            seat: .b, lens: .executor, reviewer: SampleReview.answerFile(.b),
            outcome: .failed(
              ReviewFailure(
                .schemaInvalid,
                message:
                  "builder.json:12:3: question verification.2 is answered twice; ask for the reply again",
                detail: "first at line 11")), milliseconds: 0.5),
        ],
        confidence: Confidence(
          a: SampleReview.confidence(81, ["coverage": 75], judged: 38), b: nil, combined: nil,
          gap: nil, word: nil, threshold: 17, profileDisagreement: nil, byCriterion: []),
        findings: [], overrides: [answerOverrides[0]],
        verdict: Verdict(
          outcome: .incomplete, code: .failed,
          reasons: [.init(code: "failed", message: "Seat B gave no valid review.")],
          nextActions: [
            "Ask the second reviewer again with speccheck prompt plans/export.md --seat B."
          ],
          rulesOnly: false))
    ])

  /// A model on one seat, rules on the other.
  static let oneModel: Sample = {
    let a = ["coverage": 75.0, "verification": 50]
    let b = ["coverage": 50.0, "verification": 75, "grounding": 50]
    return Sample(
      name: "one-model",
      results: [
        result(
          exportPlan,
          seats: [
            SampleReview.seat(
              .a, SampleReview.answerFile(.a), model: critic, answers: SampleReview.answers([:])),
            SampleReview.seat(
              .b, SampleReview.rules(.b),
              answers: SampleReview.answers(["grounding.2": (.partly, "1 of 2 paths exists.")])),
          ],
          confidence: Confidence(
            a: SampleReview.confidence(77, a, judged: 38),
            b: SampleReview.confidence(70, b, judged: 24), combined: 77, gap: nil, word: nil,
            threshold: 17, profileDisagreement: 12, byCriterion: SampleReview.gaps(a, b)),
          findings: [], overrides: [answerOverrides[0]],
          verdict: Verdict(
            outcome: .hold, code: .oneModel,
            reasons: [.init(code: "one-model", message: "Only one model has read the plan.")],
            nextActions: ["Name a second reviewer of another family with -r."], rulesOnly: false))
      ])
  }()
}
