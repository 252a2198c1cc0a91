import CheckModel
import Configuration
import CheckPipeline
import Files
import Foundation
import HTTPClient
import ModelReviewers
import PlanParsing
import ReplyStore
import Reviewing
import RuleReviewers
import Rubrics
import Scratch
import Subprocess
import TestServer
import Testing

@testable import speccheck_dev

/// The whole path on one plan, with two models that the test server plays.
struct FaultRun {
  /// A model on a seat, and what is played to it.
  struct Player {
    var kind: ReviewerIdentity.Kind
    var model: String
    var played = "ok"
    /// What the user's config says of it; a program's own word is none.
    var family: String?
    var place = Fault.Place.plain
    var idle = FaultRun.ample

    static let anthropic = Player(kind: .anthropic, model: "claude-opus-5-5")
    static let openai = Player(kind: .openai, model: "gpt-6.1-sol")

    /// A program whose reply says that it is by this model, and whose config declares that model's family.
    static func program(_ model: String) -> Player {
      Player(
        kind: .command, model: model, played: "ok:claim~\(model)", family: ModelFamily.of(model))
    }

    /// A model of another family than seat B's.
    static func onSeatA(_ kind: ReviewerIdentity.Kind) -> Player {
      switch kind {
      case .openai: Player(kind: kind, model: "o9-custom")
      case .gemini: Player(kind: kind, model: "gemini-4-argon")
      case .ollama: Player(kind: kind, model: "qwen/qwen9")
      case .command: .program("claude-opus-5-5")
      default: Player(kind: kind, model: "claude-opus-5-5")
      }
    }

    func playing(_ fault: Fault) -> Player {
      var player = self
      player.played = fault.played.replacing("TOKEN", with: UUID().uuidString)
      if kind == .command { player.played += ":claim~\(model)" }
      player.place = fault.place
      if fault.result(for: kind) == .failure(.timeoutIdle) { player.idle = .seconds(1) }
      return player
    }
  }

  /// Where a run waits for nothing: far more than even a busy machine needs.
  static let ample = Duration.seconds(60)

  /// One for all runs, as the program has one.
  private static let transport = Result {
    CurlTransport(trust: TLSTrust(file: try TestServer.running().authority))
  }
  private static let runner = ChildProgramRunner()
  private static let scratch = ScratchRoom(in: FilePath(NSTemporaryDirectory()))
  /// A few at once: what is measured here is not how much the machine can bear.
  private static let gate = Gate(places: 12)

  var a = Player.anthropic
  var b = Player.openai
  /// Until when a review counts.
  var deadline = ample

  /// A plan that deserves to be let through, what the free checks say about it, and the rubric.
  private static let given = Result {
    let plan = try recordedPlan()
    let findings = RuleChecks.findings(in: PlanReading(plan), lensesOnSeats: [])
    return (plan, findings, try #require(try BuiltinRubrics.rubric("default")))
  }

  private static func recordedPlan() throws -> Plan {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent()
      .appendingPathComponent("ModelReviewersTests/Recordings/01-since-option/plan.md")
    return PlanParser.parse(PlanInput(path: "plan.md", bytes: Array(try Data(contentsOf: file))))
  }

  /// The one that the recorded plan's nonces are made with.
  private static let secret = [UInt8](repeating: 0x2A, count: 32)

  /// What came of it, and how long it took.
  func run() async throws -> (result: CheckResult, time: Duration) {
    let (plan, findings, rubric) = try Self.given.get()
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("speccheck-faults-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let store = ReplyStore(folder: FilePath(folder.path), secret: Self.secret)
    // started before the clock is
    _ = try TestServer.running()
    let panel = Panel(
      a: .init(seat: .a, lens: .planner, reviewer: try reviewer(a, store)),
      b: .init(seat: .b, lens: .executor, reviewer: try reviewer(b, store)),
      timeout: deadline)
    let pipeline = CheckPipeline(
      rubric: rubric, panel: panel,
      checks: { _ in ChecksReport(findings: findings) },
      tool: ToolIdentity(name: "speccheck", version: "test"), instrument: "test")
    await Self.gate.enter()
    let clock = ContinuousClock()
    let start = clock.now
    let result = await pipeline.check(
      plan, as: RunIdentity(id: "0", startedAt: "2026-01-01T00:00:00Z", round: 1))
    let time = clock.now - start
    await Self.gate.leave()
    return (result, time)
  }

  private func reviewer(_ player: Player, _ store: ReplyStore) throws -> any Reviewer {
    if player.kind == .command { return program(player, store) }
    var policy = RetryPolicy()
    policy.attempts = 2
    let settings = ModelSettings(
      name: "\(player.kind.rawValue)/\(player.model)", kind: player.kind, model: player.model,
      endpoint: try endpoint(player), idle: player.idle)
    let model = HTTPModel(
      settings: settings, transport: try Self.transport.get(), secret: Self.secret, policy: policy)
    return KeepingReviewer(model, store: store, secret: Self.secret)
  }

  private func program(_ player: Player, _ store: ReplyStore) -> any Reviewer {
    let path =
      switch player.place {
      case .missing: "/nowhere/at/all"
      case .notExecutable: TestProgram.noProgram
      default: TestProgram.path
      }
    let settings = ToolSettings(
      name: "command:\(player.model)", kind: .command, program: path,
      arguments: TestProgram.arguments(playing: player.played),
      family: player.family, environment: TestProgram.environment)
    let model = ToolModel(
      settings: settings, runner: Self.runner, scratch: Self.scratch, secret: Self.secret)
    return KeepingReviewer(model, store: store, secret: Self.secret)
  }

  private func endpoint(_ player: Player) throws -> Endpoint {
    let server = try TestServer.running()
    let base =
      switch player.place {
      case .plain: server.url()
      case .refused: server.url(on: .refused)
      case .selfSigned: server.url(on: .selfSigned)
      case .elsewhere: server.url(on: .elsewhere)
      case .unknownHost, .missing, .notExecutable: "http://speccheck.invalid"
      }
    // the others add the version of the API themselves
    let version = player.kind == .openai || player.kind == .chat ? "/v1" : ""
    let url = "\(base)/\(player.kind.rawValue)/\(player.played)\(version)"
    return try Endpoint(url)
  }
}

/// Lets a number of tasks in at once.
actor Gate {
  private var places: Int
  private var waiting: [CheckedContinuation<Void, Never>] = []

  init(places: Int) { self.places = places }

  func enter() async {
    if places > 0 {
      places -= 1
    } else {
      await withCheckedContinuation { waiting.append($0) }
    }
  }

  func leave() {
    if waiting.isEmpty {
      places += 1
    } else {
      waiting.removeFirst().resume()
    }
  }
}
