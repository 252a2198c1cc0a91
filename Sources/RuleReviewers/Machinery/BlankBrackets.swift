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
      content.contains(where: { $0.text.count >= 3 }),
      tokens.count(where: { $0.text == "[" }) == 1
    else { return false }
    return close + 1 == tokens.endIndex || tokens[close + 1].spaceBefore
      || [".", ",", ";", ")"].contains(tokens[close + 1].text)
  }

  private static let here = ByteSearch(["-here>", "_here>"])
  /// Whoever sets it up has a key of their own.
  private static let own = ByteSearch(["key", "token", "secret", "password", "=", "your"])

  /// Whether code is a blank that says itself that something belongs there.
  static func stands(in bytes: [UInt8], _ code: Range<Int>) -> Bool {
    here.occurs(in: bytes, code) && !own.occurs(in: bytes, code)
  }

  /// A tag that is no markup: `<your-bucket>`.
  static func isTag(_ tag: String) -> Bool {
    let text = tag.lowercased()
    return ["<your", "<insert", "<placeholder", "<fill", "<replace", "<enter-", "<tbd>", "<todo>"]
      .contains(where: text.hasPrefix) || text.hasSuffix("-here>") || text.hasSuffix("_here>")
  }
}
