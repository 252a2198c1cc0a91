import CCurl

/// The exchanges under way on one multi handle. It never leaves the loop's thread.
final class Exchanges {
  private let multi: UnsafeMutableRawPointer
  private let trust: TLSTrust
  private var running: [UnsafeMutableRawPointer: EasyHandle] = [:]

  init(multi: UnsafeMutableRawPointer, trust: TLSTrust) {
    self.multi = multi
    self.trust = trust
  }

  func start(_ transfer: Transfer) {
    do throws(HTTPFailure) {
      let handle = try EasyHandle(for: transfer, trust: trust)
      guard sc_multi_add(multi, handle.easy) == CURLM_OK else {
        throw .unavailable("libcurl cannot take another request")
      }
      running[handle.easy] = handle
    } catch {
      transfer.finish(.failure(error))
    }
  }

  /// Nothing happens when the transfer has ended already.
  func cancel(_ transfer: Transfer) {
    guard let handle = running.values.first(where: { $0.transfer === transfer }) else { return }
    end(handle, .failure(.cancelled))
  }

  func failAll(with failure: HTTPFailure) {
    for handle in running.values { end(handle, .failure(failure)) }
  }

  /// Moves all exchanges on, then waits until there is more to do; false when libcurl cannot.
  func work() -> Bool {
    let start = ContinuousClock.now
    guard sc_multi_perform(multi) == CURLM_OK else { return false }
    var code = CURLE_OK
    while let easy = sc_multi_next_done(multi, &code) {
      if let handle = running[easy] { end(handle, handle.outcome(code)) }
    }
    // whatever had arrived by then has been read: silence is the server's, not ours
    for handle in running.values where handle.deadline.map({ $0 <= start }) ?? false {
      end(handle, handle.overdue)
    }
    let next = running.values.compactMap(\.deadline).min()
    // without a deadline of ours, libcurl's own and the wake-ups end the wait
    let wait = next.map { ($0 - .now).wholeMilliseconds } ?? 60_000
    return sc_multi_poll(multi, Int32(clamping: wait)) == CURLM_OK
  }

  private func end(_ handle: EasyHandle, _ outcome: Transfer.Outcome) {
    running[handle.easy] = nil
    // told first: an old libcurl may wait here for a name to be resolved
    handle.transfer.finish(outcome)
    sc_multi_remove(multi, handle.easy)
  }
}

extension Duration {
  /// The duration in milliseconds, rounded up, at least 1: libcurl takes 0 for no limit.
  var wholeMilliseconds: Int {
    let (seconds, attoseconds) = components
    guard seconds < 1 << 31 else { return Int(Int32.max) }
    let milliseconds = seconds * 1000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
    return max(1, min(Int(milliseconds), Int(Int32.max)))
  }
}
