import CheckModel

/// Recognizes checks whose outcome is only said to be good: `works correctly`, `looks right`, `is fine`.
enum VagueOutcome {
  private static let verbs: WordSet = [
    "works", "work", "working", "functions", "function", "behaves", "behave", "renders", "render",
    "operates", "operate", "displays", "display", "loads", "load", "runs", "run", "handles",
    "handled", "functional", "responds", "appears", "updates", "look", "looks", "went", "goes",
    "go", "ran", "completes", "completed", "finishes", "worked", "performs", "perform",
  ]
  /// States that everybody may find, whatever is seen.
  private static let states: Phrases = [
    ["is", "fine"], ["are", "fine"], ["still", "fine"], ["is", "okay"], ["are", "okay"],
    ["is", "ok"], ["are", "ok"], ["should", "be", "good"], ["should", "be", "fine"],
    ["should", "be", "ok"], ["should", "be", "okay"], ["does", "its", "job"],
    ["do", "their", "job"], ["is", "in", "order"], ["are", "in", "order"], ["for", "correctness"],
    ["is", "effective"], ["are", "effective"], ["is", "alright"], ["are", "alright"],
  ]
  private static let judgements: WordSet = [
    "correctly", "properly", "fine", "well", "smoothly", "appropriately", "seamlessly",
    "flawlessly", "right", "good", "ok", "okay", "nicely",
  ]
  private static let working: WordSet = [
    "works", "work", "working", "functions", "functional", "behaves", "renders", "loads",
    "responds",
  ]
  private static let asking: WordSet = ["verify", "check", "ensure", "confirm", "test", "make"]
  /// Their own result says whether they work.
  private static let named: WordSet = ["build", "builds", "tests", "suite", "lint", "type"]
  /// What already works is not what the plan checks.
  private static let known: WordSet = [
    "already", "still", "today", "currently", "existing", "if", "until", "till", "so", "because",
  ]

  /// The words that say so.
  static func place(in sentence: Sentence) -> Range<Int>? {
    let tokens = sentence.tokens
    for index in tokens.indices
    where tokens[index].kind == .word && verbs.contains(tokens[index].text) {
      let before = tokens[max(tokens.startIndex, index - 4)..<index]
      if before.contains(where: { known.contains($0.text) }) { continue }
      let clause = tokens[tokens.startIndex..<index]
      if isConditional(clause) { continue }
      for next in index + 1..<min(tokens.endIndex, index + 5) {
        if judgements.contains(tokens[next].text) { return index..<next + 1 }
        if tokens[next].text == "as", tokens[index].text != "looks", tokens[index].text != "look",
          next + 1 < tokens.endIndex,
          ["expected", "intended", "before", "desired"].contains(tokens[next + 1].text)
        {
          return index..<next + 2
        }
      }
      let isAll = before.last.map { ["everything", "all", "it"].contains($0.text) } ?? false
      let ends = tokens[(index + 1)...].allSatisfy {
        $0.kind == .symbol
          || ["end-to-end", "together", "now", "again", "too", "there"].contains($0.text)
      }
      let asks = clause.contains { asking.contains($0.text) }
      let isNamed = clause.contains { $0.kind != .word || named.contains($0.text) }
      if ends, asks, working.contains(tokens[index].text), isAll || !isNamed {
        return index..<index + 1
      }
    }
    let words = WordRun(tokens)
    guard let place = states.first(in: words),
      words.texts[..<place.lowerBound].contains(where: {
        asking.contains($0) || ["see", "sure", "reviewed", "review"].contains($0)
      })
    else { return nil }
    let range = words.tokenRange(place)
    return sentence.isBracketed(range) ? nil : range
  }

  /// `If it works, …`, but not `check whether it works`.
  private static func isConditional(_ clause: ArraySlice<Token>) -> Bool {
    guard let index = clause.firstIndex(where: { $0.text == "if" || $0.text == "whether" }) else {
      return false
    }
    return index == clause.startIndex
      || !asking.union(["see", "test", "look"]).contains(clause[index - 1].text)
  }
}
