/// One way to read a quote: as it is, or without the line numbers the prompt puts before each line.
struct QuoteWording {
  let exact: ByteSearch?
  /// Made when it is first looked for.
  private(set) lazy var folded: ByteSearch? = ByteSearch(FoldedText(bytes).bytes)
  let isSubstantial: Bool
  private let bytes: [UInt8]

  /// As written first; without numbers only where every line has one.
  static func all(of quote: String) -> [QuoteWording] {
    // characters are found slowly, and most quotes are of one line
    let lines =
      Self.has(mayEndLine, quote)
      ? quote.split(omittingEmptySubsequences: false) { $0.isNewline } : [quote[...]]
    let bare = lines.map(withoutNumber)
    var wordings = [QuoteWording(lines.joined(separator: "\n"))]
    if zip(lines, bare).allSatisfy({ $1 != nil || $0.allSatisfy(\.isWhitespace) }) {
      wordings.append(QuoteWording(bare.map { $0 ?? "" }.joined(separator: "\n")))
    }
    return wordings.filter { $0.exact != nil }
  }

  private init(_ text: String) {
    let trimmed = Self.visible(text).trimmed
    bytes = Array(trimmed.utf8)
    exact = ByteSearch(bytes)
    let isLong =
      trimmed.index(
        trimmed.startIndex, offsetBy: QuoteFinder.minimumLength, limitedBy: trimmed.endIndex) != nil
    isSubstantial = isLong && trimmed.contains { $0.isLetter || $0.isNumber }
  }

  private static func visible(_ text: String) -> String {
    guard has({ $0 >= 0x80 }, text),
      text.unicodeScalars.contains(where: WithheldCharacters.contains)
    else { return text }
    let visible = text.unicodeScalars.filter { !WithheldCharacters.contains($0) }
    return String(String.UnicodeScalarView(visible))
  }

  /// Whether the text has such a byte.
  private static func has(_ isWanted: (UInt8) -> Bool, _ text: String) -> Bool {
    var text = text
    return text.withUTF8 { $0.contains(where: isWanted) }
  }

  /// Whether a line break begins with this byte, or may: all of those that Unicode has.
  private static func mayEndLine(_ byte: UInt8) -> Bool {
    (0x0A...0x0D).contains(byte) || byte == 0xC2 || byte == 0xE2
  }

  /// The text after `  12| `; nil for a line without such a number.
  private static func withoutNumber(_ line: Substring) -> Substring? {
    let digits = line.drop { $0 == " " }.prefix { $0.isASCII && $0.isNumber }
    let rest = line[digits.endIndex...]
    guard !digits.isEmpty, rest.first == "|" else { return nil }
    let text = rest.dropFirst()
    return text.first == " " ? text.dropFirst() : text
  }
}

extension String {
  fileprivate var trimmed: String {
    let start = drop(while: \.isWhitespace)
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }
}
