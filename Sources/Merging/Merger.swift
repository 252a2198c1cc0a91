package import CheckModel
import TextUnits

/// Lays two reviews and the checks side by side: one list of gaps with who found them.
///
/// Deterministic, offline, and independent of the order of the lists.
package enum Merger {
  /// Merges the findings of both seats, then lets each finding of the checks confirm at most one.
  ///
  /// - Parameters:
  ///   - a: what seat A found; empty when it failed or was not asked.
  ///   - b: what seat B found.
  ///   - checks: rules that are on no seat, adversary and secret rules, the repository check.
  package static func merge(
    plan: Plan, a: [Finding], b: [Finding], checks: [Finding]
  ) -> MergedFindings {
    var merging = Merging(plan: plan, a: a, b: b, checks: checks)
    merging.pairSeats()
    merging.countGaps()
    merging.joinChecks()
    let findings = MergedList(plan: plan, places: merging.places, forms: merging.forms).list(
      merging.groups, setAside: [(.a, a), (.b, b), (.checks, checks)])
    return MergedFindings(
      findings: findings, countA: merging.countA, countB: merging.countB,
      matched: merging.matched, matchedAtMost: merging.matched + merging.possible,
      questions: AuthorQuestions.from(findings, in: plan))
  }
}

/// Candidates that are one gap, and the groups that may be the same.
struct Group {
  var candidates: [Candidate]
  var related: Set<Int> = []

  var members: [MergedFinding.Member] { candidates.flatMap(\.members) }
  var severity: Severity { candidates.map(\.severity).max() ?? .info }

  func has(_ finder: MergedFinding.Finder) -> Bool { members.contains { $0.finder == finder } }
}

/// The merging of one run, step by step.
private struct Merging {
  let places: PlanPlaces
  let forms: WordForms
  private(set) var groups: [Group] = []
  private(set) var countA = 0
  private(set) var countB = 0
  private(set) var matched = 0
  private(set) var possible = 0

  private let a: [Candidate]
  private let b: [Candidate]
  private let checks: [Candidate]
  private let score: PairScore

  init(plan: Plan, a: [Finding], b: [Finding], checks: [Finding]) {
    let forms = WordForms(language: plan.language)
    self.forms = forms
    places = PlanPlaces(plan)
    let within = WithinReviewer(places: places, forms: forms)
    self.a = within.candidates(a, by: .a)
    self.b = within.candidates(b, by: .b)
    self.checks = within.candidates(checks, by: .checks)
    let all = self.a + self.b + self.checks
    // counted at the first question: findings of different rules are never compared
    lazy var frequency = BlockFrequency(plan, of: all.map(\.words), forms: forms)
    score = PairScore { stem in frequency.weight(stem) }
  }

  /// Pairs A with B one to one, then attaches what is left of either to the pairs it repeats.
  mutating func pairSeats() {
    let table = SeatTable(a: a, b: b)
    let both = table.candidates
    let pairing = table.pairing(score.values) { score.of(both[$0], both[$1]) }
    groups = pairing.groups.map { Group(candidates: $0.map { both[$0] }) }
    let groupOf = pairing.groupOf
    for (row, column) in pairing.possible {
      guard let left = groupOf[row], let right = groupOf[column] else { continue }
      relate(left, right)
      let counts = min(both[row].severity, both[column].severity) >= .minor
      let stand = min(left, right) >= pairing.pairs.count
      possible += counts && stand ? 1 : 0
    }
    groups += table.rest.map { Group(candidates: [$0]) }
  }

  private mutating func relate(_ left: Int, _ right: Int) {
    guard left != right else { return }
    groups[left].related.insert(right)
    groups[right].related.insert(left)
  }

  /// Counts gaps of at least minor severity before the checks join, which must not change them.
  mutating func countGaps() {
    let gaps = groups.filter { $0.severity >= .minor }
    countA = gaps.count { $0.has(.a) }
    countB = gaps.count { $0.has(.b) }
    matched = gaps.count { $0.has(.a) && $0.has(.b) }
  }

  /// Each check confirms the finding it resembles most, or stands alone.
  mutating func joinChecks() {
    let named = groups.prefix(2 * SeatTable.limit).map { $0.candidates.prefix(2) }
    for check in checks {
      let scores = named.map { $0.map { score.of(check, $0) }.max() ?? 0 }
      let best = scores.max() ?? 0
      if best >= score.values.match, let index = scores.firstIndex(of: best) {
        groups[index].candidates.append(check)
        continue
      }
      groups.append(Group(candidates: [check]))
      if best >= score.values.possible, let index = scores.firstIndex(of: best) {
        relate(index, groups.count - 1)
      }
    }
  }
}
