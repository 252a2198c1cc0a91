import CheckModel
import TextUnits
import Threads

/// One reviewer's gap on its way to a merged finding: what it says, where, and who else joined it.
struct Candidate {
  /// The member whose words stand for all.
  var lead: MergedFinding.Member
  var others: [MergedFinding.Member] = []
  let place: FindingPlace
  private let first: Finding
  private let language: String
  private let made = Lazy<FindingWords>()

  init(
    _ member: MergedFinding.Member, places: PlanPlaces, forms: WordForms
  ) {
    lead = member
    place = places.place(of: member.finding)
    first = member.finding
    language = forms.language
  }

  /// The words of the first member, read when they are first compared: most findings of rules never are. A stemmer
  /// of its own, since one cannot be shared.
  var words: FindingWords {
    made.value { FindingWords(first, forms: WordForms(language: language)) }
  }

  var members: [MergedFinding.Member] { [lead] + others }

  /// The worst severity of its members.
  var severity: Severity { members.map(\.finding.severity).max() ?? .info }
}

/// The order in which findings are handled wherever an order has to be chosen. It depends on what a
/// finding says and never on where it stood in a list or who said it.
enum FindingOrder {
  static func precedes(_ left: Finding, _ right: Finding) -> Bool {
    let (a, b) = (numbers(left), numbers(right))
    if a != b { return a.lexicographicallyPrecedes(b) }
    return words(left).lexicographicallyPrecedes(words(right))
  }

  /// Whether the left one is better evidence: seen rather than missed, then more severe.
  static func isBetterEvidence(_ left: Finding, than right: Finding) -> Bool {
    let (a, b) = (rank(left), rank(right))
    return a == b ? precedes(left, right) : b.lexicographicallyPrecedes(a)
  }

  private static func rank(_ finding: Finding) -> [Int] {
    let evidence =
      switch finding.evidence {
      case .repository: 4
      case .verified: 3
      case .drifted: 2
      case .absence: 1
      case .notFound: 0
      }
    return [evidence, finding.severity.rank]
  }

  private static func numbers(_ finding: Finding) -> [Int] {
    let place = finding.span.map { [0, $0.file, $0.range.lowerBound, $0.range.upperBound] }
    return (place ?? [1, 0, 0, 0]) + [-finding.severity.rank]
  }

  private static func words(_ finding: Finding) -> [String] {
    [
      finding.rule ?? "", finding.criterion ?? "", finding.title, finding.problem, finding.fix,
      finding.quote ?? "", finding.consequence, finding.kind.rawValue, finding.evidence.rawValue,
      finding.ruleClass?.rawValue ?? "", finding.section ?? "", finding.waiver?.by ?? "",
      finding.waiver?.reason ?? "",
    ]
  }
}
