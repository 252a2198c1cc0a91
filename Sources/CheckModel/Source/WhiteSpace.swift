extension String {
  /// The words with one space between them and none around: every run of white space folded.
  package var whiteSpaceFolded: String {
    let isFolded = utf8.allSatisfy { $0 > 0x20 && $0 < 0x80 }
    if isFolded { return self }
    // only white space outside ASCII needs the Unicode tables
    guard unicodeScalars.allSatisfy({ $0.isASCII || !$0.properties.isWhitespace }) else {
      return split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    return String(unsafeUninitializedCapacity: utf8.count) { words in
      var count = 0
      var gap = false
      for byte in utf8 {
        if byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) {
          gap = count > 0
          continue
        }
        if gap {
          words[count] = 0x20
          count += 1
          gap = false
        }
        words[count] = byte
        count += 1
      }
      return count
    }
  }
}
