import CheckModel

/// Compares what a plan says of existing code with the files it speaks of.
struct ClaimCheck {
  private let files: RepositoryFiles
  /// The tree's own names of the plan's paths, by the index of the reference.
  private let places: [Int: String]
  private let plan: Plan
  private let makes: PlanMakes
  private var known: [String: [UInt8]?] = [:]

  /// Of one file; what is larger is data.
  private static let limit = 512 << 10
  /// The most that are compared.
  private static let mostClaims = 200
  /// Files that are searched for a name that is not where the plan says.
  private static let mostFiles = 1_000

  init(_ files: RepositoryFiles, _ plan: Plan, at places: [Int: String], _ makes: PlanMakes) {
    self.files = files
    self.plan = plan
    self.places = places
    self.makes = makes
  }

  /// The claims of a plan that its tree contradicts, in document order.
  static func falseClaims(
    in plan: Plan, _ files: RepositoryFiles, at places: [Int: String]
  ) -> [CodeClaim] {
    guard !places.isEmpty else { return [] }
    let statements = Statement.all(in: plan)
    let reader = ClaimReader(plan)
    let claims = statements.lazy.flatMap(reader.claims).prefix(mostClaims)
    guard !claims.isEmpty else { return [] }
    var check = ClaimCheck(files, plan, at: places, PlanMakes(plan, statements))
    var found: [CodeClaim] = []
    for claim in claims {
      guard let truth = check.truth(against: claim) else { continue }
      if !found.contains(where: { $0.span == claim.span }) {
        found.append(CodeClaim(span: claim.span, truth: truth))
      }
    }
    return found.sorted { $0.span < $1.span }
  }

  /// How it is, where that is certain and not as the claim says.
  private mutating func truth(against claim: Claim) -> String? {
    switch claim.content {
    case .holds(let code, let path):
      guard let place = places[path], plan.references[path].state == .exists,
        let bytes = bytes(of: place)
      else { return nil }
      return missing(Array(plan.files[claim.span.file].source.bytes[code]), place, bytes)
    case .exists(let name):
      return absent(Array(plan.files[claim.span.file].source.bytes[name]))
    case .value(let name, let value):
      return otherValue(
        Array(plan.files[claim.span.file].source.bytes[name]), CodeValues.plain(value))
    case .amount(let count, let noun, let path):
      guard let place = places[path], plan.references[path].state == .exists,
        let bytes = bytes(of: place)
      else { return nil }
      return otherAmount(count, noun, place, bytes)
    }
  }

  private mutating func bytes(of place: String) -> [UInt8]? {
    if let read = known[place] { return read }
    var bytes: [UInt8]?
    if files.file(place) != nil, case .bytes(let read) = files.content(place, limit: Self.limit) {
      bytes = read
    }
    known[place] = bytes
    return bytes
  }

  // MARK: - Code that is not there

  private mutating func missing(_ code: [UInt8], _ place: String, _ bytes: [UInt8]) -> String? {
    let text = String(decoding: code, as: UTF8.self)
    guard code.count >= 3, code.count <= 200, code.contains(where: { $0.isLetterByte }),
      !text.contains("…"), !text.contains("..."), !text.contains("<")
    else { return nil }
    guard let name = Self.name(of: code) else {
      // a line or a part of one, however it is broken and quoted
      let wanted = code.filter(Self.counts)
      guard wanted.count >= 5, !bytes.filter(Self.counts).holds(wanted) else { return nil }
      guard !code.starts(with: Array("--".utf8)) || !bytes.holds(code) else { return nil }
      return "“\(place)” does not hold “\(text)”."
    }
    guard name.count >= 3, !makes.holds(name), !bytes.holdsWord(name) else { return nil }
    let shown = String(decoding: name, as: UTF8.self)
    if let other = file(holding: name, not: place) {
      return "“\(shown)” is not in “\(place)”; it stands in “\(other)”."
    }
    let near = nearest(to: name, in: bytes).map { "; the nearest name there is “\($0)”" } ?? ""
    return "“\(place)” does not hold “\(shown)”\(near)."
  }

  private func absent(_ code: [UInt8]) -> String? {
    guard let name = Self.name(of: code), name.count >= 4, !makes.holds(name),
      Self.isOwnWord(name) || code.last == 0x29
    else { return nil }
    let search = WordSearch(files).find([name], first: Array(Set(places.values)))
    guard search.isWhole, search.found.isEmpty else { return nil }
    return "No source file of the repository holds “\(String(decoding: name, as: UTF8.self))”."
  }

  /// Capitals or an underscore inside: no word of a language.
  private static func isOwnWord(_ name: [UInt8]) -> Bool {
    name.dropFirst().contains { $0 == 0x5F || 0x41...0x5A ~= $0 }
      && name.contains { 0x61...0x7A ~= $0 }
  }

  /// `save` of `Store.save(_:)`; nil for code that is more than a name.
  private static func name(of code: [UInt8]) -> [UInt8]? {
    let head = code.prefix { $0 != 0x28 }
    let rest = code.dropFirst(head.count)
    guard rest.isEmpty || rest.last == 0x29 else { return nil }
    guard head.allSatisfy({ CodeValues.isNameByte($0) || [0x2E, 0x3A, 0x23].contains($0) }) else {
      return nil
    }
    let parts = head.split { !CodeValues.isNameByte($0) }
    // `server.py` and `1.2.3` are no names
    guard let last = parts.last, last.first.map({ $0.isLetterByte || $0 == 0x5F }) == true else {
      return nil
    }
    return Array(last)
  }

  /// Blanks, quotation marks and backslashes differ between code and its quotation.
  private static func counts(_ byte: UInt8) -> Bool {
    ![0x20, 0x09, 0x0A, 0x0D, 0x22, 0x27, 0x5C, 0x60].contains(byte)
  }

  private func file(holding name: [UInt8], not place: String) -> String? {
    for path in files.paths.lazy.filter(WordSearch.isSource).prefix(Self.mostFiles)
    where path != place {
      if case .bytes(let bytes) = files.content(path, limit: Self.limit), bytes.holdsWord(name) {
        return path
      }
    }
    return nil
  }

  private func nearest(to name: [UInt8], in bytes: [UInt8]) -> String? {
    let words = Set(
      bytes.split { !CodeValues.isNameByte($0) }.lazy
        .filter { abs($0.count - name.count) <= 3 && $0.count >= 3 }.prefix(5_000).map(Array.init))
    let rated = words.map { (NearestPath.distance(name, $0), String(decoding: $0, as: UTF8.self)) }
    guard let best = rated.min(by: { $0 < $1 }), best.0 <= max(1, name.count / 4) else {
      return nil
    }
    return best.1
  }

  // MARK: - Other values, other numbers

  private mutating func otherValue(_ name: [UInt8], _ value: String) -> String? {
    guard !makes.holds(name) else { return nil }
    var first: (value: String, place: String)?
    for path in files.paths.lazy.filter(WordSearch.isSource).prefix(Self.mostFiles) {
      guard case .bytes(let bytes) = files.content(path, limit: Self.limit), bytes.holds(name)
      else { continue }
      guard let values = CodeValues.values(of: name, in: bytes), !values.contains(value) else {
        return nil
      }
      if let other = values.first, first == nil { first = (other, path) }
    }
    return first.map {
      "“\(String(decoding: name, as: UTF8.self))” is \($0.value) in “\($0.place)”."
    }
  }

  private func otherAmount(
    _ count: Int, _ noun: Claim.Noun, _ place: String, _ bytes: [UInt8]
  ) -> String? {
    switch noun {
    case .lines:
      let lines = bytes.count { $0 == 0x0A } + (bytes.last == 0x0A || bytes.isEmpty ? 0 : 1)
      guard abs(lines - count) > 1 else { return nil }
      return "“\(place)” has \(lines) lines."
    case .tests:
      let tests = Self.testMarks.map { mark in bytes.lineStarts(with: Array(mark.utf8)) }.reduce(
        0, +)
      guard tests > 0, tests != count else { return nil }
      return "“\(place)” has \(tests) \(tests == 1 ? "test" : "tests")."
    }
  }

  private static let testMarks = [
    "def test", "async def test", "it(", "test(", "#[test]", "@Test", "func Test", "func test",
  ]
}

extension [UInt8] {
  /// Whether a name stands in these as a whole word.
  func holdsWord(_ name: [UInt8]) -> Bool {
    guard let first = name.first, count >= name.count else { return false }
    var index = 0
    while index <= count - name.count {
      if self[index] == first, self[index..<index + name.count].elementsEqual(name),
        index == 0 || !CodeValues.isNameByte(self[index - 1]),
        index + name.count == count || !CodeValues.isNameByte(self[index + name.count])
      {
        return true
      }
      index += 1
    }
    return false
  }

  /// How many lines begin so, blanks before it aside.
  fileprivate func lineStarts(with mark: [UInt8]) -> Int {
    split(separator: 0x0A).count { $0.drop { $0 == 0x20 || $0 == 0x09 }.starts(with: mark) }
  }
}

extension UInt8 {
  fileprivate var isLetterByte: Bool { 0x41...0x5A ~= self || 0x61...0x7A ~= self }
}
