import CProcess

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// One end of a pipe, or a process's descriptor, that is closed exactly once. It never leaves the runner's
/// thread.
final class Descriptor {
  private(set) var number: Int32

  /// Takes the descriptor over.
  init(_ number: Int32) { self.number = number }

  deinit { shut() }

  var isOpen: Bool { number >= 0 }

  /// Nothing happens when it is closed already.
  func shut() {
    if isOpen { close(number) }
    number = -1
  }

  /// A pipe of which neither end is inherited, and our end never waits; nil with the error number in `errno`.
  static func pipe(oursReads: Bool) -> (ours: Descriptor, theirs: Descriptor)? {
    var ends: [Int32] = [-1, -1]
    guard sp_pipe(&ends) == 0 else { return nil }
    let (ours, theirs) = oursReads ? (ends[0], ends[1]) : (ends[1], ends[0])
    sp_never_wait(ours)
    return (Descriptor(ours), Descriptor(theirs))
  }

  /// What there is to read now, at most as much as the buffer holds; empty when there is nothing at the
  /// moment, nil at the end, after which it is closed.
  func readSome(_ buffer: inout [UInt8]) -> ArraySlice<UInt8>? {
    guard isOpen else { return nil }
    let count = read(number, &buffer, buffer.count)
    if count > 0 { return buffer[..<count] }
    if count < 0, errno == EAGAIN || errno == EINTR { return [] }
    shut()
    return nil
  }

  /// Writes what fits now and returns how much that was; nil when nobody reads any more, after which it is
  /// closed.
  func writeSome(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard isOpen else { return nil }
    let count = bytes.withUnsafeBytes { write(number, $0.baseAddress, $0.count) }
    if count >= 0 { return count }
    if errno == EAGAIN || errno == EINTR { return 0 }
    shut()
    return nil
  }
}
