/// Lays amounts beside each other that speak of one thing.
struct AmountPairs {
  private let amounts: [Amount]
  private let byStem: [Word: [Int]]
  /// The values that each name has in code.
  private let named: [Word: Set<Double>]

  /// A word that more amounts have than this tells nothing about one of them.
  private static let most = 24
  /// A word that so many have at most tells what they are about.
  private static let few = 8

  init(_ amounts: [Amount]) {
    self.amounts = amounts.map(\.prepared)
    var byStem: [Word: [Int]] = [:]
    var named: [Word: Set<Double>] = [:]
    for (index, amount) in amounts.enumerated() {
      for stem in amount.names { byStem[stem, default: []].append(index) }
      if let name = amount.name { named[name, default: []].insert(amount.value) }
    }
    self.byStem = byStem
    self.named = named
  }

  /// Each amount beside one that it contradicts. What has three values is a listing, no contradiction.
  var conflicts: [PlanAmounts.Conflict] {
    var partners: [[Int]] = amounts.map { _ in [] }
    for index in amounts.indices {
      var others: Set<Int> = []
      for stem in amounts[index].names {
        guard let sharing = byStem[stem], sharing.count <= Self.most else { continue }
        others.formUnion(sharing.lazy.filter { $0 < index })
      }
      for other in others.sorted() where contradict(amounts[other], amounts[index]) {
        partners[index].append(other)
        partners[other].append(index)
      }
    }
    partners = partners.enumerated().map { index, others in
      let close = others.filter { amounts[$0].isClose(to: amounts[index]) }
      return close.isEmpty ? others : close
    }
    var reported: Set<Int> = []
    return amounts.indices.compactMap { index in
      guard let other = partners[index].first, other < index,
        !isListing(index, partners), !isListing(other, partners)
      else { return nil }
      // of two values the rarer one is more often the slip
      let isSlip = equals(of: index) <= equals(of: other)
      let (usual, slip) = isSlip ? (other, index) : (index, other)
      guard reported.insert(slip).inserted else { return nil }
      let (one, two) = (amounts[usual], amounts[slip])
      return PlanAmounts.Conflict(
        first: one, second: two, isOfUnits: one.written == two.written && one.unit != two.unit)
    }
  }

  /// How often the plan gives this value of its measure.
  private func equals(of index: Int) -> Int {
    amounts.count { $0.measure == amounts[index].measure && $0.value == amounts[index].value }
  }

  private func isListing(_ index: Int, _ partners: [[Int]]) -> Bool {
    Set(partners[index].map { amounts[$0].value }).count > 1
  }

  private func contradict(_ one: Amount, _ other: Amount) -> Bool {
    guard one.statement != other.statement, one.table == nil || one.table != other.table,
      one.isComparable(to: other), !one.isSame(as: other)
    else { return false }
    if let name = one.name, let second = other.name {
      return name == second && one.block != other.block && isSetting(one, other)
    }
    if one.block == other.block, one.name != nil || other.name != nil { return false }
    if one.name == nil, other.name == nil, one.isOther(than: other) { return false }
    if one.scopes.isSubset(of: other.context), other.scopes.isSubset(of: one.context),
      one.tells(ofTheSameAs: other, isRare: { byStem[$0, default: []].count <= Self.few })
    {
      return true
    }
    return isOneThing(one, other) && !one.isRestricted(against: other)
      && !other.isRestricted(against: one) && !one.isBoundaryCase(of: other)
  }

  /// A constant or option, and no field of data.
  private func isSetting(_ one: Amount, _ other: Amount) -> Bool {
    guard let name = one.name, named[name, default: []].count == 2, one.hasHead, one.isConstant,
      other.isConstant
    else { return false }
    return one.written > 1 && other.written > 1
  }

  private func isOneThing(_ one: Amount, _ other: Amount) -> Bool {
    switch (one.label.isEmpty, other.label.isEmpty) {
    case (false, false):
      areOneLabel(Set(one.label), Set(other.label), one, other)
        || areOneLabel(one.ownLabel, other.ownLabel, one, other)
    case (false, true): names(one, other)
    case (true, false): names(other, one)
    case (true, true): stand(one, nearSame: other)
    }
  }

  /// Equal labels, or one with words more that the other's sentence has, too.
  private func areOneLabel(
    _ label: Set<Word>, _ second: Set<Word>, _ one: Amount, _ other: Amount
  ) -> Bool {
    if label.isEmpty || second.isEmpty { return false }
    if label == second { return label.count > 1 || sharesScope(one, other) }
    if label.isSubset(of: second) { return second.subtracting(label).isSubset(of: one.context) }
    if second.isSubset(of: label) { return label.subtracting(second).isSubset(of: other.context) }
    return false
  }

  /// Whether the label of one stands around the other.
  private func names(_ one: Amount, _ other: Amount) -> Bool {
    let near = Set(other.near)
    let label = one.ownLabel.isEmpty ? Set(one.label) : one.ownLabel
    let plain = label.filter { !AmountWords.heads.contains($0) }
    if plain.count > 1, plain.isSubset(of: near) {
      return other.bound != .none || label.isSubset(of: near)
        || one.measure != .plain && other.measure != .plain
    }
    guard label.isSubset(of: near) else { return false }
    if label.count > 1 { return true }
    if plain.isEmpty { return sharesScope(one, other) }
    return one.measure == .bytes && other.bound == .upper
  }

  /// Both speak of their one noun about the same things, or one of them says nothing more.
  private func sharesScope(_ one: Amount, _ other: Amount) -> Bool {
    guard !one.isInTest, !other.isInTest, !one.contrasts(with: other) else { return false }
    let (first, second) = (one.surroundings, other.surroundings)
    if !first.isDisjoint(with: second) || one.section != nil && one.section == other.section {
      return true
    }
    return min(first.count, second.count) <= (one.isOfRetries ? 0 : 1)
  }

  /// Two sentences without a label that say the same but for the number.
  private func stand(_ one: Amount, nearSame other: Amount) -> Bool {
    if one.isInTest || other.isInTest {
      guard one.bound != .none && other.bound != .none || one.isOfRetries else { return false }
    }
    let (first, second) = (one.nearStems, other.nearStems)
    let shared = first.intersection(second)
    let about = shared.subtracting(["limit"])
    let smaller = min(first.count, second.count)
    if one.isOfRetries, other.isOfRetries, sharesScope(one, other) {
      return true
    }
    guard !one.contrasts(with: other) else { return false }
    if one.measure == .bytes, one.bound == .upper, other.bound == .upper, !about.isEmpty {
      return true
    }
    if saySame(one, other) { return true }
    guard about.count > (one.measure.isCount && one.bound == .none ? 2 : 1) else { return false }
    guard shared.count == smaller || shared.count > 2 && 3 * shared.count >= 2 * smaller else {
      return false
    }
    return one.isLike(other)
  }
}

extension AmountPairs {
  /// Short sentences in the same words: `Sessions last 30 minutes`, `Sessions last 30 seconds`; and of two rhythms
  /// of one thing the longer sentence may say more.
  private func saySame(_ one: Amount, _ other: Amount) -> Bool {
    let (first, second) = (one.nearStems, other.nearStems)
    guard !one.isInTest, !other.isInTest, !one.measure.isCount, one.measure == other.measure,
      !first.isEmpty, one.restrictions.isEmpty, other.restrictions.isEmpty
    else { return false }
    if one.bound == .every, other.bound == .every {
      return first.isSubset(of: second) && second.count <= 4
        || second.isSubset(of: first) && first.count <= 4
    }
    return first == second && one.bound == other.bound
  }
}

extension Amount {
  /// Stems by which it may be found.
  fileprivate var names: Set<Word> { context.union(near + label).subtracting([""]) }

  /// The same with what is asked of it for each other one.
  fileprivate var prepared: Amount {
    var amount = self
    amount.ownLabel = Set(label).filter { !AmountWords.isImplied($0, by: measure) }
    amount.nearStems = Set(near).filter { $0 != "" && !AmountWords.isImplied($0, by: measure) }
    amount.surroundings = context.filter {
      !label.contains($0) && !AmountWords.heads.contains($0)
    }
    return amount
  }

  /// They stand in one section or speak of one more thing.
  fileprivate func isClose(to other: Amount) -> Bool {
    ownLabel.count > 1 && ownLabel == other.ownLabel || section == other.section
      || !surroundings.isDisjoint(with: other.surroundings)
  }

  fileprivate var isOfRetries: Bool {
    measure == .count("retry") || measure == .count("attempt")
  }

  /// Of attempts or retries, or a bare number that is named so.
  private var isOfTries: Bool {
    isOfRetries || measure == .plain && label.contains(where: Self.tries.contains)
  }

  fileprivate func isComparable(to other: Amount) -> Bool {
    guard measure.mayEqual(other.measure) || isOfRetries && other.isOfRetries else { return false }
    if measure == .plain, !mayBe(other.measure) { return false }
    if other.measure == .plain, !other.mayBe(measure) { return false }
    switch (bound, other.bound) {
    case (.upper, .lower), (.lower, .upper), (.every, .upper), (.every, .lower), (.upper, .every),
      (.lower, .every):
      return false
    default: return true
    }
  }

  /// Whether its name, without a unit, may be of the measure: a length is no duration.
  private func mayBe(_ measure: Dimension) -> Bool {
    switch measure {
    case .milliseconds: label.contains(where: Self.durations.contains)
    case .bytes: label.contains(where: Self.sizes.contains)
    case .count(let noun):
      noun == "" || label.contains(noun) || label.contains("limit")
        || Self.tries.contains(noun) && label.contains(where: Self.tries.contains)
    case .percent, .pixels: true
    }
  }
  private static let tries = Stem.set(["attempt", "retry"])

  private static let durations = Stem.set([
    "timeout", "interval", "lifetime", "delay", "retention", "deadline", "window", "backoff", "age",
    "duration", "latency", "time",
  ])
  private static let sizes = Stem.set([
    "size", "limit", "length", "capacity", "quota", "budget", "threshold", "bytes", "memory",
  ])

  fileprivate func isSame(as other: Amount) -> Bool {
    if measure == other.measure { return Self.areEqual(value, other.value) }
    // the first attempt is no retry
    if isOfTries, other.isOfTries { return abs(value - other.value) <= 1 }
    let (bare, known) = measure == .plain ? (self, other) : (other, self)
    return MeasureUnit.factors(of: known.measure).contains {
      Self.areEqual(bare.written * $0, known.value)
    }
  }

  private static func areEqual(_ left: Double, _ right: Double) -> Bool {
    abs(left - right) <= 1e-9 * max(abs(left), abs(right))
  }

  /// It speaks of a case that the other does not know.
  fileprivate func isRestricted(against other: Amount) -> Bool {
    !restrictions.isEmpty
      && Set(restrictions).isDisjoint(with: other.context.union(other.near))
  }

  /// A check just beside the limit.
  fileprivate func isBoundaryCase(of other: Amount) -> Bool {
    guard isInTest || other.isInTest else { return false }
    return abs(written - other.written) <= 1 && unit == other.unit
      || max(value, other.value) < 1.05 * min(value, other.value)
  }

  /// Of one order, or the same number in two units.
  fileprivate func isLike(_ other: Amount) -> Bool {
    written == other.written || max(value, other.value) <= 50 * min(value, other.value)
  }

  /// At the side of a word that both have, each has another one.
  fileprivate func contrasts(with other: Amount) -> Bool {
    let shared = nearStems.intersection(other.nearStems)
    return shared.contains { stem in
      guard let place = near.firstIndex(of: stem), let second = other.near.firstIndex(of: stem)
      else {
        return false
      }
      return [-1, 1].contains { side in
        guard near.indices.contains(place + side), other.near.indices.contains(second + side) else {
          return false
        }
        let (own, its) = (near[place + side], other.near[second + side])
        return own != "" && its != "" && own != its && !shared.contains(own)
          && !shared.contains(its)
      }
    }
  }
}
