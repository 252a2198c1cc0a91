package import CheckModel

/// The first config of a user: two models or agents on one panel.
package struct StarterConfig: Sendable {
  private let seats: [(name: String, reviewer: ReviewerSettings)]
  private let writtenBy: String?
  private let executor: String?

  /// - Parameters:
  ///   - a: on seat A, and `b` on seat B.
  ///   - writtenBy: the model family that writes the plans, and `executor` the one that builds them; nil for
  ///     people.
  package init(
    a: ReviewerSettings, b: ReviewerSettings, writtenBy: String?, executor: String?
  ) {
    seats = [("critic", a), ("builder", b)]
    self.writtenBy = writtenBy
    self.executor = executor
  }

  /// The family that a person's answer means, whether that names the family or a product; nil for none.
  package static func family(_ answer: String) -> String? {
    let word = answer.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: "-")
    return FamilyName.known(word) ?? (TextForm.family.accepts(word) ? word : nil)
  }

  /// The provider that is usually asked for a family; nil where there is none.
  package static func provider(of family: String?) -> ReviewerIdentity.Kind? {
    switch family {
    case "anthropic": .anthropic
    case "openai": .openai
    case "google": .gemini
    default: nil
    }
  }

  /// The file's text; it is read without error.
  package var text: String {
    let width = seats.map(\.name.count).max() ?? 0
    let reviewers = seats.map { name, reviewer in
      let space = String(repeating: " ", count: width - name.count + 1)
      let keys = [("model", reviewer.model), ("family", reviewer.family)].compactMap { key, value in
        value.map { ", \(key): \(Self.quoted($0))" }
      }
      return "  \(name):\(space){ kind: \(reviewer.kind.rawValue)\(keys.joined()) }"
    }
    let families = [("writtenBy", writtenBy), ("executor", executor)].compactMap { key, family in
      family.map { "\(key): \(Self.quoted($0))" }
    }
    let lines =
      ["# Who reviews plans. Keys come from the environment and never stand here.", "reviewers:"]
      + reviewers
      + ["panels:", "  gate: [\(seats.map(\.name).joined(separator: ", "))]", "panel: gate"]
      + families
    return lines.map { "\($0)\n" }.joined()
  }

  private static func quoted(_ text: String) -> String {
    let escaped = text.map { "\\\"".contains($0) ? "\\\($0)" : String($0) }.joined()
    return "\"\(escaped)\""
  }
}
