package import CheckModel
import TextUnits

/// What a progress board says to a person.
package struct ProgressWords: Sendable {
  /// As the seats' reviewers are called; seats that are not named are not spoken of.
  private let reviewers: [Seat: String]

  /// Names that hold hidden characters must have been made visible.
  package init(reviewers: [Seat: String]) { self.reviewers = reviewers }

  /// For one plan a line for each seat, for more of them one line in all. Empty while nobody is asked.
  package func lines(_ board: ProgressBoard, at now: ContinuousClock.Instant) -> [String] {
    guard board.activities.count == 1 else { return summary(board, at: now) }
    return board.activities[0].flatMap { activity -> [String] in
      guard let reviewer = reviewers[activity.seat] else { return [] }
      let line = "\(activity.seat.rawValue) \(reviewer): \(words(activity, at: now))"
      // on a line of its own, since a narrow terminal cuts what is at the end
      return [line] + (isSilent(activity, at: now) ? Self.reasons(activity).map { "  \($0)" } : [])
    }
  }

  private func isSilent(
    _ activity: ProgressBoard.Activity, at now: ContinuousClock.Instant
  ) -> Bool {
    guard case .asking = activity.state(at: now), activity.requests > 0 else { return false }
    return (activity.silence(at: now) ?? .zero) >= ProgressBoard.silence
  }

  private func words(
    _ activity: ProgressBoard.Activity, at now: ContinuousClock.Instant
  ) -> String {
    let time = Self.seconds((activity.ended ?? now) - activity.began)
    switch activity.state(at: now) {
    case .ended(nil): return "reviewed in \(time)"
    case .ended(let failure?): return "no review (\(failure.rawValue)) after \(time)"
    case .stored: return "answers from the store"
    case .waiting(let until, let reason):
      let left = Self.seconds(max(.zero, until - now))
      return "\(time), \(reason.rawValue), attempt \(activity.attempt + 1) in \(left)"
    case .asking: return ([time] + asking(activity, at: now)).joined(separator: ", ")
    }
  }

  private func asking(
    _ activity: ProgressBoard.Activity, at now: ContinuousClock.Instant
  ) -> [String] {
    guard activity.requests > 0 else { return ["waits for its turn"] }
    var parts: [String] = []
    if activity.attempt > 1 { parts.append("attempt \(activity.attempt)") }
    parts.append("\(ByteWords.text(activity.received)) received")
    guard let silence = activity.silence(at: now) else { return parts }
    if silence < ProgressBoard.silence {
      if activity.received > 0 { parts.append("the last \(Self.seconds(silence)) ago") }
      return parts
    }
    let from = activity.received > 0 ? "no byte" : "no answer"
    return parts + ["\(from) for \(Self.seconds(silence))"]
  }

  private static func reasons(_ activity: ProgressBoard.Activity) -> [String] {
    guard activity.isProgram else {
      return [
        activity.received > 0
          ? "the model may be thinking, or the network is stuck"
          : "the model may be thinking, the provider holding back, or the network stuck"
      ]
    }
    let causes = [
      "the model may be thinking, the network stuck, or the program waiting for you:",
      "a login, a permission dialog, a dialog of the operating system",
    ]
    return causes + (activity.complaint.map { ["it last wrote: \($0)"] } ?? [])
  }

  private func summary(_ board: ProgressBoard, at now: ContinuousClock.Instant) -> [String] {
    let spoken = board.activities.flatMap { $0.filter { reviewers[$0.seat] != nil } }
    guard let began = spoken.map(\.began).min() else { return [] }
    let reasons = spoken.compactMap { activity -> String? in
      guard case .waiting(_, let reason) = activity.state(at: now) else { return nil }
      return reason.rawValue
    }
    let silent = spoken.count { ($0.silence(at: now) ?? .zero) >= ProgressBoard.silence }
    let failed = spoken.count { if case .ended(_?) = $0.state { true } else { false } }
    var parts = [
      "\(board.done) of \(board.activities.count) plans done", "\(board.underWay) under way",
    ]
    if !reasons.isEmpty {
      parts.append("\(reasons.count) waiting (\(Set(reasons).sorted().joined(separator: ", ")))")
    }
    if silent > 0 { parts.append("\(silent) without a byte for 30 s or more") }
    if failed > 0 { parts.append("\(failed) failed") }
    return ["\(Self.seconds(now - began)): \(parts.joined(separator: ", "))"]
      + causes(ofFirstSilentIn: spoken, at: now)
  }

  /// Why whoever has been silent longest may be so; a program, which may wait for a person, before any server.
  private func causes(
    ofFirstSilentIn spoken: [ProgressBoard.Activity], at now: ContinuousClock.Instant
  ) -> [String] {
    let silent = spoken.filter { isSilent($0, at: now) }.sorted { $0.lastSign < $1.lastSign }
    guard let first = silent.first(where: \.isProgram) ?? silent.first,
      let reviewer = reviewers[first.seat]
    else { return [] }
    return Self.reasons(first).map { "  \(first.seat.rawValue) \(reviewer): \($0)" }
  }

  /// Whole seconds; from two minutes on minutes too.
  private static func seconds(_ duration: Duration) -> String {
    let seconds = duration.components.seconds
    return seconds < 120 ? "\(seconds) s" : "\(seconds / 60) min \(seconds % 60) s"
  }
}
