import Testing
import Threads

@Suite("Two pieces of work side by side")
struct SideBySideTests {
  @Test("both values come back in their places, also where one piece holds two others")
  func values() {
    let (left, (middle, right)) = SideBySide.make({ "left" }, { SideBySide.make({ 2 }, { [3] }) })
    #expect(left == "left")
    #expect(middle == 2)
    #expect(right == [3])
  }

  @Test("nothing waits for a thread that never comes, however many ask at once")
  func crowd() async {
    let sums = await withTaskGroup(of: Int.self) { group in
      for number in 0..<200 {
        group.addTask {
          let (one, other) = SideBySide.make({ number }, { 2 * number })
          return one + other
        }
      }
      return await group.reduce(into: 0) { $0 += $1 }
    }
    #expect(sums == 3 * (0..<200).reduce(0, +))
  }
}
