import CheckModel

/// Code names that may be one.
struct NameSpellings {
  private let names: CodeNames

  init(_ names: CodeNames) { self.names = names }

  func variants(_ reading: PlanReading) -> [Hit] {
    var byLetters: [String: [String]] = [:]
    let telling = names.all.filter { $0.value.isTelling && names.uses[$0.key, default: 0] > 0 }
    for name in telling.keys.sorted() { byLetters[Self.sorted(name), default: []].append(name) }
    let snakes = byLetters.values.count { group in
      group.contains { $0.contains("_") } && group.contains { !$0.contains("_") }
    }
    let rare = telling.filter { names.uses[$0.key, default: 0] <= 2 }
    guard rare.count < 400 else { return [] }
    let common = telling.keys.sorted().map { (name: $0, uses: names.uses[$0, default: 0]) }
      .filter { $0.uses > 1 && Self.mayVary($0.name) }
    return rare.keys.filter(Self.mayVary).sorted().compactMap { name -> Hit? in
      let uses = names.uses[name, default: 0]
      guard let own = rare[name],
        let other = common.first(where: { other in
          other.uses > uses && isVariant(name, of: other.name, areSnakesUsual: snakes > 1)
        })?.name,
        let place = telling[other]?.span
      else { return nil }
      return Hit(
        own.span, "“\(name)” is “\(other)” elsewhere in the plan. \(reading.words(of: place))")
    }
  }

  private static func sorted(_ name: String) -> String {
    String(name.lowercased().filter { $0 != "_" }.sorted())
  }

  /// Neither a constant nor one of a row of numbered names.
  private static func mayVary(_ name: String) -> Bool {
    !name.contains(where: \.isNumber) && name.contains(where: \.isLowercase)
  }

  private func isVariant(_ name: String, of other: String, areSnakesUsual: Bool) -> Bool {
    guard abs(name.utf8.count - other.utf8.count) <= 2 else { return false }
    // a type and its value
    guard name.first?.isUppercase == other.first?.isUppercase else { return false }
    // a parameter and the private field that keeps it
    if name.hasPrefix("_") != other.hasPrefix("_") { return false }
    let (left, right) = (name.lowercased(), other.lowercased())
    if left == right { return true }
    let (plain, second) = (left.filter { $0 != "_" }, right.filter { $0 != "_" })
    if plain == second { return !areSnakesUsual }
    guard min(plain.utf8.count, second.utf8.count) >= 8, name.contains("_") == other.contains("_")
    else { return false }
    return OneLetter.differs(Array(plain.utf8), Array(second.utf8))
  }
}
