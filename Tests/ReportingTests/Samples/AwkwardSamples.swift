import CheckModel

extension Sample {
  static let widePlan = SamplePlan(
    path: "計画/通知🔔.md",
    """
    # 通知機能 👩‍💻 をつくる

    ## タスク

    - [ ] 🚀 通知サービスを適切に実装する、必要に応じてテストも追加する
    \t- [ ]\tキュー\t`queue/worker.py`\tを直す 🇯🇵 ❤️ あとで決める
    - [ ] family 👨‍👩‍👧‍👦 and naïve cafe\u{301} are drawn right before the word maybe

    """)

  /// Ideographs, joined emoji, combining marks and tabs before the marked words.
  static let wideCharacters = Sample(
    name: "wide-characters",
    results: [
      result(
        widePlan,
        seats: Seat.allCases.map {
          SampleReview.seat($0, SampleReview.rules($0), answers: SampleReview.answers([:]))
        },
        confidence: rules(52, 49, judged: 22, ["clarity": 40]),
        findings: [
          merged(
            1, .major, "「適切に」は人によって違う", in: widePlan, at: "適切に実装する",
            criterion: "clarity", rule: "vague-criterion", kind: .ambiguous, by: [.a, .b],
            problem: "どの失敗を再送するのか、何回まで試すのかが書かれていないため、実装する人が自分で決めることになる。",
            fix: "再送の回数と間隔を書く。"),
          merged(
            2, .major, "A decision is left for later", in: widePlan, at: "あとで決める",
            criterion: "selfcontained", rule: "placeholder-marker", by: [.a]),
          merged(
            3, .minor, "“maybe” leaves a choice", in: widePlan, at: "maybe",
            criterion: "selfcontained", rule: "unresolved-choice", by: [.b]),
          merged(
            4, .minor, "An accent is one letter", in: widePlan, at: "cafe\u{301}",
            criterion: "clarity", rule: "identifier-variant", by: [.checks]),
        ],
        verdict: Verdict(
          outcome: .hold, code: .rulesOnly,
          reasons: [.init(code: "rules-only", message: "Rules alone do not approve.")],
          nextActions: ["Name two reviewers with -r."], rulesOnly: true))
    ])

  /// Every field carries something that would take over a terminal.
  static let attack = "\u{1B}]0;owned\u{7}\u{1B}[2J\u{202E}abc\u{2066}\u{200B}x\u{E0041}\r\ny"

  static let hostilePlan = SamplePlan(
    path: "plans/\u{1B}[31mred\u{202E}\n.md",
    "# Title \(attack)\n\n" + String(repeating: "filler ", count: 700) + "HERE it is "
      + String(repeating: "and on ", count: 700) + "\n\n- [ ] \u{1B}[2J wipe \u{202E}it\u{0} now \n"
      + "\u{200D}\u{FE0F}lonely joiners, a\u{E0101}b, g"
      + String(repeating: "\u{301}", count: 12) + "!\n",
    because: [.init(file: "p\u{1B}.md", line: 5, trigger: attack)])

  static let hostile: Sample = {
    let text = { (name: String) in "\(name) \(attack) end" }
    return Sample(
      name: "hostile",
      results: [
        result(
          hostilePlan,
          seats: [
            SampleReview.seat(
              .a, ReviewerIdentity(name: text("answer:"), kind: .answer),
              model: ModelIdentity(
                requested: text("m"), answered: text("m"), family: text("f"),
                familyBasis: .declared),
              answers: SampleReview.answers(["coverage.1": (.no, text("reason"))]),
              startNow: StartNow(answer: false, reason: text("start"))),
            SeatResult(
              seat: .b, lens: .executor,
              reviewer: ReviewerIdentity(name: text("answer:"), kind: .answer),
              outcome: .failed(
                ReviewFailure(.malformed, message: text("failure"), detail: text("detail"))),
              milliseconds: 1),
          ],
          confidence: Confidence(
            a: SampleReview.confidence(61, [:]), b: nil, combined: nil, gap: nil, word: nil,
            threshold: 17, profileDisagreement: nil,
            byCriterion: SampleReview.gaps([:], ["coverage": 10], why: ["coverage": [text("why")]])),
          findings: [
            merged(
              1, .blocker, text("title"), in: hostilePlan, at: "HERE it is", criterion: text("c"),
              rule: text("rule"), kind: .injection, by: [.checks], problem: text("problem"),
              consequence: text("consequence"), fix: text("fix"), related: [text("F")]),
            merged(2, .major, text("title"), in: hostilePlan, at: "wipe \u{202E}it\u{0} now"),
            merged(3, .major, text("title"), in: hostilePlan, at: "a\u{E0101}b, g"),
            merged(
              4, .minor, text("title"), in: hostilePlan, status: .waived, reason: text("waived")),
            merged(5, .minor, text("title"), in: hostilePlan, at: "", evidence: .notFound),
          ],
          unseen: UnseenEstimate(
            estimate: nil, low: nil, high: nil, matched: nil, why: text("unseen")),
          overrides: [
            Override(what: .riskAccepted, by: text("name"), terminal: true, reason: text("why"))
          ],
          verdict: Verdict(
            outcome: .incomplete, code: .failed,
            reasons: [.init(code: text("code"), message: text("message"))],
            nextActions: [text("action")],
            decisions: [
              .init(
                question: text("question"), sideA: text("A"), sideB: text("B"),
                costIfWrong: text("cost"), findings: [text("F")])
            ], rulesOnly: false))
      ])
  }()
}
