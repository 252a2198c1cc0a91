import CStemmer

/// The words of a text, folded and reduced to their stems, so that `Migrating` meets `migrations`.
///
/// Holds a stemmer of libstemmer and frees it at the end. The stemmer keeps state between calls:
/// make one where it is used and keep it there, never share it between tasks.
package final class WordForms {
  /// As it was asked for.
  package let language: String
  private let stemmer: OpaquePointer?

  /// Makes a stemmer for a language.
  ///
  /// - Parameter language: an ISO 639 code such as `en`. A language without a stemmer is no error:
  ///   its words are folded and otherwise left alone.
  package init(language: String = "en") {
    self.language = language
    stemmer = sb_stemmer_new(language, nil)
  }

  deinit { sb_stemmer_delete(stemmer) }

  /// Whether the language has a stemmer.
  package var stems: Bool { stemmer != nil }

  /// The folded, stemmed words in the order of the text; numbers are words.
  package func words(of text: String) -> [String] {
    Self.foldedWords(of: text).map(stem)
  }

  /// The stem of a folded word; words of more than 64 bytes are no words of a language and stay.
  package func stem(_ word: String) -> String {
    guard let stemmer, word.utf8.count <= 64 else { return word }
    var copy = word
    return copy.withUTF8 { bytes in
      guard let stem = sb_stemmer_stem(stemmer, bytes.baseAddress, Int32(bytes.count)) else {
        return word
      }
      let length = Int(sb_stemmer_length(stemmer))
      return String(decoding: UnsafeBufferPointer(start: stem, count: length), as: UTF8.self)
    }
  }

  /// The folded words of a text: runs of letters, digits and marks.
  ///
  /// An apostrophe between letters belongs to its word. Scripts that are written without spaces give
  /// one word a character.
  package static func foldedWords(of text: String) -> [String] {
    var folded = CaseFolding.folded(text)
    let ascii = folded.withUTF8 { bytes in
      bytes.allSatisfy { $0 < 0x80 } ? wordsOfASCII(bytes) : nil
    }
    return ascii ?? words(ofScalars: folded.unicodeScalars)
  }

  /// The same for bytes below 0x80, several times faster.
  private static func wordsOfASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> [String] {
    var words: [String] = []
    var start: Int?
    for index in 0...bytes.count {
      let isWord = index < bytes.count && CaseFolding.isASCIIWord(bytes[index])
      if isWord {
        if start == nil { start = index }
        continue
      }
      guard let first = start else { continue }
      let joins =
        index + 1 < bytes.count && bytes[index] == UInt8(ascii: "'")
        && CaseFolding.isASCIIWord(bytes[index + 1])
      if joins { continue }
      words.append(String(decoding: bytes[first..<index], as: UTF8.self))
      start = nil
    }
    return words
  }

  private static func words(ofScalars scalars: String.UnicodeScalarView) -> [String] {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    var apostrophe = false
    func close() {
      if !word.isEmpty { words.append(String(word)) }
      word.removeAll()
      apostrophe = false
    }
    for scalar in scalars {
      if !CaseFolding.isWord(scalar) {
        if !apostrophe, !word.isEmpty, scalar == "'" || scalar == "\u{2019}" {
          apostrophe = true
        } else {
          close()
        }
      } else if isWrittenWithoutSpaces(scalar) {
        close()
        words.append(String(scalar))
      } else {
        if apostrophe { word.append("'") }
        apostrophe = false
        word.append(scalar)
      }
    }
    close()
    return words
  }

  /// Kana, Han and their extensions; Thai, Lao, Myanmar and Khmer.
  private static func isWrittenWithoutSpaces(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3040...0x30FF, 0x3400...0x4DBF,
      0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
      true
    default: false
    }
  }
}

@available(*, unavailable, message: "a stemmer keeps state between calls")
extension WordForms: Sendable {}
