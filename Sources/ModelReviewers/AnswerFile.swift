package import CheckModel
package import Reviewing
import StrictJSON

/// A reviewer whose reply was obtained elsewhere with the prompt that `speccheck prompt` printed, and
/// lies in a file.
package struct AnswerFileReviewer: Reviewer {
  /// The most bytes of a file that need to be read: one more than a reply may have, so that a larger one
  /// is seen to be larger.
  package static let readLimit = ReplyText.limits.bytes + 1

  package let identity: ReviewerIdentity
  private let path: String
  private let bytes: [UInt8]
  private let secret: [UInt8]

  /// The bytes are the file's, at most `readLimit` of them; the secret is the one the prompt was made with.
  package init(path: String, bytes: [UInt8], secret: [UInt8]) {
    identity = ReviewerIdentity(name: "answer:\(path)", kind: .answer)
    self.path = path
    self.bytes = bytes
    self.secret = secret
  }

  /// Throws `empty`, `malformed`, `wrong-nonce` or `schema-invalid`; never retryable, a file does not
  /// change by asking again.
  package func review(_ request: ReviewRequest) async throws(ReviewFailure) -> Review {
    let decoder = ReplyDecoder(
      plan: request.plan, rubric: request.rubric, lens: request.lens, context: request.context,
      secret: secret, name: path)
    guard !RivalAnswers.stand(in: bytes) else {
      throw ReviewFailure(
        .malformed,
        message:
          "\(path): the file holds more than one reply, or an error beside it; leave in it the one "
          + "that counts")
    }
    let reply: Reply
    do {
      reply = try decoder.decode(bytes)
    } catch {
      throw ReviewFailure(
        error.failureClass, message: error.message, retryable: false, detail: error.detail)
    }
    var model = ModelFamily.identity(answered: reply.model)
    // a file says of itself who wrote it
    model.familyBasis = model.familyBasis.map { _ in .declared }
    return reply.review(
      of: request.plan, seat: request.seat, lens: request.lens, reviewer: identity, model: model)
  }

  /// A file is read here, so it can always be asked.
  package func recall(_ request: ReviewRequest) async -> Review? { try? await review(request) }
}
