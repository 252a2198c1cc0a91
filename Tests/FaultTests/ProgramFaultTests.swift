import CheckModel
import Reporting
import TestServer
import Testing

@testable import speccheck_dev

@Suite("What a program on a seat can do to a verdict")
struct ProgramFaultTests {
  static let faults = FaultTable.programs.flatMap(\.faults)
  /// All but those that last until the deadline; see ProgramDeadlineTests.
  static let short = faults.filter { $0.result(for: .command) != .failure(.timeoutTotal) }

  static let a = FaultRun.Player.program("claude-opus-5-5")
  static let b = FaultRun.Player.program("gpt-6.1-sol")

  @Test("two healthy programs on a plan that deserves it: GO, and the expected numbers")
  func healthy() async throws {
    let (result, _) = try await FaultRun(a: Self.a, b: Self.b).run()
    #expect(result.verdict.outcome == .go, "\(result.verdict.reasons.map(\.message))")
    for seat in result.seats {
      let review = try #require(seat.outcome.review)
      #expect(review.model.familyBasis == .declared)
      #expect(review.attempts == 1)
      #expect(review.quotes == QuoteCount(total: 40, notFound: 0))
    }
    #expect(result.seats.compactMap { $0.outcome.review?.model.family } == ["anthropic", "openai"])
  }

  @Test(
    "a program whose family nobody declares is no second opinion, whatever it says of itself",
    arguments: ["ok", "ok:claim~gpt-6.1-sol"])
  func nobody(played: String) async throws {
    var run = FaultRun(a: Self.a, b: Self.b)
    run.b.family = nil
    run.b.played = played
    #expect(try await run.run().result.verdict.code == .notIndependent)
  }

  @Test("seat A goes wrong", arguments: short.indices)
  func seatA(_ index: Int) async throws {
    let fault = Self.short[index]
    let (result, _) = try await FaultRun(a: Self.a.playing(fault), b: Self.b).run()
    Self.expect(fault, on: [.a], in: result)
  }

  @Test("seat B goes wrong, beside a model over HTTP", arguments: short.indices)
  func seatB(_ index: Int) async throws {
    let fault = Self.short[index]
    let (result, _) = try await FaultRun(b: Self.b.playing(fault)).run()
    Self.expect(fault, on: [.b], in: result)
  }

  @Test("both seats go wrong", arguments: short.indices)
  func both(_ index: Int) async throws {
    let fault = Self.short[index]
    let (result, _) = try await FaultRun(a: Self.a.playing(fault), b: Self.b.playing(fault)).run()
    Self.expect(fault, on: [.a, .b], in: result)
    guard case .failure(let failureClass) = fault.result(for: .command) else { return }
    #expect(JSONReport.render([result]).contains("\"class\": \"\(failureClass.rawValue)\""))
  }

  @Test("the program plays all that is in the tables")
  func played() throws {
    let known = Set(try TestProgram.list())
    for fault in Self.faults {
      let names = fault.played.split(separator: ":").map { String($0.prefix { $0 != "~" }) }
      #expect(known.isSuperset(of: names), "\(fault.title): \(fault.played)")
    }
  }

  /// The seats fail as the table says, the other one has its review, and nothing is let through by it.
  static func expect(_ fault: Fault, on seats: Set<Seat>, in result: CheckResult) {
    let expected = fault.result(for: .command)
    for seat in result.seats {
      guard seats.contains(seat.seat), case .failure(let failureClass) = expected else {
        #expect(seat.outcome.review != nil, "\(fault.title): \(seat.outcome)")
        continue
      }
      guard case .failed(let failure) = seat.outcome else {
        Issue.record("\(fault.title): seat \(seat.seat.rawValue) has not failed")
        continue
      }
      #expect(failure.failureClass == failureClass, "\(fault.title): \(failure.message)")
      #expect(failure.message.hasPrefix("command:"))
    }
    #expect(result.verdict.outcome == (expected == .review ? .go : .incomplete))
  }
}

/// In a process of its own, where no other test keeps the threads busy.
@Suite("What a program does until the deadline")
struct ProgramDeadlineTests {
  @Test("ends with it, a second later at most, and the other seat's review is kept")
  func deadline() async {
    await #expect(processExitsWith: .success) {
      let faults = ProgramFaultTests.faults.filter {
        $0.result(for: .command) == .failure(.timeoutTotal)
      }
      #expect(faults.count >= 5)
      // a first run pays for what is read and started once
      _ = try await FaultRun(a: ProgramFaultTests.a, b: ProgramFaultTests.b).run()
      try await withThrowingTaskGroup(of: Void.self) { group in
        for fault in faults {
          let (a, b) = (ProgramFaultTests.a.playing(fault), ProgramFaultTests.b.playing(fault))
          group.addTask { try await Self.expect(fault, [.a], FaultRun(a: a)) }
          group.addTask { try await Self.expect(fault, [.b], FaultRun(b: b)) }
          group.addTask { try await Self.expect(fault, [.a, .b], FaultRun(a: a, b: b)) }
        }
        try await group.waitForAll()
      }
    }
  }

  private static func expect(_ fault: Fault, _ seats: Set<Seat>, _ run: FaultRun) async throws {
    var run = run
    run.deadline = .seconds(6)
    let (result, time) = try await run.run()
    #expect(time < run.deadline + .seconds(1))
    ProgramFaultTests.expect(fault, on: seats, in: result)
    for seat in result.seats {
      // what it said meanwhile is not lost
      guard fault.played == "retries", case .failed(let failure) = seat.outcome else { continue }
      #expect(failure.detail?.contains("503 from the model") == true)
    }
  }
}
