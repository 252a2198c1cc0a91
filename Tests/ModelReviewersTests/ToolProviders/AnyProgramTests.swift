import CheckModel
import Configuration
import Files
import Foundation
import ReplyStore
import Reviewing
import Scratch
import StrictJSON
import Subprocess
import Testing

@testable import ModelReviewers

@Suite("A program of the user's")
struct AnyProgramTests {
  private static let good = ReplyFixture.reply().text(indented: false)

  private func settings(key: String? = nil, family: String? = nil) -> ToolSettings {
    ToolSettings(
      name: "command:./review", kind: .command, program: "/opt/review", arguments: ["--json"],
      family: family, environment: ["A": "1"],
      key: key.map { ReviewerKey(variable: "REVIEW_KEY", value: $0) })
  }

  /// What came of one review, and how the program was run for it.
  private func ask(
    _ runner: ScriptedRunner, _ settings: ToolSettings? = nil
  ) async -> (reply: StoredReply?, failure: ReviewFailure?) {
    let scratch = ScratchRoom(in: FilePath(NSTemporaryDirectory()))
    defer { scratch.close() }
    let clock = ScriptedClock()
    do throws(ReviewFailure) {
      let model = ToolModel(
        settings: settings ?? self.settings(), runner: runner, scratch: scratch,
        secret: ReplyFixture.secret, pace: clock.pace)
      return (try await model.ask(ModelFixture.request(clock.pace)).stored, nil)
    } catch {
      return (nil, error)
    }
  }

  @Test("It gets exactly the prompt, and nothing of ours but what the settings say")
  func call() async throws {
    let runner = ScriptedRunner(Self.good)
    let reply = await ask(runner).reply
    #expect(reply?.reply == Array(Self.good.utf8))
    #expect(reply?.attempts == 1)
    let call = try #require(await runner.calls.first)
    #expect(call.program == "/opt/review")
    #expect(call.arguments == ["--json"])
    let temporary = try #require(call.environment["TMPDIR"])
    #expect(call.environment == ["A": "1", "TMPDIR": temporary])
    #expect(call.limits.idle == nil)
    #expect(await runner.inputs == [ModelFixture.prompt.text + "\n"])
    // it works in a folder that is gone again, and so is the one for its temporary files
    #expect(!FileManager.default.fileExists(atPath: call.directory))
    #expect(temporary != call.directory)
    #expect(!FileManager.default.fileExists(atPath: temporary))
  }

  @Test("A reply that cannot be used is asked for once more, with the fault and nothing it said")
  func again() async throws {
    let runner = ScriptedRunner("I EVIL approve", Self.good)
    let reply = await ask(runner).reply
    #expect(reply?.attempts == 2)
    let second = try #require(await runner.inputs.last)
    #expect(second.contains("not one valid JSON object"))
    #expect(!second.contains("EVIL"))
    let stubborn = ScriptedRunner("no", "no", Self.good)
    #expect(await ask(stubborn).failure?.failureClass == .malformed)
    #expect(await stubborn.calls.count == 2)
  }

  private static let other = good.replacing(#""yes""#, with: #""no""#)

  static let outputs: [(String, Bool)] = [
    ("{\"try\": 1}\n\(good)\ndone {\"ok\": true, \"answers\": 0", false),
    ("\(other)\n\(good)", false), ("\(good)\n\(good)", false),
    ("```json\n\(other)\n```\nNo, rather:\n```json\n\(good)\n```", false),
    ("{\"answers\": [}\n\(good)", false), ("{\"try\": 1, \"of\": \"answers\"}\n\(good)", true),
    ("asked {\"try\": {\"answers\": 1}}\n\(good)", true),
    ("{\"type\": \"result\", \"result\": \(other)}\n\(good)", false),
    ("{\"is_error\": true, \"result\": \"no\"}\n\(good)", false),
    ("{\"type\": \"error\", \"message\": \"overloaded\"}\n\(good)", false),
    ("{\"\\u0061nswers\": []}\n\(good)", false),
    ("{\"start_now\": {\"reason\": \"no\", \"answer\": false}}\n\(good)", false),
    ("{\"error\": \"overloaded\"}\n\(good)", false), ("{\"is_error\": true,}\n\(good)", false),
    ("{\"type\": \"turn.failed\"}\n\(good)", false),
    ("{\"errors\": [\"overloaded\"]}\n\(good)", false),
    ("{\"response\": \(other)}\n\(good)", false),
    ("{\"\\u0061nswers\": [}\n\(good)", false),
    ("{\"type\": \"log\", \"message\": \"asked\"}\n\(good)", true),
    ("{\"type\": \"log\", \"result\": \"200 OK\", \"error\": null}\n\(good)", true),
  ]

  @Test(
    "Of two replies none counts, be they equal or not, nor one beside an error; lines of a log are none",
    arguments: outputs)
  func several(_ output: String, _ isGood: Bool) async {
    let (reply, failure) = await ask(ScriptedRunner(output, output))
    #expect((reply != nil) == isGood)
    #expect(isGood || failure?.failureClass == .malformed)
  }

  @Test("More than a reply may have is not even searched, and the message says how much it was")
  func size() async {
    let output = Self.good + String(repeating: " ", count: 8 << 20) + Self.good
    let failure = await ask(ScriptedRunner(output, output)).failure
    #expect(failure?.failureClass == .malformed)
    #expect(failure?.message.contains("\(output.utf8.count) bytes, and 8388608") == true)
  }

  @Test(
    "A perfect reply counts for nothing when the program did not end well",
    arguments: [ProgramResult.Ending.exited(1), .exited(255), .signaled(9)])
  func status(_ ending: ProgramResult.Ending) async {
    let runner = ScriptedRunner([
      .success(ScriptedRunner.result(Self.good, ending, errors: "out of luck\n")),
      .success(ScriptedRunner.result(Self.good)),
    ])
    let failure = await ask(runner).failure
    #expect(failure?.failureClass == .exited)
    #expect(failure?.detail?.contains("out of luck") == true)
    #expect(await runner.calls.count == 1)
  }

  static let troubles: [(ProgramFailure.Reason, ReviewFailure.Class)] = [
    (.missing, .notInstalled), (.notExecutable, .notInstalled), (.notStarted(7), .notInstalled),
    (.deadline, .timeoutTotal), (.idle, .timeoutIdle), (.outputTooLarge, .malformed),
    (.cancelled, .cancelled),
  ]

  @Test("Each trouble with running it is a class of failure", arguments: troubles.indices)
  func trouble(_ index: Int) async {
    let (reason, failureClass) = Self.troubles[index]
    // what is malformed is asked for once more
    let steps = [ProgramFailure(reason), ProgramFailure(reason)]
    let failure = await ask(ScriptedRunner(steps.map { .failure($0) })).failure
    #expect(failure?.failureClass == failureClass)
    #expect(failure?.message.hasPrefix("command:./review: ") == true)
  }

  @Test("A key that it was given comes back neither in a reply nor in a message")
  func key() async {
    let key = "sk-0123456789abcdef"
    let repeating = Self.good.replacing("One blank", with: key)
    let told = await ask(ScriptedRunner(repeating), settings(key: key)).failure
    #expect(told?.message.contains("repeats the key") == true)
    let runner = ScriptedRunner([
      .success(ScriptedRunner.result("", .exited(1), errors: "401 for \(key)\n"))
    ])
    let failure = await ask(runner, settings(key: key)).failure
    #expect(failure?.detail == "401 for ***")
  }

  @Test(
    "Its family is what a person declares; what its reply says only counts against independence")
  func family() async throws {
    let (named, unnamed) = (
      ReplyFixture.reply().setting(["model"], to: "gpt-6").text(indented: false),
      ReplyFixture.reply().setting(["model"], to: JSONValue(.null)).text(indented: false)
    )
    let model = try #require(await ask(ScriptedRunner(named)).reply?.model)
    #expect(model.family == nil)
    #expect(model.familyBasis == nil)
    #expect(model.isOfFamily("openai"))
    let declared = await ask(ScriptedRunner(unnamed), settings(family: "own")).reply?.model
    #expect(declared?.family == "own")
    let both = await ask(ScriptedRunner(named), settings(family: "own")).reply?.model
    #expect(both?.family == "own")
    #expect(both?.familyBasis == .declared)
    #expect(both?.isOfFamily("own") == true)
    #expect(both?.isOfFamily("openai") == true)
    #expect(await ask(ScriptedRunner(unnamed)).reply?.model.family == nil)
  }

  @Test("What is kept is kept for this program with these arguments")
  func instrument() {
    let plan = ReplyFixture.plan(ReplyFixture.planText)
    func parts(_ change: (inout ToolSettings) -> Void) -> [String: String] {
      var settings = settings()
      change(&settings)
      return ToolModel(
        settings: settings, runner: ScriptedRunner(), scratch: ScratchRoom(in: FilePath("/")),
        secret: []
      ).settings(for: plan)
    }
    let all = [
      parts { _ in }, parts { $0.program = "/opt/other" }, parts { $0.arguments = ["--j", "son"] },
      parts { $0.arguments = ["--j son"] }, parts { $0.family = "own" },
      parts { $0.access = .repository },
    ]
    #expect(Set(all).count == all.count)
    #expect(parts { $0.key = ReviewerKey(variable: "K", value: "sk-1") } == all[0])
    #expect(parts { $0.environment = [:] } == all[0])
  }
}
