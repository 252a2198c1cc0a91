import CheckModel

extension Amount {
  /// Two sentences of different blocks, however they are worded, that say the same kind of thing of one thing: how
  /// long links are valid, how many rows a batch has.
  func tells(ofTheSameAs other: Amount, isRare: (Word) -> Bool) -> Bool {
    guard block != other.block, name == nil, other.name == nil, measure == other.measure, isAlone,
      other.isAlone, isBuilt, other.isBuilt, !isOther(than: other), isNear(other)
    else { return false }
    let shared = subjects.intersection(other.subjects).filter(isRare)
    guard !shared.isEmpty, !shared.contains(where: { isAnother($0, than: other) }) else {
      return false
    }
    return speaksAlike(other, shared)
  }

  private func speaksAlike(_ other: Amount, _ shared: Set<Word>) -> Bool {
    switch measure {
    case .milliseconds:
      guard anchor == other.anchor else { return false }
      if let anchor {
        return (bound == .none) == (other.bound == .none) && shared.contains { $0 != anchor }
      }
      return !aspects.isDisjoint(with: other.aspects) || shared.count > 2
    case .bytes:
      return bound == .upper && other.bound == .upper || shared.count > 1
        || written == other.written
    case .pixels: return !aspects.isDisjoint(with: other.aspects)
    case .percent: return shared.count > 2
    case .count(let noun):
      return noun == "attempt" || noun == "retry" || noun != "" && isCap && other.isCap
    }
  }

  /// Each has words that the other contradicts.
  func isOther(than other: Amount) -> Bool {
    if Self.differ(kinds, other.kinds) || Self.differ(aspects, other.aspects) { return true }
    let own = context.contains(where: AspectWords.telling.contains)
    if own != other.context.contains(where: AspectWords.telling.contains) { return true }
    return Self.differ(agents, other.agents) && agents.isDisjoint(with: other.context)
      && other.agents.isDisjoint(with: context)
  }

  private static func differ(_ one: Set<Word>, _ other: Set<Word>) -> Bool {
    !one.isEmpty && !other.isEmpty && one.isDisjoint(with: other)
  }

  /// What the clause is about, without words that go with numbers.
  private var subjects: Set<Word> {
    context.filter { stem in
      !AmountWords.heads.contains(stem) && !AspectWords.general.contains(stem)
        && measure != .count(stem)
    }
  }

  /// Other numbers of tests are inputs.
  private var isBuilt: Bool {
    !isInTest || aspects.contains("latency") || measure == .count("attempt")
      || measure == .count("retry")
  }

  /// They may be of one thing by size: a slip is no factor of thousands, unless the unit is the slip.
  private func isNear(_ other: Amount) -> Bool {
    written == other.written || max(value, other.value) <= 20 * min(value, other.value)
  }

  /// At most so many, or what is cut off or gathered at such a number.
  private var isCap: Bool { bound == .upper || bound == .lower || aspects.contains("cap") }

  /// Both narrow the noun down, and not alike: `sessions of members`.
  private func isAnother(_ noun: Word, than other: Amount) -> Bool {
    Self.differ(modifiers[noun] ?? [], other.modifiers[noun] ?? [])
  }
}
