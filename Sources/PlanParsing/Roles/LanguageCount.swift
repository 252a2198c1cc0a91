/// Tells a text's language by its script and, for Latin letters, by stop words.
///
/// Counts add up, so that a section's and a plan's language come from one reading of the bytes.
struct LanguageCount: Sendable, Hashable {
  /// Letters of scripts that name a language, two to a word, in the order of `scriptLanguages`.
  private var scripts = SIMD16<Int32>()
  private var latinWords = 0
  /// In the order of `languages`.
  private var stopWords = SIMD8<Int32>()
  private var vietnamese = 0
  /// Words with a letter that English has not: `ü`, `é`, `ñ`.
  private var accented = 0
  private var alphabetic = 0

  /// Latin-script languages in the order of the bits in `StopWords.table`.
  private static let languages = ["en", "de", "fr", "es", "pt", "it", "nl"]
  private static let scriptLanguages = ["zh", "ja", "ko", "ru", "el", "he", "ar", "hi", "th"]

  /// Fewer words than this say nothing about a language.
  static let enough = 6

  /// The BCP 47 primary subtag of the text, `und` when there is too little of it.
  var language: String {
    let scriptWords = Int(scripts.wrappedSum()) / 2
    guard scriptWords + latinWords >= Self.enough else { return "und" }
    if scriptWords * 10 >= latinWords * 3 {
      let best = Self.scriptLanguages.indices.max { (scripts[$0], $1) < (scripts[$1], $0) } ?? 0
      // Han letters beside kana are Japanese
      if best == 0, scripts[1] * 10 > scripts[0] { return "ja" }
      return Self.scriptLanguages[best]
    }
    if vietnamese * 5 > latinWords { return "vi" }
    let best = Self.languages.indices.max { (stopWords[$0], $1) < (stopWords[$1], $0) } ?? 0
    // technical English has few stop words, so those of another language must stand out
    // lists of nouns have fewer still; there the letters help
    let wanted = accented * 12 >= latinWords ? 25 : 10
    guard Int(stopWords[best]) * wanted >= latinWords, stopWords[best] > 2,
      stopWords[best] > 2 * stopWords[0] || best == 0
    else { return "en" }
    return Self.languages[best]
  }

  /// Words seen, for weighing sections against each other.
  var words: Int { latinWords + Int(scripts.wrappedSum()) / 2 }

  mutating func add(_ other: LanguageCount) {
    scripts &+= other.scripts
    stopWords &+= other.stopWords
    latinWords += other.latinWords
    vietnamese += other.vietnamese
    accented += other.accented
  }

  /// Reads the words of a range of prose.
  mutating func read(_ bytes: [UInt8], _ range: Range<Int>) {
    let end = min(range.upperBound, bytes.count)
    var offset = max(0, range.lowerBound)
    while offset < end {
      let byte = bytes[offset]
      if ASCII.isLetter(byte) || byte == 0xC3 || byte == 0xC4 || byte == 0xC6 || byte == 0xE1 {
        offset = readWord(bytes, offset, end)
      } else if byte >= 0xCE {
        offset = readScript(bytes, offset, end)
      } else {
        offset += 1
      }
    }
  }

  /// A word of Latin letters, diacritics included; packed into eight bytes it is a key of the table.
  private mutating func readWord(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
    var offset = start
    var key: UInt64 = 0
    var isVietnamese = false
    var isAccented = false
    while offset < end {
      let byte = bytes[offset]
      if byte == 0xC3 { isAccented = true }
      guard ASCII.isLetter(byte) || (byte >= 0x80 && byte < 0xCE) || byte == 0xE1 else { break }
      if byte == 0xE1 {
        // Latin Extended Additional: ấ, ế, ộ …
        guard bytes.peek(offset + 1) == 0xBA || bytes.peek(offset + 1) == 0xBB else { break }
        isVietnamese = true
        offset += 3
        key = .max
        continue
      }
      if byte == 0xC6, bytes.peek(offset + 1) == 0xA1 || bytes.peek(offset + 1) == 0xB0 {
        isVietnamese = true
      }
      if byte == 0xC4, bytes.peek(offset + 1) == 0x91 { isVietnamese = true }
      key = offset - start < 8 ? key << 8 | UInt64(ASCII.lower(byte)) : .max
      offset += 1
    }
    guard offset > start else { return start + 1 }
    latinWords += 1
    if isVietnamese { vietnamese += 1 }
    if isAccented { accented += 1 }
    if let bits = StopWords.table[key] {
      for index in 0..<Self.languages.count where bits & (1 << UInt8(index)) != 0 {
        stopWords[index] &+= 1
      }
    }
    return min(offset, end)
  }

  private mutating func readScript(_ bytes: [UInt8], _ offset: Int, _ end: Int) -> Int {
    let second = bytes.peek(offset + 1)
    switch bytes[offset] {
    case 0xCE, 0xCF: return count(4, offset, 2, letters: 2)
    case 0xD0, 0xD1: return count(3, offset, 2, letters: 5)
    case 0xD7: return count(5, offset, 2, letters: 4)
    case 0xD8...0xDB: return count(6, offset, 2, letters: 4)
    case 0xE0 where second == 0xA4 || second == 0xA5: return count(7, offset, 3, letters: 4)
    case 0xE0 where second == 0xB8 || second == 0xB9: return count(8, offset, 3, letters: 4)
    case 0xE3 where second >= 0x81 && second <= 0x83: return count(1, offset, 3, letters: 1)
    case 0xE4...0xE9: return count(0, offset, 3, letters: 1)
    case 0xEA where second >= 0xB0, 0xEB, 0xEC: return count(2, offset, 3, letters: 1)
    case 0xED where second < 0x9F: return count(2, offset, 3, letters: 1)
    case 0xE0...0xEF: return offset + 3
    case 0xF0...: return offset + 4
    default: return offset + 2
    }
  }

  /// Two units make a word: one for each syllable letter, fewer for alphabets.
  private mutating func count(_ language: Int, _ offset: Int, _ length: Int, letters: Int) -> Int {
    if letters == 1 {
      scripts[language] &+= 1
    } else {
      alphabetic += 1
      if alphabetic % letters == 0 { scripts[language] &+= 2 }
    }
    return offset + length
  }
}

/// Short words that are frequent in one Latin-script language; bits as in `LanguageCount.languages`.
enum StopWords {
  static let table: [UInt64: UInt8] = {
    // words that are also English, or names in code, are left out
    let lists = [
      "the and of to in is that for with on be are this from it as by or not when",
      "der das und ist nicht mit von für den auf eine ein wird werden zu im bei als oder sich",
      "le la les des et est une dans pour que qui sur avec pas du au ce par être ou",
      "el la los las es en que una para con del por se un lo al cuando como más su",
      "os é em que uma para com não dos por se um ao quando são da das ou mais pelo",
      "il di è che con una non del della gli dei nel un sono alla da più questo quando le",
      "de het een van dat voor met niet zijn wordt aan bij als naar te deze ook moet",
    ]
    var table: [UInt64: UInt8] = [:]
    for (index, list) in lists.enumerated() {
      for word in list.split(separator: " ") {
        let key = word.utf8.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        table[key, default: 0] |= 1 << UInt8(index)
      }
    }
    return table
  }()
}
