import Threads

/// Asks several at once, and says on standard error who has not answered yet.
struct WaitingList {
  private static let pause = Duration.seconds(5)

  let console: Console
  /// The longest that one of them may take, in seconds.
  let limit: Double

  /// The answers in the order of those who are asked.
  func answers<Asked: Sendable, Answer: Sendable>(
    of asked: [(name: String, settings: Asked)],
    by ask: @escaping @Sendable (String, Asked) async -> Answer
  ) async -> [Answer] {
    guard !asked.isEmpty else { return [] }
    let names = asked.map(\.name)
    let seconds = limit == limit.rounded() ? String(Int(limit)) : String(limit)
    console.complain(
      "asking \(names.joined(separator: ", ")), at most \(seconds) s each (--timeout)")
    let waiting = Locked(Set(names.indices))
    let ticker = Task { [console] in
      let start = ContinuousClock.now
      while (try? await Task.sleep(for: Self.pause)) != nil {
        let left = waiting.withLock { $0.sorted() }.map { names[$0] }.joined(separator: ", ")
        let time = (ContinuousClock.now - start).components.seconds
        console.complain("\(time) s: no answer yet from \(left)")
      }
    }
    defer { ticker.cancel() }
    return await withTaskGroup(of: (Int, Answer).self) { group in
      for (index, one) in asked.enumerated() {
        group.addTask {
          let answer = await ask(one.name, one.settings)
          waiting.withLock { _ = $0.remove(index) }
          return (index, answer)
        }
      }
      var answers = [Answer?](repeating: nil, count: asked.count)
      for await (index, answer) in group { answers[index] = answer }
      return answers.compactMap(\.self)
    }
  }
}
