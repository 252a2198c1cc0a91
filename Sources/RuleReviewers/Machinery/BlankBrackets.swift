import CheckModel

/// A blank with its name in brackets: `Send it to [recipient]`, `` `<bucket-name-here>` ``.
enum BlankBrackets {
  /// Behind these stands what the bracket should be.
  private static let slots: WordSet = [
    "to", "at", "of", "on", "with", "by", "from", "is", ":", "=", "port", "for", "called", "named",
    "than", "after", "every", "in",
  ]
  private static let marks: WordSet = [
    "optional", "required", "default", "warning", "info", "error", "debug", "done", "link", "here",
    "sic", "new", "wip", "pending", "parallel", "manual", "blocked", "beta", "deprecated",
  ]

  /// Whether the bracket at the token holds the name of what belongs there.
  ///
  /// - Parameter close: its closing bracket.
  static func stands(in sentence: Sentence, at open: Int, close: Int) -> Bool {
    let tokens = sentence.tokens
    let content = tokens[open + 1..<close]
    guard sentence.instructs, open > tokens.startIndex, tokens[open].spaceBefore,
      slots.contains(tokens[open - 1].text), (1...4).contains(content.count),
      content.allSatisfy({ $0.kind == .word && !marks.contains($0.text) }),
      content.contains(where: { $0.text.count >= 3 }) || isCounted(tokens, content, close),
      tokens.count(where: { $0.text == "[" }) == 1, !ticks(tokens[..<open], content)
    else { return false }
    return close + 1 == tokens.endIndex || tokens[close + 1].spaceBefore
      || [".", ",", ";", ")"].contains(tokens[close + 1].text)
  }

  private static let ticking: WordSet = ["mark", "marked", "tick", "ticked"]
  private static let ticked: WordSet = ["task", "tasks", "item", "items", "step", "steps"]

  /// `Mark finished tasks with [x]`.
  private static func ticks(_ before: ArraySlice<Token>, _ content: ArraySlice<Token>) -> Bool {
    content.count == 1 && content.first?.text == "x"
      && before.contains { ticking.contains($0.text) }
      && before.contains { ticked.contains($0.text) }
  }

  /// `[X] requests`.
  private static func isCounted(
    _ tokens: ArraySlice<Token>, _ content: ArraySlice<Token>, _ close: Int
  ) -> Bool {
    content.count == 1 && ["x", "n", "xx"].contains(content.first?.text ?? "")
      && close + 1 < tokens.endIndex && tokens[close + 1].kind == .word
  }

  /// What templates call their blanks.
  private static let names: Set<String> = [
    "value", "name", "port", "url", "host", "hostname", "email", "recipient", "ip", "ip-address",
    "domain", "number", "date", "amount", "limit", "tbd", "todo", "xxx", "bucket", "region",
    "topic", "account", "project", "channel", "endpoint", "duration", "version-number",
  ]
  private static let before = [
    " to ", " is ", " called ", " named ", ": ", " at ", " port ", " of ", " with ", " = ", " on ",
  ].map { Array($0.utf8) }

  /// `Set the limit to <value>`, `` Send errors to `<email>` ``: nothing but the name, where the value belongs.
  private static func stands(in bytes: [UInt8], for place: Range<Int>) -> Bool {
    let mark = UInt8(ascii: "`")
    let isMarked = place.count > 2 && bytes[place.lowerBound] == mark
    let tag = isMarked ? place.lowerBound + 1..<place.upperBound - 1 : place
    guard tag.count >= 5, tag.count <= 20, bytes[tag.lowerBound] == UInt8(ascii: "<"),
      bytes[tag.upperBound - 1] == UInt8(ascii: ">")
    else { return false }
    let inside = bytes[tag.lowerBound + 1..<tag.upperBound - 1]
    let name = String(decoding: inside, as: UTF8.self).lowercased()
    guard names.contains(name) else { return false }
    let isCode = tag.lowerBound > 0 && bytes[tag.lowerBound - 1] == UInt8(ascii: "`")
    let start = tag.lowerBound - (isCode ? 1 : 0)
    return before.contains {
      start >= $0.count && bytes[start - $0.count..<start].elementsEqual($0)
    }
  }

  private static let here = ByteSearch(["-here>", "_here>"])
  /// Whoever sets it up has a key of their own.
  private static let own = ByteSearch(["key", "token", "secret", "password", "=", "your"])

  /// Whether code or a tag is a blank that says itself that something belongs there.
  static func stands(in bytes: [UInt8], _ inline: Inline) -> Bool {
    switch inline.kind {
    case .html:
      return isTag(String(decoding: bytes[inline.range], as: UTF8.self))
        || stands(in: bytes, for: inline.range)
    case .code:
      let isHere = here.occurs(in: bytes, inline.range) && !own.occurs(in: bytes, inline.range)
      return isHere || stands(in: bytes, for: inline.range)
    default: return false
    }
  }

  /// A tag that is no markup: `<your-bucket>`.
  private static func isTag(_ tag: String) -> Bool {
    let text = tag.lowercased()
    return ["<your", "<insert", "<placeholder", "<fill", "<replace", "<enter-", "<tbd>", "<todo>"]
      .contains(where: text.hasPrefix) || text.hasSuffix("-here>") || text.hasSuffix("_here>")
  }
}
