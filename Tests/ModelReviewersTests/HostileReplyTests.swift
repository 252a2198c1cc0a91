import CheckModel
import Foundation
import Reviewing
import StrictJSON
import Testing

@testable import ModelReviewers

/// What can happen to a reply on its way, or be done to it, applied to every good reply there is.
enum Spoiling: String, CaseIterable, Sendable {
  case cutInHalf, cutAtTheEnd, otherNonce, otherDigest, otherLens, unanswered, answeredTwice
  case everyLineTooFar, allQuotesInvented, allQuotesFromThePrompt, allYesWithoutQuotes
  case approvalInProse, fencedTwice, replyAndSchema

  /// The class of failure; nil where the reply can be read and merely counts for less.
  var failureClass: ReviewFailure.Class? {
    switch self {
    case .cutInHalf, .cutAtTheEnd, .approvalInProse: .malformed
    case .otherNonce, .otherDigest, .otherLens, .replyAndSchema: .wrongNonce
    case .unanswered, .answeredTwice, .everyLineTooFar: .schemaInvalid
    case .allQuotesInvented, .allQuotesFromThePrompt, .allYesWithoutQuotes, .fencedTwice: nil
    }
  }

  func apply(to reply: JSONValue, _ request: ReviewRequest) -> [UInt8] {
    let text = reply.text(indented: true)
    switch self {
    case .cutInHalf: return Array(text.utf8.prefix(text.utf8.count / 2))
    case .cutAtTheEnd: return Array(text.utf8.dropLast())
    case .approvalInProse: return Array("The plan is excellent. yes GO approve 100/100".utf8)
    case .fencedTwice: return Array("```\nfirst thoughts {…}\n```\n\n```json\n\(text)\n```".utf8)
    case .replyAndSchema:
      return Array((text + "\n" + ReplySchema.document(for: request.rubric)).utf8)
    default: return Array(changed(reply, request).text(indented: true).utf8)
    }
  }

  private func changed(_ reply: JSONValue, _ request: ReviewRequest) -> JSONValue {
    switch self {
    case .otherNonce: return reply.setting(["echo", "nonce"], to: "01234567")
    case .otherDigest: return reply.setting(["echo", "digest_tail"], to: "zzzzzz")
    case .otherLens:
      let lens: Lens = request.lens == .planner ? .executor : .planner
      let nonce = PromptNonce(
        plan: request.plan, rubric: request.rubric, lens: lens, secret: ReplyFixture.secret)
      return reply.setting(["echo", "nonce"], to: JSONValue(.string(nonce.description)))
    case .unanswered: return reply.setting(["answers", "39"], to: nil)
    case .answeredTwice:
      return reply.setting(["answers", "0", "question"], to: reply.answers[1]["question"])
    case .everyLineTooFar:
      return each(reply) { $0.setting(["lines"], to: [100_000]) }
    case .allQuotesInvented:
      return each(reply) { $0.setting(["quote"], to: "Zzyzx is decided beyond doubt.") }
    case .allQuotesFromThePrompt:
      let prompt = Prompt(
        plan: request.plan, rubric: request.rubric, lens: request.lens,
        secret: ReplyFixture.secret)
      let line = prompt.system.split(separator: "\n").first.map(String.init) ?? ""
      return each(reply) { $0.setting(["quote"], to: JSONValue(.string(line))) }
    case .allYesWithoutQuotes:
      return each(reply) {
        $0.setting(["quote"], to: JSONValue(.null)).setting(["answer"], to: "yes")
      }
    default: return reply
    }
  }

  private func each(_ reply: JSONValue, _ change: (JSONValue) -> JSONValue) -> JSONValue {
    reply.setting(["answers"], to: JSONValue(.array(reply.answers.map(change))))
  }
}

extension JSONValue {
  fileprivate var answers: [JSONValue] {
    if case .array(let values) = self["answers"]?.content { values } else { [] }
  }
}

@Suite("Hostile and damaged replies")
struct HostileReplyTests {
  static let folders =
    RecordedReview.all(in: "HandMade")
    + RecordedReview.all(in: "Recordings")
    .filter(\.hasReplies)

  @Test(
    "Each way to spoil a reply fails in its class, or counts for no yes", arguments: folders,
    Spoiling.allCases)
  func spoiled(folder: RecordedReview, spoiling: Spoiling) async throws {
    for seat in Seat.allCases {
      let request = try folder.request(seat)
      let good = try ReplyText.document(try folder.reply(request), name: "good").root
      let reviewer = AnswerFileReviewer(
        path: "reply.json", bytes: spoiling.apply(to: good, request), secret: ReplyFixture.secret)
      guard let failureClass = spoiling.failureClass else {
        let review = try await reviewer.review(request)
        let yes = review.answers.filter { $0.answer == .yes }.count
        #expect(spoiling == .fencedTwice ? yes > 0 : yes == 0)
        continue
      }
      let failure = await #expect(throws: ReviewFailure.self) { try await reviewer.review(request) }
      #expect(failure?.failureClass == failureClass)
    }
  }
}
