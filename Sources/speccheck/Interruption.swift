import Dispatch
import Files

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Ends the program on SIGHUP, SIGINT, SIGQUIT and SIGTERM with 128 plus the signal's number, and never while a file
/// is being put in place. Requests that are under way end with the program.
///
/// A signal that comes before all is set up ends the program as it ends any other.
struct Interruption: Sendable {
  private let gate = Gate()

  init() {
    // one for all, so that a second signal does not cut short what the first one does
    let queue = DispatchQueue(label: "speccheck.interruption")
    for number in [SIGHUP, SIGINT, SIGQUIT, SIGTERM] where !Self.isIgnored(number) {
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      let gate = gate
      source.setEventHandler {
        // the handler keeps its source alive
        withExtendedLifetime(source) {
          gate.close()
          gate.sweep()
        }
        _exit(128 + number)
      }
      #if canImport(Darwin)
        // on macOS a source only listens, beside what the signal does; on Linux it is the signal's handler
        source.setRegistrationHandler { _ = signal(number, SIG_IGN) }
      #endif
      source.activate()
    }
  }

  /// Does something when the program is ended by a signal, at most a second or two long; what is to be done is
  /// done in turn, the last first.
  func atEnd(_ body: @escaping @Sendable () -> Void) { gate.add(body) }

  /// Does not return once a signal has come: what failed because of it is not worth a report.
  func stopIfEnding() { held {} }

  /// Does something short that must not stop half-way; any number of threads at once.
  func held<Result, Failure>(
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    gate.enter()
    defer { gate.leave() }
    return try body()
  }

  /// Whether whoever started the program wants the signal ignored, as `nohup` does.
  private static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    guard sigaction(number, nil, &action) == 0 else { return false }
    #if canImport(Darwin)
      let handler = action.__sigaction_u.__sa_handler
    #else
      let handler = action.__sigaction_handler.sa_handler
    #endif
    // handlers are compared by their addresses; SIG_IGN is an address that is no function
    return unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}

extension AtomicFile {
  /// One that no signal cuts in two.
  init(interruption: Interruption) {
    self.init { interruption.held($0) }
  }
}

/// Lets everybody in until it is closed.
// the mutex guards the fields
private final class Gate: @unchecked Sendable {
  /// Seconds that whoever is inside has to come out; a disk may hang for ever.
  private static let patience = 2

  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let change = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var inside = 0
  private var isClosed = false
  private var sweeping: [@Sendable () -> Void] = []

  init() {
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(change, nil)
  }

  deinit {
    pthread_cond_destroy(change)
    pthread_mutex_destroy(mutex)
    change.deallocate()
    mutex.deallocate()
  }

  /// Does not return once the gate is closed: the program is about to end.
  func enter() {
    pthread_mutex_lock(mutex)
    while isClosed { pthread_cond_wait(change, mutex) }
    inside += 1
    pthread_mutex_unlock(mutex)
  }

  func leave() {
    pthread_mutex_lock(mutex)
    inside -= 1
    pthread_cond_broadcast(change)
    pthread_mutex_unlock(mutex)
  }

  /// Returns when nobody is inside, and nobody will be, or when patience is at its end.
  func close() {
    pthread_mutex_lock(mutex)
    isClosed = true
    var limit = timespec(tv_sec: time(nil) + Self.patience, tv_nsec: 0)
    while inside > 0, pthread_cond_timedwait(change, mutex, &limit) == 0 {}
    pthread_mutex_unlock(mutex)
  }

  func add(_ body: @escaping @Sendable () -> Void) {
    pthread_mutex_lock(mutex)
    sweeping.append(body)
    pthread_mutex_unlock(mutex)
  }

  /// Does what is to be done at the end, once.
  func sweep() {
    pthread_mutex_lock(mutex)
    let bodies = sweeping
    sweeping = []
    pthread_mutex_unlock(mutex)
    for body in bodies.reversed() { body() }
  }
}
