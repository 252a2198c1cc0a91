import CheckModel

/// Whether the code names of a plan stand in the tree's sources.
struct SymbolStates {
  private let files: RepositoryFiles

  /// The most names that are looked for.
  private static let limit = 500

  init(_ files: RepositoryFiles) { self.files = files }

  /// - Parameter places: the tree's files that the plan names; searched first.
  func fill(_ plan: inout Plan, at places: [Int: String]) {
    var words: [[UInt8]: [Int]] = [:]
    for index in plan.references.indices where plan.references[index].kind == .symbol {
      let word = Self.lastWord(of: plan.references[index].text)
      guard word.count >= 4 else { continue }
      words[word, default: []].append(index)
    }
    guard !words.isEmpty, words.count <= Self.limit else { return }
    let made = Self.made(in: plan, words)
    let wanted = Set(words.keys).subtracting(made)
    let search = WordSearch(files).find(wanted, first: Array(Set(places.values)))
    for (word, indices) in words {
      let state: Reference.State =
        made.contains(word)
        ? .createdHere
        : search.found.contains(word) ? .exists : search.isWhole ? .missing : .unknown
      for index in indices { plan.references[index].state = state }
    }
  }

  /// `save` of `Store.save`.
  private static func lastWord(of name: String) -> [UInt8] {
    var word: [UInt8] = []
    for byte in name.utf8.reversed() {
      let isMark = [0x2E, 0x3A, 0x3E, 0x2D, 0x23].contains(byte)
      if isMark { break }
      word.append(byte)
    }
    return word.reversed()
  }

  /// The names that the plan itself brings: shown in a code block, or named where something is made.
  private static func made(in plan: Plan, _ words: [[UInt8]: [Int]]) -> Set<[UInt8]> {
    var shown: [UInt8] = []
    let commands = SpanIndex(plan.commands.map(\.span))
    for block in plan.blocks where block.isCode && !commands.holds(block.content) {
      shown += plan.files[block.content.file].source.bytes[block.content.range] + [0x0A]
    }
    return Set(
      words.filter { word, indices in
        shown.holds(word) || indices.contains { isMade(plan.references[$0], in: plan) }
      }.keys)
  }

  private static func isMade(_ reference: Reference, in plan: Plan) -> Bool {
    let words = plan.words(before: reference.span)
    return makingWords.contains { words.contains($0) }
  }

  private static let makingWords = [
    "add", "becomes", "build", "call it", "creat", "declare", "defin", "export", "extract", "gets ",
    "implement", "introduc", "is called", "is named", "named", "new ", "produce", "return",
    "scaffold",
    "store", "throw", "to `", "with ", "write",
  ]
}
