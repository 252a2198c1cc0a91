import CheckModel
import Configuration
import Files
import Foundation
import Reviewing
import Scratch
import StrictJSON
import Subprocess
import Testing
import Threads

@testable import ModelReviewers

@Suite("The events of an agent")
struct ToolEventTests {
  private func result(_ output: String) -> ToolResult {
    ToolResult(program: ScriptedRunner.result(output), answers: [:])
  }

  private static let agents: [ReviewerIdentity.Kind] = [.claudeCLI, .codexCLI]

  @Test("More of them than any review has are no answer, and are not kept", arguments: agents)
  func tooMany(_ kind: ReviewerIdentity.Kind) throws {
    let settings = AgentFixture.settings(kind)
    let lines = String(repeating: "{}\n", count: ToolEvents.most + 1)
    let reply = kind.toolProvider?.read(result(lines), settings)
    guard case .failure(let wire) = reply?.outcome else {
      Issue.record("there is an answer")
      return
    }
    #expect(wire.failure.failureClass == .malformed)
    #expect(wire.failure.message.contains("more than \(ToolEvents.most) events"))
  }

  @Test("Pieces of an answer are not counted, and noise before the first event is not")
  func pieces() throws {
    var output = try AgentOutput.recorded("claude", "ok")
    let pieces = [#"{"type":"stream_event","event":{}}"#, ""]
    for _ in 0..<ToolEvents.most { output.output += pieces }
    output.output.insert(contentsOf: Array(repeating: "noise", count: ToolEvents.most + 1), at: 0)
    let reply = ClaudeCode().read(output.result, AgentFixture.settings(.claudeCLI))
    #expect(throws: Never.self) { try reply.outcome.get() }
  }

  @Test("Of those that come at once the last is told, and no more")
  func news() {
    let told = Locked<[ProgressEvent]>([])
    let listener = ToolListener(
      Codex(), progress: ProgressReporter { event in told.withLock { $0.append(event) } })
    let lines = (1...1_000).map { #"{"type":"error","message":"try \#($0)"}"# + "\n" }.joined()
    listener.hear(.output(Array(lines.utf8)))
    #expect(
      told.withLock { $0 } == [.received(bytes: lines.utf8.count), .complained("try 1000")])
    #expect(listener.lastNews == .says("try 1000"))
  }

  /// Reads what a program left when as many others do so too.
  private struct Waiting: ToolProvider {
    let forms = [AnswerForm.promptOnly]
    let promisesProgress = false
    let count: Int
    let reading = Locked(0)

    func call(
      _ question: ModelQuestion, _ settings: ToolSettings, in folders: ToolFolders
    ) -> ToolCall { ToolCall(arguments: [], input: []) }

    func read(_ result: ToolResult, _ settings: ToolSettings) -> WireReply {
      reading.withLock { $0 += 1 }
      let limit = ContinuousClock.now + .seconds(20)
      while reading.withLock({ $0 }) < count, .now < limit { usleep(1_000) }
      return WireReply(.success(Array((reading.withLock { $0 } == count ? "met" : "alone").utf8)))
    }

    func model(answered: String?, claimed: String?, _ settings: ToolSettings) -> ModelIdentity {
      ModelIdentity()
    }
  }

  @Test("They are read on threads of their own, so that long ones hold up nobody else")
  func threads() async throws {
    let scratch = ScratchRoom(in: FilePath(NSTemporaryDirectory()))
    defer { scratch.close() }
    let provider = Waiting(count: 100)
    let runner = ScriptedRunner(
      Array(repeating: .success(ScriptedRunner.result("")), count: provider.count))
    let respondent = ToolRespondent(
      settings: AgentFixture.settings(.command), provider: provider, runner: runner,
      scratch: scratch, repository: nil, secretIn: { _ in nil }, spending: Spending())
    let met = await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<provider.count {
        group.addTask {
          let attempt = Attempt(number: 1, time: .seconds(60), progress: .none)
          let reply = try? await respondent.answer(AgentFixture.question, attempt)
          return (try? reply?.outcome.get()) == Array("met".utf8)
        }
      }
      return await group.reduce(into: 0) { sum, isMet in sum += isMet ? 1 : 0 }
    }
    #expect(met == provider.count)
  }
}
