import CheckModel
import Files
import Foundation
import ReplyStore
import Testing

@Suite("One at a time for one key")
struct AloneTests {
  private static var soon: ContinuousClock.Instant { .now + .seconds(60) }

  /// What a run does: look, and pay only when there is nothing.
  static func askOnce(_ store: ReplyStore, _ name: String) async -> Bool {
    let asked = try? await store.whileAlone(.sample(), until: soon) { () async -> Bool in
      guard store.replies(for: .sample()).isEmpty else { return false }
      try? await Task.sleep(for: .milliseconds(20))
      store.add(.sample(name), for: .sample())
      return true
    }
    return asked ?? false
  }

  @Test("of fifty tasks of one process one pays")
  func tasks() async {
    let scratch = Scratch()
    defer { scratch.remove() }
    let store = scratch.store
    let paid = await withTaskGroup(of: Bool.self) { group in
      for index in 0..<50 { group.addTask { await Self.askOnce(store, "\(index)") } }
      return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
    }
    #expect(paid == 1)
    #expect(store.replies(for: .sample()).count == 1)
  }

  @Test("of twenty processes one pays, and all find the same reply")
  func processes() async {
    let scratch = Scratch()
    defer { scratch.remove() }
    let path = scratch.path
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<20 {
        group.addTask {
          await #expect(processExitsWith: .success) { [path = path as String] in
            let store = ReplyStore(folder: FilePath(path), secret: Scratch.secret)
            let name = "\(ProcessInfo.processInfo.processIdentifier)"
            _ = await AloneTests.askOnce(store, name)
            exit(store.replies(for: .sample()).count == 1 ? 0 : 1)
          }
        }
      }
    }
    #expect(scratch.store.replies(for: .sample()).count == 1)
    let left = scratch.contents.filter { $0.contains(".tmp") }
    #expect(left == [])
  }

  @Test("twenty processes that add at once lose nothing")
  func writers() async {
    let scratch = Scratch()
    defer { scratch.remove() }
    let path = scratch.path
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<20 {
        group.addTask {
          await #expect(processExitsWith: .success) { [path = path as String] in
            let store = ReplyStore(folder: FilePath(path), secret: Scratch.secret) { _ in exit(1)
            }
            for _ in 0..<3 { store.add(.sample(), for: .sample()) }
            _ = store.replies(for: .sample())
            exit(0)
          }
        }
      }
    }
    #expect(scratch.store.replies(for: .sample()).count == 60)
  }

  @Test("a process that is killed leaves the turn to the next")
  func killed() async throws {
    let scratch = Scratch()
    defer { scratch.remove() }
    let path = scratch.path
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
      let store = ReplyStore(folder: FilePath(path), secret: Scratch.secret)
      try await store.whileAlone(.sample(), until: .now + .seconds(60)) {
        _ = kill(getpid(), SIGKILL)
      }
    }
    let reached = try await scratch.store.whileAlone(.sample(), until: Self.soon) { true }
    #expect(reached)
  }

  @Test("other keys do not wait")
  func otherKeys() async throws {
    let scratch = Scratch()
    defer { scratch.remove() }
    let store = scratch.store
    let reached = try await store.whileAlone(.sample(), until: Self.soon) {
      () async throws(ReviewFailure) in
      try await store.whileAlone(.sample(.bare("bb")), until: Self.soon) { true }
    }
    #expect(reached)
  }

  @Test("whoever waits past the deadline gets a failure, not a hang")
  func deadline() async throws {
    let scratch = Scratch()
    defer { scratch.remove() }
    let store = scratch.store
    try await store.whileAlone(.sample(), until: Self.soon) {
      let failure = await #expect(throws: ReviewFailure.self) {
        try await store.whileAlone(.sample(), until: .now + .milliseconds(5)) {}
      }
      #expect(failure?.failureClass == .timeoutTotal)
    }
  }

  @Test("a cancelled wait ends at once")
  func cancelled() async throws {
    let scratch = Scratch()
    defer { scratch.remove() }
    let store = scratch.store
    try await store.whileAlone(.sample(), until: Self.soon) {
      let waiting = Task { try await store.whileAlone(.sample(), until: Self.soon) {} }
      waiting.cancel()
      let failure = await #expect(throws: ReviewFailure.self) { try await waiting.value }
      #expect(failure?.failureClass == .cancelled)
    }
  }

  @Test("a failure of the body gives the turn back")
  func failing() async throws {
    let scratch = Scratch()
    defer { scratch.remove() }
    let store = scratch.store
    await #expect(throws: ReviewFailure.self) {
      try await store.whileAlone(.sample(), until: Self.soon) { () throws(ReviewFailure) in
        throw ReviewFailure(.refused, message: "no")
      }
    }
    let reached = try await store.whileAlone(.sample(), until: Self.soon) { true }
    #expect(reached)
  }

  @Test("without a place for a lock the work is done all the same")
  func noLock() async throws {
    let scratch = Scratch()
    defer { scratch.remove() }
    #expect(FileManager.default.createFile(atPath: scratch.path, contents: Data()))
    let reports = Reports()
    let store = ReplyStore(folder: FilePath(scratch.path), secret: Scratch.secret) {
      reports.add($0)
    }
    let reached = try await store.whileAlone(.sample(), until: Self.soon) { true }
    #expect(reached)
    #expect(reports.all.count == 1)
  }
}
