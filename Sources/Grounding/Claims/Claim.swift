import CheckModel

/// What a statement says is so in the working tree as it is now.
struct Claim {
  enum Content {
    /// The code stands in the file of this reference.
    case holds(code: Range<Int>, path: Int)
    /// Some source file holds the name.
    case exists(name: Range<Int>)
    /// The name has this value: a number, `true` or `false`.
    case value(name: Range<Int>, is: String)
    /// The file of this reference has so many of them.
    case amount(Int, of: Noun, path: Int)
  }

  /// What can be counted in a file.
  enum Noun { case lines, tests }

  var content: Content
  /// The words that say it.
  var span: Span
}

/// Finds claims about what is there now, and leaves wishes, plans and comparisons alone.
struct ClaimReader {
  private let plan: Plan
  /// Indices of references by file and first byte.
  private var places: [[Int: Int]]
  private let describing: [Bool]

  init(_ plan: Plan) {
    self.plan = plan
    places = plan.files.map { _ in [:] }
    for (index, reference) in plan.references.enumerated() where reference.kind == .path {
      places[reference.span.file][reference.span.range.lowerBound] = index
    }
    describing = plan.sections.map { section in
      let own = section.roles.first { !$0.inherited } ?? section.roles.first
      return own.map { [.context, .problem].contains($0.role) && $0.weight >= 0.5 } ?? false
        || section.has(.context)
    }
  }

  func claims(in statement: Statement) -> [Claim] {
    // most statements name no code
    guard statement.parts.contains(where: { if case .code = $0 { true } else { false } }) else {
      return []
    }
    var claims: [Claim] = []
    for index in statement.parts.indices {
      guard case .code(let range) = statement.parts[index] else { continue }
      if let path = path(range, statement) {
        claims += held(by: path, at: index, range, statement)
        if let amount = amount(in: path, at: index, range, statement) { claims.append(amount) }
      } else {
        let place =
          stands(at: index, range, statement) ?? used(at: index, range, statement)
          ?? named(at: index, range, statement)
        if let place { claims.append(place) }
        if let value = value(at: index, range, statement) { claims.append(value) }
      }
    }
    return claims
  }

  // MARK: - Where code stands

  /// "`a()` in `b.py`", "`a()` (`b.py:12`)": of code that is spoken of as being there.
  private func stands(at index: Int, _ code: Range<Int>, _ statement: Statement) -> Claim? {
    var next = index + 1
    var words: [String] = []
    var isInBrackets = false
    while next < statement.parts.count, words.count <= 3 {
      switch statement.parts[next] {
      case .word(let text, _): words.append(text)
      case .mark(0x28) where words.isEmpty: isInBrackets = true
      case .mark: return nil
      case .code(let range):
        guard let path = path(range, statement) else { return nil }
        let joint = words.filter { !Self.small.contains($0) }
        let isJoined =
          joint.isEmpty && (isInBrackets || !words.isEmpty)
          || joint.count == 1 && Self.prepositions.contains(joint[0])
        let isNow =
          plan.references[path].lines != nil && !isChanged(at: index, statement)
          || speaksOfNow(statement) || isObject(at: index, statement)
        guard isJoined, isNow, !isMaking(at: index, statement) else { return nil }
        return Claim(
          content: .holds(code: code, path: path), span: Span(file: statement.file, range: code))
      }
      next += 1
    }
    return nil
  }

  /// "`a()` raises `Fault` (`b.py:12`)": a name that the only file of the sentence uses now.
  private func used(at index: Int, _ code: Range<Int>, _ statement: Statement) -> Claim? {
    guard let verb = statement.wordsBefore(index, most: 1).first, Self.using.contains(verb),
      speaksOfNow(statement)
    else { return nil }
    var paths: [Int] = []
    for case .code(let range) in statement.parts {
      if let path = path(range, statement) { paths.append(path) }
    }
    guard paths.count == 1, let path = paths.first else { return nil }
    return Claim(
      content: .holds(code: code, path: path), span: Span(file: statement.file, range: code))
  }

  /// "`b.py` already caches what `a()` gives", "the helper `a` already sorts": a name of the project's own.
  private func named(at index: Int, _ code: Range<Int>, _ statement: Statement) -> Claim? {
    guard speaksOfNow(statement), statement.has(Self.nowWords), !isMaking(at: index, statement)
    else { return nil }
    let before = statement.wordsBefore(index, most: 2)
    let isOwn =
      before.contains { Self.kinds.contains($0) || $0 == "existing" }
      || statement.parts.contains { part in
        if case .code(let range) = part { path(range, statement) != nil } else { false }
      }
    guard isOwn else { return nil }
    return Claim(content: .exists(name: code), span: Span(file: statement.file, range: code))
  }

  /// "`b.py` holds `a()`", "`b.py:12` is `a = 5`", "`b.py` computes it in `a()`".
  private func held(
    by path: Int, at index: Int, _ range: Range<Int>, _ statement: Statement
  ) -> [Claim] {
    guard speaksOfNow(statement) || plan.references[path].lines != nil else { return [] }
    var claims: [Claim] = []
    var verb: String?
    var isVia = false
    for part in statement.parts[(index + 1)...].prefix(12) {
      switch part {
      case .word(let text, _):
        if verb == nil, Self.small.contains(text) { continue }
        if verb == nil {
          guard Self.holding.contains(text) || speaksOfNow(statement) && Self.acting.contains(text)
          else { return [] }
          verb = text
        } else if Self.ways.contains(text) {
          isVia = true
        } else if !Self.small.contains(text) {
          isVia = isVia && Self.kinds.contains(text)
          if Self.holding.contains(verb ?? "") && !Self.kinds.contains(text) && !isVia {
            return claims
          }
        }
      case .code(let code):
        guard let verb, self.path(code, statement) == nil else { return claims }
        if Self.holding.contains(verb) || isVia {
          claims.append(
            Claim(
              content: .holds(code: code, path: path),
              span: Span(file: statement.file, range: code)))
        }
        return claims
      case .mark(let byte):
        guard byte == 0x27 || byte == 0xE2, verb == nil else { return claims }
      }
    }
    return claims
  }

  // MARK: - Values and amounts

  /// "`limit` is 5 today", "`limit` defaults to 5", and `limit = 5` in a description of what is there.
  private func value(at index: Int, _ code: Range<Int>, _ statement: Statement) -> Claim? {
    let bytes = plan.files[statement.file].source.bytes[code]
    if let equals = bytes.firstIndex(of: 0x3D), speaksOfNow(statement) {
      let name =
        code
        .lowerBound..<(bytes[..<equals].lastIndex { $0 != 0x20 }.map { $0 + 1 } ?? code.lowerBound)
      let text = String(decoding: bytes[(equals + 1)...], as: UTF8.self).filter { $0 != " " }
      guard CodeValues.isName(bytes[name]), CodeValues.isLiteral(text) else { return nil }
      return Claim(
        content: .value(name: name, is: text), span: Span(file: statement.file, range: code))
    }
    guard CodeValues.isName(bytes) else { return nil }
    var isDefault = false
    for part in statement.parts[(index + 1)...].prefix(8) {
      guard case .word(let text, let range) = part else { return nil }
      if text == "defaults" || text == "default" { isDefault = true }
      if CodeValues.isLiteral(text) {
        // `5.5` and `5 s` would need more than a word
        let after = plan.files[statement.file].source.bytes.dropFirst(range.upperBound).first
        guard isDefault || speaksOfNow(statement), after != 0x2E || statement.parts.isEmpty == false
        else { return nil }
        let isWhole = !isFollowedByUnit(statement, range)
        return isWhole
          ? Claim(
            content: .value(name: code, is: text),
            span: Span(file: statement.file, range: code.lowerBound..<range.upperBound)) : nil
      }
      guard Self.valueWords.contains(text) else { return nil }
    }
    return nil
  }

  private func isFollowedByUnit(_ statement: Statement, _ number: Range<Int>) -> Bool {
    let bytes = plan.files[statement.file].source.bytes
    guard number.upperBound + 1 < bytes.count else { return false }
    if [0x2E, 0x2C, 0x5F].contains(bytes[number.upperBound]) {
      return 0x30...0x39 ~= bytes[number.upperBound + 1]
    }
    return false
  }

  /// "`b.py` has 41 lines".
  private func amount(
    in path: Int, at index: Int, _ range: Range<Int>, _ statement: Statement
  ) -> Claim? {
    var count: Int?
    var seen: [String] = []
    for part in statement.parts[(index + 1)...].prefix(7) {
      guard case .word(let text, let place) = part else { return nil }
      if let number = Self.number(text) {
        count = number
      } else if let count {
        let noun: Claim.Noun? =
          ["lines"].contains(text) ? .lines : ["tests"].contains(text) ? .tests : nil
        if let noun {
          guard !speaksOfWork(statement) else { return nil }
          return Claim(
            content: .amount(count, of: noun, path: path),
            span: Span(file: statement.file, range: range.lowerBound..<place.upperBound))
        }
        guard ["test", "existing", "old", "passing", "unit"].contains(text) else { return nil }
      } else {
        guard
          ["has", "have", "holds", "contains", "already", "now", "currently", "today", "only"]
            .contains(text)
        else { return nil }
      }
      seen.append(text)
    }
    return nil
  }

  private static func number(_ text: String) -> Int? {
    let words = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
    return words.firstIndex(of: text).map { $0 + 1 } ?? Int(text)
  }
}

extension ClaimReader {
  /// The path that a code span is, and nothing else; nil for other code.
  func path(_ code: Range<Int>, _ statement: Statement) -> Int? {
    places[statement.file][code.lowerBound]
  }

  /// It stands below a heading such as "Current state".
  func isDescription(_ statement: Statement) -> Bool {
    plan.blocks[statement.block].section.map { describing[$0] } ?? false
  }
}
