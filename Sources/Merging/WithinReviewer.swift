import CheckModel
import TextUnits

/// Brings together what one reviewer said twice.
struct WithinReviewer {
  /// Shared stems from which two findings on one block and criterion are the same.
  static let similarity = 0.8

  /// Findings on one block that a further one is compared with; nobody says more of one block in
  /// good faith.
  private static let compared = 50

  let places: PlanPlaces
  let forms: WordForms

  /// One candidate for each gap, in the order of `FindingOrder`; findings that do not count are
  /// left out.
  func candidates(_ findings: [Finding], by finder: MergedFinding.Finder) -> [Candidate] {
    var kept: [Candidate] = []
    // only findings that share a block or a rule can be the same, so only these are compared
    var byKey: [Key: [Int]] = [:]
    for finding in findings.filter(\.counts).sorted(by: FindingOrder.precedes) {
      let member = MergedFinding.Member(finder: finder, finding: finding)
      let new = Candidate(member, places: places, forms: forms)
      let key = Key(finding, new.place)
      let same = byKey[key]?.prefix(Self.compared).first { isSame(kept[$0], new) }
      if let same {
        kept[same].join(member)
      } else {
        byKey[key, default: []].append(kept.count)
        kept.append(new)
      }
    }
    return kept
  }

  private struct Key: Hashable {
    let block: Int?
    let rule: String?
    let criterion: String?

    init(_ finding: Finding, _ place: FindingPlace) {
      block = place.block
      rule = finding.rule
      criterion = finding.criterion
    }
  }

  private func isSame(_ old: Candidate, _ new: Candidate) -> Bool {
    let (first, second) = (old.lead.finding, new.lead.finding)
    if first.rule != nil, let sentence = places.sentence(of: first),
      sentence == places.sentence(of: second)
    {
      return true
    }
    if first.title == second.title, old.words.stems == new.words.stems { return true }
    return old.words.overlap(new.words) { _ in 1 } >= Self.similarity
  }
}

extension Candidate {
  /// Takes a member in; the better-evidenced of the leads speaks for both.
  mutating func join(_ member: MergedFinding.Member) {
    if FindingOrder.isBetterEvidence(member.finding, than: lead.finding) {
      others.append(lead)
      lead = member
    } else {
      others.append(member)
    }
  }
}
