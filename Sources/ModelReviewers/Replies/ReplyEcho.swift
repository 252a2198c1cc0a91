package import CheckModel
import StrictJSON

/// Whether a reply answers this very prompt: it repeats the nonce and the end of the plan's digest, which
/// stand in the prompt and nowhere else.
package enum ReplyEcho {
  /// The last six hex digits of the plan's SHA-256.
  package static func digestTail(of plan: Plan) -> String { String(plan.sha256.suffix(6)) }

  /// Throws `wrong-nonce` for an echo of the reply form, for another nonce and for another plan.
  ///
  /// A reply without an echo passes; it lacks a required key and fails there.
  static func check(
    _ root: JSONValue, plan: Plan, rubric: Rubric, lens: Lens, context: ProjectContext?,
    secret: [UInt8], name: String
  ) throws(ReviewFailure) {
    if ReplyForm.isEcho(root, rubric: rubric) {
      throw failure(name, "this is the reply form of the prompt, sent back unanswered")
    }
    func nonce(_ lens: Lens) -> String {
      PromptNonce(plan: plan, rubric: rubric, lens: lens, context: context, secret: secret)
        .description
    }
    let expected = nonce(lens)
    if case .string(let given) = root["echo"]?["nonce"]?.content, given != expected {
      for other in Lens.allCases where other != lens && given == nonce(other) {
        throw failure(
          name,
          "this answers the prompt of the \(other.rawValue) lens, and the seat is the "
            + "\(lens.rawValue)'s")
      }
      throw failure(
        name,
        "the nonce is \"\(given.prefix(20))\" and should be \"\(expected)\": the reply answers "
          + "another prompt, or the plan, rubric, context or repository has changed since the prompt was printed"
      )
    }
    let tail = digestTail(of: plan)
    if case .string(let given) = root["echo"]?["digest_tail"]?.content, given != tail {
      throw failure(
        name,
        "the digest tail is \"\(given.prefix(20))\" and should be \"\(tail)\": the reply "
          + "answers the prompt of another plan")
    }
  }

  private static func failure(_ name: String, _ message: String) -> ReviewFailure {
    ReviewFailure(.wrongNonce, message: "\(name): \(message)", retryable: true)
  }
}
