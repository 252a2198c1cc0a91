import CheckModel
import Testing

@testable import Deciding

/// A small generator (SplitMix64), so that every run tries the same cases.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func chance(_ share: Double) -> Bool { Double.random(in: 0..<1, using: &self) < share }

  mutating func pick<Value>(_ values: [Value]) -> Value {
    values[Int.random(in: 0..<values.count, using: &self)]
  }
}

/// Random runs, most of them near the border between GO and the rest.
struct RandomRuns {
  var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  mutating func answers() -> [QuestionAnswer] {
    let good = Double.random(in: 0.5..<1, using: &random)
    let aside = Double.random(in: 0..<0.2, using: &random)
    return rubric().questions.map { question in
      let answer: QuestionAnswer.Answer =
        random.chance(aside)
        ? random.pick([.notApplicable, .cannotTell])
        : random.chance(good) ? .yes : random.pick([.no, .no, .partly])
      return QuestionAnswer(question: question.id, answer: answer, reason: "because")
    }
  }

  mutating func finding() -> Finding {
    let isRule = random.chance(0.4)
    return DecidingTests.finding(
      random.pick(Severity.allCases), rule: isRule ? random.pick(["r1", "r2", "r3"]) : nil,
      class: isRule ? random.pick([.a, .b, .c]) : nil,
      criterion: random.pick(["coverage", "intent", "verification", nil]),
      evidence: random.pick([.verified, .absence, .drifted, .notFound]))
  }

  mutating func seatResult(_ seat: Seat, rules: Bool) -> SeatResult {
    answered(
      seat, answers(), family: random.chance(0.9) ? nil : "red", rules: rules,
      findings: (0..<Int.random(in: 0..<3, using: &random)).map { _ in finding() },
      start: random.chance(0.9),
      quotes: QuoteCount(total: 30, notFound: random.chance(0.95) ? 0 : 15))
  }

  mutating func run(models: Bool = false) -> DecisionInput {
    let rules = (!models && random.chance(0.3), !models && random.chance(0.3))
    let count = random.chance(0.6) ? 0 : Int.random(in: 1..<5, using: &random)
    let findings = (1...max(1, count)).prefix(count).map { number in
      let finders: [MergedFinding.Finder] = random.pick([
        [.a], [.b], [.a, .b], [.checks], [.a, .checks],
      ])
      let members = finders.map { ($0, finding()) }
      return members.count == 2
        ? merged("F\(number)", members[0], members[1]) : merged("F\(number)", members[0])
    }
    return input(
      seatResult(.a, rules: rules.0), seatResult(.b, rules: rules.1),
      tier: random.pick([.low, .normal, .normal, .high]), findings: Array(findings),
      overrides: random.chance(0.2) ? [random.pick(Override.What.allCases)] : [],
      noOverrides: random.chance(0.1),
      state: random.chance(0.95) ? .open : random.pick(PlanState.allCases),
      writtenBy: random.pick([nil, nil, "red", "blue"]), lensFactors: random.chance(0.5))
  }
}

@Suite("What must hold for every run")
struct DecisionPropertyTests {
  private static let runs = 500

  private func changing(
    _ result: SeatResult, _ change: (inout Review) -> Void
  ) -> SeatResult {
    guard var review = result.outcome.review else { return result }
    var changed = result
    change(&review)
    changed.outcome = .review(review)
    return changed
  }

  @Test("a finding never raises a confidence, its own or the one together")
  func findingsNeverRaise() throws {
    var generator = RandomRuns(seed: 1)
    var lowered = 0
    for _ in 0..<Self.runs {
      let before = generator.run()
      var after = before
      let extra = generator.finding()
      after.a = changing(before.a) { $0.findings.append(extra) }
      let old = Decider.decide(before).confidence
      let new = Decider.decide(after).confidence
      let points = try (#require(old.a).points, #require(new.a).points)
      #expect(points.1 <= points.0)
      #expect(old.b == new.b)
      #expect(try #require(new.combined) <= #require(old.combined))
      lowered += points.1 < points.0 ? 1 : 0
    }
    #expect(lowered > 25)
  }

  @Test("a no or partly that becomes cannot tell or not applicable never makes GO")
  func settingAsideNeverApproves() {
    var generator = RandomRuns(seed: 2)
    var tried = 0
    var tempted = 0
    var approved = 0
    for _ in 0..<Self.runs {
      let before = generator.run()
      if Decider.decide(before).verdict.outcome == .go {
        approved += 1
        continue
      }
      for _ in 0..<5 {
        guard let after = settingAside(before, &generator.random) else { continue }
        let decision = Decider.decide(after)
        #expect(decision.verdict.outcome != .go)
        tried += 1
        tempted += decision.verdict.reasons[0].message.contains("set aside") ? 1 : 0
      }
    }
    // the cases are near enough to the border to mean something
    #expect(tried > 700)
    #expect(tempted > 20)
    #expect(approved > 20)
  }

  /// Sets one to four answers of one or both seats aside. The only way to make a question go away
  /// for good is not taken: that both seats call a marked question not applicable.
  private func settingAside(
    _ run: DecisionInput, _ random: inout SeededGenerator
  ) -> DecisionInput? {
    var after = run
    var changed = false
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let onA = random.chance(0.5)
      let own = onA ? after.a : after.b
      let other = onA ? after.b : after.a
      guard let review = own.outcome.review else { return nil }
      let open = review.answers.indices.filter {
        review.answers[$0].answer == .no || review.answers[$0].answer == .partly
      }
      guard !open.isEmpty else { continue }
      let index = random.pick(open)
      let question = review.answers[index].question
      let marked = run.rubric.question(question)?.oftenNotApplicable == true
      let agreed = other.outcome.review?.answer(question)?.answer == .notApplicable
      let answer: QuestionAnswer.Answer =
        marked && agreed ? .cannotTell : random.pick([.cannotTell, .notApplicable])
      let new = changing(own) { $0.answers[index].answer = answer }
      if onA { after.a = new } else { after.b = new }
      changed = true
    }
    return changed ? after : nil
  }

  @Test("both seats together may drop a marked question: that is what the mark is for")
  func marksMean() {
    let good = answers(points: 75)
    let held = good.changing(
      "reversibility.1", "reversibility.2", "reversibility.3", to: .notApplicable)
    let both = Decider.decide(input(answered(.a, held), answered(.b, held)))
    #expect(both.verdict.outcome == .go)
    #expect(Standing(input(answered(.a, held), answered(.b, held))).a?.setAside == 0)
    #expect(Standing(input(answered(.a, held), answered(.b, good))).a?.setAside == 3)
  }

  @Test("exchanging what the seats hold never changes the outcome")
  func exchanging() {
    var generator = RandomRuns(seed: 3)
    var outcomes: Set<Verdict.Outcome> = []
    for _ in 0..<Self.runs {
      let before = generator.run()
      var after = before
      after.a = relabelled(before.b, .a)
      after.b = relabelled(before.a, .b)
      after.merged.findings = before.merged.findings.map(exchanged)
      let first = Decider.decide(before)
      let second = Decider.decide(after)
      #expect(first.verdict.outcome == second.verdict.outcome)
      #expect(first.verdict.code == second.verdict.code)
      #expect(first.confidence.combined == second.confidence.combined)
      outcomes.insert(first.verdict.outcome)
    }
    #expect(outcomes.isSuperset(of: [.go, .hold, .noGo]))
  }

  private func relabelled(_ result: SeatResult, _ seat: Seat) -> SeatResult {
    var new = changing(result) { $0.seat = seat }
    new.seat = seat
    return new
  }

  private func exchanged(_ finding: MergedFinding) -> MergedFinding {
    func other(_ finder: MergedFinding.Finder) -> MergedFinding.Finder {
      finder == .a ? .b : finder == .b ? .a : finder
    }
    var new = finding
    new.foundBy = finding.foundBy.map(other)
    new.lead.finder = other(finding.lead.finder)
    for index in new.members.indices {
      new.members[index].finder = other(new.members[index].finder)
    }
    return new
  }

  @Test("no GO without two valid reviews, and none from rules alone unless somebody accepts it")
  func needsTwoReviews() {
    var generator = RandomRuns(seed: 4)
    for _ in 0..<Self.runs {
      var run = generator.run()
      let decision = Decider.decide(run)
      let bothRules = [run.a, run.b].allSatisfy(\.reviewer.isRules)
      if decision.verdict.outcome == .go, bothRules {
        #expect(run.overrides.contains { $0.what == .acceptRulesOnly })
      }
      let broken = generator.random.pick([
        failed(.a), failed(.a, .skipped(reason: "not asked")),
        changing(run.a) { $0.answers.removeLast() },
        changing(run.a) { $0.answers.append($0.answers[0]) },
      ])
      run.a = broken
      #expect(Decider.decide(run).verdict.outcome == .incomplete)
      #expect(Decider.decideByChecks(run)?.verdict.outcome != .go)
    }
  }

  @Test("the same input always gives the same decision")
  func repeats() {
    var generator = RandomRuns(seed: 5)
    for _ in 0..<200 {
      let run = generator.run()
      let first = Decider.decide(run)
      let second = Decider.decide(run)
      #expect(first.verdict == second.verdict)
      #expect(first.confidence == second.confidence)
      #expect(first.unseen == second.unseen)
    }
  }
}
