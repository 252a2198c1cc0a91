package import CheckModel

/// Who is asked to hold a seat, as `--reviewer` names it.
package enum ReviewerSpec: Sendable, Hashable {
  /// The built-in rules, with their lens.
  case rules(Lens)
  /// A reply that was obtained elsewhere: the path of its file.
  case answer(file: String)

  /// Reads `rules/planner`, `rules/executor` or `answer:FILE`.
  ///
  /// The other forms that exist elsewhere are refused by name, so that nobody mistakes a version
  /// that cannot ask a model for one that did.
  package static func parse(_ text: String) throws(UsageError) -> ReviewerSpec {
    for lens in Lens.allCases where text == "rules/\(lens.rawValue)" {
      return .rules(lens)
    }
    if let file = text.afterPrefix("answer:") {
      guard !file.isEmpty else {
        throw UsageError("reviewer 'answer:' needs a file", suggestion: "answer:FILE")
      }
      return .answer(file: file)
    }
    if isForLaterVersions(text) {
      throw UsageError(
        "reviewer '\(text)' is not available in this version, only \(available.joined(separator: ", "))"
      )
    }
    throw UsageError("unknown reviewer '\(text)'", suggestion: nearest(to: text))
  }

  /// The form that `parse` reads.
  package var spelling: String {
    switch self {
    case .rules(let lens): "rules/\(lens.rawValue)"
    case .answer(let file): "answer:\(file)"
    }
  }

  /// What a shell can offer.
  static let completions = ["rules/planner", "rules/executor", "answer:"]

  /// How the available forms are written.
  package static let available = ["rules/planner", "rules/executor", "answer:FILE"]

  private static let providers = ["anthropic", "openai", "chat", "openrouter", "gemini", "ollama"]
  private static let agents = ["claude-cli", "codex-cli"]

  private static func isForLaterVersions(_ text: String) -> Bool {
    if text.hasPrefix("command:") || agents.contains(text) { return true }
    return (providers + agents).contains { text.hasPrefix("\($0)/") }
  }

  private static func nearest(to text: String) -> String? {
    if text.hasSuffix(".json") { return "answer:\(text.afterPrefix("answer/") ?? text)" }
    if let near = DidYouMean.nearest(to: text, among: Array(available.prefix(2))) { return near }
    let head = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)[0]
    let tail = text.dropFirst(head.count)
    if providers.contains(text) { return "\(text)/MODEL" }
    guard let near = DidYouMean.nearest(to: String(head), among: providers + agents + ["rules"])
    else { return nil }
    if near == "rules" { return available[0] }
    return near + tail
  }
}

extension String {
  fileprivate func afterPrefix(_ prefix: String) -> String? {
    hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil
  }
}
