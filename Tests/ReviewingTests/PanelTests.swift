import CheckModel
import Reviewing
import Testing

/// A reviewer that does what its closure does.
private struct ClosureReviewer: Reviewer {
  var identity = ReviewerIdentity(name: "answer:test.json", kind: .answer)
  var body: @Sendable (ReviewRequest) async throws(ReviewFailure) -> Review

  func review(_ request: ReviewRequest) async throws(ReviewFailure) -> Review {
    try await body(request)
  }
}

@Suite("The panel of two seats")
struct PanelTests {
  private let plan = Plan(path: "p.md", title: "P", sha256: "", isFolder: false, files: [])
  private let rubric = Rubric(
    name: "small", sha256: "",
    criteria: [
      Criterion(
        id: "c", title: "C", summary: "", weight: 100, highTierWeight: 100,
        lensFactors: [.planner: 1, .executor: 1], gate: .never, anchors: [],
        questions: [Question(id: "c.1", criterion: "c", text: "?", oftenNotApplicable: false)])
    ])

  private func panel(
    _ a: ClosureReviewer, _ b: ClosureReviewer, timeout: Duration = .seconds(60)
  ) -> Panel {
    Panel(
      a: Panel.Place(seat: .a, lens: .planner, reviewer: a),
      b: Panel.Place(seat: .b, lens: .executor, reviewer: b), timeout: timeout)
  }

  private static func good(_ request: ReviewRequest) -> Review {
    Review(
      seat: request.seat, lens: request.lens,
      reviewer: ReviewerIdentity(name: "answer:test.json", kind: .answer),
      answers: request.rubric.questions.map {
        QuestionAnswer(question: $0.id, answer: .no, reason: "")
      }, findings: [])
  }

  @Test("results come in the order of the seats, not of finishing")
  func order() async {
    let results = await panel(
      ClosureReviewer { request in
        // gives way so that the other seat is done first
        for _ in 0..<50 { await Task.yield() }
        return Self.good(request)
      }, ClosureReviewer { request in Self.good(request) }
    ).review(plan, by: rubric)
    #expect(results.map(\.seat) == [.a, .b])
    #expect(results.map(\.lens) == [.planner, .executor])
    #expect(results.allSatisfy { $0.outcome.review != nil })
  }

  @Test("one seat that fails leaves the other's review")
  func oneFails() async {
    let results = await panel(
      ClosureReviewer { _ throws(ReviewFailure) in
        throw ReviewFailure(.malformed, message: "no JSON")
      },
      ClosureReviewer { request in Self.good(request) }
    ).review(plan, by: rubric)
    guard case .failed(let failure) = results[0].outcome else {
      Issue.record("seat A did not fail")
      return
    }
    #expect(failure.failureClass == .malformed)
    #expect(results[1].outcome.review?.seat == .b)
  }

  @Test("a seat that never answers fails at its deadline")
  func deadline() async {
    let results = await panel(
      ClosureReviewer { _ throws(ReviewFailure) in
        try? await Task.sleep(for: .seconds(3_600))
        throw ReviewFailure(.cancelled, message: "cancelled")
      },
      ClosureReviewer { request in Self.good(request) }, timeout: .milliseconds(5)
    ).review(plan, by: rubric)
    guard case .failed(let failure) = results[0].outcome else {
      Issue.record("seat A did not fail")
      return
    }
    #expect(failure.failureClass == .timeoutTotal)
  }

  @Test("a review that leaves a question out, or is made for the other seat, does not count")
  func incompleteReview() async {
    let results = await panel(
      ClosureReviewer { request in
        var review = Self.good(request)
        review.answers = []
        return review
      },
      ClosureReviewer { request in
        var review = Self.good(request)
        review.seat = .a
        return review
      }
    ).review(plan, by: rubric)
    for result in results {
      guard case .failed(let failure) = result.outcome else {
        Issue.record("\(result.seat) was taken")
        continue
      }
      #expect(failure.failureClass == .schemaInvalid)
    }
  }

  @Test("when the checks have decided, only rules are asked")
  func skipping() async {
    let rules = ClosureReviewer(identity: ReviewerIdentity(name: "rules/planner", kind: .rules)) {
      request in Self.good(request)
    }
    let results = await panel(
      rules,
      ClosureReviewer { _ throws(ReviewFailure) in
        Issue.record("it was asked")
        throw ReviewFailure(.cancelled, message: "")
      }
    ).review(plan, by: rubric, asking: .onlyRules(because: "a secret"))
    #expect(results[0].outcome.review != nil)
    guard case .skipped("a secret") = results[1].outcome else {
      Issue.record("seat B was not skipped")
      return
    }
  }
}
