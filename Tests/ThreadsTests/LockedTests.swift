import Threads
import Testing

@Suite("A value that several threads share")
struct LockedTests {
  @Test("no change is lost however many tasks make one")
  func counting() async {
    let count = Locked(0)
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<8 {
        group.addTask { for _ in 0..<1_000 { count.withLock { $0 += 1 } } }
      }
    }
    #expect(count.withLock { $0 } == 8_000)
  }
}
