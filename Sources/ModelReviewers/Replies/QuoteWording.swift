/// One way to read a quote: as it is, or without the line numbers the prompt puts before each line.
struct QuoteWording {
  let exact: ByteSearch?
  let folded: ByteSearch?
  let isSubstantial: Bool

  /// As written first; without numbers only where every line has one.
  static func all(of quote: String) -> [QuoteWording] {
    let lines = quote.split(omittingEmptySubsequences: false) { $0.isNewline }
    let bare = lines.map(withoutNumber)
    var wordings = [QuoteWording(lines.joined(separator: "\n"))]
    if zip(lines, bare).allSatisfy({ $1 != nil || $0.allSatisfy(\.isWhitespace) }) {
      wordings.append(QuoteWording(bare.map { $0 ?? "" }.joined(separator: "\n")))
    }
    return wordings.filter { $0.exact != nil }
  }

  private init(_ text: String) {
    let visible = text.unicodeScalars.filter { !WithheldCharacters.contains($0) }
    let trimmed = String(String.UnicodeScalarView(visible)).trimmed
    exact = ByteSearch(Array(trimmed.utf8))
    folded = ByteSearch(FoldedText(Array(trimmed.utf8)).bytes)
    isSubstantial =
      trimmed.count >= QuoteFinder.minimumLength && trimmed.contains { $0.isLetter || $0.isNumber }
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
