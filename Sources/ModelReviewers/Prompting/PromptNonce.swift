package import CheckModel
import Digests

/// The version of everything a prompt says; it changes whenever a word of it does.
package enum PromptVersion {
  package static let current = "1"
}

/// Eight hex digits that bind a reply to the prompt it answers.
///
/// They are the start of HMAC-SHA256 under a secret of this machine, so the author of a plan cannot
/// know them, and the same plan, rubric, lens, context and facts about the repository give the same prompt each time.
package struct PromptNonce: Sendable, Hashable, CustomStringConvertible {
  package let description: String

  /// The secret is at least 16 bytes that no plan's author can read.
  package init(
    plan: Plan, rubric: Rubric, lens: Lens, context: ProjectContext? = nil, secret: [UInt8]
  ) {
    let message =
      [plan.sha256, rubric.sha256, lens.rawValue, PromptVersion.current]
      + (context.map { [$0.sha256] } ?? [])
      + (RepositoryFacts(plan).sha256.map { ["repository \($0)"] } ?? [])
    let digest = SHA256.hmac(key: secret, Array(message.joined(separator: "\n").utf8))
    description = SHA256.hexadecimal(Array(digest.prefix(4)))
  }
}
