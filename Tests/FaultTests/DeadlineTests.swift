import CheckModel
import Testing

@testable import speccheck_dev

/// In a process of its own, where no other test keeps the threads busy.
@Suite("What lasts until the deadline")
struct DeadlineTests {
  @Test("ends with it, a second later at most, and the other seat's review is kept")
  func deadline() async {
    await #expect(processExitsWith: .success) {
      let faults = FaultTable.all.flatMap(\.faults).filter {
        $0.result(for: .anthropic) == .failure(.timeoutTotal)
      }
      #expect(!faults.isEmpty)
      // a first run pays for what is read and started once
      _ = try await FaultRun().run()
      try await withThrowingTaskGroup(of: Void.self) { group in
        for fault in faults {
          for kind in Fault.kinds {
            let other = kind == .openai ? FaultRun.Player.anthropic : .openai
            let player = FaultRun.Player.onSeatA(kind).playing(fault)
            group.addTask { try await Self.expect([.a], in: FaultRun(a: player, b: other)) }
          }
          let a = FaultRun.Player.anthropic.playing(fault)
          let b = FaultRun.Player.openai.playing(fault)
          group.addTask { try await Self.expect([.b], in: FaultRun(b: b)) }
          group.addTask { try await Self.expect([.a, .b], in: FaultRun(a: a, b: b)) }
        }
        try await group.waitForAll()
      }
    }
  }

  private static func expect(_ failed: Set<Seat>, in run: FaultRun) async throws {
    var run = run
    run.deadline = .seconds(5)
    let (result, time) = try await run.run()
    #expect(time < run.deadline + .seconds(1))
    #expect(result.verdict.outcome == .incomplete)
    for seat in result.seats {
      guard failed.contains(seat.seat) else {
        #expect(seat.outcome.review != nil, "\(seat.seat): \(seat.outcome)")
        continue
      }
      guard case .failed(let failure) = seat.outcome else {
        Issue.record("seat \(seat.seat.rawValue) has not failed")
        continue
      }
      #expect(failure.failureClass == .timeoutTotal, "\(failure.message)")
    }
  }
}
