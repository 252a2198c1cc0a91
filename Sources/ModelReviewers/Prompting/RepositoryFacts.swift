package import CheckModel
import Digests

/// What the working tree shows of a plan's names and is not as the plan says.
///
/// Models see the plan alone, and this is what the program looked up for them. It holds names, numbers and small
/// values of the tree, and never a line of a file.
package struct RepositoryFacts: Sendable {
  /// The most that are told; of the rest a model learns the number.
  package static let limit = 40

  /// One sentence each, with the place in the plan before it, in document order, nothing hidden in them.
  package let sentences: [String]
  /// How many more there are.
  package let untold: Int

  /// Empty for a plan that was compared with no tree, and for one that is right about all that was looked up.
  package init(_ plan: Plan) {
    var told: Set<String> = []
    var all: [(span: Span, sentence: String)] = []
    for reference in plan.references {
      guard let sentence = Self.sentence(about: reference), told.insert(sentence).inserted else {
        continue
      }
      all.append((reference.span, sentence))
    }
    for claim in plan.falseClaims where told.insert(claim.truth).inserted {
      all.append((claim.span, claim.truth))
    }
    all.sort { $0.span < $1.span }
    sentences = all.prefix(Self.limit).map { Self.place($0.span, in: plan) + $0.sentence }
      .map(ShownPlan.visible)
    untold = max(0, all.count - Self.limit)
  }

  package var isEmpty: Bool { sentences.isEmpty }

  /// The lines of the prompt, each ended by a line feed.
  package var text: String {
    var text = ""
    for (index, sentence) in sentences.enumerated() { text += "r\(index + 1)| \(sentence)\n" }
    if untold > 0 { text += "r| and \(untold) more of the kind\n" }
    return text
  }

  /// The lines between two marks, as the plan stands between its own.
  func listing(_ nonce: PromptNonce) -> String {
    "=== repository \(nonce) begins ===\n\(text)=== repository \(nonce) ends ==="
  }

  /// Of the text; nil where there is none, so that nothing depends on a tree that agrees with the plan.
  var sha256: String? { isEmpty ? nil : SHA256.hex(Array(text.utf8)) }

  private static func place(_ span: Span, in plan: Plan) -> String {
    let line = plan.lines(of: span).lowerBound
    return plan.isFolder ? "file \(span.file + 1), line \(line): " : "line \(line): "
  }

  /// Nil for what is as the plan says, and for what nobody knows.
  private static func sentence(about reference: Reference) -> String? {
    // most names, and all where there is no tree
    if reference.state == .unknown { return nil }
    let name = "“\(reference.text)”"
    let nearest = reference.suggestion.map { "; the nearest name is “\($0)”" } ?? ""
    switch (reference.kind, reference.state) {
    case (.path, .missing):
      let isNeeded =
        reference.action != .mention || reference.suggestion != nil
        || reference.fact == .saidToExist
      return isNeeded ? "\(name) is not in the repository\(nearest)." : nil
    case (.path, .exists):
      if reference.action == .create, !reference.text.hasSuffix("/") {
        return "\(name) is to be created and is in the repository already."
      }
      guard case .lineCount(let count) = reference.fact, let lines = reference.lines,
        lines.upperBound > count
      else { return nil }
      return
        "\(name) has \(count) \(count == 1 ? "line" : "lines"), and no line \(lines.upperBound)."
    case (.command, .missing):
      guard case .notDefined(let called, let what, let file) = reference.fact else { return nil }
      return "“\(file)” has no \(what) “\(called)”\(nearest)."
    default: return nil
    }
  }
}
