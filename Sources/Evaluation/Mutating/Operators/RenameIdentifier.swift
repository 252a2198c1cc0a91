import CheckModel

extension MutationOperator {
  /// A code name that several tasks use has two letters exchanged in the last of them.
  static let misspellIdentifier = renaming("misspell-identifier", .structural) { name in
    var letters = Array(name)
    let middle = letters.count / 2
    guard
      let place = (middle..<letters.count - 2).first(where: {
        letters[$0] != letters[$0 + 1] && letters[$0].isLowercase && letters[$0 + 1].isLowercase
      })
    else { return nil }
    letters.swapAt(place, place + 1)
    return String(letters)
  }

  /// It is called by another verb there: only who knows the repository knows that there is no such name.
  static let renameIdentifier = renaming("rename-identifier", .semantic) { name in
    let others = [
      "load": "fetch", "fetch": "load", "read": "parse", "parse": "read", "get": "find",
      "find": "get", "create": "make", "make": "create", "send": "push", "write": "store",
      "save": "store", "is": "has", "to": "as", "build": "make", "render": "draw", "start": "begin",
    ]
    guard let verb = others.keys.sorted().first(where: { name.hasPrefix($0) }),
      let other = others[verb]
    else {
      return name.first?.isLowercase == true ? name + "Now" : nil
    }
    return other + name.dropFirst(verb.count)
  }

  private static func renaming(
    _ id: String, _ group: Group, _ other: @escaping @Sendable (String) -> String?
  ) -> MutationOperator {
    MutationOperator(
      id, group, rules: ["identifier-variant", "undefined-symbol", "symbol-not-found"],
      criterion: "consistency", severity: .minor
    ) { plan, choice in
      guard let places = choice.one(of: plan.sharedNames), let first = places.first,
        let name = other(plan.text(of: first))
      else { return nil }
      let end = places[places.count - 1].range.upperBound
      return Mutant(
        plan, places.map { Edit($0, name) },
        within: Span(file: first.file, range: first.range.lowerBound..<end))
    }
  }
}

extension Plan {
  /// For each name of code that two tasks use, three times in all, its places in the last task.
  fileprivate var sharedNames: [[Span]] {
    let units = tasks.filter { $0.parent == nil && $0.state == .open }.map(\.span)
    var places: [String: [Span]] = [:]
    for symbol in references where symbol.kind == .symbol && Self.isJoined(symbol.text) {
      places[symbol.text, default: []].append(symbol.span)
    }
    return places.keys.sorted().compactMap { name in
      let all = places[name, default: []].sorted()
      let holders = all.map { place in units.firstIndex { $0.contains(place) } }
      guard let last = holders.last, last != nil, Set(holders).count > 1 else { return nil }
      let own = zip(all, holders).filter { $0.1 == last }.map(\.0)
      return all.count - own.count >= 2 && own.count <= 2 ? own : nil
    }
  }

  private static func isJoined(_ name: String) -> Bool {
    name.utf8.count >= 8 && !name.contains(".") && !name.contains("_")
      && name.first?.isLowercase == true && name.contains(where: \.isUppercase)
  }
}
