import CheckModel

/// A name of code in a sentence: `uploader.pending()` or `clearLayers`.
struct CodeName: Sendable {
  /// The identifier itself: `pending`.
  var name: String
  /// What stands before its last dot: `uploader`; empty without one.
  var owner: String
  var isCall: Bool
  var span: Span

  /// Nil for spans that are no identifier: paths, commands, values.
  init?(_ range: Range<Int>, file: Int, _ bytes: [UInt8]) {
    let code = bytes[range]
    let head = code.prefix { $0.isAlphanumeric || $0 == 0x5F || $0 == 0x2E || $0 == 0x24 }
    let rest = code.dropFirst(head.count)
    guard let first = head.first, first.isLetter || first == 0x5F,
      rest.isEmpty || rest.first == UInt8(ascii: "(") || rest.first == UInt8(ascii: "<")
    else { return nil }
    let parts = head.split(separator: 0x2E)
    guard let last = parts.last, last.count >= 4, head.last != 0x2E else { return nil }
    name = String(decoding: last, as: UTF8.self)
    owner = parts.dropLast().last.map { String(decoding: $0, as: UTF8.self) } ?? ""
    isCall = rest.first == UInt8(ascii: "(")
    span = Span(file: file, range: range)
    // a.ts and README.md are files
    if !isCall, !owner.isEmpty, last.count <= 4, last.allSatisfy(\.isLower) { return nil }
  }

  /// Not a word that any text may hold: joined of several, or called.
  var isTelling: Bool {
    let letters = name.utf8
    return letters.contains(0x5F)
      || zip(letters, letters.dropFirst()).contains { $0.isLower && $1.isUpper }
      || letters.first.map(\.isUpper) == true && name.utf8.count >= 6
  }

  /// The words it is joined of, lowercase.
  var words: [String] {
    var words: [String] = []
    var word = ""
    var wasLower = false
    for character in name {
      if character == "_" || character.isUppercase && wasLower {
        if !word.isEmpty { words.append(word) }
        word = ""
      }
      if character != "_" { word += character.lowercased() }
      wasLower = character.isLowercase
    }
    return word.isEmpty ? words : words + [word]
  }
}

extension PlanReading {
  /// The code names of a sentence with the tokens they are.
  func codeNames(in sentence: Sentence) -> [(token: Int, name: CodeName)] {
    let bytes = plan.files[sentence.file].source.bytes
    return sentence.tokens.indices.compactMap { index in
      guard sentence.tokens[index].kind == .code,
        let name = CodeName(sentence.tokens[index].range, file: sentence.file, bytes)
      else { return nil }
      return (index, name)
    }
  }
}

/// Which code names the parts of a plan bring, and which they take for granted.
struct CodeNames: Sendable {
  /// Where a name is made, or used, and in which unit of work.
  struct Place: Sendable {
    var name: CodeName
    var unit: Int
    /// The sentence points to another task, which is known to be there or to come.
    var pointsOn = false
  }

  private(set) var made: [String: [Place]] = [:]
  private(set) var used: [Place] = []
  /// Names beside the number of the task that brings them: “`enqueue` (Task 3)”, “`load()` from Task 2”.
  private(set) var pointed: [(name: CodeName, task: String)] = []
  /// The first place of each name in prose.
  private(set) var all: [String: CodeName] = [:]
  /// How often each of these stands in code, whatever for.
  private(set) var uses: [String: Int] = [:]

  init(_ reading: PlanReading) {
    for sentence in reading.sentences where sentence.zone != .quote && !sentence.finished {
      read(sentence, reading)
    }
    let inProse = Dictionary(
      all.keys.map { (Word($0.utf8), $0) }, uniquingKeysWith: { first, _ in first })
    for block in reading.plan.blocks.indices where reading.plan.blocks[block].isFence {
      readFence(reading.plan.blocks[block], inProse, reading)
    }
  }

  private static let making: WordSet = [
    "add", "adds", "create", "creates", "write", "implement", "implements", "define", "defines",
    "introduce", "introduces", "export", "exports", "produce", "produces", "provide", "provides",
    "new", "build", "with", "expose", "exposes", "declare", "gets", "extract", "signature",
    "offers", "has",
  ]
  private static let using: WordSet = [
    "use", "uses", "using", "call", "calls", "calling", "invoke", "invokes", "via", "through",
    "consumes", "import", "imports", "extend", "extends", "wrap", "wraps", "inject", "injects",
    "reuse", "reuses", "pass", "from", "awaits", "await",
  ]
  private static let pointing: WordSet = [
    "later", "until", "till", "stub", "stubs", "mock", "mocks", "mocked", "fake", "placeholder",
    "once",
    "not", "existing", "already", "yet",
  ]

  private mutating func read(_ sentence: Sentence, _ reading: PlanReading) {
    let names = reading.codeNames(in: sentence)
    guard !names.isEmpty else { return }
    for (token, name) in names {
      uses[name.name, default: 0] += 1
      if all[name.name] == nil { all[name.name] = name }
      if let task = Self.task(behind: token, sentence, reading) { pointed.append((name, task)) }
    }
    guard let unit = reading.unit(holding: sentence.span) else { return }
    let tokens = sentence.tokens
    let pointsOn = sentence.has(Self.pointing)
    var mode: Bool?
    var names0 = names[...]
    for index in tokens.indices {
      let text = tokens[index].text
      if Self.making.contains(text) {
        mode = true
      } else if Self.using.contains(text) {
        mode = false
      }
      guard let next = names0.first, next.token == index else { continue }
      names0.removeFirst()
      let place = Place(name: next.name, unit: unit, pointsOn: pointsOn)
      switch mode {
      case true: made[next.name.name, default: []].append(place)
      case false: used.append(place)
      default: break
      }
    }
  }

  /// The number of `(Task 3)` or `from Task 3` right behind a name.
  private static func task(behind token: Int, _ sentence: Sentence, _ reading: PlanReading)
    -> String?
  {
    let rest = sentence.tokens[(token + 1)...].prefix(3)
    guard let task = rest.firstIndex(where: { $0.text == "task" }), task > token + 1,
      ["(", "from", "of"].contains(sentence.tokens[token + 1].text),
      task + 1 < sentence.tokens.endIndex, sentence.tokens[task + 1].kind == .number
    else { return nil }
    return reading.plan.text(of: sentence.span(of: task + 1..<task + 2))
  }

  private static let keywords: WordSet = [
    "func", "function", "def", "class", "struct", "interface", "type", "enum", "protocol", "trait",
    "fn", "const", "let", "var", "val", "export",
  ]

  /// `func load(` and `class Store` declare a name; of the others only those count that prose has, too.
  private mutating func readFence(_ block: Block, _ inProse: [Word: String], _ reading: PlanReading)
  {
    let bytes = reading.plan.files[block.span.file].source.bytes
    let unit = reading.unit(holding: block.span) ?? -1
    var before: Word = ""
    for range in Self.words(bytes, block.content.range) {
      let word = Word(bytes[range])
      defer { before = word }
      guard range.count >= 4 else { continue }
      if let name = inProse[word] { uses[name, default: 0] += 1 }
      guard Self.keywords.contains(before),
        let name = CodeName(range, file: block.span.file, bytes)
      else { continue }
      made[name.name, default: []].append(Place(name: name, unit: unit))
    }
  }

  private static func words(_ bytes: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var start = range.lowerBound
    for index in range where !bytes[index].isAlphanumeric && bytes[index] != 0x5F {
      if index > start { words.append(start..<index) }
      start = index + 1
    }
    if range.upperBound > start { words.append(start..<range.upperBound) }
    return words
  }
}
