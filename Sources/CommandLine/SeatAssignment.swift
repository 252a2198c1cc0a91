package import CheckModel

/// Who holds a seat and through which lens.
package struct SeatAssignment: Sendable, Hashable {
  package var seat: Seat
  package var lens: Lens
  package var reviewer: ReviewerSpec

  package init(seat: Seat, lens: Lens, reviewer: ReviewerSpec) {
    self.seat = seat
    self.lens = lens
    self.reviewer = reviewer
  }

  /// The two seats for the reviewers that were asked for, seat A first.
  ///
  /// A rule reviewer keeps its own lens. With one reviewer the other seat goes to the rule reviewer
  /// of the lens that is left. Throws when there are more than two reviewers, or when both seats
  /// would look through one lens.
  package static func panel(
    of reviewers: [ReviewerSpec], swap: Bool
  ) throws(UsageError) -> [SeatAssignment] {
    guard reviewers.count <= 2 else {
      throw UsageError(
        "'--reviewer' may be given at most twice, once for each seat", command: .check)
    }
    guard let first = reviewers.first else {
      return Seat.allCases.map { seat in
        SeatAssignment(seat: seat, lens: seat.usualLens, reviewer: .rules(seat.usualLens))
      }
    }
    let lensA = first.ownLens ?? (swap ? Lens.executor : .planner)
    let second = reviewers.count == 2 ? reviewers[1] : .rules(lensA.other)
    let lensB = second.ownLens ?? (swap ? Lens.planner : .executor)
    guard lensA != lensB else {
      throw UsageError(
        "both seats would review through the \(lensA.rawValue) lens: "
          + "A \(first.spelling), B \(second.spelling)\(swap ? ", with '--swap'" : "")",
        command: .check)
    }
    return [
      SeatAssignment(seat: .a, lens: lensA, reviewer: first),
      SeatAssignment(seat: .b, lens: lensB, reviewer: second),
    ]
  }
}

extension ReviewerSpec {
  /// The lens that a reviewer keeps wherever it sits; nil for one that takes its seat's.
  fileprivate var ownLens: Lens? {
    if case .rules(let lens) = self { lens } else { nil }
  }
}

extension Lens {
  fileprivate var other: Lens { self == .planner ? .executor : .planner }
}
