import CheckModel
import Foundation
import Reviewing
import Testing

/// A reviewer that does what its closure does.
private struct ClosureReviewer: Reviewer {
  var identity = ReviewerIdentity(name: "answer:test.json", kind: .answer)
  var body: @Sendable (ReviewRequest) async throws(ReviewFailure) -> Review
  var kept: @Sendable (ReviewRequest) -> Review? = { _ in nil }

  func review(_ request: ReviewRequest) async throws(ReviewFailure) -> Review {
    try await body(request)
  }

  func recall(_ request: ReviewRequest) async -> Review? { kept(request) }
}

/// Progress as it was heard, by seat.
private final class HeardProgress: Sendable {
  // the lock is what makes the array safe to share
  private nonisolated(unsafe) var heard: [(Seat, SeatProgress)] = []
  private let lock = NSLock()

  func add(_ seat: Seat, _ progress: SeatProgress) {
    lock.withLock { heard.append((seat, progress)) }
  }

  func of(_ seat: Seat) -> [SeatProgress] {
    lock.withLock { heard.filter { $0.0 == seat }.map(\.1) }
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

  @Test(
    "a reviewer that goes on after its time is not waited for", .timeLimit(.minutes(1)))
  func deafReviewer() async {
    let (ends, end) = AsyncStream.makeStream(of: Void.self)
    let deaf = ClosureReviewer { (request: ReviewRequest) async throws(ReviewFailure) -> Review in
      // a task of its own is not cancelled with this one
      await Task { for await _ in ends {} }.value
      return Self.good(request)
    }
    let good = ClosureReviewer { (request: ReviewRequest) in Self.good(request) }
    let results = await panel(deaf, good, timeout: .milliseconds(300)).review(plan, by: rubric)
    guard case .failed(let failure) = results[0].outcome else {
      Issue.record("the deaf reviewer has not failed")
      return
    }
    #expect(failure.failureClass == .timeoutTotal)
    #expect(results[1].outcome.review != nil)
    end.finish()
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

  @Test("one that keeps to the deadline by itself says what it was spent on")
  func punctual() async {
    let punctual = ClosureReviewer { (request: ReviewRequest) throws(ReviewFailure) in
      try? await Task.sleep(until: request.deadline, clock: .continuous)
      var failure = ReviewFailure(.timeoutTotal, message: "two attempts")
      failure.attempts = 2
      throw failure
    }
    let good = ClosureReviewer { request in Self.good(request) }
    let results = await panel(punctual, good, timeout: .milliseconds(20)).review(plan, by: rubric)
    guard case .failed(let failure) = results[0].outcome else {
      Issue.record("seat A did not fail")
      return
    }
    #expect(failure.attempts == 2)
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

  @Test("the panel says when each seat begins and ends, and passes on what its reviewer says")
  func progress() async {
    let heard = HeardProgress()
    _ = await panel(
      ClosureReviewer { request in
        request.progress.report(.asked(attempt: 1, bytes: 7))
        return Self.good(request)
      },
      ClosureReviewer { _ throws(ReviewFailure) in
        throw ReviewFailure(.auth, message: "no key")
      }
    ).review(plan, by: rubric, progress: PanelProgress { heard.add($0, $1) })
    #expect(heard.of(.a) == [.began, .event(.asked(attempt: 1, bytes: 7)), .ended(nil)])
    #expect(heard.of(.b) == [.began, .ended(.auth)])
  }

  @Test("when nobody is to be asked, rules answer and the others recall")
  func nobody() async {
    let rules = ClosureReviewer(identity: ReviewerIdentity(name: "rules/planner", kind: .rules)) {
      request in Self.good(request)
    }
    let silent = ClosureReviewer { _ throws(ReviewFailure) in
      Issue.record("it was asked")
      throw ReviewFailure(.cancelled, message: "")
    }
    let forgetful = await panel(rules, silent).review(plan, by: rubric, asking: .nobody)
    #expect(forgetful[0].outcome.review != nil)
    guard case .skipped = forgetful[1].outcome else {
      Issue.record("seat B was not skipped")
      return
    }
    var remembering = silent
    remembering.kept = { request in Self.good(request) }
    let recalled = await panel(remembering, rules).review(plan, by: rubric, asking: .nobody)
    #expect(recalled[0].outcome.review?.seat == .a)
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
