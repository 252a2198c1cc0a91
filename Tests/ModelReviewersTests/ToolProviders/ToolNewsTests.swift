import CheckModel
import Threads
import Reviewing
import Subprocess
import Testing

@testable import ModelReviewers

@Suite("What a program says while it works")
struct ToolNewsTests {
  /// What a listener reports that hears these pieces.
  private func heard(
    _ pieces: [ProgramPiece], from provider: any ToolProvider = ClaudeCode()
  ) -> (events: [ProgressEvent], last: ToolNews?) {
    let events = Locked<[ProgressEvent]>([])
    let listener = ToolListener(
      provider, progress: ProgressReporter { event in events.withLock { $0.append(event) } })
    for piece in pieces { listener.hear(piece) }
    return (events.withLock { $0 }, listener.lastNews)
  }

  private static let retry =
    #"{"type":"system","subtype":"api_retry","retry_delay_ms":500,"error":"rate_limit"}"# + "\n"

  @Test(
    "A retry is told when its line is complete, however that is cut", arguments: [1, 7, 30, 500])
  func cut(_ size: Int) {
    let bytes = Array(("noise\n" + Self.retry + "{\"type\":").utf8)
    let pieces = stride(from: 0, to: bytes.count, by: size).map {
      ProgramPiece.output(Array(bytes[$0..<min($0 + size, bytes.count)]))
    }
    let told = heard(pieces)
    let waits = told.events.filter { if case .waiting = $0 { true } else { false } }
    #expect(waits == [.waiting(.milliseconds(500), because: .rateLimited)])
    #expect(told.last == .retries(after: .milliseconds(500), because: .rateLimited))
    let received = told.events.reduce(0) { sum, event in
      if case .received(let bytes) = event { sum + bytes } else { sum }
    }
    #expect(received == bytes.count)
  }

  @Test("Of standard error the last line with words is told, and one that waits for an answer")
  func errors() {
    let pieces = ["Log in at ", "https://example.com\n", "  \nPassword:"].map {
      ProgramPiece.errors(Array($0.utf8))
    }
    #expect(
      heard(pieces).events == [
        .complained("Log in at https://example.com"), .complained("Password:"),
      ])
    #expect(heard([.errors(Array("half a line".utf8))]).events.isEmpty)
  }

  @Test("Endless lines are not kept, and what follows them is heard")
  func endless() {
    let flood = ProgramPiece.output([UInt8](repeating: 0x7B, count: 100_000))
    let told = heard([flood, flood, .output(Array(("\n" + Self.retry).utf8))])
    #expect(told.last == .retries(after: .milliseconds(500), because: .rateLimited))
  }

  @Test("A program that nobody knows has no news but its complaints")
  func anyProgram() {
    let told = heard([.output(Array(Self.retry.utf8))], from: AnyProgram())
    #expect(told.events == [.received(bytes: Self.retry.utf8.count)])
    #expect(told.last == nil)
  }
}
