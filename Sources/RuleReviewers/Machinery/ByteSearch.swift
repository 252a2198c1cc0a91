/// Looks for several lowercase words in bytes at once, letters of either case.
struct ByteSearch: Sendable {
  private let words: [[UInt8]]
  /// For each first byte, of either case, the words that start with it.
  private let byFirst: [[Int]]
  /// Whether there are any: most bytes start none.
  private let starts: [Bool]

  /// - Parameter words: lowercase ASCII; each is found inside longer words too.
  init(_ words: [String]) {
    self.words = words.map { Array($0.utf8) }
    var table = [[Int]](repeating: [], count: 256)
    for (index, word) in self.words.enumerated() {
      if let first = word.first { table[Int(first)].append(index) }
    }
    byFirst = (0...255).map { table[Int(UInt8($0).lowercased)] }
    starts = byFirst.map { !$0.isEmpty }
  }

  /// Whether any of the words stands in the text.
  func occurs(in text: some Sequence<UInt8>) -> Bool {
    let bytes = Array(text)
    return occurs(in: bytes, 0..<bytes.count)
  }

  /// Whether any of the words stands in the range.
  func occurs(in bytes: [UInt8], _ range: Range<Int>) -> Bool {
    first(in: bytes, range) != nil
  }

  /// Where the first of the words stands.
  func first(in bytes: [UInt8], _ range: Range<Int>) -> Range<Int>? {
    let range = range.clamped(to: 0..<bytes.count)
    for index in range where starts[Int(bytes[index])] {
      for word in byFirst[Int(bytes[index])] {
        let wanted = words[word]
        guard index + wanted.count <= range.upperBound else { continue }
        var offset = 1
        while offset < wanted.count, bytes[index + offset].lowercased == wanted[offset] {
          offset += 1
        }
        if offset == wanted.count { return index..<index + wanted.count }
      }
    }
    return nil
  }
}
