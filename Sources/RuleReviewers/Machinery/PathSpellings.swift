import CheckModel

/// The ways in which a plan spells its paths.
struct PathSpellings {
  private let uses: [String: [Reference]]
  /// For each path with one part left out, the paths that it may be: `src/*/user.ts`.
  private var patterns: [String: [String]] = [:]
  /// The same for the folders that hold files.
  private var folders: [String: [String: Set<String>]] = [:]

  init(_ paths: [Reference]) {
    uses = Dictionary(grouping: paths, by: \.text)
    for text in uses.keys.sorted() {
      let parts = text.split(separator: "/")
      guard (2...12).contains(parts.count) else { continue }
      for index in parts.indices {
        patterns[Self.pattern(parts, index), default: []].append(text)
        guard index < parts.count - 1 else { continue }
        let upTo = parts[...index]
        folders[Self.pattern(Array(upTo), index), default: [:]][String(parts[index]), default: []]
          .insert(text)
      }
    }
  }

  private static func pattern(_ parts: [Substring], _ index: Int) -> String {
    var parts = parts
    parts[index] = "*"
    return parts.joined(separator: "/")
  }

  /// Each path that stands once beside one that stands more often.
  var variants: [(one: Reference, other: Reference)] {
    uses.keys.sorted().compactMap { text in
      guard let own = uses[text], own.count == 1 else { return nil }
      let parts = text.split(separator: "/")
      for index in parts.indices where (2...12).contains(parts.count) {
        if own[0].action != .create, let other = sameButOne(text, parts, index) {
          return (own[0], other)
        }
        if index < parts.count - 1, let other = folderOfMore(text, parts, index) {
          return (own[0], other)
        }
      }
      return nil
    }
  }

  /// A path with other letters in this part that stands more than once.
  private func sameButOne(_ text: String, _ parts: [Substring], _ index: Int) -> Reference? {
    let spellings = patterns[Self.pattern(parts, index), default: []]
    // many files of one name are a pattern and no slip
    guard (2...6).contains(spellings.count) else { return nil }
    let isName = index == parts.count - 1
    let other = spellings.first { other in
      other != text && uses[other, default: []].count > 1
        && Self.isVariant(parts[index], other.split(separator: "/")[index], isName: isName)
        && mayBeOne(text, other)
    }
    return other.flatMap { uses[$0]?.first }
  }

  /// A folder spelled alike that holds at least two files, while this one holds this file alone.
  private func folderOfMore(_ text: String, _ parts: [Substring], _ index: Int) -> Reference? {
    let spellings = folders[Self.pattern(Array(parts[...index]), index), default: [:]]
    guard (2...12).contains(spellings.count), spellings[String(parts[index])]?.count == 1 else {
      return nil
    }
    let other = spellings.keys.sorted().first { other in
      other != parts[index] && spellings[other, default: []].count > 1
        && Self.isVariant(parts[index], Substring(other), isName: false)
    }
    guard let path = other.flatMap({ spellings[$0]?.min() }), mayBeOne(text, path) else {
      return nil
    }
    return uses[path]?.first
  }

  /// Where the tree knows both, or neither, they are two files.
  private func mayBeOne(_ one: String, _ other: String) -> Bool {
    guard let one = uses[one]?.first, let other = uses[other]?.first, one.state != .unknown,
      other.state != .unknown
    else { return true }
    return one.state != .exists || other.state != .exists
  }

  /// Whether two paths differ in one part, by what a slip of the hand makes.
  static func isSlip(_ left: String, _ right: String) -> Bool {
    let (left, right) = (left.split(separator: "/"), right.split(separator: "/"))
    guard left.count == right.count else { return false }
    let unequal = left.indices.filter { left[$0] != right[$0] }
    guard unequal.count == 1, let index = unequal.first else { return false }
    return isVariant(left[index], right[index], isName: index == left.count - 1)
  }

  private static func isVariant(_ one: Substring, _ other: Substring, isName: Bool) -> Bool {
    guard one != other, one.count >= 4, other.count >= 4, !one.contains(where: \.isNumber),
      !other.contains(where: \.isNumber)
    else { return false }
    if !isName {
      return folded(one) == folded(other) || OneLetter.differs(Array(one.utf8), Array(other.utf8))
    }
    // users.ts beside user.ts, parser.ts beside parse.ts
    let (left, right) = (stem(one), stem(other))
    guard left.ending == right.ending else { return false }
    if joined(left.name) == joined(right.name) {
      return left.name.lowercased() != right.name.lowercased() || left.name.count > 3
    }
    return min(left.name.count, right.name.count) >= 6
      && left.name.suffix(2) == right.name.suffix(2) && left.name.prefix(1) == right.name.prefix(1)
      && OneLetter.differs(Array(left.name.utf8), Array(right.name.utf8))
  }

  private static func stem(_ name: Substring) -> (name: Substring, ending: Substring) {
    guard let dot = name.firstIndex(of: ".") else { return (name, "") }
    return (name[..<dot], name[dot...])
  }

  private static func joined(_ word: Substring) -> String {
    word.lowercased().filter { $0 != "-" && $0 != "_" }
  }

  /// Lowercase without joints and without the ending of a plural.
  private static func folded(_ word: Substring) -> String {
    let plain = joined(word)
    return plain.hasSuffix("s") ? String(plain.dropLast()) : plain
  }
}
