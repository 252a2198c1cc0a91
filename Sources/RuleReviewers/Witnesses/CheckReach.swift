import CheckModel

/// Which pieces of work are checked by something that stands beside them: a step of the same group that runs a
/// command, or a criterion of the whole plan that names the same code.
struct CheckReach {
  private let reading: PlanReading
  /// Code that the checks outside of all pieces name.
  private var checked: Set<Word> = []

  init(_ sentences: [Prose], _ places: UnitPlaces, _ reading: PlanReading) {
    self.reading = reading
    let criteria = UnitPlaces(reading.plan.criteria.map(\.span).sorted())
    for prose in sentences where places.index(holding: prose.span) == nil {
      guard !reading.explains(prose.sentence.block), prose.traits.hedges == 0 else { continue }
      let isCheck =
        criteria.index(holding: prose.span) != nil || prose.traits.speaksOfChecking
        || reading.block(prose.sentence.block, isIn: .acceptance)
        || reading.block(prose.sentence.block, isIn: .tests)
      if isCheck { checked.formUnion(prose.codeNames(in: reading.plan)) }
    }
  }

  func mark(_ pieces: inout [WorkPiece]) {
    let groups = pieces.map { reading.section(of: $0.span) }
    var run: Set<Int> = []
    for (piece, group) in zip(pieces, groups) where piece.commands + piece.criteria > 0 {
      if let group { run.insert(group) }
    }
    for index in pieces.indices {
      let isBesideOne = groups[index].map(run.contains) ?? false
      pieces[index].isCheckedElsewhere =
        isBesideOne || !checked.isDisjoint(with: pieces[index].names)
    }
  }
}
