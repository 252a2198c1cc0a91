import CheckModel
import CheckPipeline
import Reviewing
import Testing

/// What the reviewers of a queue's plans were at, and the moments that a test decides about.
private actor Stage {
  private(set) var begun: [String] = []
  private(set) var most = 0
  private(set) var checked = 0
  private(set) var mostChecked = 0
  private(set) var lastEnd = ContinuousClock.now
  private var asking = 0
  private var checking = 0
  private var isOpen = false

  func check() async {
    checked += 1
    checking += 1
    mostChecked = max(mostChecked, checking)
    for _ in 0..<20 { await Task.yield() }
    checking -= 1
  }

  func begin(_ plan: String) {
    begun.append(plan)
    asking += 1
    most = max(most, asking)
  }

  func end() {
    asking -= 1
    lastEnd = .now
  }

  /// Until ``open()``.
  func hold() async {
    await wait { $0.isOpen }
  }

  func open() { isOpen = true }

  /// A test whose time is over waits no longer.
  func wait(until condition: @Sendable (isolated Stage) -> Bool) async {
    while !condition(self), !Task.isCancelled { try? await Task.sleep(for: .milliseconds(1)) }
  }
}

/// Reviews by a closure; both seats of a plan count as one.
private struct StagedReviewer: Reviewer {
  let identity = ReviewerIdentity(name: "answer:test.json", kind: .answer)
  let body: @Sendable (ReviewRequest) async throws(ReviewFailure) -> Void

  func review(_ request: ReviewRequest) async throws(ReviewFailure) -> Review {
    try await body(request)
    return Review(
      seat: request.seat, lens: request.lens, reviewer: identity,
      answers: request.rubric.questions.map {
        QuestionAnswer(question: $0.id, answer: .no, reason: "")
      }, findings: [])
  }
}

@Suite("Many plans side by side", .timeLimit(.minutes(5)))
struct PlanQueueTests {
  private let rubric = Rubric(
    name: "small", sha256: "",
    criteria: [
      Criterion(
        id: "c", title: "C", summary: "", weight: 100, highTierWeight: 100,
        lensFactors: [.planner: 1, .executor: 1], gate: .never, anchors: [],
        questions: [Question(id: "c.1", criterion: "c", text: "?", oftenNotApplicable: false)])
    ])

  /// A queue of plans called 0, 1, … with `body` on seat A and nothing to wait for on seat B.
  private func queue(
    _ count: Int, atOnce: Int, _ stage: Stage, timeout: Duration = .seconds(600),
    findings: @escaping @Sendable (Plan) -> [Finding] = { _ in [] },
    body: @escaping @Sendable (ReviewRequest) async throws(ReviewFailure) -> Void
  ) -> PlanQueue {
    let panel = Panel(
      a: Panel.Place(seat: .a, lens: .planner, reviewer: StagedReviewer(body: body)),
      b: Panel.Place(seat: .b, lens: .executor, reviewer: StagedReviewer { _ in }),
      timeout: timeout)
    let pipeline = CheckPipeline(
      rubric: rubric, panel: panel,
      checks: { plan in
        await stage.check()
        return ChecksReport(findings: findings(plan))
      }, tool: ToolIdentity(name: "speccheck", version: "test"), instrument: "test")
    return PlanQueue(
      (0..<count).map { PlanQueue.Entry(plan: Self.plan("\($0)"), pipeline: pipeline) },
      atOnce: atOnce)
  }

  private static func plan(_ path: String) -> Plan {
    Plan(path: path, title: "P", sha256: "", isFolder: false, files: [])
  }

  private func judged(_ queue: PlanQueue) async -> [CheckResult] {
    await queue.results(as: { RunIdentity(id: "0", startedAt: "", round: 1) })
  }

  @Test(
    "no more than asked for are asked about at once, and as many as that are", arguments: [1, 3])
  func atOnce(limit: Int) async {
    let stage = Stage()
    let queue = queue(20, atOnce: limit, stage) { request in
      await stage.begin(request.plan.path)
      // all places are taken before the first is given up
      await stage.wait { $0.begun.count >= limit }
      for _ in 0..<20 { await Task.yield() }
      await stage.end()
    }
    #expect(await judged(queue).count == 20)
    #expect(await stage.most == limit)
    #expect(await stage.begun.count == 20)
  }

  @Test(
    "few plans are checked at a time, so that the first are asked about before the last are checked"
  )
  func checkedInTurns() async {
    let stage = Stage()
    let queue = queue(40, atOnce: 20, stage) { request in
      await stage.begin(request.plan.path)
      await stage.end()
    }
    #expect(await judged(queue).count == 40)
    #expect(await stage.mostChecked == 4)
  }

  @Test("results come in the order of the plans, whoever is done first")
  func order() async {
    let stage = Stage()
    let queue = queue(12, atOnce: 4, stage) { request in
      await stage.begin(request.plan.path)
      // the first one is the last
      if request.plan.path == "0" { await stage.wait { $0.begun.count == 12 } }
    }
    #expect(await judged(queue).map(\.plan.path) == (0..<12).map(String.init))
  }

  @Test(
    "while models are waited for, as many other plans are checked as are asked about, and no more")
  func ahead() async {
    let stage = Stage()
    let queue = queue(30, atOnce: 3, stage) { request in
      await stage.begin(request.plan.path)
      await stage.hold()
    }
    async let results = judged(queue)
    await stage.wait { $0.checked == 6 && $0.begun.count == 3 }
    for _ in 0..<200 { await Task.yield() }
    #expect(await stage.checked == 6)
    #expect(await stage.begun.count == 3)
    await stage.open()
    #expect(await results.count == 30)
  }

  @Test("a plan whose answers are all here holds up no other, although it is not done")
  func answered() async {
    let stage = Stage()
    let queue = queue(2, atOnce: 1, stage) { request in
      await stage.begin(request.plan.path)
      request.progress.report(.answered)
      if request.plan.path == "0" { await stage.hold() }
    }
    async let results = judged(queue)
    await stage.wait { $0.begun.count == 2 }
    await stage.open()
    #expect(await results.map(\.plan.path) == ["0", "1"])
  }

  @Test("one plan whose reviewers fail stops no other")
  func failure() async {
    let stage = Stage()
    let queue = queue(9, atOnce: 2, stage) { (request) async throws(ReviewFailure) in
      guard request.plan.path != "4" else { throw ReviewFailure(.quota, message: "no money") }
    }
    let outcomes = await judged(queue).map(\.verdict.outcome)
    #expect(outcomes[4] == .incomplete)
    #expect(outcomes.count { $0 == .incomplete } == 1)
    #expect(outcomes.count == 9)
  }

  @Test("a plan that waits for its turn has all of its time left")
  func deadline() async {
    let timeout = Duration.seconds(3_600)
    let stage = Stage()
    let queue = queue(6, atOnce: 1, stage, timeout: timeout) { request in
      // whoever was asked before had ended by then
      await stage.begin(request.deadline >= stage.lastEnd + timeout ? "in time" : "late")
      await stage.end()
    }
    #expect(await judged(queue).count == 6)
    #expect(await stage.begun == Array(repeating: "in time", count: 6))
  }

  @Test("a plan that the checks decide takes no turn")
  func decided() async {
    let stage = Stage()
    let secret = Finding(
      title: "t", kind: .secret, severity: .blocker, criterion: nil, rule: "secret-in-plan",
      evidence: .verified, problem: "p", consequence: "c", fix: "f")
    let queue = queue(
      4, atOnce: 1, stage, findings: { $0.path == "0" ? [] : [secret] }
    ) { request in
      await stage.begin(request.plan.path)
      // the only turn is given up when the checks of the others are over
      await stage.wait { $0.checked == 4 }
    }
    let results = await judged(queue)
    #expect(await stage.begun == ["0"])
    #expect(results.dropFirst().allSatisfy { $0.verdict.outcome == .noGo })
  }

  @Test("a run that is cancelled asks about no further plan and still says something of each")
  func cancellation() async {
    let stage = Stage()
    let queue = queue(40, atOnce: 2, stage) { request in
      await stage.begin(request.plan.path)
      await withTaskCancellationHandler {
        await stage.hold()
      } onCancel: {
        Task { await stage.open() }
      }
    }
    let run = Task { await judged(queue) }
    await stage.wait { $0.begun.count == 2 }
    run.cancel()
    let results = await run.value
    #expect(results.map(\.plan.path) == (0..<40).map(String.init))
    #expect(await stage.begun.count == 2)
    for result in results {
      guard case .failed(let failure) = result.seats[0].outcome else {
        Issue.record("plan \(result.plan.path) was reviewed")
        continue
      }
      #expect(failure.failureClass == .cancelled)
    }
  }
}
