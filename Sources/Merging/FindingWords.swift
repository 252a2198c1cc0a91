import CheckModel
import TextUnits

/// A finding's text as it is compared: stems, letter triples and the names in it.
struct FindingWords: Sendable {
  /// Folded stems, sorted, each once, without words that every sentence has.
  let stems: [String]
  /// Triples of letters with how often they occur, by triple.
  let triples: [Triple]
  /// Code, paths, ids and quantities, folded.
  let names: Set<String>

  struct Triple: Sendable, Hashable {
    let letters: UInt64
    let count: Int
  }

  /// Characters of one finding that are compared; what comes after adds nothing.
  private static let limit = 2000

  init(_ finding: Finding, forms: WordForms) {
    let text = [finding.quote ?? "", finding.problem, finding.fix].joined(separator: "\n")
    let start = String(String.UnicodeScalarView(text.unicodeScalars.prefix(Self.limit)))
    // stop words would make any two English sentences resemble each other
    let words = WordForms.foldedWords(of: start).filter { !StopWords.english.contains($0) }
    stems = Set(words.map(forms.stem)).sorted()
    triples = Self.triples(words.joined(separator: " "))
    names = Set(NamesInText.find(in: start))
  }

  private static func triples(_ text: String) -> [Triple] {
    var counts: [UInt64: Int] = [:]
    var window: UInt64 = 0
    for (index, scalar) in text.unicodeScalars.enumerated() {
      // three scalars of 21 bits each
      window = (window << 21 | UInt64(scalar.value)) & 0x7FFF_FFFF_FFFF_FFFF
      if index >= 2 { counts[window, default: 0] += 1 }
    }
    return counts.map { Triple(letters: $0.key, count: $0.value) }
      .sorted { $0.letters < $1.letters }
  }

  /// The share of stems that two texts have in common, each weighed; 0…1.
  func overlap(_ other: FindingWords, weight: (String) -> Double) -> Double {
    var shared = 0.0
    var all = 0.0
    var left = 0
    var right = 0
    // a walk along both sorted lists; the sums do not depend on who comes first
    while left < stems.count || right < other.stems.count {
      let hasOwn = left < stems.count
      let hasForeign = right < other.stems.count
      let takeOwn = hasOwn && (!hasForeign || stems[left] <= other.stems[right])
      let takeForeign = hasForeign && (!hasOwn || other.stems[right] <= stems[left])
      let worth = weight(takeOwn ? stems[left] : other.stems[right])
      all += worth
      if takeOwn && takeForeign { shared += worth }
      left += takeOwn ? 1 : 0
      right += takeForeign ? 1 : 0
    }
    return all > 0 ? shared / all : 0
  }

  /// The cosine of the letter triples of two texts; 0…1.
  func resemblance(_ other: FindingWords) -> Double {
    var product = 0
    var left = 0
    var right = 0
    while left < triples.count, right < other.triples.count {
      let (own, foreign) = (triples[left], other.triples[right])
      if own.letters == foreign.letters { product += own.count * foreign.count }
      if own.letters <= foreign.letters { left += 1 }
      if foreign.letters <= own.letters { right += 1 }
    }
    let norm = Double(Self.square(triples)) * Double(Self.square(other.triples))
    return norm > 0 ? Double(product) / norm.squareRoot() : 0
  }

  private static func square(_ triples: [Triple]) -> Int {
    triples.reduce(0) { $0 + $1.count * $1.count }
  }
}

/// Words that say nothing about what a finding is about.
enum StopWords {
  /// What every English sentence has, and what every finding says: that something is missing, open
  /// or not stated, and that the plan should name it.
  static let english = Set(
    """
    a about after all also an and any are as at be been before being both but by can could do does
    done each for from had has have how i if in into is it it's its may might must no not of on one
    only or other over own shall should so some such than that the their them then there these they
    this those to under up was we were what when where whether which while who why will with would
    you
    add example executor give given gives left missing name named names nobody nothing open plan
    said say says state stated states
    """.split { $0 == " " || $0 == "\n" }.map(String.init))
}
