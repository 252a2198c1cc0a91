import CheckModel
import Foundation
import Reporting
import TestServer
import Testing

@testable import speccheck_dev

@Suite("What a model's server can do to a verdict")
struct FaultTests {
  /// All but those that last until the deadline; see DeadlineTests.
  static let faults = FaultTable.all.flatMap(\.faults).filter {
    $0.result(for: .anthropic) != .failure(.timeoutTotal)
  }

  @Test("with two healthy models on a plan that deserves it: GO, and the expected numbers")
  func healthy() async throws {
    let (result, _) = try await FaultRun().run()
    #expect(result.verdict.outcome == .go)
    for points in [result.confidence.a?.points, result.confidence.b?.points] {
      #expect(points ?? 0 >= 90)
    }
    for (seat, model) in zip(result.seats, ["claude-opus-5-5", "gpt-6.1-sol"]) {
      let review = try #require(seat.outcome.review)
      #expect(review.model.answered == model)
      #expect(review.model.familyBasis == .answered)
      #expect(review.attempts == 1)
      #expect(review.answers.count == 40)
      #expect(review.quotes == QuoteCount(total: 40, notFound: 0))
      expectUsage(review.usage, requests: 1)
    }
    #expect(result.seats.compactMap { $0.outcome.review?.model.family } == ["anthropic", "openai"])
  }

  @Test("each kind of reviewer holds a seat as well as another", arguments: Fault.kinds)
  func healthy(kind: ReviewerIdentity.Kind) async throws {
    let (result, _) = try await FaultRun(a: .onSeatA(kind), b: other(than: kind)).run()
    #expect(result.verdict.outcome == .go, "\(result.verdict.reasons.map(\.message))")
    #expect(result.confidence.a?.points ?? 0 >= 90)
  }

  @Test("seat A goes wrong, with each kind of reviewer", arguments: faults.indices, Fault.kinds)
  func seatA(_ index: Int, kind: ReviewerIdentity.Kind) async throws {
    let fault = Self.faults[index]
    guard fault.result(for: kind) != .noSuchAnswer else { return }
    let run = FaultRun(a: .onSeatA(kind).playing(fault), b: other(than: kind))
    let result = try await run.run().result
    expect(fault, kind, on: .a, in: result)
    expectReview(on: .b, in: result)
    expectVerdict(of: result, failed: fault.result(for: kind) != .review)
  }

  @Test("seat B goes wrong", arguments: faults.indices)
  func seatB(_ index: Int) async throws {
    let fault = Self.faults[index]
    guard fault.result(for: .openai) != .noSuchAnswer else { return }
    let run = FaultRun(b: .openai.playing(fault))
    let result = try await run.run().result
    expect(fault, .openai, on: .b, in: result)
    expectReview(on: .a, in: result)
    expectVerdict(of: result, failed: fault.result(for: .openai) != .review)
  }

  @Test("both seats go wrong", arguments: faults.indices)
  func both(_ index: Int) async throws {
    let fault = Self.faults[index]
    guard fault.result(for: .anthropic) != .noSuchAnswer,
      fault.result(for: .openai) != .noSuchAnswer
    else {
      return
    }
    let run = FaultRun(a: .anthropic.playing(fault), b: .openai.playing(fault))
    let result = try await run.run().result
    expect(fault, .anthropic, on: .a, in: result)
    expect(fault, .openai, on: .b, in: result)
    let failed = [ReviewerIdentity.Kind.anthropic, .openai].contains {
      fault.result(for: $0) != .review
    }
    expectVerdict(of: result, failed: failed)
    guard case .failure(let failureClass) = fault.result(for: .openai) else { return }
    let json = JSONReport.render([result])
    #expect(json.contains("\"class\": \"\(failureClass.rawValue)\""))
  }

  @Test("the server plays all that is in the tables")
  func played() throws {
    struct Listing: Codable {
      var answers: [String]
      var replies: [String]
      var texts: [String]
    }
    let list = try JSONDecoder().decode(Listing.self, from: Data(try TestServer.list().utf8))
    let known = Set(list.answers + list.replies + list.texts + ["whole", "first"])
    for fault in Self.faults {
      let names = fault.played.split(separator: ":").map { String($0.prefix { $0 != "~" }) }
      #expect(known.isSuperset(of: names), "\(fault.title): \(fault.played)")
    }
    #expect(Set(Self.faults.map(\.title)).count == Self.faults.count)
  }

  // MARK: - what has to hold

  private func other(than kind: ReviewerIdentity.Kind) -> FaultRun.Player {
    kind == .openai ? .anthropic : .openai
  }

  private func expect(
    _ fault: Fault, _ kind: ReviewerIdentity.Kind, on seat: Seat, in result: CheckResult
  ) {
    let outcome = result.seats[seat == .a ? 0 : 1].outcome
    guard case .failure(let expected) = fault.result(for: kind) else {
      expectReview(on: seat, in: result)
      return
    }
    guard case .failed(let failure) = outcome else {
      Issue.record("\(fault.title): seat \(seat.rawValue) has not failed")
      return
    }
    #expect(failure.failureClass == expected, "\(fault.title): \(failure.message)")
    #expect(failure.message.hasPrefix("\(kind.rawValue)/"))
    let said = result.verdict.reasons.map(\.message).joined(separator: " ")
    #expect(
      said.contains("Seat \(seat.rawValue) gave no review (\(failure.failureClass.rawValue))"))
  }

  private func expectReview(on seat: Seat, in result: CheckResult) {
    let points = seat == .a ? result.confidence.a?.points : result.confidence.b?.points
    let outcome = result.seats[seat == .a ? 0 : 1].outcome
    #expect(outcome.review != nil, "seat \(seat.rawValue): \(outcome)")
    #expect(points ?? 0 >= 90)
    if let review = outcome.review { expectUsage(review.usage, requests: review.attempts) }
  }

  private func expectVerdict(of result: CheckResult, failed: Bool) {
    #expect(result.verdict.outcome == (failed ? .incomplete : .go))
  }

  /// What the server counts for each request that it answers; see vendors.py.
  private func expectUsage(_ usage: Usage?, requests: Int) {
    #expect(usage?.outputTokens ?? 0 >= 7000)
    #expect(usage?.outputTokens ?? 0 <= 7000 * requests)
    #expect(usage?.inputTokens ?? 0 > 5000)
  }
}
