extension ReviewerKey {
  /// Where the key first stands in a text; nil where it does not.
  ///
  /// A key that could be a word of any text is not looked for: servers on one's own machine are content
  /// with `none` or `test`.
  package func offset(in text: [UInt8]) -> Int? {
    let key = Array(value.utf8)
    guard let first = key.first, isNoWord, text.count >= key.count else { return nil }
    return text.withUnsafeBufferPointer { text in
      var start = 0
      while let next = text[start...].firstIndex(of: first), next + key.count <= text.count {
        if text[next..<next + key.count].elementsEqual(key) { return next }
        start = next + 1
      }
      return nil
    }
  }

  private var isNoWord: Bool {
    let isLetters = value.utf8.allSatisfy { (0x61...0x7A).contains($0 | 0x20) }
    return value.utf8.count >= (isLetters ? 20 : 8)
  }
}
