import CheckModel
import Files
import Foundation
import ReplyStore
import Reviewing
import StrictJSON
import Testing
import Threads

@testable import ModelReviewers

/// A model that gives prepared replies in turn and counts how often it is asked.
private actor ScriptedModel {
  private var outcomes: [Result<[UInt8], ReviewFailure>]
  private(set) var asked = 0
  private(set) var atOnce = 0
  private var underWay = 0

  init(_ outcomes: [Result<[UInt8], ReviewFailure>]) { self.outcomes = outcomes }

  func begin() -> Result<[UInt8], ReviewFailure> {
    asked += 1
    underWay += 1
    atOnce = max(atOnce, underWay)
    return outcomes.count > 1 ? outcomes.removeFirst() : outcomes[0]
  }

  func end() { underWay -= 1 }
}

private struct ScriptedSource: ReplySource {
  let script: ScriptedModel
  var model = "m"
  let identity = ReviewerIdentity(name: "openai/m", kind: .openai)

  func settings(for plan: Plan) -> [String: String] { ["model": model] }

  func ask(_ request: ReviewRequest) async throws(ReviewFailure) -> NewReply {
    let outcome = await script.begin()
    for _ in 0..<20 { await Task.yield() }
    await script.end()
    let reply = try outcome.get()
    let decoder = ReplyDecoder(
      plan: request.plan, rubric: request.rubric, lens: request.lens, context: request.context,
      secret: ReplyFixture.secret, name: identity.name)
    return NewReply(
      stored: StoredReply(
        askedAt: "2026-11-01T10:00:00Z", model: ModelIdentity(requested: "m", family: "openai"),
        usage: Usage(inputTokens: 100, outputTokens: 10), attempts: 1, reply: reply),
      read: try decoder.decode(reply))
  }
}

@Suite("A model that pays for nothing twice")
struct KeepingReviewerTests {
  private let folder = NSTemporaryDirectory() + "speccheck-kept-\(UInt64.random(in: .min ... .max))"
  private static let good = Array(ReplyFixture.reply().text(indented: false).utf8)
  private static let quota = ReviewFailure(.quota, message: "no money left")

  private func reviewer(
    _ script: ScriptedModel, samples: Int = 1, afresh: Bool = false, model: String = "m"
  ) -> KeepingReviewer {
    KeepingReviewer(
      ScriptedSource(script: script, model: model),
      store: ReplyStore(folder: FilePath(folder), secret: ReplyFixture.secret),
      secret: ReplyFixture.secret,
      samples: samples, afresh: afresh)
  }

  private func request(
    _ plan: Plan = ReplyFixture.plan(ReplyFixture.planText), lens: Lens = .planner
  ) -> ReviewRequest {
    ReviewRequest(
      plan: plan, rubric: ReplyFixture.rubric, seat: .a, lens: lens,
      deadline: .now + .seconds(900))
  }

  private func clear() { try? FileManager.default.removeItem(atPath: folder) }

  @Test("the second run asks nobody and says the same")
  func reuse() async throws {
    defer { clear() }
    let script = ScriptedModel([.success(Self.good)])
    let first = try await reviewer(script).review(request())
    let second = try await reviewer(script).review(request())
    #expect(await script.asked == 1)
    #expect(!first.fromLedger)
    #expect(second.fromLedger)
    #expect(second.repeats.isEmpty)
    #expect(second.answers == first.answers)
    #expect(second.findings == first.findings)
    #expect(second.usage == first.usage)
    #expect(second.model == first.model)
  }

  @Test("another text, another lens, another context or another setting is asked anew")
  func otherKey() async throws {
    defer { clear() }
    let script = ScriptedModel([.success(Self.good), .failure(Self.quota)])
    _ = try await reviewer(script).review(request())
    let changed = request(ReplyFixture.plan(ReplyFixture.planText + "\n"))
    await #expect(throws: Self.quota) { _ = try await reviewer(script).review(changed) }
    await #expect(throws: Self.quota) {
      _ = try await reviewer(script).review(request(lens: .executor))
    }
    await #expect(throws: Self.quota) {
      _ = try await reviewer(script, model: "n").review(request())
    }
    var withContext = request()
    withContext.context = ProjectContext(documents: ReplyFixture.folder([("AGENTS.md", "# Rules")]))
    await #expect(throws: Self.quota) { _ = try await reviewer(script).review(withContext) }
    #expect(await script.asked == 5)
  }

  @Test("a failure, and a reply that cannot be read, are never kept")
  func failures() async throws {
    defer { clear() }
    let script = ScriptedModel([
      .failure(Self.quota), .success(Array("I approve this plan.".utf8)), .success(Self.good),
    ])
    await #expect(throws: ReviewFailure.self) { _ = try await reviewer(script).review(request()) }
    let failure = await #expect(throws: ReviewFailure.self) {
      _ = try await reviewer(script).review(request())
    }
    #expect(failure?.failureClass == .malformed)
    let review = try await reviewer(script).review(request())
    #expect(!review.fromLedger)
    #expect(await script.asked == 3)
  }

  @Test("two runs at once on one plan pay once")
  func twoRuns() async throws {
    defer { clear() }
    let script = ScriptedModel([.success(Self.good)])
    let (one, other) = (reviewer(script), reviewer(script))
    async let first = one.review(request())
    async let second = other.review(request())
    let fromStore = try await [first, second].count { $0.fromLedger }
    #expect(await script.asked == 1)
    #expect(fromStore == 1)
  }

  @Test("samples are asked for at once but never all nine, and only what is missing later")
  func samples() async throws {
    defer { clear() }
    let script = ScriptedModel([.success(Self.good)])
    _ = try await reviewer(script, samples: 2).review(request())
    #expect(await script.asked == 2)
    let nine = try await reviewer(script, samples: 9).review(request())
    #expect(await script.asked == 9)
    #expect(await script.atOnce <= KeepingReviewer.atOnce)
    #expect(nine.repeats.count == 9)
    #expect(nine.repeats.count { $0.fromLedger } == 2)
    // a sitting of their own, so that they cannot outvote what was seen before
    #expect(nine.repeats.map(\.sitting) == [1, 1, 2, 2, 2, 2, 2, 2, 2])
    let all = try await reviewer(script).review(request())
    #expect(await script.asked == 9)
    #expect(all.repeats.count == 9)
  }

  @Test("it says when its only answer is here; of several it does not know which is the last")
  func answered() async throws {
    defer { clear() }
    let script = ScriptedModel([.success(Self.good)])
    for (samples, times) in [(1, 1), (3, 0)] {
      let heard = Locked(0)
      var request = request(lens: samples == 1 ? .planner : .executor)
      request.progress = ProgressReporter { event in
        if event == .answered { heard.withLock { $0 += 1 } }
      }
      _ = try? await reviewer(script, samples: samples).review(request)
      #expect(heard.withLock { $0 } == times)
    }
  }

  @Test("an answer that cannot be used is no answer yet")
  func unanswered() async {
    let heard = Locked(false)
    var request = request()
    request.progress = ProgressReporter { event in
      if event == .answered { heard.withLock { $0 = true } }
    }
    _ = try? await reviewer(ScriptedModel([.failure(Self.quota)])).review(request)
    #expect(!heard.withLock { $0 })
  }

  @Test("one failed sample fails the seat, the good ones are kept, the next run asks for it alone")
  func failedSample() async throws {
    defer { clear() }
    let script = ScriptedModel([
      .success(Self.good), .failure(Self.quota), .success(Self.good),
    ])
    await #expect(throws: Self.quota) {
      _ = try await reviewer(script, samples: 3).review(request())
    }
    #expect(await script.asked == 3)
    let review = try await reviewer(script, samples: 3).review(request())
    #expect(await script.asked == 4)
    #expect(review.repeats.count == 3)
  }

  @Test("asking afresh adds a sitting, and no later run can leave one out")
  func afresh() async throws {
    defer { clear() }
    let script = ScriptedModel([.success(Self.good)])
    _ = try await reviewer(script).review(request())
    let fresh = try await reviewer(script, afresh: true).review(request())
    #expect(await script.asked == 2)
    #expect(fresh.repeats.map(\.sitting) == [1, 2])
    let later = try await reviewer(script).review(request())
    #expect(await script.asked == 2)
    #expect(later.repeats.map(\.sitting) == [1, 2])
  }

  @Test("what would be asked for is told beforehand")
  func missing() async throws {
    defer { clear() }
    let script = ScriptedModel([.success(Self.good)])
    #expect(reviewer(script, samples: 3).kept(for: request()).missing == 3)
    _ = try await reviewer(script, samples: 2).review(request())
    #expect(reviewer(script, samples: 3).kept(for: request()).missing == 1)
    #expect(reviewer(script).kept(for: request()).missing == 0)
    #expect(reviewer(script, samples: 2, afresh: true).kept(for: request()).missing == 2)
    _ = try await reviewer(script, afresh: true).review(request())
    #expect(reviewer(script, samples: 3).kept(for: request()).missing == 0)
    #expect(reviewer(script, samples: 5).kept(for: request()).missing == 2)
    let asked = await script.asked
    _ = try await reviewer(script, samples: 5).review(request())
    #expect(await script.asked == asked + 2)
  }

  @Test("what was found to be kept is not looked up again, and asks nobody when its file is gone")
  func found() async throws {
    let script = ScriptedModel([.success(Self.good)])
    let keeping = reviewer(script, samples: 2)
    let first = try await keeping.review(request())
    let prepared = PreparedReviewer(keeping, kept: keeping.kept(for: request()))
    clear()
    let second = try await prepared.review(request())
    #expect(second.fromLedger)
    #expect(second.repeats.map(\.answers) == first.repeats.map(\.answers))
    #expect(await script.asked == 2)
  }

  @Test(
    "no more is asked for than was missing when that was announced, whatever vanishes meanwhile")
  func announced() async throws {
    defer { clear() }
    let script = ScriptedModel([.success(Self.good)])
    _ = try await reviewer(script, samples: 2).review(request())
    let wanting = reviewer(script, samples: 3)
    let prepared = PreparedReviewer(wanting, kept: wanting.kept(for: request()))
    clear()
    let review = try await prepared.review(request())
    #expect(await script.asked == 3)
    #expect(review.repeats.map(\.sitting) == [1, 1, 2])
    #expect(review.repeats.map(\.fromLedger) == [true, true, false])
  }

  @Test("what another run asked for meanwhile is not asked for again")
  func meanwhile() async throws {
    defer { clear() }
    let script = ScriptedModel([.success(Self.good)])
    let keeping = reviewer(script)
    let prepared = PreparedReviewer(keeping, kept: keeping.kept(for: request()))
    _ = try await keeping.review(request())
    #expect(try await prepared.review(request()).fromLedger)
    #expect(await script.asked == 1)
  }

  @Test("a model that may not be asked answers from what is kept, and else not at all")
  func withheld() async throws {
    defer { clear() }
    let script = ScriptedModel([.success(Self.good)])
    let source = WithheldModel(ScriptedSource(script: script))
    let withheld = KeepingReviewer(
      source, store: ReplyStore(folder: FilePath(folder), secret: ReplyFixture.secret),
      secret: ReplyFixture.secret)
    let failure = await #expect(throws: ReviewFailure.self) {
      _ = try await withheld.review(request())
    }
    #expect(failure?.failureClass == .unreachable)
    #expect(await script.asked == 0)
    _ = try await reviewer(script).review(request())
    #expect(try await withheld.review(request()).fromLedger)
  }

  @Test("a fresh review that fails is a failed seat, not the old review")
  func afreshFails() async throws {
    defer { clear() }
    let script = ScriptedModel([.success(Self.good), .failure(Self.quota)])
    _ = try await reviewer(script).review(request())
    await #expect(throws: Self.quota) {
      _ = try await reviewer(script, afresh: true).review(request())
    }
  }

  @Test("recalling asks nobody: this text's review, else none for a plan that is no file")
  func recall() async throws {
    defer { clear() }
    let script = ScriptedModel([.success(Self.good)])
    #expect(await reviewer(script).recall(request())?.answers == nil)
    _ = try await reviewer(script).review(request())
    let recalled = try #require(await reviewer(script).recall(request()))
    #expect(recalled.fromLedger)
    #expect(!recalled.isOfEarlierVersion)
    let changed = request(ReplyFixture.plan(ReplyFixture.planText + "\n"))
    #expect(await reviewer(script).recall(changed)?.answers == nil)
    #expect(await script.asked == 1)
  }

  @Test("of an earlier version what still stands is moved with its text")
  func earlierVersion() async throws {
    defer { clear() }
    let script = ScriptedModel([.success(Self.good)])
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let path = folder + "/plan.md"
    try Data("x".utf8).write(to: URL(filePath: path))
    var plan = ReplyFixture.plan(ReplyFixture.planText)
    plan.path = path
    _ = try await reviewer(script).review(request(plan))

    var later = ReplyFixture.plan("# A new first line\n\n" + ReplyFixture.planText)
    later.path = path
    let moved = try #require(await reviewer(script).recall(request(later)))
    #expect(moved.isOfEarlierVersion)
    let finding = try #require(moved.findings.first)
    #expect(finding.evidence == .drifted)
    #expect(finding.problem.hasSuffix("(Said of an earlier version of the plan.)"))
    let span = try #require(finding.span)
    #expect(later.text(of: span) == "stop at the last non-blank byte")
    #expect(moved.answers.allSatisfy { $0.answer == .yes })

    var gone = ReplyFixture.plan("# Another plan\n\nNothing of it is left.\n")
    gone.path = path
    let rest = try #require(await reviewer(script).recall(request(gone)))
    #expect(rest.findings.isEmpty)
    #expect(rest.answers.allSatisfy { $0.answer == .partly })
    #expect(await script.asked == 1)
  }
}
