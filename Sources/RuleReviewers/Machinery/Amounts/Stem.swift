/// The part of a word that its forms share: `retries`, `retried` and `retry` are one.
///
/// Endings are cut without a dictionary; a few words that plans use for one thing have one stem.
enum Stem {
  /// - Parameter text: a word in ASCII; other bytes are kept as they are.
  static func of(_ text: some Collection<UInt8>) -> Word {
    of(Word(text.lazy.map(\.lowercased)), text)
  }

  /// - Parameters:
  ///   - whole: the word in lowercase.
  ///   - text: its bytes.
  static func of(_ whole: Word, _ text: some Collection<UInt8>) -> Word {
    if let same = oneThing[whole] { return same }
    let (cut, put) = ending(of: whole)
    if cut == 0, put == nil { return whole }
    var stem =
      whole.count <= Word.longestKept
      ? whole.dropLast(cut) : Word(text.lazy.map(\.lowercased).prefix(text.count - cut))
    if let put { stem.append(put) }
    return oneThing[stem] ?? stem
  }

  /// How many bytes are cut off, and which one is put in their place.
  private static func ending(of word: Word) -> (cut: Int, put: UInt8?) {
    // most words end otherwise
    switch word.last {
    case UInt8(ascii: "s"), UInt8(ascii: "d"), UInt8(ascii: "g"), UInt8(ascii: "n"),
      UInt8(ascii: "e"), UInt8(ascii: "y"):
      break
    default: return (0, nil)
    }
    let found = endings.first { word.count >= $0.text.count + 3 && word.hasSuffix($0.text) }
    guard let found, found.text.count > 1 || !word.hasSuffix("ss") else { return (0, nil) }
    let cut = found.text.count
    guard cut > 1, word.count - cut + (found.put == nil ? 0 : 1) > 3 else {
      return (cut, found.put)
    }
    let last = word.byte(fromEnd: cut)
    if let put = found.put { return (cut, last == put ? nil : put) }
    // logged, dropping
    let isDoubled =
      last == word.byte(fromEnd: cut + 1) && last.isLetter
      && ![0x6C, 0x73, 0x7A, 0x66, 0x65, 0x6F].contains(last)
    return (isDoubled ? cut + 1 : cut, nil)
  }

  /// The stems of words.
  static func set(_ words: [String]) -> WordSet { WordSet(words.map { of($0.utf8) }) }

  private static let endings: [(text: Word, put: UInt8?)] = [
    ("ies", 0x69), ("ied", 0x69), ("ying", 0x69), ("ing", nil), ("ions", nil), ("ion", nil),
    ("ed", nil), ("es", nil), ("s", nil), ("e", nil), ("y", 0x69),
  ]

  private static let oneThing: WordMap<Word> = {
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
    return WordMap(groups.flatMap { stem, forms in forms.map { ($0, stem) } })
  }()
}
