/// Looks for several lowercase words in bytes at once, letters of either case.
struct ByteSearch: Sendable {
  /// All words, one behind the other. Tables of tables would count references at every byte that is looked at.
  private let letters: [UInt8]
  /// Of each word its letters, by the first of them and then as given.
  private let words: [Range<Int>]
  /// Where the words of each first byte begin; one more for the end.
  private let bounds: [Int]
  /// Of each word the second letter, in which nearly every word that does not stand there differs; 0 without one.
  private let seconds: [UInt8]
  /// For the low five bits of a first byte, which letters of either case share, a bit for those of each second one:
  /// at most places no word can stand.
  private let pairs: [UInt32]

  /// - Parameter words: lowercase ASCII; each is found inside longer words too.
  init(_ words: [String]) {
    let words = words.map { Array($0.utf8) }.filter { !$0.isEmpty }
    let order = words.indices.sorted { (words[$0][0], $0) < (words[$1][0], $1) }
    var letters: [UInt8] = []
    var ranges: [Range<Int>] = []
    ranges.reserveCapacity(words.count)
    var bounds: [Int] = []
    bounds.reserveCapacity(257)
    for index in order {
      let word = words[index]
      while bounds.count <= Int(word[0]) { bounds.append(ranges.count) }
      ranges.append(letters.count..<letters.count + word.count)
      letters += word
    }
    while bounds.count <= 256 { bounds.append(ranges.count) }
    seconds = ranges.map { $0.count > 1 ? letters[$0.lowerBound + 1] : 0 }
    var pairs = [UInt32](repeating: 0, count: 32)
    for word in words {
      pairs[Int(word[0] & 31)] |= word.count > 1 ? 1 &<< UInt32(word[1] & 31) : .max
    }
    self.pairs = pairs
    self.letters = letters
    self.words = ranges
    self.bounds = bounds
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

  /// Whether any of the words, none of which begins with another, stands in the range with no letter or digit of
  /// ASCII at its side.
  func occursAlone(in bytes: [UInt8], _ range: Range<Int>) -> Bool {
    let range = range.clamped(to: 0..<bytes.count)
    var rest = range
    while let found = first(in: bytes, rest) {
      let isAlone =
        (found.lowerBound == range.lowerBound || !bytes[found.lowerBound - 1].isAlphanumeric)
        && (found.upperBound == range.upperBound || !bytes[found.upperBound].isAlphanumeric)
      if isAlone { return true }
      rest = found.lowerBound + 1..<rest.upperBound
    }
    return false
  }

  /// Where the first of the words stands.
  func first(in bytes: [UInt8], _ range: Range<Int>) -> Range<Int>? {
    let range = range.clamped(to: 0..<bytes.count)
    for index in range {
      let next = index + 1 < range.upperBound ? bytes[index + 1] : 0
      guard pairs[Int(bytes[index] & 31)] & (1 &<< UInt32(next & 31)) != 0 else { continue }
      let (first, second) = (Int(bytes[index].lowercased), next.lowercased)
      for word in bounds[first]..<bounds[first + 1]
      where seconds[word] == second || seconds[word] == 0 {
        let end = index + words[word].count
        if end <= range.upperBound, stands(word, in: bytes, at: index) { return index..<end }
      }
    }
    return nil
  }

  private func stands(_ word: Int, in bytes: [UInt8], at index: Int) -> Bool {
    var place = index
    for letter in words[word] {
      if bytes[place].lowercased != letters[letter] { return false }
      place += 1
    }
    return true
  }
}
