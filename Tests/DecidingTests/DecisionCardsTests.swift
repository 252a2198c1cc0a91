import CheckModel
import Deciding
import Testing

@Suite("Decision cards")
struct DecisionCardsTests {
  @Test("every HOLD asks something, with two sides and a price", arguments: VerdictTableTests.cases)
  func asks(row: RowCase) {
    for card in Decider.decide(row.input).verdict.decisions {
      #expect(card.question.hasSuffix("?"))
      #expect(!card.sideA.isEmpty && !card.sideB.isEmpty && card.sideA != card.sideB)
      #expect(!card.costIfWrong.isEmpty)
    }
  }

  @Test("an unconfirmed blocker: what its finder says, and what the other one gives instead")
  func claims() throws {
    let decision = Decider.decide(
      input(
        seat(.a, points: 90), answered(.b, answers(.yes)),
        findings: [merged("F1", (.a, finding(.blocker)))]))
    let card = try #require(decision.verdict.decisions.first)
    #expect(card.question == "F1 (no limit is given): does it stop the work?")
    #expect(card.sideA == "A: No limit is given.")
    #expect(card.sideB == "B does not name it and gives coverage 100.")
    #expect(card.costIfWrong == "The list grows without end.")
    #expect(card.findings == ["F1"])
  }

  @Test("far apart: one card for each of the widest criteria, with the answer behind the points")
  func compares() throws {
    let low = answers(.yes).changing("coverage", "grounding", to: .no)
    let decision = Decider.decide(input(answered(.a, low), answered(.b, answers(.yes))))
    let cards = decision.verdict.decisions
    #expect(cards.count == 2)
    #expect(cards[0].sideA == "A gives 0. coverage.1, no: because.")
    #expect(cards[0].sideB == "B gives 100. coverage.1, yes: because.")
  }

  @Test("would not start: both reasons")
  func quotesReasons() {
    let decision = Decider.decide(
      input(answered(.a, answers(.yes), start: false), answered(.b, answers(.yes))))
    let card = decision.verdict.decisions.first
    #expect(card?.sideA == "A: no, reason of A.")
    #expect(card?.sideB == "B: yes, reason of B.")
  }

  @Test("nothing else than a HOLD has cards")
  func onlyHolds() {
    let go = Decider.decide(input(seat(.a, points: 90), seat(.b, points: 90)))
    #expect(go.verdict.outcome == .go && go.verdict.decisions.isEmpty)
    let noGo = Decider.decide(input(seat(.a, points: 20), seat(.b, points: 20)))
    #expect(noGo.verdict.outcome == .noGo && noGo.verdict.decisions.isEmpty)
  }
}

@Suite("Next actions")
struct NextActionsTests {
  private func actions(_ input: DecisionInput) -> [String] {
    Decider.decide(input).verdict.nextActions
  }

  @Test("GO: hand over, and what to look at first")
  func afterGo() {
    let left = merged("F1", (.b, finding(.minor)))
    let actions = actions(input(seat(.a, points: 90), seat(.b, points: 90), findings: [left]))
    #expect(actions.count == 2)
    #expect(actions[1].contains("F1"))
  }

  @Test("NO-GO: what to mend, by finding")
  func afterNoGo() {
    let both = merged("F1", (.a, finding(.blocker)), (.b, finding(.blocker)))
    let actions = actions(input(seat(.a, points: 90), seat(.b, points: 90), findings: [both]))
    #expect(actions == ["F1: Give the limit.", "Check the plan again."])
  }

  @Test("NO-GO for low points: the weakest criterion, once where both have the same")
  func afterLow() {
    let low = actions(input(seat(.a, points: 20), seat(.b, points: 20)))
    let weakest = low.filter { $0.hasPrefix("Strengthen ") }
    #expect(weakest.count == 1)
    #expect(weakest.allSatisfy { $0.contains("(A ") && $0.contains(", B ") })
  }

  @Test("INCOMPLETE: which seat to ask again, and what can be done meanwhile")
  func afterFailure() {
    let retryable = SeatOutcome.failed(
      ReviewFailure(.overloaded, message: "The server is busy.", retryable: true))
    let actions = actions(
      input(
        seat(.a, points: 90), failed(.b, retryable),
        findings: [merged("F1", (.a, finding(.major)))]))
    #expect(actions == ["Try again: seat B, gone.", "Meanwhile mend what was found: F1."])
  }
}
