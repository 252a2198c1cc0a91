import CheckModel
import CheckPipeline
import Foundation
import PlanParsing
import Reporting
import Reviewing
import Testing

/// Returns what another reviewer says several times, each time changed a little.
private struct RepeatingReviewer: Reviewer {
  let base: any Reviewer
  let changes: [@Sendable (inout Review) -> Void]
  var identity: ReviewerIdentity { base.identity }

  func review(_ request: ReviewRequest) async throws(ReviewFailure) -> Review {
    let one = try await base.review(request)
    var reviews: [Review] = []
    for change in changes {
      var review = one
      change(&review)
      reviews.append(review)
    }
    var newest = reviews[reviews.count - 1]
    newest.repeats = reviews
    return newest
  }
}

@Suite("Repeated reviews on the whole path")
struct RepeatedReviewTests {
  private static let extra = Finding(
    title: "The log is never rotated", kind: .missing, severity: .blocker, criterion: "coverage",
    evidence: .absence, problem: "The log is never rotated.", consequence: "The disk fills up.",
    fix: "Say after how many megabytes a new log begins.")

  private func path(_ changes: [@Sendable (inout Review) -> Void]) -> RecordedPath {
    var path = RecordedPath(overrides: [RecordedPath.sameFamily])
    path.wrap = { seat, reviewer in
      seat == .a ? RepeatingReviewer(base: reviewer, changes: changes) : reviewer
    }
    return path
  }

  /// Half of the yes answers are taken back.
  private static let lower: @Sendable (inout Review) -> Void = { review in
    for index in review.answers.indices where index.isMultiple(of: 2) {
      review.answers[index].answer = .no
    }
  }

  @Test("equal samples change nothing but that they are listed")
  func equal() async throws {
    let once = try await RecordedPath(overrides: [RecordedPath.sameFamily]).check("01-since-option")
    let often = try await path([{ _ in }, { _ in }, { _ in }]).check("01-since-option")
    #expect(often.verdict == once.verdict)
    #expect(often.confidence.a?.points == once.confidence.a?.points)
    #expect(often.merged.findings.map(\.finding) == once.merged.findings.map(\.finding))
    #expect(often.confidence.a?.spread == 0)
    #expect(once.confidence.a?.spread == nil)
    #expect(JSONReport.render([often]).contains("\"spread\": 0.00"))
  }

  @Test("a blocker that one sample of three names is information, found 1 of 3")
  func onlyHeard() async throws {
    let result = try await path([{ _ in }, { $0.findings.append(Self.extra) }, { _ in }])
      .check("01-since-option")
    #expect(result.verdict.outcome == .go)
    let heard = try #require(
      result.merged.findings.first { $0.finding.title == Self.extra.title })
    #expect(heard.finding.severity == .info)
    #expect(heard.finding.problem.hasSuffix("(Found in 1 of 3 reviews.)"))
  }

  @Test("a blocker of an earlier sitting is not asked away")
  func keptObjection() async throws {
    let result = try await path([
      { $0.findings.append(Self.extra) }, { $0.sitting = 2 }, { $0.sitting = 3 },
    ]).check("01-since-option")
    #expect(result.verdict.outcome == .hold)
    #expect(result.verdict.code == .oneBlocker)
  }

  @Test("accepting a finding lifts it from every review that named it")
  func accepted() async throws {
    let verified: @Sendable (inout Review) -> Void = { review in
      var finding = Self.extra
      finding.evidence = .verified
      finding.span = review.answers.compactMap(\.span).first
      review.findings.append(finding)
    }
    var path = path([
      verified,
      {
        verified(&$0); $0.sitting = 2
      },
    ])
    let held = try await path.check("01-since-option")
    #expect(held.confidence.a?.points == 40)
    let blocker = try #require(
      held.merged.findings.first { $0.finding.title == Self.extra.title })
    path.accepted = [blocker.fingerprint: Waiver(by: "somebody", reason: "a rotating logger")]
    let lifted = try await path.check("01-since-option")
    #expect(lifted.confidence.a?.points == 100)
    #expect(lifted.verdict.outcome == .go)
  }

  @Test("the spread is told, and the middle one counts")
  func spread() async throws {
    let result = try await path([{ _ in }, Self.lower, { _ in }]).check("01-since-option")
    let a = try #require(result.confidence.a)
    #expect(a.points == 100)
    #expect(a.repeats.count == 3)
    #expect((a.spread ?? 0) > 30)
    let told = try #require(result.diagnostics.first { $0.code == "repeated-review" })
    #expect(told.message.contains("reviewed 3 times"))
  }
}

@Suite("Nobody is asked")
struct NoSendTests {
  private var path: RecordedPath {
    var path = RecordedPath(overrides: [RecordedPath.sameFamily])
    path.noSend = true
    return path
  }

  @Test("what is kept would say GO, and is held")
  func held() async throws {
    let result = try await path.check("01-since-option")
    #expect(result.verdict.outcome == .hold)
    #expect(result.verdict.code == .storedOnly)
    #expect(result.confidence.a?.points == 100)
  }

  @Test("what is kept would say NO-GO, and is held with its findings")
  func findings() async throws {
    let result = try await path.check("03-export-names")
    #expect(result.verdict.code == .storedOnly)
    #expect(result.merged.findings.contains { $0.finding.severity == .blocker })
  }

  @Test("the checks decide as always")
  func checks() async throws {
    let folder = RecordedPath.recordings.appendingPathComponent("01-since-option")
    let template = PlanParser.parse(
      PlanInput(path: "plan.md", bytes: Array("# [Feature name]\n\n[Describe it]\n".utf8)))
    let result = try await path.check(template, folder)
    #expect(result.verdict.outcome == .noGo)
  }

  @Test("nothing kept: held, and the seats say so")
  func nothingKept() async throws {
    var path = path
    path.change = { _, _ in [] }
    let result = try await path.check("01-since-option")
    #expect(result.verdict.outcome == .hold)
    #expect(result.verdict.code == .storedOnly)
    for seat in result.seats {
      guard case .skipped = seat.outcome else {
        Issue.record("seat \(seat.seat) was not skipped")
        continue
      }
    }
  }

  @Test("an earlier version's review says so in the verdict and in no estimate")
  func earlier() async throws {
    var path = path
    path.wrap = { _, reviewer in EarlierReviewer(base: reviewer) }
    let result = try await path.check("03-export-names")
    #expect(result.verdict.reasons.first?.message.contains("an earlier version") == true)
    #expect(result.unseen.estimate == nil)
  }
}

/// What another reviewer says, as if it had been said of an earlier version.
private struct EarlierReviewer: Reviewer {
  let base: any Reviewer
  var identity: ReviewerIdentity { base.identity }

  func review(_ request: ReviewRequest) async throws(ReviewFailure) -> Review {
    try await base.review(request)
  }

  func recall(_ request: ReviewRequest) async -> Review? {
    var review = await base.recall(request)
    review?.isOfEarlierVersion = true
    return review
  }
}
