import Foundation

/// Counts on several threads.
// the lock guards each access
final class Counter: @unchecked Sendable {
  private let lock = NSLock()
  private var count = 0

  var value: Int { lock.withLock { count } }

  func add(_ more: Int) { lock.withLock { count += more } }
}
