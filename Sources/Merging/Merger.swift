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
    let findings = MergedList(plan: plan, forms: merging.forms).list(
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

  /// Findings of one reviewer that are matched; further ones stand alone.
  private static let limit = 200

  init(plan: Plan, a: [Finding], b: [Finding], checks: [Finding]) {
    let forms = WordForms(language: plan.language)
    self.forms = forms
    let within = WithinReviewer(places: PlanPlaces(plan), forms: forms)
    self.a = within.candidates(a, by: .a)
    self.b = within.candidates(b, by: .b)
    self.checks = within.candidates(checks, by: .checks)
    let words = (self.a + self.b + self.checks).map(\.words)
    // counted at the first question: findings of different rules are never compared
    lazy var frequency = BlockFrequency(plan, of: words, forms: forms)
    score = PairScore { stem in frequency.weight(stem) }
  }

  /// Pairs A with B one to one, then attaches what is left of either to the pairs it repeats.
  mutating func pairSeats() {
    let (first, second) = (chosen(a), chosen(b))
    // the same list comes first whoever sits where, so that exchanging the seats changes nothing
    let exchanged = precedes(second.map { b[$0] }, first.map { a[$0] })
    let rows = exchanged ? second.map { b[$0] } : first.map { a[$0] }
    let columns = exchanged ? first.map { a[$0] } : second.map { b[$0] }
    let pairs = Assignment.pairs(scores(rows, columns), floor: PairScore.possible)
    let sure = pairs.filter { $0.2 >= PairScore.match }
    groups = sure.map { Group(candidates: [rows[$0.0], columns[$0.1]]) }
    let pairCount = groups.count
    let (rowsTaken, columnsTaken) = (Set(sure.map(\.0)), Set(sure.map(\.1)))
    var groupOfRow: [Int: Int] = [:]
    var groupOfColumn: [Int: Int] = [:]
    for index in rows.indices where !rowsTaken.contains(index) {
      groupOfRow[index] = place(rows[index], among: pairCount)
    }
    for index in columns.indices where !columnsTaken.contains(index) {
      groupOfColumn[index] = place(columns[index], among: pairCount)
    }
    for (row, column, score) in pairs where score < PairScore.match {
      guard let left = groupOfRow[row], let right = groupOfColumn[column] else { continue }
      relate(left, right)
      let counts = min(rows[row].severity, columns[column].severity) >= .minor
      possible += counts && left >= pairCount && right >= pairCount ? 1 : 0
    }
    let rest = a.indices.filter { !first.contains($0) }.map { a[$0] }
    let others = b.indices.filter { !second.contains($0) }.map { b[$0] }
    groups += (exchanged ? others + rest : rest + others).map { Group(candidates: [$0]) }
  }

  /// What both say word by word, as rules of both lenses do, is one gap and is like nothing else.
  private func scores(_ rows: [Candidate], _ columns: [Candidate]) -> [[Double]] {
    let twins = rows.map { row in
      columns.firstIndex { $0.lead.finding == row.lead.finding }
    }
    let taken = Set(twins.compactMap { $0 })
    return rows.indices.map { row in
      columns.indices.map { column in
        if twins[row] == column { return 1 }
        return twins[row] == nil && !taken.contains(column)
          ? score.of(rows[row], columns[column]) : 0
      }
    }
  }

  /// Puts a finding into the pair that it repeats, else into a group of its own; says which.
  private mutating func place(_ candidate: Candidate, among pairs: Int) -> Int {
    let scores = groups[..<pairs].map { group in
      group.candidates.prefix(2).map { score.of(candidate, $0) }.max() ?? 0
    }
    if let best = scores.max(), best >= PairScore.also, let index = scores.firstIndex(of: best) {
      groups[index].candidates.append(candidate)
      return index
    }
    groups.append(Group(candidates: [candidate]))
    return groups.count - 1
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
    let named = groups.prefix(2 * Self.limit).map { $0.candidates.prefix(2) }
    for check in checks {
      let scores = named.map { $0.map { score.of(check, $0) }.max() ?? 0 }
      let best = scores.max() ?? 0
      if best >= PairScore.match, let index = scores.firstIndex(of: best) {
        groups[index].candidates.append(check)
        continue
      }
      groups.append(Group(candidates: [check]))
      if best >= PairScore.possible, let index = scores.firstIndex(of: best) {
        relate(index, groups.count - 1)
      }
    }
  }

  /// The indices that take part in matching: all, or the most severe.
  private func chosen(_ candidates: [Candidate]) -> [Int] {
    guard candidates.count > Self.limit else { return Array(candidates.indices) }
    let ranked = candidates.indices.sorted {
      (candidates[$1].severity, $0) < (candidates[$0].severity, $1)
    }
    return ranked.prefix(Self.limit).sorted()
  }

  private func precedes(_ left: [Candidate], _ right: [Candidate]) -> Bool {
    if left.count != right.count { return left.count < right.count }
    return left.lazy.map(\.lead.finding).lexicographicallyPrecedes(
      right.lazy.map(\.lead.finding), by: FindingOrder.precedes)
  }
}
