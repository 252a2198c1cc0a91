#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A thread for work that waits in the system's own calls, or takes long, which would hold up Swift's few threads.
package enum OwnThread {
  /// Starts a detached thread that ends with the body; no signal is ever handled on it, and a broken
  /// connection raises none.
  ///
  /// - Returns: nil, or the error number of `pthread_create`; the body is then not run.
  package static func start(_ body: @escaping @Sendable () -> Void) -> Int32? {
    let work = Unmanaged.passRetained(Work(body))
    var (all, before) = (sigset_t(), sigset_t())
    sigfillset(&all)
    // a thread inherits the mask, so that no signal can reach it even at its first instruction
    pthread_sigmask(SIG_SETMASK, &all, &before)
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
    #if canImport(Glibc)
      var thread = pthread_t()
      let error = pthread_create(
        &thread, &attributes, { work in work.flatMap(OwnThread.run) }, work.toOpaque())
    #else
      var thread: pthread_t?
      let error = pthread_create(&thread, &attributes, { OwnThread.run($0) }, work.toOpaque())
    #endif
    pthread_attr_destroy(&attributes)
    pthread_sigmask(SIG_SETMASK, &before, nil)
    guard error == 0 else {
      work.release()
      return error
    }
    return nil
  }

  /// What the body makes on a thread that starts for it, so that Swift's few threads go on meanwhile; where none
  /// can be started, on this one.
  package static func value<Value: Sendable>(
    of body: @escaping @Sendable () -> Value
  ) async -> Value {
    await withCheckedContinuation { continuation in
      let work = { @Sendable in continuation.resume(returning: body()) }
      if start(work) != nil { work() }
    }
  }

  private static func run(_ work: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
    Unmanaged<Work>.fromOpaque(work).takeRetainedValue().body()
    return nil
  }

  private final class Work: Sendable {
    let body: @Sendable () -> Void

    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }
}
