import CheckModel
import Deciding
import Testing

/// A case for one row: what it is about, the input, and what must come out.
struct RowCase: Sendable, CustomTestStringConvertible {
  let about: String
  let input: DecisionInput
  let outcome: Verdict.Outcome
  let code: Verdict.Code
  var testDescription: String { about }

  init(
    _ about: String, _ outcome: Verdict.Outcome, _ code: Verdict.Code, _ input: DecisionInput
  ) {
    self.about = about
    self.input = input
    self.outcome = outcome
    self.code = code
  }
}

private let a90 = seat(.a, points: 90)
private let b90 = seat(.b, points: 90)
private let rulesA = seat(.a, points: 90, rules: true)
private let rulesB = seat(.b, points: 90, rules: true)

private func majors(_ count: Int, a: Severity = .major, b: Severity = .major) -> [MergedFinding] {
  (0..<count).map { merged("F\($0 + 1)", (.a, finding(a)), (.b, finding(b))) }
}

private func ruleMajors(_ rules: [String], _ ruleClass: Finding.RuleClass = .a) -> [MergedFinding] {
  rules.enumerated().map { index, rule in
    merged("F\(index + 1)", (.checks, finding(.major, rule: rule, class: ruleClass)))
  }
}

private let early: [RowCase] = [
  RowCase("a failed seat", .incomplete, .failed, input(a90, failed(.b))),
  RowCase(
    "a seat that was not asked", .incomplete, .failed,
    input(a90, failed(.b, .skipped(reason: "not needed")))),
  RowCase(
    "a review with an answer too few", .incomplete, .failed,
    input(a90, answered(.b, Array(answers(.yes).dropLast())))),
  RowCase(
    "a review that answers one question twice", .incomplete, .failed,
    input(a90, answered(.b, Array(answers(.yes).dropLast()) + [answers(.yes)[0]]))),
  RowCase(
    "failure comes before the state", .incomplete, .failed, input(a90, failed(.b), state: .template)
  ),
  RowCase("a template", .noGo, .template, input(a90, b90, state: .template)),
  RowCase("no plan", .noGo, .notAPlan, input(a90, b90, state: .notAPlan)),
  RowCase("a finished plan", .hold, .alreadyDone, input(a90, b90, state: .done)),
  RowCase("a started plan is judged", .go, .ready, input(a90, b90, state: .started)),
  RowCase(
    "too little judged", .hold, .invalid,
    input(a90, answered(.b, answers(.yes).changing("coverage", to: .cannotTell)))),
  RowCase(
    "more than a third of the quotes made up", .hold, .invalid,
    input(a90, answered(.b, answers(.yes), quotes: QuoteCount(total: 30, notFound: 11)))),
  RowCase(
    "a third of the quotes made up", .go, .ready,
    input(a90, answered(.b, answers(.yes), quotes: QuoteCount(total: 30, notFound: 10)))),
  RowCase(
    "the document changed", .hold, .invalid, input(a90, b90, problems: [.documentChanged])),
  RowCase(
    "an untrusted config", .hold, .untrustedConfig,
    input(a90, b90, problems: [.untrustedConfig(["policy.normal.go: 10"])])),
  RowCase(
    "nobody was asked, what is kept speaks for GO", .hold, .storedOnly,
    input(a90, b90, problems: [.nobodyAsked])),
  RowCase(
    "nobody was asked, and nothing is kept", .hold, .storedOnly,
    input(
      rulesA, failed(.b, .skipped(reason: "nothing is kept")), problems: [.nobodyAsked])),
  RowCase(
    "nobody was asked, what is kept is low", .hold, .storedOnly,
    input(seat(.a, points: 20), seat(.b, points: 20), problems: [.nobodyAsked])),
  RowCase(
    "nobody was asked, both once named a blocker", .hold, .storedOnly,
    input(
      a90, b90, findings: [merged("F1", (.a, finding(.blocker)), (.b, finding(.blocker)))],
      problems: [.nobodyAsked])),
  RowCase(
    "nobody was asked, a rule finds a blocker", .noGo, .blocker,
    input(
      a90, b90, findings: [merged("F1", (.checks, finding(.blocker, rule: "r", class: .a)))],
      problems: [.nobodyAsked])),
  RowCase(
    "rules alone are asked all the same", .hold, .rulesOnly,
    input(rulesA, rulesB, problems: [.nobodyAsked])),
  RowCase(
    "rules alone that somebody accepted, but nobody was asked", .hold, .storedOnly,
    input(rulesA, rulesB, overrides: [.acceptRulesOnly], problems: [.nobodyAsked])),
  RowCase(
    "an override where none may count", .hold, .invalid,
    input(a90, b90, overrides: [.answerFile], noOverrides: true)),
  RowCase("an override where it may", .go, .ready, input(a90, b90, overrides: [.answerFile])),
  RowCase("no overrides, none asked for", .go, .ready, input(a90, b90, noOverrides: true)),
  RowCase(
    "one family", .hold, .notIndependent,
    input(a90, answered(.b, answers(points: 90), family: "RED"))),
  RowCase(
    "one family, allowed", .go, .ready,
    input(a90, answered(.b, answers(points: 90), family: "red"), overrides: [.allowSameFamily])),
  RowCase(
    "a secret", .noGo, .secret,
    input(
      a90, b90,
      findings: [
        merged(
          "F1",
          (
            .checks,
            finding(.blocker, rule: "secret-in-plan", class: .a, criterion: nil, kind: .secret)
          ))
      ])),
  RowCase(
    "a secret, allowed", .go, .ready,
    input(
      a90, b90,
      findings: [
        merged(
          "F1",
          (
            .checks,
            finding(.blocker, rule: "secret-in-plan", class: .a, criterion: nil, kind: .secret)
          ))
      ], overrides: [.allowSecrets])),
  RowCase(
    "an injection", .hold, .injection,
    input(
      a90, b90,
      findings: [
        merged(
          "F1",
          (
            .checks,
            finding(.blocker, rule: "inj-instruction", class: .b, criterion: nil, kind: .injection)
          ))
      ])),
  RowCase(
    "an injection that is only mentioned", .go, .ready,
    input(
      a90, b90,
      findings: [
        merged(
          "F1",
          (
            .checks,
            finding(.minor, rule: "inj-instruction", class: .b, criterion: nil, kind: .injection)
          ))
      ])),
]

private let middle: [RowCase] = [
  RowCase(
    "a blocker that both name", .noGo, .blocker,
    input(a90, b90, findings: majors(1, a: .blocker, b: .blocker))),
  RowCase(
    "a blocker of a certain rule", .noGo, .blocker,
    input(
      a90, b90, findings: [merged("F1", (.checks, finding(.blocker, rule: "no-way", class: .b)))])),
  RowCase(
    "a blocker that the repository shows", .noGo, .blocker,
    input(a90, b90, findings: [merged("F1", (.checks, finding(.blocker, evidence: .repository)))])),
  RowCase(
    "a blocker that one seat disputes", .hold, .oneBlocker,
    input(
      a90, b90,
      findings: [merged("F1", (.a, finding(.blocker)), (.b, finding(.minor)), agreement: .disputed)]
    )),
  RowCase(
    "a blocker of one seat", .hold, .oneBlocker,
    input(a90, b90, findings: [merged("F1", (.a, finding(.blocker)))])),
  RowCase(
    "a blocker of an uncertain rule", .hold, .oneBlocker,
    input(
      a90, b90, findings: [merged("F1", (.checks, finding(.blocker, rule: "maybe", class: .c)))])),
  RowCase(
    "a waived blocker", .go, .ready,
    input(
      a90, b90,
      findings: [
        merged(
          "F1", (.a, finding(.blocker, waiver: Waiver(by: "somebody", reason: "accepted"))),
          status: .waived)
      ])),
  RowCase("both below the floor", .noGo, .low, input(seat(.a, points: 42), seat(.b, points: 42))),
  RowCase(
    "together below the floor", .noGo, .low, input(seat(.a, points: 48), seat(.b, points: 36))),
  RowCase("five confirmed majors", .noGo, .low, input(a90, b90, findings: majors(5))),
  RowCase("far apart", .hold, .farApart, input(seat(.a, points: 90), seat(.b, points: 70))),
  RowCase(
    "a gating criterion in conflict", .hold, .farApart,
    input(
      answered(.a, answers(.yes)),
      answered(.b, answers(.yes).changing("grounding.1", "grounding.2", to: .no)))),
  RowCase(
    "another criterion in conflict", .go, .ready,
    input(answered(.a, answers(.yes)), answered(.b, answers(.yes).changing("intent", to: .no)))),
  RowCase(
    "would not start", .hold, .start,
    input(a90, answered(.b, answers(points: 90), start: false))),
  RowCase(
    "a weak way back in the high tier", .hold, .tierFloor,
    input(
      answered(.a, answers(.yes)),
      answered(
        .b,
        answers(.yes).changing("reversibility.1", "reversibility.2", to: .partly)
          .changing("reversibility.3", to: .partly)),
      tier: .high)),
  RowCase(
    "the same in the normal tier", .go, .ready,
    input(
      answered(.a, answers(.yes)),
      answered(
        .b,
        answers(.yes).changing("reversibility.1", "reversibility.2", to: .partly)
          .changing("reversibility.3", to: .partly)))),
  RowCase("three confirmed majors", .hold, .majors, input(a90, b90, findings: majors(3))),
  RowCase("two confirmed majors", .go, .ready, input(a90, b90, findings: majors(2))),
  RowCase(
    "majors of one seat, or minor to the other, confirm nothing", .go, .ready,
    input(a90, b90, findings: majors(6, b: .minor) + [merged("F9", (.a, finding(.major)))])),
  RowCase(
    "certain rules whose finding a model shares confirm it", .hold, .majors,
    input(
      a90, b90,
      findings: (1...3).map {
        merged(
          "F\($0)", (.a, finding(.minor)), (.checks, finding(.major, rule: "r\($0)", class: .a)))
      })),
]

private let late: [RowCase] = [
  RowCase("rules alone", .hold, .rulesOnly, input(rulesA, rulesB)),
  RowCase(
    "rules alone, accepted", .go, .ready, input(rulesA, rulesB, overrides: [.acceptRulesOnly])),
  RowCase(
    "rules alone need five points more", .hold, .notEnough,
    input(
      seat(.a, points: 68, rules: true), seat(.b, points: 68, rules: true),
      overrides: [.acceptRulesOnly])),
  RowCase(
    "rules alone, accepted where no override counts", .hold, .invalid,
    input(rulesA, rulesB, overrides: [.acceptRulesOnly], noOverrides: true)),
  RowCase(
    "rules alone, accepted, with an untrusted config", .hold, .untrustedConfig,
    input(rulesA, rulesB, overrides: [.acceptRulesOnly], problems: [.untrustedConfig(["rules"])])),
  RowCase(
    "rules alone are never far apart", .hold, .rulesOnly,
    input(rulesA, seat(.b, points: 50, rules: true))),
  RowCase(
    "rules alone: five rules with majors", .noGo, .low,
    input(rulesA, rulesB, findings: ruleMajors(["r1", "r2", "r3", "r4", "r5"]))),
  RowCase(
    "rules alone: one rule five times", .hold, .rulesOnly,
    input(rulesA, rulesB, findings: ruleMajors(["r1", "r1", "r1", "r1", "r1"]))),
  RowCase(
    "rules alone: informative rules do not count", .hold, .rulesOnly,
    input(rulesA, rulesB, findings: ruleMajors(["r1", "r2", "r3", "r4", "r5"], .c))),
  RowCase("one model", .hold, .oneModel, input(a90, rulesB)),
  RowCase(
    "one model, whatever the rules score", .hold, .oneModel,
    input(a90, seat(.b, points: 1, rules: true))),
  RowCase("one model in the low tier", .go, .ready, input(a90, rulesB, tier: .low)),
  RowCase(
    "one model in the low tier, not enough", .hold, .notEnough,
    input(seat(.a, points: 57), rulesB, tier: .low)),
  RowCase(
    "one model far above what the rules find", .hold, .farApart,
    input(rulesA, b90, tier: .low, findings: ruleMajors(["r1", "r2", "r3", "r4", "r5", "r6"]))),
  RowCase(
    "one model that is below the floor", .noGo, .low, input(seat(.a, points: 30), rulesB)),
  RowCase(
    "five rejected majors", .hold, .disputed,
    input(
      a90, b90,
      findings: (1...5).map { merged("F\($0)", (.a, finding(.major)), status: .rejected) })),
  RowCase(
    "four waived majors", .hold, .waived,
    input(
      a90, b90,
      findings: (1...4).map {
        merged(
          "F\($0)", (.a, finding(.major, waiver: Waiver(by: "plan", reason: "known"))),
          status: .waived)
      })),
  RowCase("not enough", .hold, .notEnough, input(seat(.a, points: 64), seat(.b, points: 60))),
  RowCase(
    "one below its own threshold", .hold, .notEnough,
    input(seat(.a, points: 70), seat(.b, points: 54))),
]

@Suite("The verdict table")
struct VerdictTableTests {
  static let cases = early + middle + late

  @Test("decides by the first row that matches", arguments: cases)
  func decides(row: RowCase) {
    let verdict = Decider.decide(row.input).verdict
    #expect(verdict.outcome == row.outcome)
    #expect(verdict.code == row.code)
    #expect(verdict.reasons.first?.code == row.code.rawValue)
    #expect(!verdict.nextActions.isEmpty && verdict.nextActions.count <= 5)
    #expect((verdict.outcome == .hold) == !verdict.decisions.isEmpty)
    #expect(verdict.reasons.allSatisfy { !$0.message.isEmpty })
  }

  @Test("every row is reached by some case, and every outcome")
  func reachesAll() {
    #expect(Set(Self.cases.map(\.code)) == Set(Verdict.Code.allCases))
    #expect(Set(Self.cases.map(\.outcome)) == Set(Verdict.Outcome.allCases))
  }

  @Test(
    "two points each, in the normal tier with nothing else to say",
    arguments: [
      (85, 30, Verdict.Outcome.hold, Verdict.Code.farApart), (97, 10, .hold, .farApart),
      (34, 34, .noGo, .low), (93, 93, .go, .ready), (75, 73, .go, .ready), (71, 65, .go, .ready),
      (81, 71, .go, .ready), (63, 56, .hold, .notEnough), (57, 38, .hold, .farApart),
    ])
  func vectors(a: Int, b: Int, outcome: Verdict.Outcome, code: Verdict.Code) {
    for (first, second) in [(a, b), (b, a)] {
      let decision = Decider.decide(input(seat(.a, points: first), seat(.b, points: second)))
      #expect(decision.confidence.a?.points == first)
      #expect(decision.confidence.b?.points == second)
      #expect(decision.verdict.outcome == outcome)
      #expect(decision.verdict.code == code)
    }
  }

  @Test("rows that would have matched as well are told after the first, a GO never")
  func tellsTheRest() {
    let decision = Decider.decide(
      input(
        seat(.a, points: 97), answered(.b, answers(points: 75), start: false), findings: majors(3)))
    #expect(decision.verdict.reasons.map(\.code) == ["far-apart", "start", "majors"])
    let waivedOnly = VerdictTableTests.cases.first { $0.code == .waived }
    #expect(waivedOnly.map { Decider.decide($0.input).verdict.reasons.count } == 1)
  }

  @Test("what two failed seats say are two sentences")
  func twoFailures() {
    func seat(_ seat: Seat, _ message: String) -> SeatResult {
      failed(seat, .failed(ReviewFailure(.empty, message: message)))
    }
    let decision = Decider.decide(input(seat(.a, "a.json: no reply"), seat(.b, "Nothing came.")))
    #expect(
      decision.verdict.reasons[0].message
        == "Seat A gave no review (empty): a.json: no reply. "
        + "Seat B gave no review (empty): Nothing came.")
  }

  @Test("the applied thresholds are told: five points more between rules alone")
  func tellsThresholds() {
    #expect(Decider.decide(input(rulesA, rulesB)).policy.go == 70)
    #expect(Decider.decide(input(a90, rulesB)).policy.go == 65)
    #expect(Decider.decide(input(rulesA, rulesB)).verdict.rulesOnly)
    #expect(!Decider.decide(input(a90, rulesB)).verdict.rulesOnly)
  }

  @Test("what was set aside is named when it alone stands between the points and GO")
  func namesSetAside() {
    let aside = answers(points: 68).changing("consistency", to: .cannotTell)
    let decision = Decider.decide(input(answered(.a, aside), answered(.b, aside)))
    #expect(decision.verdict.code == .notEnough)
    #expect(decision.verdict.reasons[0].message.contains("8 answers were set aside"))
  }
}
