/// How a sentence says what happens when something is not as it should be: errors, nothing, too much, twice.
enum FailureWords {
  static func tell(_ tokens: ArraySlice<Token>) -> Bool {
    tokens.indices.contains { isWord(at: $0, tokens) } || phrases.occur(in: tokens)
      || opensWithLack(tokens) || cutsAtLimit(tokens)
  }

  static let words: WordSet = [
    "error", "errors", "fail", "fails", "failed", "failing", "failure", "failures", "invalid",
    "empty", "missing", "timeout", "timeouts", "reject", "rejects", "rejected", "throws", "throw",
    "raises", "exception", "exceptions", "malformed", "unknown", "unavailable", "denied",
    "conflict", "conflicts", "duplicate", "duplicates", "limit", "limits", "abort", "aborts",
    "aborted", "overflow", "nil", "null", "corrupt", "corrupted", "exceeds", "refuse", "refuses",
    "refused", "cannot", "can't", "unreadable", "unreachable", "offline", "unsupported", "expired",
    "crash", "crashes", "interrupted", "fallback", "retry", "retries", "retried", "4xx", "5xx",
    "broken", "wrong", "absent", "garbage", "bad", "lost", "dead", "skipped", "skips", "stale",
    "blank", "illegal", "forbidden", "unauthorized", "unauthenticated", "nobody", "catch",
    "concurrent", "concurrently", "simultaneously", "twice", "nonexistent", "non-existent",
    "unparsable", "unparseable", "mismatch", "unexpected", "oversized", "truncated", "dropped",
  ]

  static let phrases: Phrases = [
    ["time", "out"], ["times", "out"], ["timed", "out"], ["fall", "back"], ["falls", "back"],
    ["not", "found"], ["not", "answer"], ["no", "answer"], ["be", "reached"], ["not", "exist"],
    ["doesn't", "exist"], ["is", "full"], ["disk", "full"], ["run", "out"], ["runs", "out"],
    ["ran", "out"], ["gives", "up"], ["give", "up"], ["at", "once"], ["same", "time"],
    ["other", "than"], ["is", "gone"], ["are", "gone"], ["at", "most"], ["too", "long"],
    ["too", "large"], ["too", "big"], ["too", "many"], ["too", "old"], ["too", "short"],
    ["usage", "error"], ["if", "none"], ["when", "none"], ["is", "down"], ["are", "down"],
    ["goes", "down"], ["no", "longer", "exists"], ["not", "a", "number"], ["not", "available"],
    ["out", "of", "range"], ["no", "match"], ["no", "matches"], ["no", "results"],
    ["already", "exists"], ["already", "taken"], ["half", "way"], ["halfway"],
  ]

  private static let statuses: WordSet = [
    "400", "401", "403", "404", "405", "408", "409", "410", "412", "413", "415", "418", "422",
    "423", "425", "429", "500", "501", "502", "503", "504", "507",
  ]
  /// Behind a number they make it a quantity and no status.
  private static let counted: WordSet = [
    "ms", "s", "seconds", "minutes", "lines", "rows", "px", "items", "files", "bytes", "kb", "mb",
    "characters", "entries", "requests", "users", "records", "times", "words", "%",
  ]

  private static func isWord(at index: Int, _ tokens: ArraySlice<Token>) -> Bool {
    let token = tokens[index]
    switch token.kind {
    case .word: return words.contains(token.text)
    case .number where statuses.contains(token.text):
      return index + 1 >= tokens.endIndex || !counted.contains(tokens[index + 1].text)
    case .number:
      // `exit 2`, `exits with 64`, but not 0
      guard token.text != "0", index > tokens.startIndex else { return words.contains(token.text) }
      return tokens[max(tokens.startIndex, index - 2)..<index].contains {
        exits.contains($0.text)
      } || words.contains(token.text)
    case .code, .symbol: return false
    }
  }

  private static let exits: WordSet = ["exit", "exits"]
  private static let lacks: WordSet = ["no", "without", "nothing"]
  private static let leads: WordSet = ["with", "if", "when", "for", "given", "there", "is", "are"]

  /// “No network: …”, “With no rooms at all …”, “Nothing found? …”; a limit of the work is none.
  private static func opensWithLack(_ tokens: ArraySlice<Token>) -> Bool {
    let opening = tokens.lazy.filter { $0.kind != .symbol }.prefix(4).map(\.text)
    guard let place = Array(opening).firstIndex(where: lacks.contains),
      opening.prefix(place).allSatisfy(leads.contains)
    else { return false }
    let isCase = place > 0 || tokens.contains { $0.text == ":" || $0.text == "," || $0.text == "?" }
    return isCase && !BoundaryWords.limit(tokens)
  }

  private static let bounds: WordSet = [
    "over", "beyond", "above", "longer", "larger", "more", "greater", "below", "under",
  ]
  private static let cutting: WordSet = [
    "cut", "clipped", "capped", "clamped", "shortened", "ignored", "discarded", "split", "wrapped",
  ]

  /// “Names over 80 characters are cut”.
  private static func cutsAtLimit(_ tokens: ArraySlice<Token>) -> Bool {
    tokens.contains { $0.kind == .number } && tokens.contains { bounds.contains($0.text) }
      && tokens.contains { cutting.contains($0.text) }
  }
}
