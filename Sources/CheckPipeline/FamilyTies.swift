import CheckModel

/// A reviewer that reads its own family's writing, or whose family will build what it approves.
enum FamilyTies {
  /// One diagnostic for each seat that is so tied; a family that is not known ties nobody.
  static func diagnostics(
    in seats: [SeatResult], writtenBy author: String?, executor: String?
  ) -> [Diagnostic] {
    seats.flatMap { seat -> [Diagnostic] in
      guard let model = seat.outcome.review?.model else { return [] }
      let name = "seat \(seat.seat.rawValue) (\(seat.reviewer.name))"
      var diagnostics: [Diagnostic] = []
      if let author, model.isOfFamily(author) {
        let other = seat.seat == .a ? Seat.b : .a
        diagnostics.append(
          Diagnostic(
            code: "own-family",
            message: "\(name) reviews a plan that its own family, \(author.lowercased()), wrote; "
              + "the combined confidence is at most seat \(other.rawValue)'s"))
      }
      if let executor, model.isOfFamily(executor) {
        diagnostics.append(
          Diagnostic(
            code: "executor-family",
            message: "\(name) is of the family that will build the plan, \(executor.lowercased())"))
      }
      return diagnostics
    }
  }
}
