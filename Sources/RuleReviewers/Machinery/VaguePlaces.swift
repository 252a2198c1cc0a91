import CheckModel

/// Finds where a plan says that something belongs into “the right file” and does not say which one that is.
enum VaguePlaces {
  /// The words, outside of explaining text and of tasks that name a path.
  static func all(in reading: PlanReading) -> [Span] {
    reading.sentences.compactMap { sentence in
      guard sentence.english, !sentence.finished, sentence.zone != .quote,
        !reading.explains(sentence.block), let words = words(of: sentence.tokens),
        mayBeAsked(sentence, reading)
      else { return nil }
      return sentence.span(of: words)
    }
  }

  private static let unsure: WordSet = [
    "relevant", "appropriate", "right", "proper", "suitable", "respective", "applicable",
  ]
  private static let files: WordSet = [
    "module", "modules", "file", "files", "class", "classes", "package", "source", "sources",
    "script", "component", "components",
  ]
  /// These lie in a window or in a file.
  private static let places: WordSet = ["place", "places", "location", "locations", "spot"]
  private static let prepositions: WordSet = [
    "in", "into", "to", "inside", "within", "from", "of", "at",
  ]
  private static let labels: WordSet = ["file", "files", "path", "paths", "where", "location"]
  private static let changing: WordSet = [
    "update", "edit", "modify", "change", "extend", "refactor", "create", "rewrite", "adapt",
    "adjust", "migration", "touch", "open", "patch", "amend", "fix",
  ]

  /// “in the relevant module”, “update the right file”; of places only what the sentence begins with, or what is
  /// changed.
  private static func words(of tokens: ArraySlice<Token>) -> Range<Int>? {
    for index in tokens.indices.dropFirst(2)
    where unsure.contains(tokens[index - 1].text) && tokens[index - 2].text == "the" {
      let isPlace = places.contains(tokens[index].text)
      guard isPlace || files.contains(tokens[index].text) else { continue }
      let next = index + 1 < tokens.endIndex ? tokens[index + 1] : nil
      // “the right file `a.ts`”, “the relevant files below”
      if let next,
        next.kind == .code || ["(", ":"].contains(next.text) && !opens(tokens, index - 2)
          || naming.contains(next.text)
      {
        continue
      }
      if opens(tokens, index - 2) { return index - 2..<index + 1 }
      let before = tokens[index - 3]
      let isChanged = changing.contains(before.text)
      let isInside =
        prepositions.contains(before.text) && (!isPlace || opens(tokens, index - 3))
      if isChanged || isInside { return index - 2..<index + 1 }
    }
    return nil
  }

  private static let naming: WordSet = [
    "below", "above", "named", "called", "listed", "for", "is", "are", "that", "which", "from",
    "path",
  ]

  /// Nothing but marks, or a label, stands before it.
  private static func opens(_ tokens: ArraySlice<Token>, _ index: Int) -> Bool {
    let before = tokens[..<index]
    if before.allSatisfy({ $0.kind == .symbol }) { return true }
    return before.last?.text == ":"
      && before.allSatisfy { $0.kind == .symbol || labels.contains($0.text) }
  }

  /// In a task without a path, in a row that tells of a change, or in an order.
  private static func mayBeAsked(_ sentence: Sentence, _ reading: PlanReading) -> Bool {
    if let unit = reading.unit(holding: sentence.span) { return reading.units[unit].paths.isEmpty }
    return sentence.zone == .table ? sentence.isFirstCell : sentence.instructs
  }
}
