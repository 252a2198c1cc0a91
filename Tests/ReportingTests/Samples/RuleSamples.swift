import CheckModel

extension Sample {
  static let limitPlan = SamplePlan(
    path: "docs/plans/rate-limit.md",
    """
    # Rate limiting for the public API

    Requests above a limit get status 429, so that one client cannot starve the others.

    ## Tasks

    - [ ] Add a token bucket to `Sources/Limits/Bucket.swift`, 100 requests per minute and key
    - [ ] Migrate the `clients` table and make sure everything still works
    - [ ] TODO decide where the counters live
    - [ ] Update the tests

    ## Rollout

    Run `psql -c "ALTER TABLE clients DROP COLUMN quota"` on the production database.

    """,
    tier: .high,
    because: [
      .init(file: "docs/plans/rate-limit.md", line: 8, trigger: "migration"),
      .init(file: "docs/plans/rate-limit.md", line: 14, trigger: "ALTER TABLE"),
      .init(file: "docs/plans/rate-limit.md", line: 14, trigger: "migration"),
    ])

  static let limitFindings = [
    merged(
      1, .blocker, "A column with data is dropped and there is no way back", in: limitPlan,
      at: "ALTER TABLE clients DROP COLUMN quota", criterion: "reversibility", rule: "no-rollback",
      kind: .risk, by: [.a, .b],
      problem:
        "The step deletes data on a production database; the plan has no backup before it and no step that restores it.",
      consequence: "If the release is taken back, the quotas are gone.",
      fix:
        "Add a backup before the step and the commands that restore it, or rename the column first and drop it in a later release."
    ),
    merged(
      2, .major, "The success of this task cannot be checked", in: limitPlan,
      at: "make sure everything still works", criterion: "verification",
      rule: "vague-verification", kind: .ambiguous, by: [.b],
      problem: "Nobody can say when “everything still works” is true.",
      fix: "Name the command to run and what it should print."),
    merged(
      3, .major, "A decision is left open on the main path", in: limitPlan,
      at: "TODO decide where the counters live", criterion: "selfcontained",
      rule: "placeholder-marker", by: [.a, .b],
      problem: "An executor would choose between memory, database and cache without being told.",
      fix: "Decide it here, or move the task out of this plan."),
    merged(
      4, .major, "The plan never says when it is done", in: limitPlan,
      criterion: "verification", rule: "no-acceptance", by: [.a],
      problem: "No acceptance criterion, scenario or done-when line was found in any section.",
      fix: "Add a section that lists what must be true at the end, each with a check."),
    merged(
      5, .minor, "“Update the tests” names no test", in: limitPlan, at: "Update the tests",
      criterion: "verification", rule: "task-no-verification", by: [.b],
      problem: "Which cases are added or changed is left to the executor.",
      fix: "Name the test file and the cases."),
    merged(
      6, .info, "The path does not exist yet and no task creates it", in: limitPlan,
      at: "Sources/Limits/Bucket.swift", criterion: "grounding", rule: "task-no-path",
      by: [.checks], evidence: .repository,
      problem: "The nearest existing name is `Sources/Limits/TokenBucket.swift`.",
      fix: "Say whether the file is new."),
  ]

  /// Two rule reviewers and a NO-GO.
  static let rulesOnly: Sample = {
    let no: [String: (QuestionAnswer.Answer, String)] = [
      "verification.1": (.no, "0 of 1 requirement has a check."),
      "verification.2": (.no, "0 of 4 tasks name a command with what it should print."),
      "reversibility.1": (.no, "1 step changes state, none says how to go back."),
      "intent.3": (.no, "No line says what is not to be done."),
    ]
    let answers = SampleReview.answers(no, otherwise: .notJudged)
    return Sample(
      name: "rules-only",
      results: [
        result(
          limitPlan,
          seats: [
            SampleReview.seat(.a, SampleReview.rules(.a), answers: answers),
            SampleReview.seat(.b, SampleReview.rules(.b), answers: answers),
          ],
          confidence: rules(38, 41, judged: 24, ["verification": 12.5, "reversibility": 20]),
          findings: limitFindings,
          verdict: Verdict(
            outcome: .noGo, code: .blocker,
            reasons: [
              .init(code: "blocker", message: "A rule confirms a blocker: F1."),
              .init(code: "low", message: "Both rule scores are below 50."),
            ],
            nextActions: [
              "Mend F1, then the majors F2 to F4.",
              "Run speccheck docs/plans/rate-limit.md again; it costs nothing.",
            ], rulesOnly: true))
      ])
  }()

  /// Nothing found, and still no approval by rules alone.
  static let bare = Sample(
    name: "no-findings",
    results: [
      result(
        SamplePlan(
          path: "<stdin>",
          "# Rename the flag\n\nReplace `--colour` by `--color` in `docs/cli.md`.\n",
          tier: .low,
          because: [.init(file: "<stdin>", line: 3, trigger: "every named path is documentation")]),
        seats: Seat.allCases.map {
          SampleReview.seat($0, SampleReview.rules($0), answers: SampleReview.answers([:]))
        },
        confidence: rules(88, 84, judged: 31), findings: [],
        verdict: Verdict(
          outcome: .hold, code: .rulesOnly,
          reasons: [
            .init(
              code: "rules-only",
              message: "Rules alone do not approve: no objection by a rule is no approval.")
          ],
          nextActions: ["Name two reviewers with -r, or accept with --accept-rules-only NAME."],
          rulesOnly: true))
    ])

  /// The free checks decide and nobody is asked.
  static let skipped: Sample = {
    let plan = SamplePlan(
      path: "deploy.md", "# Deploy\n\n- [ ] Run `deploy --token EXAMPLE-0000` on the host\n")
    return Sample(
      name: "skipped",
      results: [
        result(
          plan,
          seats: Seat.allCases.map {
            SeatResult(
              seat: $0, lens: $0.usualLens, reviewer: SampleReview.answerFile($0),
              outcome: .skipped(reason: "the free checks decided"), milliseconds: 0)
          },
          confidence: Confidence(
            a: nil, b: nil, combined: nil, gap: nil, word: nil, threshold: 17,
            profileDisagreement: nil, byCriterion: []),
          findings: [
            merged(
              1, .blocker, "A token stands in the plan", in: plan, at: "EXAMPLE-0000",
              rule: "secret-in-plan", kind: .secret, by: [.checks],
              problem: "Whoever reads the plan can use it.",
              fix: "Take it out and have it replaced.")
          ],
          verdict: Verdict(
            outcome: .noGo, code: .secret,
            reasons: [.init(code: "secret", message: "The plan holds a secret: F1.")],
            nextActions: ["Take the secret out, and have it replaced."], rulesOnly: false))
      ])
  }()

  /// More findings than anybody reads on a terminal.
  static let many: Sample = {
    let text = (1...300).map { "- [ ] Step \($0): handle the case properly" }
    let plan = SamplePlan(path: "big.md", "# Big\n" + text.joined(separator: "\n") + "\n")
    let findings = (1...300).map { number in
      merged(
        number, number <= 3 ? .major : number <= 200 ? .minor : .info,
        "Step \(number) says “properly”", in: plan, at: "Step \(number): handle",
        criterion: "clarity", rule: "vague-criterion", kind: .ambiguous, by: [.b],
        fix: "Say what happens.")
    }
    return Sample(
      name: "many-findings",
      results: [
        result(
          plan,
          seats: Seat.allCases.map {
            SampleReview.seat(
              $0, SampleReview.rules($0),
              answers: SampleReview.answers([:], otherwise: .no))
          },
          confidence: rules(20, 22, judged: 24, ["coverage": 0]), findings: findings,
          verdict: Verdict(
            outcome: .noGo, code: .low,
            reasons: [.init(code: "low", message: "Both rule scores are below 43.")],
            nextActions: ["Mend the majors."], rulesOnly: true))
      ])
  }()

  /// Several plans in one run.
  static let several = Sample(
    name: "several", results: bare.results + rulesOnly.results)
}
