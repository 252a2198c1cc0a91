import CheckModel

/// The ways in which a plan spells its paths.
struct PathSpellings {
  /// A path of at most twelve parts, with the first place that names it and how many there are.
  private struct Path {
    var text: String
    var parts: [Substring]
    var first: Int
    var uses: Int
  }
  /// A folder's name at some place of the tree.
  private struct Folder {
    var name: Substring
    /// The first path below it, and how many there are.
    var first: Int
    var count: Int
  }
  /// A path or the start of one with one part left out: `src/*/user.ts`.
  private struct Pattern: Hashable, Comparable {
    var text: Word
    /// The part.
    var index: Int
    /// How many parts there are.
    var count: Int

    /// Some order, so that equal ones stand together.
    static func < (left: Pattern, right: Pattern) -> Bool {
      if left.text != right.text { return left.text.precedes(right.text) }
      return (left.index, left.count) < (right.index, right.count)
    }
  }

  /// More folders beside one another are no spellings of one.
  private static let mostFolders = 12

  private let references: [Reference]
  /// In the order of their texts.
  private let paths: [Path]
  /// Each path with one part left out; equal ones in the order of the paths.
  private var patterns: [(pattern: Pattern, path: Int)] = []
  /// The same for the folders that hold files.
  private var folders: [Pattern: [Folder]] = [:]

  init(_ references: [Reference]) {
    var uses: [String: (first: Int, count: Int)] = [:]
    for (index, reference) in references.enumerated() {
      uses[reference.text, default: (index, 0)].count += 1
    }
    self.references = references
    paths = uses.sorted { $0.key < $1.key }.map { text, uses in
      let parts = Self.parts(of: text)
      return Path(
        text: text, parts: (2...12).contains(parts.count) ? parts : [], first: uses.first,
        uses: uses.count)
    }
    for index in paths.indices { file(index) }
    patterns.sort { $0.pattern == $1.pattern ? $0.path < $1.path : $0.pattern < $1.pattern }
  }

  private mutating func file(_ path: Int) {
    let parts = paths[path].parts
    var before = Word()
    for index in parts.indices {
      patterns.append((Self.pattern(parts, index, behind: before), path))
      guard index < parts.count - 1 else { continue }
      note(parts[index], of: path, in: Pattern(text: before, index: index, count: index + 1))
      Self.append(parts[index], to: &before)
    }
  }

  private mutating func note(_ name: Substring, of path: Int, in pattern: Pattern) {
    let known = folders[pattern, default: []]
    if let index = known.lastIndex(where: { $0.name == name }) {
      folders[pattern]?[index].count += 1
    } else if known.count <= Self.mostFolders {
      folders[pattern, default: []].append(Folder(name: name, first: path, count: 1))
    }
  }

  /// Cut by bytes: a character would have to be made of each.
  private static func parts(of path: String) -> [Substring] {
    path.utf8.split(separator: UInt8(ascii: "/")).map { Substring($0) }
  }

  /// The whole path with one part left out, the parts before that being read.
  private static func pattern(_ parts: [Substring], _ left: Int, behind before: Word) -> Pattern {
    var text = before
    for part in parts[(left + 1)...] { append(part, to: &text) }
    return Pattern(text: text, index: left, count: parts.count)
  }

  private static func append(_ part: Substring, to text: inout Word) {
    for byte in part.utf8 { text.append(byte) }
    text.append(0x2F)
  }

  /// Each path that stands once beside one that stands more often.
  var variants: [(one: Reference, other: Reference)] {
    paths.compactMap { path in
      guard path.uses == 1 else { return nil }
      var before = Word()
      for index in path.parts.indices {
        if references[path.first].action != .create, let other = sameButOne(path, index, before) {
          return (references[path.first], references[other.first])
        }
        if index < path.parts.count - 1, let other = folderOfMore(path, index, before) {
          return (references[path.first], references[other.first])
        }
        Self.append(path.parts[index], to: &before)
      }
      return nil
    }
  }

  /// A path with other letters in this part that stands more than once.
  ///
  /// - Parameter before: the parts before it.
  private func sameButOne(_ path: Path, _ index: Int, _ before: Word) -> Path? {
    let pattern = Self.pattern(path.parts, index, behind: before)
    let first = patterns.partition { $0.pattern < pattern }
    let spellings = patterns[first...].prefix(7).prefix { $0.pattern == pattern }.map(\.path)
    // many files of one name are a pattern and no slip
    guard (2...6).contains(spellings.count) else { return nil }
    let isName = index == path.parts.count - 1
    let other = spellings.first { other in
      paths[other].uses > 1
        && Self.isVariant(path.parts[index], paths[other].parts[index], isName: isName)
        && mayBeOne(path, paths[other])
    }
    return other.map { paths[$0] }
  }

  /// A folder spelled alike that holds at least two files, while this one holds this file alone.
  private func folderOfMore(_ path: Path, _ index: Int, _ before: Word) -> Path? {
    let pattern = Pattern(text: before, index: index, count: index + 1)
    let spellings = folders[pattern, default: []]
    guard (2...Self.mostFolders).contains(spellings.count),
      spellings.contains(where: { $0.name == path.parts[index] && $0.count == 1 })
    else { return nil }
    let other = spellings.sorted { $0.name < $1.name }.first { other in
      other.count > 1 && Self.isVariant(path.parts[index], other.name, isName: false)
    }
    guard let other, mayBeOne(path, paths[other.first]) else { return nil }
    return paths[other.first]
  }

  /// Where the tree knows both, or neither, they are two files.
  private func mayBeOne(_ one: Path, _ other: Path) -> Bool {
    let (first, second) = (references[one.first].state, references[other.first].state)
    guard first != .unknown, second != .unknown else { return true }
    return first != .exists || second != .exists
  }

  /// Whether two paths differ in one part, by what a slip of the hand makes.
  static func isSlip(_ left: String, _ right: String) -> Bool {
    let (left, right) = (parts(of: left), parts(of: right))
    guard left.count == right.count else { return false }
    let unequal = left.indices.filter { left[$0] != right[$0] }
    guard unequal.count == 1, let index = unequal.first else { return false }
    return isVariant(left[index], right[index], isName: index == left.count - 1)
  }

  private static func isVariant(_ one: Substring, _ other: Substring, isName: Bool) -> Bool {
    guard one != other, isLong(one), isLong(other), !holdsNumber(one), !holdsNumber(other)
    else { return false }
    if !isName {
      return folded(one) == folded(other) || OneLetter.differs(Array(one.utf8), Array(other.utf8))
    }
    // users.ts beside user.ts, parser.ts beside parse.ts
    let (left, right) = (stem(one), stem(other))
    guard left.ending == right.ending else { return false }
    if areJoinedAlike(left.name, right.name) {
      return left.name.lowercased() != right.name.lowercased() || left.name.count > 3
    }
    return min(left.name.count, right.name.count) >= 6
      && left.name.suffix(2) == right.name.suffix(2) && left.name.prefix(1) == right.name.prefix(1)
      && OneLetter.differs(Array(left.name.utf8), Array(right.name.utf8))
  }

  /// At least four characters, which in ASCII are as many bytes.
  private static func isLong(_ word: Substring) -> Bool {
    word.utf8.count >= 4 && (word.utf8.allSatisfy { $0 < 0x80 } || word.count >= 4)
  }

  /// Whether the words are one without case and joints.
  private static func areJoinedAlike(_ one: Substring, _ other: Substring) -> Bool {
    guard one.utf8.allSatisfy({ $0 < 0x80 }), other.utf8.allSatisfy({ $0 < 0x80 }) else {
      return joined(one) == joined(other)
    }
    func letters(_ word: Substring) -> some Sequence<UInt8> {
      word.utf8.lazy.filter { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "_") }
        .map(\.lowercased)
    }
    return letters(one).elementsEqual(letters(other))
  }

  /// Only characters outside ASCII need the tables.
  private static func holdsNumber(_ word: Substring) -> Bool {
    word.utf8.allSatisfy { $0 < 0x80 }
      ? word.utf8.contains(where: \.isDigit) : word.contains(where: \.isNumber)
  }

  private static func stem(_ name: Substring) -> (name: Substring, ending: Substring) {
    guard let dot = name.utf8.firstIndex(of: UInt8(ascii: ".")) else { return (name, "") }
    return (name[..<dot], name[dot...])
  }

  private static func joined(_ word: Substring) -> String {
    String(
      decoding: word.lowercased().utf8.lazy
        .filter { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "_") }, as: UTF8.self)
  }

  /// Lowercase without joints and without the ending of a plural.
  private static func folded(_ word: Substring) -> String {
    let plain = joined(word)
    return plain.hasSuffix("s") ? String(plain.dropLast()) : plain
  }
}
