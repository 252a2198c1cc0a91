import CheckModel
import Configuration
import Foundation
import StrictJSON
import Subprocess
import Testing

@testable import ModelReviewers

/// What a real agent wrote once, as `AgentOutputs` keeps it.
struct AgentOutput: Codable {
  var status: Int32
  var errors: String
  var answer: String?
  var output: [String]

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("AgentOutputs")

  static func recorded(_ agent: String, _ name: String) throws -> AgentOutput {
    let file = folder.appendingPathComponent("\(agent)/\(name).json")
    return try JSONDecoder().decode(AgentOutput.self, from: Data(contentsOf: file))
  }

  /// What is recorded of an agent.
  static func names(_ agent: String) throws -> Set<String> {
    let files = try FileManager.default.contentsOfDirectory(
      at: folder.appendingPathComponent(agent), includingPropertiesForKeys: nil)
    return Set(files.map { $0.deletingPathExtension().lastPathComponent })
  }

  var result: ToolResult {
    ToolResult(
      program: ProgramResult(
        ending: status < 0 ? .signaled(-status) : .exited(status),
        output: Array(output.map { $0 + "\n" }.joined().utf8), errors: Array(errors.utf8),
        time: .seconds(1)),
      answers: answer.map { [Codex.answerFile: Array($0.utf8)] } ?? [:])
  }

  /// Changes the member of every event of one type.
  func setting(_ key: String, of type: String, to value: JSONValue?) throws -> AgentOutput {
    var copy = self
    copy.output = try output.map { line in
      let event = try #require(ToolEvents.event(in: Array(line.utf8)))
      guard event["type"] == .string(type) else { return line }
      return event.setting([key], to: value).text(indented: false)
    }
    return copy
  }
}

enum AgentFixture {
  static func settings(
    _ kind: ReviewerIdentity.Kind, model: String? = nil, effort: String? = nil,
    access: RepositoryAccess = .plan, key: ReviewerKey? = nil, redirect: Endpoint? = nil,
    maxUSD: Double? = nil
  ) -> ToolSettings {
    ToolSettings(
      name: kind.rawValue, kind: kind, program: "/opt/agents/bin/agent", model: model,
      effort: effort, access: access, key: key, redirect: redirect, maxUSD: maxUSD)
  }

  static let folders = ToolFolders(
    working: "/scratch/work", exchange: "/scratch/exchange", temporary: "/scratch/temporary")

  static let question = ModelQuestion(
    system: "You review.\n\"Quietly\".", user: "The plan.", schema: ["type": "object"])
}
