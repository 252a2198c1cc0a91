/// A value that is made when somebody first asks for it, and once, on however many threads they ask.
package final class Lazy<Value: Sendable>: Sendable {
  private let made = Locked<Value?>(nil)

  package init() {}

  /// The value; who asks while it is made waits for it.
  package func value(_ make: () -> Value) -> Value {
    made.withLock { known in
      if let known { return known }
      let value = make()
      known = value
      return value
    }
  }
}
