import CheckModel
import CheckPipeline
import Foundation
import PlanParsing
import Testing

@Suite("The whole path on recorded replies")
struct CheckPipelineTests {
  private let path = RecordedPath(overrides: [RecordedPath.sameFamily])

  @Test(
    "plans that deserve it are let through, the others are not",
    arguments: [
      ("01-since-option", Verdict.Outcome.go, Verdict.Code.ready),
      ("02-request-limit", .go, .ready),
      ("03-export-names", .noGo, .blocker),
      ("04-upload-queue", .noGo, .blocker),
      ("05-offline-search", .noGo, .blocker),
      ("06-split-addresses", .noGo, .blocker),
      ("07-archivname", .go, .ready),
      ("08-tide-cache", .noGo, .blocker),
    ])
  func verdicts(folder: String, outcome: Verdict.Outcome, code: Verdict.Code) async throws {
    let result = try await path.check(folder)
    #expect(result.verdict.outcome == outcome)
    #expect(result.verdict.code == code)
  }

  @Test("a far-apart pair says so beside its blocker, with the criteria that make the gap")
  func farApart() async throws {
    let result = try await path.check("08-tide-cache")
    #expect(result.confidence.word == .farApart)
    #expect(result.verdict.reasons.map(\.code).contains("far-apart"))
    #expect(result.confidence.widest.allSatisfy { !$0.why.isEmpty })
  }

  @Test("what both reviewers found is one finding with both names")
  func sharedFindings() async throws {
    let result = try await path.check("03-export-names")
    // a check may confirm one of them
    let shared = result.merged.findings.filter { $0.foundBy.starts(with: [.a, .b]) }
    #expect(shared.count == 3)
    #expect(result.merged.matched == 3)
    #expect(shared.allSatisfy { $0.finding.span != nil && $0.finding.evidence == .verified })
  }

  @Test("replies of one family, or of a family nobody knows, hold a plan that is ready")
  func unknownFamily() async throws {
    let result = try await RecordedPath().check("01-since-option")
    #expect(result.verdict.outcome == .hold)
    #expect(result.verdict.code == .notIndependent)
  }

  @Test("replies that name two families are let through without an override")
  func twoFamilies() async throws {
    let names = ["A": "claude-sonnet-5-5", "B": "gpt-6-sol"]
    let path = RecordedPath(change: { seat, bytes in
      let text = String(decoding: bytes, as: UTF8.self)
      let name = names[seat.rawValue] ?? ""
      let spelled = text.replacing(/"model" ?: ?null/, with: "\"model\": \"\(name)\"")
      return Array(spelled.utf8)
    })
    let result = try await path.check("01-since-option")
    #expect(result.verdict.outcome == .go)
    #expect(result.overrides.isEmpty)
  }

  @Test("with --no-overrides the same replies are held")
  func noOverrides() async throws {
    var path = path
    path.noOverrides = true
    let result = try await path.check("01-since-option")
    #expect(result.verdict.outcome == .hold)
    #expect(result.verdict.code == .invalid)
  }

  @Test("one reply that is no JSON: INCOMPLETE, the other review and the checks are kept")
  func oneSeatFails() async throws {
    var path = path
    path.change = { seat, bytes in seat == .a ? Array("I approve this plan.".utf8) : bytes }
    let result = try await path.check("01-since-option")
    #expect(result.verdict.outcome == .incomplete)
    guard case .failed(let failure) = result.seats[0].outcome else {
      Issue.record("seat A did not fail")
      return
    }
    #expect(failure.failureClass == .malformed)
    #expect(result.confidence.b?.points == 100)
    #expect(result.merged.findings.contains { $0.foundBy == [.b] })
  }

  @Test("the seats' replies exchanged are replies to other prompts")
  func exchangedReplies() async throws {
    var path = path
    path.replies = ["reply-B.json", "reply-A.json"]
    let result = try await path.check("01-since-option")
    #expect(result.verdict.outcome == .incomplete)
    for seat in result.seats {
      guard case .failed(let failure) = seat.outcome else {
        Issue.record("\(seat.seat) was taken")
        continue
      }
      #expect(failure.failureClass == .wrongNonce)
    }
  }

  @Test("a reply to other bytes of the plan is no reply to these")
  func changedPlan() async throws {
    let folder = RecordedPath.recordings.appendingPathComponent("01-since-option")
    let bytes = try RecordedPath.bytes(folder.appendingPathComponent("plan.md"))
    let plan = PlanParser.parse(PlanInput(path: "plan.md", bytes: bytes + [0x0A]))
    let result = try await path.check(plan, folder)
    #expect(result.verdict.outcome == .incomplete)
  }

  @Test("one model and the rules of the other lens: held, a second model is asked for")
  func oneModel() async throws {
    var path = path
    path.replies = ["reply-A.json", nil]
    let result = try await path.check("01-since-option")
    #expect(result.verdict.outcome == .hold)
    #expect(result.verdict.code == .oneModel)
    #expect(result.confidence.gap == nil)
  }

  @Test("rules alone never say GO of the readiest plan")
  func rulesAlone() async throws {
    var path = path
    path.replies = [nil, nil]
    let result = try await path.check("01-since-option")
    #expect(result.verdict.outcome == .hold)
    #expect(result.verdict.code == .rulesOnly)
  }

  @Test("the whole result but run and timing is the same twice")
  func determinism() async throws {
    let first = try await path.check("06-split-addresses")
    let second = try await path.check("06-split-addresses")
    #expect(first.merged.findings == second.merged.findings)
    #expect(first.verdict == second.verdict)
    #expect(first.confidence == second.confidence)
  }
}

@Suite("What the free checks decide before anybody is asked")
struct EarlyDecisionTests {
  private let folder = RecordedPath.recordings.appendingPathComponent("01-since-option")

  private func plan(_ name: String) throws -> Plan {
    let url = RecordedPath.root.appendingPathComponent("CommandTests/Plans/\(name)")
    return PlanParser.parse(PlanInput(path: name, bytes: try RecordedPath.bytes(url)))
  }

  @Test(
    "nobody is asked, the seats are skipped",
    arguments: [
      ("with-secret.md", Verdict.Outcome.noGo, Verdict.Code.secret),
      ("injected.md", .hold, .injection), ("unfilled-template.md", .noGo, .template),
      ("empty.md", .noGo, .notAPlan), ("finished.md", .hold, .alreadyDone),
    ])
  func skipped(name: String, outcome: Verdict.Outcome, code: Verdict.Code) async throws {
    let result = try await RecordedPath().check(try plan(name), folder)
    #expect(result.verdict.outcome == outcome)
    #expect(result.verdict.code == code)
    for seat in result.seats {
      guard case .skipped = seat.outcome else {
        Issue.record("seat \(seat.seat) was asked")
        continue
      }
    }
  }

  @Test("asked all the same, a plan with a secret is still refused when the reviews are there")
  func alwaysReview() async throws {
    let result = try await RecordedPath(alwaysReview: true).check(
      try plan("with-secret.md"), folder)
    // the replies are for another plan, so both seats fail; failing is never approval
    #expect(result.verdict.outcome == .incomplete)
    #expect(result.merged.findings.contains { $0.finding.kind == .secret })
  }
}

@Suite("Findings that a person accepts")
struct AcceptedFindingTests {
  @Test("an accepted finding is waived in every list, recorded as an override, and counts nowhere")
  func accepted() async throws {
    let open = try await RecordedPath(overrides: [RecordedPath.sameFamily]).check("03-export-names")
    let blocker = try #require(open.merged.findings.first { $0.finding.severity == .blocker })
    let path = RecordedPath(
      overrides: [RecordedPath.sameFamily],
      accepted: [blocker.fingerprint: Waiver(by: "somebody", reason: "the limit is 40")])
    let result = try await path.check("03-export-names")
    #expect(!result.merged.findings.contains { $0.finding.severity == .blocker && $0.stands })
    #expect(result.overrides.contains { $0.what == .acceptFinding })
    #expect(result.verdict.code != .blocker)
    #expect(result.diagnostics.isEmpty)
  }

  @Test("a fingerprint that names nothing changes nothing and is said")
  func unknown() async throws {
    let path = RecordedPath(
      overrides: [RecordedPath.sameFamily],
      accepted: ["0123456789ab": Waiver(by: "somebody", reason: "none")])
    let result = try await path.check("03-export-names")
    #expect(result.verdict.code == .blocker)
    #expect(result.diagnostics.map(\.code) == ["unknown-fingerprint"])
    #expect(!result.overrides.contains { $0.what == .acceptFinding })
  }
}
