import Testing
import Threads

@Suite("A value that is made when it is first asked for")
struct LazyTests {
  @Test("it is made once, and all who ask get the same")
  func once() async {
    let lazy = Lazy<Int>()
    let calls = Locked(0)
    let values = await withTaskGroup(of: Int.self) { group in
      for number in 0..<8 {
        group.addTask {
          lazy.value {
            calls.withLock { $0 += 1 }
            return number
          }
        }
      }
      return await group.reduce(into: Set<Int>()) { $0.insert($1) }
    }
    #expect(calls.withLock { $0 } == 1)
    #expect(values.count == 1)
  }
}
