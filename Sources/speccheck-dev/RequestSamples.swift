import CheckModel
import Configuration
import ModelReviewers
import PlanParsing
import Rubrics
import StrictJSON

/// Requests to every vendor as the program would send them, for checks against the vendors' own libraries.
enum RequestSamples {
  private static let kinds: [(kind: ReviewerIdentity.Kind, model: String, base: String)] = [
    (.anthropic, "claude-opus-5-5", "https://api.anthropic.com"),
    (.openai, "gpt-6-sol", "https://api.openai.com/v1"),
    (.chat, "gpt-6-sol", "https://api.openai.com/v1"),
    (.openrouter, "anthropic/claude-opus-5.5", "https://openrouter.ai/api/v1"),
    (.gemini, "gemini-4-argon", "https://generativelanguage.googleapis.com"),
    (.ollama, "qwen3", "http://127.0.0.1:11434"),
  ]

  /// One JSON object a line: the kind of reviewer and what it would be sent. Without a rubric, nothing.
  static func lines() -> [String] {
    guard let rubric = try? BuiltinRubrics.rubric("default") else { return [] }
    let plan = PlanParser.parse(
      PlanInput(path: "plan.md", bytes: Array("# A plan\n\n- [ ] Change `a.c`.\n".utf8)))
    let prompt = Prompt(
      plan: plan, rubric: rubric, lens: .planner, secret: [UInt8](repeating: 0x2A, count: 32))
    return kinds.flatMap { kind, model, base -> [String] in
      guard let endpoint = try? Endpoint(base) else { return [] }
      return [nil, "high"].flatMap { effort in
        ModelSettings(
          name: kind.rawValue, kind: kind, model: model, effort: effort, endpoint: endpoint,
          key: ReviewerKey(variable: "SOME_API_KEY", value: "no key")
        ).previews(of: prompt).map { preview in
          let line: JSONValue = [
            "kind": JSONValue(.string(kind.rawValue)), "request": preview.value,
          ]
          return line.text(indented: false)
        }
      }
    }
  }
}
