package import CheckModel

/// One sentence, table cell or heading of a plan, as tokens.
package struct Sentence: Sendable {
  package var file: Int
  /// The index of its block in `Plan.blocks`.
  package var block: Int
  package var section: Int?
  package var zone: Zone
  package var tokens: ArraySlice<Token>
  /// The first of its block (a table's row has one for each cell).
  package var opensBlock: Bool
  package var endsBlock: Bool
  /// In a table: it stands in a row's first cell, which names what the row is about.
  package var isFirstCell = false
  /// It tells the executor what to do or the product what to be (see `Binding`).
  package var binding: Bool
  /// It binds, stands where the plan says what is to be built, or is worded as an order.
  package var instructs = false
  /// It belongs to a task that is ticked.
  package var finished: Bool
  /// Its section is written in English, or in too few words to tell.
  package var english: Bool

  /// From the first to the last token.
  package var span: Span {
    Span(
      file: file,
      range: (tokens.first?.range.lowerBound ?? 0)..<(tokens.last?.range.upperBound ?? 0))
  }

  /// One of its words or numbers is among these.
  func has(_ words: WordSet) -> Bool { tokens.contains { words.contains($0.text) } }

  /// It talks to whoever reviews the plan, and not to whoever builds it.
  var ordersReviewer: Bool {
    ReviewerInstruction.find(
      in: Utterance(
        file: file, tokens: tokens, zone: zone, hidden: false, startsLine: opensBlock)) != nil
  }

  /// The place of some of its tokens; the whole sentence's for none.
  package func span(of range: Range<Int>) -> Span {
    guard let first = tokens[range].first, let last = tokens[range].last else { return span }
    return Span(file: file, range: first.range.lowerBound..<last.range.upperBound)
  }
}

/// Cuts the tokens of one block into sentences.
enum SentenceSplitter {
  /// Longer runs without an end mark are cut, so that guards that look around a hit stay cheap.
  private static let longest = 500

  /// Ranges of `tokens` that are a sentence each, end marks included.
  static func split(_ tokens: ArraySlice<Token>) -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    var start = tokens.startIndex
    for index in tokens.indices
    where endsSentence(tokens, at: index) || index - start >= longest {
      sentences.append(start..<index + 1)
      start = index + 1
    }
    if start < tokens.endIndex { sentences.append(start..<tokens.endIndex) }
    return sentences
  }

  private static let abbreviations: WordSet = [
    "e.g", "i.e", "etc", "vs", "cf", "approx", "resp", "no", "fig", "incl",
  ]

  private static func endsSentence(_ tokens: ArraySlice<Token>, at index: Int) -> Bool {
    let token = tokens[index]
    guard token.kind == .symbol else { return false }
    switch token.text {
    case "。", "！", "？": return true
    case ".", "!", "?", "???": break
    default: return false
    }
    let next = index + 1
    guard next < tokens.endIndex else { return true }
    guard tokens[next].spaceBefore else { return false }
    if token.text == ".", index > tokens.startIndex {
      let before = tokens[index - 1]
      if abbreviations.contains(before.text) { return false }
      // a list number at the start of the text: `1. Do this`
      if index == tokens.startIndex + 1, before.kind == .number { return false }
    }
    return true
  }
}
