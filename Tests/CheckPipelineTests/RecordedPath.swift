import CheckModel
import CheckPipeline
import Foundation
import ModelReviewers
import PlanParsing
import Reviewing
import RuleReviewers
import Rubrics
import Testing

/// The whole path on plans and replies that are kept as recordings.
struct RecordedPath {
  var overrides: [Override] = []
  var noOverrides = false
  var alwaysReview = false
  var noSend = false
  /// Puts something around a seat's reviewer.
  var wrap: @Sendable (Seat, any Reviewer) -> any Reviewer = { $1 }
  var accepted: [String: Waiver] = [:]
  var policy: @Sendable (RiskTier) -> Policy = { .standard(for: $0) }
  var loosened: [String] = []
  /// Seat A's reply file, then seat B's; nil for the rule reviewer of the seat's lens.
  var replies: [String?] = ["reply-A.json", "reply-B.json"]
  /// Changes a reply before it is decoded.
  var change: @Sendable (Seat, [UInt8]) -> [UInt8] = { $1 }

  static let sameFamily = Override(
    what: .allowSameFamily, by: nil, terminal: false, reason: "one model wrote both replies")

  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()
  static let recordings = root.appendingPathComponent("ModelReviewersTests/Recordings")
  static let secret = [UInt8](repeating: 0x2A, count: 32)

  static func bytes(_ url: URL) throws -> [UInt8] { Array(try Data(contentsOf: url)) }

  func check(_ folder: String) async throws -> CheckResult {
    let folder = Self.recordings.appendingPathComponent(folder)
    let plan = PlanParser.parse(
      PlanInput(
        path: "plan.md", bytes: try Self.bytes(folder.appendingPathComponent("plan.md"))))
    return try await check(plan, folder)
  }

  func check(_ plan: Plan, _ folder: URL) async throws -> CheckResult {
    let rubric = try #require(try BuiltinRubrics.rubric("default"))
    var places: [Panel.Place] = []
    var lenses: Set<Lens> = []
    for (seat, file) in zip(Seat.allCases, replies) {
      let reviewer: any Reviewer
      if let file {
        let bytes = change(seat, try Self.bytes(folder.appendingPathComponent(file)))
        reviewer = AnswerFileReviewer(path: file, bytes: bytes, secret: Self.secret)
      } else {
        reviewer = RuleReviewer(lens: seat.usualLens)
        lenses.insert(seat.usualLens)
      }
      places.append(Panel.Place(seat: seat, lens: seat.usualLens, reviewer: wrap(seat, reviewer)))
    }
    let held = lenses
    let pipeline = CheckPipeline(
      rubric: rubric, panel: Panel(a: places[0], b: places[1], timeout: .seconds(600)),
      checks: { plan in
        ChecksReport(findings: RuleChecks.findings(in: PlanReading(plan), lensesOnSeats: held))
      },
      overrides: overrides, noOverrides: noOverrides, alwaysReview: alwaysReview,
      noSend: noSend, accepted: accepted, policy: policy, loosened: loosened,
      tool: ToolIdentity(name: "speccheck", version: "test"),
      instrument: "test")
    return await pipeline.check(
      plan, as: RunIdentity(id: "0", startedAt: "2026-01-01T00:00:00Z", round: 1))
  }
}
