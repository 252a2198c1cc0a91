import CheckModel
import Reviewing

/// Whoever is interviewed, one attempt at a time: a server over HTTP, a program on this machine.
protocol Respondent: Sendable {
  /// The forms in which an answer can be demanded, each used when the one before is refused.
  var forms: [AnswerForm] { get }

  /// What a seat has when there is no time left to ask.
  var noTime: ReviewFailure { get }

  /// Asks once and says what came of it.
  ///
  /// Throws only when nobody was asked, such as for want of money; everything else is a reply, and so is being
  /// cancelled meanwhile.
  func answer(_ question: ModelQuestion, _ attempt: Attempt) async throws(ReviewFailure)
    -> WireReply

  /// Why an answer may be neither kept nor shown, whatever it says; nil for one that may.
  func objection(to answer: [UInt8]) -> ReviewFailure?
}

/// One attempt of an interview.
struct Attempt: Sendable {
  /// From 1.
  let number: Int
  /// Until the review no longer counts.
  let time: Duration
  let progress: ProgressReporter
}
