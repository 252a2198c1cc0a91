/// The part of a sentence up to a semicolon or dash, and what it says about its numbers.
struct Clause {
  let pieces: [Piece]
  /// Of all its content words.
  let stems: Set<Word>
  /// Stems right behind `for`, `if`, `when` and the like.
  let restrictions: [Word]
  /// It gives a value that is not let through.
  let rejects: Bool

  init(_ parts: [Piece]) {
    var parts = parts
    // "times out" is what a timeout does
    for index in parts.indices.dropLast()
    where ["time", "times", "timed", "timing"].contains(parts[index].raw)
      && parts[index + 1].raw == "out"
    { parts[index].stem = "timeout" }
    pieces = parts
    stems = Set(parts.lazy.map(\.stem).filter { $0 != "" })
    var restrictions: [Word] = []
    for index in parts.indices where Clause.restricting.contains(parts[index].raw) {
      // “on a copy of the database” is where a check runs
      if parts[(index + 1)...].prefix(2).contains(where: { Clause.rehearsals.contains($0.raw) }) {
        continue
      }
      let behind = parts[(index + 1)...].prefix { $0.kind == .word && !$0.isCode }
        .drop { $0.stem == "" }
      restrictions += behind.lazy.map(\.stem).prefix { $0 != "" }.prefix(3)
    }
    self.restrictions = restrictions
    rejects = parts.contains { Self.rejecting.contains($0.stem) }
  }

  private static let rehearsals: WordSet = ["copy", "fresh", "clean", "dump"]
  private static let restricting: WordSet = [
    "for", "if", "when", "unless", "while", "during", "except", "on", "given",
  ]

  /// The number at a place with its unit; nil for ordinals, times of day, lists and ranges.
  ///
  /// - Parameter isNamed: what stands around the clause names it, so that a bare number has a meaning.
  func amount(at index: Int, isNamed: Bool) -> (
    value: Double, unit: Word, measure: Dimension, range: Range<Int>, end: Int
  )? {
    guard !isReference(index), !isPartOfName(index) else { return nil }
    let piece = pieces[index]
    let (unit, end) = unit(of: index)
    guard !isListed(index, end: end) else { return nil }
    let range = piece.range.lowerBound..<pieces[end - 1].range.upperBound
    if let known = MeasureUnit.bySpelling[unit] {
      // "1 h 59 min" is one amount of two numbers
      if end < pieces.count, pieces[end].kind == .number,
        MeasureUnit.bySpelling[self.unit(of: end).unit]?.measure == known.measure
      {
        return nil
      }
      if index > 1, pieces[index - 1].kind == .word,
        MeasureUnit.bySpelling[pieces[index - 1].raw]?.measure == known.measure,
        pieces[index - 2].kind == .number
      {
        return nil
      }
      return (piece.value * known.factor, unit, known.measure, range, end)
    }
    guard let (measure, last) = counted(index, end: end) ?? (isNamed ? (.plain, end - 1) : nil)
    else { return nil }
    return (
      piece.value, "", measure, piece.range.lowerBound..<pieces[last].range.upperBound, last + 1
    )
  }

  /// What is joined to the number or stands behind it, and the place behind that.
  private func unit(of index: Int) -> (unit: Word, end: Int) {
    let joined = pieces[index].raw
    if joined != "" { return (joined, index + 1) }
    guard index + 1 < pieces.count else { return ("", index + 1) }
    let next = pieces[index + 1]
    if next.raw == "-", index + 2 < pieces.count,
      MeasureUnit.bySpelling[pieces[index + 2].raw] != nil
    {
      return (pieces[index + 2].raw, index + 3)
    }
    return MeasureUnit.bySpelling[next.raw] != nil ? (next.raw, index + 2) : ("", index + 1)
  }

  /// Attempts and retries, or other things with a bound, or a number behind a label.
  private func counted(_ index: Int, end: Int) -> (Dimension, last: Int)? {
    let joined = pieces[index].raw
    if joined != "", joined != "times" {
      // 50-item
      return pieces[index].stem == "" ? nil : (.count(pieces[index].stem), index)
    }
    if joined == "times" || end < pieces.count && pieces[end].raw == "times" {
      guard stems.contains("retry") || stems.contains("attempt") else { return nil }
      return (.count("retry"), joined == "times" ? index : end)
    }
    var place = end
    while place < pieces.count, place < end + 3, pieces[place].kind == .word,
      pieces[place].stem != "" || place == end && pieces[place].raw == "more"
    {
      let stem = pieces[place].stem
      if stem == "attempt" || stem == "retry" { return (.count(stem), place) }
      let isLast = place + 1 >= pieces.count || pieces[place + 1].stem == ""
      if isLast, bound(at: index) != .none || pieces[place].raw.last == UInt8(ascii: "s") {
        return (.count(stem), place)
      }
      place += 1
    }
    if bound(at: index) == .upper, place == end { return (.plain, end - 1) }
    return label(before: index).isEmpty ? nil : (.plain, end - 1)
  }

  /// It follows a word that numbers things, or opens the clause as a list's number does.
  private func isReference(_ index: Int) -> Bool {
    guard index > 0 else {
      return pieces.count > 1 && [".", ")"].contains(pieces[1].raw)
    }
    let before = pieces[index - 1]
    if before.kind == .word {
      // a status and no count: `returns 404`
      if Clause.giving.contains(before.raw), isPlural(index + 1) || isPlural(index + 2) {
        return false
      }
      return AmountWords.references.contains(before.raw)
    }
    return before.raw == "#" || before.raw == "§"
  }

  private static let giving: WordSet = ["return", "returns", "gives", "answers"]

  private func isPlural(_ place: Int) -> Bool {
    pieces.indices.contains(place) && pieces[place].stem != ""
      && pieces[place].raw.last == UInt8(ascii: "s")
  }

  /// Part of a path, date, time, version, price or formula.
  private func isPartOfName(_ index: Int) -> Bool {
    if index > 0, !pieces[index].spaceBefore,
      [":", "/", "-", "#", "$", "@", "+", "€", "£", "~", "^", "−", "*", "×", "{", "."].contains(
        pieces[index - 1].raw)
    {
      return true
    }
    guard index + 1 < pieces.count, !pieces[index + 1].spaceBefore else { return false }
    return [":", "/", "+", "*", "×", "^", "°", "}"].contains(pieces[index + 1].raw)
      && index + 2 < pieces.count && !pieces[index + 2].spaceBefore
  }

  /// One of several: `1, 2, 4 s`, `5 to 10 s`, `2 or 3`.
  private func isListed(_ index: Int, end: Int) -> Bool {
    if let before = pieces[..<index].lastIndex(where: { $0.kind == .number }) {
      let (unit, end) = unit(of: before)
      if end <= index, areJoiners(end..<index),
        unit == "" || mayBelongTogether(unit, self.unit(of: index).unit)
      {
        return true
      }
    }
    guard let next = pieces[end...].firstIndex(where: { $0.kind == .number }),
      areJoiners(end..<next)
    else { return false }
    let own = unit(of: index).unit
    return own == "" || mayBelongTogether(own, unit(of: next).unit)
  }

  private func mayBelongTogether(_ left: Word, _ right: Word) -> Bool {
    guard let one = MeasureUnit.bySpelling[left] else { return left == right }
    return MeasureUnit.bySpelling[right].map { $0.measure == one.measure } ?? true
  }

  private func areJoiners(_ range: Range<Int>) -> Bool {
    !range.isEmpty && range.count <= 2
      && pieces[range].allSatisfy { Clause.joiners.contains($0.raw) }
  }

  private static let joiners: WordSet = [
    ",", "/", "-", "–", "—", "and", "or", "to", "×", "then", "+", "…", "...", "x", "by", "*",
  ]

  /// Which side of the number is meant: `at most`, `over`; the other one where the clause refuses.
  func bound(at index: Int) -> Amount.Bound {
    let before = pieces[..<index].suffix(4).map(\.raw)
    let (last, one) = (before.last ?? "", before.dropLast().last ?? "")
    if last == "every" || last == "each" || last == "per" { return .every }
    if last == "least" || last == "minimum" || last == "min" { return .lower }
    if one == "minimum" || one == "min" { return .lower }
    if last == "than", zip(before, before.dropFirst()).contains(where: { Self.isDenied($0, $1) }) {
      return .upper
    }
    if ["most", "within", "max", "maximum", "limit", "only"].contains(last) { return .upper }
    if last == "to" && one == "up" { return .upper }
    if ["of", "to", "at", "is", ":", "="].contains(last),
      ["limit", "limited", "max", "maximum", "cap", "capped", "cut"].contains(one)
    {
      return .upper
    }
    if let behind = boundBehind(index) { return behind }
    let side = last == "than" ? one : last
    if Self.greater.contains(side) { return refuses ? .upper : .lower }
    if Self.less.contains(side) { return refuses ? .lower : .upper }
    return .none
  }

  /// `500 rows at most`, `20 or more`
  private func boundBehind(_ index: Int) -> Amount.Bound? {
    let behind = pieces[(index + 1)...].prefix(5).map(\.raw)
    for (word, next) in zip(behind, behind.dropFirst()) {
      switch (word, next) {
      case ("at", "most"), ("or", "less"), ("or", "fewer"), ("at", "maximum"): return .upper
      case ("at", "least"), ("or", "more"): return .lower
      case (",", _), (".", _), ("and", _): return nil
      default: continue
      }
    }
    return nil
  }

  private static func isDenied(_ no: Word, _ more: Word) -> Bool {
    (no == "no" || no == "not" || no == "never") && greater.contains(more)
  }

  private static let greater: WordSet = [
    "more", "larger", "greater", "bigger", "longer", "older", "over", "above", "beyond", "exceeds",
    "exceeding", "higher",
  ]
  private static let less: WordSet = [
    "less", "fewer", "smaller", "shorter", "younger", "under", "below", "lower",
  ]

  /// It says what is not let through.
  private var refuses: Bool {
    pieces.contains { piece in
      Self.refusing.contains(piece.stem)
        || piece.kind == .number && (400...599).contains(piece.value) && piece.raw == ""
    }
  }

  private static let refusing = Stem.set([
    "refuse", "reject", "delete", "deny", "denied", "error", "fail", "discard", "drop", "truncate",
    "cut", "block", "forbid", "raise", "throw", "expire", "archive", "warn", "split", "gone",
  ])

  private static let rejecting = Stem.set(["refuse", "reject", "invalid", "forbid"])

  /// The stems of the name before the number, or of the noun behind its unit.
  func label(around index: Int, end: Int) -> [Word] {
    let before = label(before: index)
    return before.isEmpty ? label(behind: end) : before
  }

  private func label(before index: Int) -> [Word] {
    var place = index - 1
    while place >= 0, index - place <= 5, AmountWords.joints.contains(pieces[place].raw) {
      place -= 1
    }
    guard place >= 0, place < index - 1 || isNamedDirectly(place) else {
      return []
    }
    var label: [Word] = []
    var last = place
    while last >= 0, place - last < 4, pieces[last].kind == .word, pieces[last].stem != "" {
      label.insert(pieces[last].stem, at: 0)
      last -= 1
    }
    let opens = last < 0 && place + 1 < index && [":", "=", "("].contains(pieces[place + 1].raw)
    let isNamed = label.last.map(AmountWords.heads.contains) == true
    return isNamed || opens ? label : []
  }

  /// `port 8080`, against `attempt 2`.
  private func isNamedDirectly(_ place: Int) -> Bool {
    let stem = pieces[place].stem
    return AmountWords.heads.contains(stem)
      && !Self.numbered.contains(stem)
  }

  private static let numbered = Stem.set(["attempt", "retry", "worker", "replica", "window"])

  private func label(behind end: Int) -> [Word] {
    var label: [Word] = []
    for piece in pieces[min(end, pieces.count)...].prefix(3) {
      guard piece.kind == .word, piece.stem != "" else { break }
      label.append(piece.stem)
      if AmountWords.heads.contains(piece.stem) { return label }
    }
    return []
  }

  /// The content words within seven pieces before and six behind, articles left out and an empty word for
  /// each other gap.
  func near(_ index: Int, end: Int) -> [Word] {
    let before = pieces[max(0, index - 7)..<index]
    let behind = pieces[min(end, pieces.count)...].prefix(6)
    let bound: Word = bound(at: index) == .upper ? "limit" : ""
    return Self.withoutArticles(before) + [bound] + Self.withoutArticles(behind)
  }

  private static func withoutArticles(_ pieces: ArraySlice<Piece>) -> [Word] {
    pieces.lazy.filter { !articles.contains($0.raw) }.map(\.stem)
  }

  private static let articles: WordSet = ["the", "a", "an", "its", "their", "this", "each", "all"]
}
