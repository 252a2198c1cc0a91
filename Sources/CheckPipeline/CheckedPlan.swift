import CheckModel

/// A plan whose free checks have run, before anybody is asked about it.
package struct CheckedPlan: Sendable {
  let gathered: Gathered
  let diagnostics: [Diagnostic]
  /// What the checks decide alone; nil where the seats have to be asked.
  let early: Verdict?
  let took: Duration

  var plan: Plan { gathered.plan }

  /// Whether the checks decide alone, so that nobody but rules is asked.
  package var isDecided: Bool { early != nil }
}

/// A plan whose seats have been asked, before anything is merged or decided.
struct AskedPlan: Sendable {
  let checked: CheckedPlan
  /// Seat A, then seat B.
  let seats: [SeatResult]
  let took: Duration
}
