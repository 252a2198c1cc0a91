import CheckModel

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A lock on one key that the system frees when its holder ends, however that happens (flock(2)).
///
/// Each lock has an open file of its own, so it also keeps the tasks of one process apart.
struct ReplyLock {
  private let descriptor: Int32

  /// The lock's file, not yet locked; nil when it cannot be made.
  init?(in folder: StoreFolder, for key: ReplyKey) {
    guard let descriptor = folder.openLock(in: key.digest) else { return nil }
    self.descriptor = descriptor
  }

  /// Closing the file gives the lock up.
  func release() { close(descriptor) }

  /// Takes the lock, trying again in growing steps without holding a thread.
  ///
  /// False where the file system has no locks. Throws `timeout-total` after the deadline and `cancelled`.
  func wait(until deadline: ContinuousClock.Instant) async throws(ReviewFailure) -> Bool {
    var pause = Duration.milliseconds(2)
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR else { return false }
      guard ContinuousClock.now < deadline else {
        throw ReviewFailure(
          .timeoutTotal,
          message:
            "another run is still asking this reviewer about the same plan; wait for it, or raise --timeout",
          retryable: true)
      }
      do {
        try await Task.sleep(for: pause)
      } catch {
        throw ReviewFailure(.cancelled, message: "the review was cancelled")
      }
      pause = min(pause * 2, .milliseconds(50))
    }
    return true
  }
}
