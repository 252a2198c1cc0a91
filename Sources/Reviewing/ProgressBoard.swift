package import CheckModel

/// What every seat of every plan is doing, as far as its progress tells. It has no clock of its own.
package struct ProgressBoard: Sendable {
  /// Without a byte for so long, a reader wants to know why.
  package static let silence = Duration.seconds(30)

  /// One seat of one plan.
  package struct Activity: Sendable, Hashable {
    /// What it is at.
    package enum State: Sendable, Hashable {
      case asking
      /// Until the next attempt.
      case waiting(until: ContinuousClock.Instant, because: ReviewFailure.Class)
      case stored
      /// With a review, or with the class of the failure.
      case ended(ReviewFailure.Class?)
    }
    package var seat: Seat
    package var began: ContinuousClock.Instant
    package var state = State.asking
    package var ended: ContinuousClock.Instant?
    /// Requests so far, those of all samples together.
    package var requests = 0
    /// The highest attempt of any request.
    package var attempt = 0
    package var sent = 0
    package var received = 0
    /// Whether a program on this machine is asked.
    package var isProgram = false
    /// What that last wrote for people.
    package var complaint: String?
    /// The last byte, or the last request when there was none since.
    package var lastSign: ContinuousClock.Instant
  }

  /// For each plan the seats that began, in the order of the seats.
  package private(set) var activities: [[Activity]]

  package init(plans: Int) { activities = Array(repeating: [], count: plans) }

  /// Takes one piece of news in; news of a seat that never began is not kept.
  package mutating func note(
    _ progress: SeatProgress, plan: Int, seat: Seat, at now: ContinuousClock.Instant
  ) {
    if case .began = progress {
      activities[plan].append(Activity(seat: seat, began: now, lastSign: now))
      activities[plan].sort { $0.seat.rawValue < $1.seat.rawValue }
      return
    }
    guard let index = activities[plan].firstIndex(where: { $0.seat == seat }) else { return }
    activities[plan][index].take(progress, at: now)
  }

  /// When somebody of whom nothing comes will have been silent for ``silence``; nil when nobody will.
  package func nextSilence(after now: ContinuousClock.Instant) -> ContinuousClock.Instant? {
    activities.joined().filter { $0.silence(at: now) != nil }.map { $0.lastSign + Self.silence }
      .filter { $0 > now }.min()
  }

  /// Plans of which some seat is still at work.
  package var underWay: Int { activities.count { $0.contains { $0.ended == nil } } }

  /// Plans of which every seat that began has ended.
  package var done: Int {
    activities.count { seats in !seats.isEmpty && seats.allSatisfy { $0.ended != nil } }
  }
}

extension ProgressBoard.Activity {
  fileprivate mutating func take(_ progress: SeatProgress, at now: ContinuousClock.Instant) {
    switch progress {
    case .began: break
    case .event(.asked(let attempt, let bytes)):
      state = .asking
      requests += 1
      self.attempt = max(self.attempt, attempt)
      sent += bytes
      lastSign = now
    case .event(.received(let bytes)):
      received += bytes
      lastSign = now
    case .event(.answered): lastSign = now
    case .event(.waiting(let wait, let reason)):
      state = .waiting(until: now + wait, because: reason)
      lastSign = now
    case .event(.stored): state = .stored
    case .event(.startsProgram): isProgram = true
    // no sign that an answer comes
    case .event(.complained(let words)): complaint = words
    case .ended(let failure):
      state = .ended(failure)
      ended = now
    }
  }

  /// What it is at; a program that waited before its next attempt does not say when it makes it.
  package func state(at now: ContinuousClock.Instant) -> State {
    if isProgram, case .waiting(let until, _) = state, now >= until { return .asking }
    return state
  }

  /// How long nothing has come; nil when nothing is waited for.
  package func silence(at now: ContinuousClock.Instant) -> Duration? {
    guard ended == nil, state(at: now) == .asking, requests > 0 else { return nil }
    return now - lastSign
  }
}
