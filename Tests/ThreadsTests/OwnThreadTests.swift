import Testing
import Threads

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite("A thread of our own")
struct OwnThreadTests {
  /// What the body answers on its thread.
  private func on<Answer: Sendable>(_ body: @escaping @Sendable () -> Answer) async -> Answer? {
    await withCheckedContinuation { continuation in
      let error = OwnThread.start { continuation.resume(returning: body()) }
      if error != nil { continuation.resume(returning: nil) }
    }
  }

  @Test("runs its body beside the others")
  func runs() async {
    #expect(await on { 42 } == 42)
  }

  @Test("handles no signal", arguments: [SIGPIPE, SIGINT, SIGTERM, SIGHUP])
  func signals(signal: Int32) async {
    let isBlocked = await on {
      var mask = sigset_t()
      pthread_sigmask(SIG_SETMASK, nil, &mask)
      return sigismember(&mask, signal) == 1
    }
    #expect(isBlocked == true)
  }

  @Test("leaves the signals of the thread that starts it as they were")
  func caller() async {
    let (before, after) =
      await on {
        var (before, after) = (sigset_t(), sigset_t())
        pthread_sigmask(SIG_UNBLOCK, nil, &before)
        _ = OwnThread.start {}
        pthread_sigmask(SIG_UNBLOCK, nil, &after)
        return (sigismember(&before, SIGUSR1), sigismember(&after, SIGUSR1))
      } ?? (0 as Int32, -1 as Int32)
    #expect(before == after)
  }

  @Test("makes values while as many others wait as there may be")
  func values() async {
    let (count, arrived) = (200, Locked(0))
    let sums = await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<count {
        group.addTask {
          await OwnThread.value {
            arrived.withLock { $0 += 1 }
            let limit = ContinuousClock.now + .seconds(20)
            while arrived.withLock({ $0 }) < count, .now < limit { usleep(1_000) }
            return arrived.withLock { $0 } == count
          }
        }
      }
      return await group.reduce(into: 0) { sum, isMet in sum += isMet ? 1 : 0 }
    }
    #expect(sums == count)
  }

  @Test("lets go of its body at the end")
  func body() async throws {
    final class Held: Sendable {}
    weak var held: Held?
    do {
      let kept = Held()
      held = kept
      await withCheckedContinuation { continuation in
        _ = OwnThread.start {
          withExtendedLifetime(kept) { continuation.resume() }
        }
      }
    }
    for _ in 0..<1000 where held != nil { try await Task.sleep(for: .milliseconds(10)) }
    #expect(held == nil)
  }
}
