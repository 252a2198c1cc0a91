import CheckModel

/// Which pieces of work are checked by something that stands beside them: a step of the same group that runs a
/// command, or a criterion of the whole plan that names the same code.
struct CheckReach {
  private let reading: PlanReading
  /// Code that the checks outside of all pieces name.
  private var checked: Set<Word> = []
  /// A sentence outside of all pieces says how each of them is checked.
  private var checksEach = false

  init(_ sentences: [Prose], _ places: UnitPlaces, _ reading: PlanReading) {
    self.reading = reading
    let criteria = UnitPlaces(reading.plan.criteria.map(\.span).sorted())
    for prose in sentences where places.index(holding: prose.span) == nil {
      guard !reading.explains(prose.sentence.block), prose.traits.hedges == 0 else { continue }
      let isCheck =
        criteria.index(holding: prose.span) != nil || prose.traits.speaksOfChecking
        || reading.block(prose.sentence.block, isIn: .acceptance)
        || reading.block(prose.sentence.block, isIn: .tests)
      guard isCheck else { continue }
      checked.formUnion(prose.codeNames(in: reading.plan))
      if prose.traits.isConcrete, Self.isAboutEach(prose.sentence.tokens) { checksEach = true }
    }
  }

  private static let each: WordSet = ["each", "every", "per"]
  private static let parts: WordSet = [
    "step", "task", "phase", "change", "commit", "slice", "stage", "milestone", "item", "section",
  ]

  /// `Acceptance per step: …`, `after each task …`.
  private static func isAboutEach(_ tokens: ArraySlice<Token>) -> Bool {
    tokens.indices.dropLast().contains {
      each.contains(tokens[$0].text) && parts.contains(tokens[$0 + 1].text)
    }
  }

  func mark(_ pieces: inout [WorkPiece]) {
    let told = toldByCriteria(pieces)
    let groups = pieces.map { reading.section(of: $0.span) }
    var run: Set<Int> = []
    for (piece, group) in zip(pieces, groups) where piece.commands + piece.criteria > 0 {
      if let group { run.insert(group) }
    }
    for index in pieces.indices {
      let isBesideOne = groups[index].map(run.contains) ?? false
      pieces[index].isCheckedElsewhere =
        checksEach || isBesideOne || told.contains(index)
        || !checked.isDisjoint(with: pieces[index].names)
    }
  }

  /// Pieces that share half of the words of a decided criterion outside of all pieces, three at least.
  private func toldByCriteria(_ pieces: [WorkPiece]) -> Set<Int> {
    let places = UnitPlaces(pieces.map(\.span))
    let criteria = reading.plan.criteria.filter {
      $0.concrete && places.index(holding: $0.span) == nil
    }
    guard !criteria.isEmpty else { return [] }
    var users: [(word: UInt64, piece: Int)] = []
    for index in pieces.indices {
      users += SpanWords.of([pieces[index].span], reading.plan).lazy.map { ($0, index) }
    }
    users.sort { ($0.word, $0.piece) < ($1.word, $1.piece) }
    var told: Set<Int> = []
    for criterion in criteria.prefix(Self.mostCriteria) {
      let words = SpanWords.of([criterion.span], reading.plan)
      var shared: [Int: Int] = [:]
      for word in words {
        // a word of every piece tells none from the others
        let first = users.partition { $0.word < word }
        let own = users[first...].prefix(Self.mostUsers + 1).prefix { $0.word == word }
        guard own.count <= Self.mostUsers else { continue }
        for user in own { shared[user.piece, default: 0] += 1 }
      }
      for (index, count) in shared where count >= 3 && 2 * count >= words.count {
        told.insert(index)
      }
    }
    return told
  }

  private static let mostCriteria = 500
  private static let mostUsers = 50
}
