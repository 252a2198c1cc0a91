import CheckModel

extension Plan {
  /// The words of all files, marks and code included: runs between white space with a letter or digit in them.
  ///
  /// Chinese and Japanese have no spaces between words, so two of their characters count as one.
  var wordCount: Int {
    files.reduce(0) { $0 + Self.words(in: $1.source.string(0..<$1.source.bytes.count)) }
  }

  static func words(in text: String) -> Int {
    var (words, unspaced) = (0, 0)
    var isInWord = false
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace {
        isInWord = false
      } else if isUnspaced(scalar) {
        unspaced += 1
        isInWord = false
      } else if !isInWord, scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        isInWord = true
        words += 1
      }
    }
    return words + (unspaced + 1) / 2
  }

  /// Kana and Han, without their punctuation.
  private static func isUnspaced(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3041...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0x20000...0x3FFFF: true
    default: false
    }
  }
}
