import CheckModel
import Testing

@Suite("Two models that agree, and two that do not")
struct TurnedAnswerTests {
  /// What seat B answers in place of yes, and what comes of it while seat A says yes to all.
  struct Turn: Sendable {
    var played: String
    var points: Int
    var outcome: Verdict.Outcome
    var code: Verdict.Code
  }

  static let turns = [
    Turn(played: "ok", points: 100, outcome: .go, code: .ready),
    Turn(played: "no~all", points: 0, outcome: .hold, code: .farApart),
    Turn(played: "partly~all", points: 50, outcome: .hold, code: .farApart),
    Turn(played: "cannot-tell~all", points: 0, outcome: .hold, code: .invalid),
    Turn(played: "not-applicable~all", points: 0, outcome: .hold, code: .invalid),
    // quotes that are not in the plan prove nothing: each yes is a partly
    Turn(played: "false-quotes", points: 50, outcome: .hold, code: .invalid),
    Turn(played: "no-start", points: 100, outcome: .hold, code: .start),
    Turn(played: "gap~blocker", points: 40, outcome: .hold, code: .oneBlocker),
    Turn(played: "gap~major", points: 100, outcome: .go, code: .ready),
    // one question of 40; a whole criterion; one question of each of seven criteria
    Turn(played: "no~intent.1", points: 99, outcome: .go, code: .ready),
    Turn(
      played: "no~intent.1~intent.2~intent.3~intent.4", points: 95, outcome: .go, code: .ready),
    Turn(
      played: "no~intent.1~clarity.1~coverage.1~grounding.1~contracts.1~verification.1~"
        + "consistency.1", points: 82, outcome: .hold, code: .farApart),
  ]

  @Test("the gap, the verdict and its code are exactly these", arguments: turns.indices)
  func turned(_ index: Int) async throws {
    let turn = Self.turns[index]
    var run = FaultRun()
    run.b.played = turn.played
    let (result, _) = try await run.run()
    #expect(result.confidence.a?.points == 100)
    #expect(result.confidence.b?.points == turn.points)
    #expect(result.confidence.gap == 100 - turn.points)
    #expect(result.verdict.outcome == turn.outcome)
    #expect(result.verdict.code == turn.code)
  }

  @Test("two models of one family are no two opinions, however sure they are")
  func oneFamily() async throws {
    let (result, _) = try await FaultRun(a: .anthropic, b: .anthropic).run()
    #expect(result.confidence.gap == 0)
    #expect(result.verdict.outcome == .hold)
    #expect(result.verdict.code == .notIndependent)
  }
}
