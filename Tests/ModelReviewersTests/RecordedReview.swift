import CheckModel
import Foundation
import PlanParsing
import Reviewing
import Testing

@testable import ModelReviewers

/// A folder with a plan, the replies of seat A and B to its prompt, and what must come of them.
struct RecordedReview: Sendable, CustomTestStringConvertible {
  /// What a reply counts for; `expected.json` holds one for each seat.
  struct Summary: Codable, Equatable {
    /// Answers as they count, by their word.
    var answers: [String: Int]
    /// The evidence of the answers that gave a quote.
    var answerEvidence: [String: Int]
    var gaps: [String: Int]
    var gapEvidence: [String: Int]
    var startNow: Bool
    var family: String?

    init(_ review: Review) {
      answers = Self.count(review.answers.map(\.answer.rawValue))
      answerEvidence = Self.count(review.answers.compactMap { $0.evidence?.rawValue })
      gaps = Self.count(review.findings.map(\.severity.rawValue))
      gapEvidence = Self.count(review.findings.map(\.evidence.rawValue))
      startNow = review.startNow?.answer ?? false
      family = review.model.family
    }

    private static func count(_ words: [String]) -> [String: Int] {
      words.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }
  }

  let folder: URL
  var testDescription: String { folder.lastPathComponent }

  /// The folders below a folder of these tests, in the order of their names.
  static func all(in name: String, file: String = #filePath) -> [RecordedReview] {
    let here = URL(filePath: file).deletingLastPathComponent().appending(path: name)
    let entries = try? FileManager.default.contentsOfDirectory(
      at: here, includingPropertiesForKeys: [.isDirectoryKey])
    return (entries ?? []).filter(\.hasDirectoryPath).map { RecordedReview(folder: $0) }
      .sorted { $0.testDescription < $1.testDescription }
  }

  /// Decodes both replies and compares them with `expected.json`.
  ///
  /// With `SPECCHECK_RECORD` in the environment the file is written anew first, and the test fails all the
  /// same: a recording is to be read by a person before it is committed.
  func check() async throws {
    var found: [String: Summary] = [:]
    for seat in Seat.allCases {
      let request = try request(seat)
      let reviewer = AnswerFileReviewer(
        path: Self.replyName(seat), bytes: try reply(request), secret: ReplyFixture.secret)
      found[seat.rawValue] = Summary(try await reviewer.review(request))
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    let text = String(decoding: try encoder.encode(found), as: UTF8.self) + "\n"
    if ProcessInfo.processInfo.environment["SPECCHECK_RECORD"] != nil {
      try text.write(to: folder.appending(path: "expected.json"), atomically: true, encoding: .utf8)
      Issue.record("wrote expected.json; read it and run again without SPECCHECK_RECORD")
    }
    let expected = try JSONDecoder().decode(
      [String: Summary].self, from: Data(try read("expected.json")))
    #expect(found == expected, "decoded now:\n\(text)")
  }

  /// What a seat is asked about the plan.
  func request(_ seat: Seat) throws -> ReviewRequest {
    ReviewRequest(
      plan: PlanParser.parse(PlanInput(path: "plan.md", bytes: try read("plan.md"))),
      rubric: try ReplyFixture.defaultRubric(), seat: seat, lens: seat.usualLens,
      deadline: .now + .seconds(60))
  }

  /// The seat's reply; in hand-made ones `@nonce@` and `@digest_tail@` stand for the codes of the prompt, so
  /// that they outlive a change of the wording.
  func reply(_ request: ReviewRequest) throws -> [UInt8] {
    let nonce = PromptNonce(
      plan: request.plan, rubric: request.rubric, lens: request.lens, secret: ReplyFixture.secret)
    let text = String(decoding: try read(Self.replyName(request.seat)), as: UTF8.self)
      .replacing("@nonce@", with: nonce.description)
      .replacing("@digest_tail@", with: ReplyEcho.digestTail(of: request.plan))
    return Array(text.utf8)
  }

  /// Whether both seats have answered.
  var hasReplies: Bool {
    Seat.allCases.allSatisfy {
      FileManager.default.fileExists(atPath: folder.appending(path: Self.replyName($0)).path)
    }
  }

  private static func replyName(_ seat: Seat) -> String { "reply-\(seat.rawValue).json" }

  private func read(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.appending(path: name)))
  }
}
