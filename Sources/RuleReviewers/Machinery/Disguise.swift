import CheckModel
import Threads

/// Words in which letters of another script pass for Latin ones.
enum Disguise {
  /// In the order of the plan.
  static func words(in reading: PlanReading) -> [Span] {
    reading.lazyDisguised.value {
      reading.plan.files.indices.flatMap { file in
        mixedWords(reading.plan.files[file].source.bytes).map { Span(file: file, range: $0) }
      }
    }
  }

  private static let lookalikes = Set<UInt32>(
    [
      0x430, 0x435, 0x43E, 0x440, 0x441, 0x443, 0x445, 0x456, 0x458, 0x455, 0x501, 0x4BB, 0x51B,
      0x51D, 0x410, 0x412, 0x415, 0x41A, 0x41C, 0x41D, 0x41E, 0x420, 0x421, 0x422, 0x425, 0x406,
      0x408, 0x405,
      0x3BF, 0x3B1, 0x3BD, 0x3C1, 0x3C5, 0x3B9, 0x3BA, 0x391, 0x392, 0x395, 0x396, 0x397, 0x399,
      0x39A, 0x39C, 0x39D, 0x39F, 0x3A1, 0x3A4, 0x3A5, 0x3A7,
    ])

  /// Runs of letters with at least two Latin ones and a lookalike between or beside them.
  private static func mixedWords(_ bytes: [UInt8]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = 0
    while index < bytes.count {
      // Cyrillic and Greek letters start with CE…D4
      guard bytes[index] >= 0xCE, bytes[index] <= 0xD4 else {
        index += 1
        continue
      }
      var start = index
      while start > 0, bytes[start - 1].isLetter || isForeign(bytes[start - 1]) { start -= 1 }
      var end = index
      while end < bytes.count, bytes[end].isLetter || isForeign(bytes[end]) { end += 1 }
      found += words(in: bytes, within: start..<end).filter { isDeceiving(bytes[$0]) }
      index = max(end, index + 1)
    }
    return found
  }

  /// The runs of letters, without the dashes and quotation marks that are no ASCII either.
  private static func words(in bytes: [UInt8], within range: Range<Int>) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var start: Int?
    var index = range.lowerBound
    while index < range.upperBound {
      let (scalar, length) = ScalarReader.scalar(in: bytes, at: index)
      if scalar.properties.isAlphabetic {
        start = start ?? index
      } else if let begin = start {
        words.append(begin..<index)
        start = nil
      }
      index += length
    }
    if let begin = start { words.append(begin..<range.upperBound) }
    return words
  }

  private static func isForeign(_ byte: UInt8) -> Bool { byte >= 0x80 }

  private static func isDeceiving(_ word: ArraySlice<UInt8>) -> Bool {
    var latin = 0
    var foreign = 0
    var changes = 0
    var lastWasLatin: Bool?
    for scalar in String(decoding: word, as: UTF8.self).unicodeScalars {
      let isLatin = scalar.value < 0x250 && scalar.properties.isAlphabetic
      if !isLatin && !lookalikes.contains(scalar.value) { return false }
      if isLatin { latin += 1 } else { foreign += 1 }
      if let last = lastWasLatin, last != isLatin { changes += 1 }
      lastWasLatin = isLatin
    }
    guard latin >= 2, foreign >= 1 else { return false }
    // `JSONа`: a Latin name with an ending of the author's language
    let endsForeign = lastWasLatin == false
    return !(changes == 1 && endsForeign && foreign <= 2)
  }
}
