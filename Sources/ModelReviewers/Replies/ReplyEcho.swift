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
    _ root: JSONValue, plan: Plan, rubric: Rubric, lens: Lens, secret: [UInt8], name: String
  ) throws(ReviewFailure) {
    if ReplyForm.isEcho(root, rubric: rubric) {
      throw failure(name, "this is the reply form of the prompt, sent back unanswered")
    }
    let expected = PromptNonce(plan: plan, rubric: rubric, lens: lens, secret: secret).description
    if case .string(let nonce) = root["echo"]?["nonce"]?.content, nonce != expected {
      for other in Lens.allCases where other != lens {
        let nonceOfOther = PromptNonce(plan: plan, rubric: rubric, lens: other, secret: secret)
        if nonce == nonceOfOther.description {
          throw failure(
            name,
            "this answers the prompt of the \(other.rawValue) lens, and the seat is the "
              + "\(lens.rawValue)'s")
        }
      }
      throw failure(
        name,
        "the nonce is \"\(nonce.prefix(20))\" and should be \"\(expected)\": the reply answers "
          + "another prompt, or the plan or rubric has changed since the prompt was printed")
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
