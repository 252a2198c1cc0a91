/// The part of a word that its forms share: `retries`, `retried` and `retry` are one.
///
/// Endings are cut without a dictionary; a few words that plans use for one thing have one stem.
enum Stem {
  /// - Parameter text: a word in ASCII; other bytes are kept as they are.
  static func of(_ text: some Sequence<UInt8>) -> Word {
    var bytes = text.map(\.lowercased)
    let whole = Word(bytes)
    if let same = oneThing[whole] { return same }
    if let (ending, put) = endings.first(where: { ending, _ in
      bytes.count >= ending.count + 3 && bytes.suffix(ending.count).elementsEqual(ending)
    }) {
      if !(ending.count == 1 && bytes.suffix(2).elementsEqual("ss".utf8)) {
        bytes.removeLast(ending.count)
        bytes.append(contentsOf: put)
        // logged, dropping
        if ending.count > 1, let last = bytes.last, bytes.count > 3, bytes[bytes.count - 2] == last,
          last.isLetter, ![0x6C, 0x73, 0x7A, 0x66, 0x65, 0x6F].contains(last)
        {
          bytes.removeLast()
        }
      }
    }
    let cut = Word(bytes)
    return oneThing[cut] ?? cut
  }

  /// The stems of words.
  static func set(_ words: [String]) -> WordSet { WordSet(words.map { of($0.utf8) }) }

  private static let endings: [([UInt8], [UInt8])] = [
    ("ies", "i"), ("ied", "i"), ("ying", "i"), ("ing", ""), ("ions", ""), ("ion", ""), ("ed", ""),
    ("es", ""), ("s", ""), ("e", ""), ("y", "i"),
  ].map { (Array($0.utf8), Array($1.utf8)) }

  private static let oneThing: [Word: Word] = {
    let groups: [(Word, [Word])] = [
      (
        "life",
        [
          "ttl", "life", "lif", "lifetime", "lifetim", "expir", "expiri", "expirat", "valid",
          "validity", "validiti", "liv",
        ]
      ),
      ("retry", ["retri", "retry", "retrial"]),
      ("attempt", ["attempt", "tries", "tri", "try"]),
      ("limit", ["limit", "cap", "capp", "max", "maximum"]),
      ("timeout", ["timeout", "time-out"]),
      ("wait", ["wait", "delay", "pause", "paus", "sleep"]),
      ("character", ["char", "chars", "character"]),
      ("second", ["second"]),
      ("interval", ["interval", "period"]),
      ("answer", ["answer", "respons", "respond"]),
      ("result", ["result", "hit", "match"]),
      ("item", ["item", "entri", "entry", "record"]),
      ("delete", ["delet", "remov", "purg", "clean"]),
    ]
    return Dictionary(
      groups.flatMap { stem, forms in forms.map { ($0, stem) } },
      uniquingKeysWith: { old, _ in old }
    )
  }()
}
