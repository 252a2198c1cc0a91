import CheckModel

/// A blank that somebody drew where a value belongs: `____`, `??`, `XX`, `N/N`, `fill in`.
enum Blank {
  /// Before these marks and words a value follows.
  private static let slots: WordSet = [
    ":", "=", "#", "(", "is", "are", "to", "of", "for", "at", "allow", "wait", "every", "after",
    "than", "within", "max", "min", "least", "most", "about", "~", "≤", "≥", "<", ">", "between",
    "and", "up", "retry", "keep", "port", "version", "-",
  ]
  /// Behind a number that is missing stands its unit.
  private static let units: WordSet = [
    "ms", "s", "sec", "seconds", "second", "minutes", "minute", "min", "hours", "hour", "h", "days",
    "day", "weeks", "months", "years", "bytes", "kb", "mb", "gb", "kib", "mib", "gib", "%",
    "percent", "requests", "users", "items", "rows", "px", "pixels", "times", "retries", "attempts",
    "eur", "euro", "usd", "dollars", "characters", "chars", "entries", "records", "files", "hz",
    "khz", "mhz", "fps", "uploads", "connections", "per", "cm", "mm", "kg", "v", "volts", "ma",
    "tokens", "messages", "threads", "workers", "lines", "points", "calls", "elements", "slots",
  ]

  /// Whether a blank begins at the token.
  static func stands(in sentence: Sentence, at index: Int) -> Bool {
    let token = sentence.tokens[index]
    switch token.kind {
    case .symbol:
      if token.text == "_" { return isLine(sentence.tokens, at: index) }
      if ["...", "…", "--", "---"].contains(token.text) {
        return isGap(sentence.tokens, at: index)
      }
      if token.text == "?" { return isValue(sentence.tokens, at: index) }
      return isMarks(token) && standsAlone(sentence.tokens, at: index)
    case .word:
      if token.text == "xx" || token.text == "xxxx" {
        return isNumber(sentence.tokens, at: index)
          || token.allCaps && text(sentence.tokens, index - 1) == "port"
      }
      if token.text == "nnnn" { return token.allCaps && text(sentence.tokens, index - 1) == "port" }
      if token.text == "placeholder" { return opensAsPlaceholder(sentence, at: index) }
      if token.text == "here" { return goesHere(sentence, at: index) }
      if token.text == "n" { return isFraction(sentence.tokens, at: index) }
      return (token.text == "fill" || token.text == "filled") && asksToFill(sentence, at: index)
    default: return false
    }
  }

  private static func text(_ tokens: ArraySlice<Token>, _ index: Int) -> Word {
    tokens.indices.contains(index) ? tokens[index].text : ""
  }

  /// At least three underscores that hang on no word.
  private static func isLine(_ tokens: ArraySlice<Token>, at index: Int) -> Bool {
    guard tokens[index].spaceBefore || slots.contains(text(tokens, index - 1)),
      index == tokens.startIndex || tokens[index - 1].text != "_"
    else { return false }
    let end = tokens[index...].firstIndex { $0.text != "_" } ?? tokens.endIndex
    guard end - index >= 3, tokens[(index + 1)..<end].allSatisfy({ !$0.spaceBefore }) else {
      return false
    }
    return end == tokens.endIndex || tokens[end].spaceBefore || tokens[end].kind == .symbol
  }

  /// Two question marks or more; three alone are known as a marker.
  private static func isMarks(_ token: Token) -> Bool {
    let text = token.text
    return (2...7).contains(text.count) && text.count != 3
      && (0..<text.count).allSatisfy { text.byte(fromEnd: $0) == UInt8(ascii: "?") }
  }

  private static func standsAlone(_ tokens: ArraySlice<Token>, at index: Int) -> Bool {
    guard index > tokens.startIndex,
      tokens[index].spaceBefore || slots.contains(tokens[index - 1].text)
    else { return false }
    let next = index + 1
    return next == tokens.endIndex || tokens[next].spaceBefore
      || [".", ",", ")", ";", "%", "/"].contains(tokens[next].text)
  }

  /// `Wait … seconds`, `Number of shards: --`.
  private static func isGap(_ tokens: ArraySlice<Token>, at index: Int) -> Bool {
    guard index > tokens.startIndex else { return false }
    let before = tokens[index - 1].text
    if tokens[index].text.last == UInt8(ascii: "-") {
      return before == ":" && index == tokens.endIndex - 1 && index - tokens.startIndex >= 2
    }
    return tokens[index].spaceBefore && slots.contains(before) && before != "("
      && units.contains(text(tokens, index + 1))
  }

  /// `Retry limit: ?`
  private static func isValue(_ tokens: ArraySlice<Token>, at index: Int) -> Bool {
    index > tokens.startIndex + 1 && index == tokens.endIndex - 1 && tokens[index].spaceBefore
      && [":", "=", "is"].contains(tokens[index - 1].text)
  }

  /// `Placeholder for the list of codes`; one of a product is shown in a field.
  private static func opensAsPlaceholder(_ sentence: Sentence, at index: Int) -> Bool {
    let tokens = sentence.tokens
    return index == tokens.startIndex && text(tokens, index + 1) == "for" && tokens.count <= 10
      && !tokens.contains { [":", "\u{FFFC}", "\"", "input", "field", "=", "“"].contains($0.text) }
  }

  /// `The address goes here.`
  private static func goesHere(_ sentence: Sentence, at index: Int) -> Bool {
    let tokens = sentence.tokens
    guard tokens[(index + 1)...].allSatisfy({ $0.kind == .symbol }), index > tokens.startIndex
    else {
      return false
    }
    if ["goes", "go"].contains(tokens[index - 1].text) { return true }
    let opening = tokens[tokens.startIndex].text
    return ["insert", "enter", "put", "fill"].contains(opening)
      && tokens.contains {
        ["correct", "actual", "real", "right", "final", "your"].contains($0.text)
      }
  }

  private static func isNumber(_ tokens: ArraySlice<Token>, at index: Int) -> Bool {
    index > tokens.startIndex && slots.contains(tokens[index - 1].text)
      && units.contains(text(tokens, index + 1))
  }

  /// `N/N ms`.
  private static func isFraction(_ tokens: ArraySlice<Token>, at index: Int) -> Bool {
    text(tokens, index + 1) == "/" && text(tokens, index + 2) == "n"
      && [":", "=", "is", "to", "of"].contains(text(tokens, index - 1))
  }

  /// `Heap limit: fill in.`, `the owner (fill in)`.
  private static func asksToFill(_ sentence: Sentence, at index: Int) -> Bool {
    let tokens = sentence.tokens
    guard text(tokens, index + 1) == "in" else { return false }
    let before = text(tokens, index - 1)
    let isAsked =
      tokens[index].text == "fill"
      ? ["(", ":", ",", "–", "—", "[", "="].contains(before)
      : before == "be" && text(tokens, index - 2) == "to"
        && ["(", ":", "is", "are", ",", "–", "["].contains(text(tokens, index - 3))
    guard isAsked else { return false }
    let next = tokens[(index + 2)...].first { $0.kind != .symbol }
    return next == nil || ["here", "later", "value"].contains(next?.text ?? "")
  }
}
