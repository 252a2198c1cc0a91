package import CheckModel
import TextUnits

/// A finding of one reviewer's several reviews of the same bytes, and what each of them said of it.
package struct RepeatedFinding: Sendable, Hashable {
  package var finding: Finding
  /// As the reviews have it, one or more.
  package var originals: [Finding]

  /// One list: what any speaker found, with the worst severity that a speaker gave it, and what only the
  /// others found, as information that says how many reviews found it.
  ///
  /// - Parameters:
  ///   - speakers: the findings of each review that counts, at least one.
  ///   - others: those of each review that is only heard.
  package static func together(
    speakers: [[Finding]], others: [[Finding]], in plan: Plan
  ) -> [RepeatedFinding] {
    var gathering = Gathering(plan, all: speakers + others)
    for findings in speakers { gathering.add(findings, counts: true) }
    for findings in others { gathering.add(findings, counts: false) }
    return gathering.findings
  }
}

/// The list as it grows, review by review.
private struct Gathering {
  private struct Entry {
    var finding: Finding
    let candidate: Candidate
    let counts: Bool
    var originals: [Finding]
    var reviews = 1
  }

  private let within: WithinReviewer
  private let score: PairScore
  private let reviewCount: Int
  private var entries: [Entry] = []
  /// Waived, or with a quote that is nowhere: kept beside the others, never compared.
  private var aside: [Finding] = []

  init(_ plan: Plan, all: [[Finding]]) {
    let forms = WordForms(language: plan.language)
    within = WithinReviewer(places: PlanPlaces(plan), forms: forms)
    reviewCount = all.count
    let words = all.flatMap { $0 }.map { FindingWords($0, forms: forms) }
    let frequency = BlockFrequency(plan, of: words, forms: forms)
    score = PairScore { stem in frequency.weight(stem) }
  }

  mutating func add(_ findings: [Finding], counts: Bool) {
    let new = within.candidates(findings, by: .a)
    let scores = new.map { candidate in entries.map { score.of(candidate, $0.candidate) } }
    let pairs = Assignment.pairs(scores, floor: score.values.match)
    for (index, entry, _) in pairs {
      entries[entry].reviews += 1
      entries[entry].originals += new[index].members.map(\.finding)
      guard counts else { continue }
      entries[entry].finding.severity = max(entries[entry].finding.severity, new[index].severity)
    }
    let known = Set(pairs.map(\.0))
    for (index, candidate) in new.enumerated() where !known.contains(index) {
      var finding = candidate.lead.finding
      finding.severity = candidate.severity
      entries.append(
        Entry(
          finding: finding, candidate: candidate, counts: counts,
          originals: candidate.members.map(\.finding)))
    }
    if counts { aside += findings.filter { !$0.counts && !aside.contains($0) } }
  }

  var findings: [RepeatedFinding] {
    entries.map { entry in
      var finding = entry.finding
      if !entry.counts {
        finding.severity = .info
        finding.problem += " (Found in \(entry.reviews) of \(reviewCount) reviews.)"
      }
      return RepeatedFinding(finding: finding, originals: entry.originals)
    } + aside.map { RepeatedFinding(finding: $0, originals: [$0]) }
  }
}
