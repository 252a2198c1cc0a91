package import CheckModel

/// What the findings and verdicts on labelled plans come to.
package struct Measurement: Sendable {
  /// Findings and gaps of one rule or criterion.
  package struct Tally: Sendable, Hashable {
    package var id: String
    /// Findings of at least minor, and those of them that hit a gap.
    package var findings = 0
    package var hits = 0
    /// Gaps with this label, and those of them that were found.
    package var labelled = 0
    package var found = 0

    package init(id: String) { self.id = id }

    /// Findings of at least minor that hit a gap, of all.
    package var precision: Proportion { Proportion(hits, of: findings) }
    /// Labelled gaps that were found, of all.
    package var recall: Proportion { Proportion(found, of: labelled) }
  }

  package let cases: [JudgedCase]

  package init(_ cases: [JudgedCase]) { self.cases = cases }

  /// One for each rule that found something or that a label names, sorted by id. A gap counts as found when the
  /// rule that it names hits it.
  package var byRule: [Tally] {
    tally(finding: { $0.rule }, gap: { $0.rule }) { judged, gap, rule in
      judged.hasFound(gap, by: rule)
    }
  }

  /// The same by criterion; whichever rule hits a gap has found it.
  package var byCriterion: [Tally] {
    tally(finding: { $0.criterion }, gap: { $0.criterion }) { judged, gap, _ in
      judged.hasFound(gap)
    }
  }

  private func tally(
    finding key: (Finding) -> String?, gap label: (LabelledGap) -> String?,
    isFound: (JudgedCase, Int, String) -> Bool
  ) -> [Tally] {
    var tallies: [String: Tally] = [:]
    for judged in cases {
      for found in judged.counted {
        guard let id = key(found.finding) else { continue }
        tallies[id, default: Tally(id: id)].findings += 1
        if !found.gaps.isEmpty { tallies[id]?.hits += 1 }
      }
      for (index, gap) in judged.subject.labels.gaps.enumerated() {
        guard let id = label(gap) else { continue }
        tallies[id, default: Tally(id: id)].labelled += 1
        if isFound(judged, index, id) { tallies[id]?.found += 1 }
      }
    }
    return tallies.values.sorted { $0.id < $1.id }
  }

  /// Findings of at least minor that hit a labelled gap.
  package var precision: Proportion {
    let counted = cases.flatMap(\.counted)
    return Proportion(counted.count { !$0.gaps.isEmpty }, of: counted.count)
  }

  /// Labelled gaps that any finding hits; of those that pass the filter.
  package func recall(_ isMeant: (LabelledGap) -> Bool = { _ in true }) -> Proportion {
    var recall = Proportion(0, of: 0)
    for judged in cases {
      for (index, gap) in judged.subject.labels.gaps.enumerated() where isMeant(gap) {
        recall.of += 1
        recall.count += judged.hasFound(index) ? 1 : 0
      }
    }
    return recall
  }

  /// Findings of at least minor on the plans that are ready, and the words of these.
  package var falseAlarms: (findings: Int, words: Int) {
    let clean = cases.filter { $0.subject.labels.verdict == .ready }
    return (clean.reduce(0) { $0 + $1.counted.count }, clean.reduce(0) { $0 + $1.words })
  }

  /// False alarms per 1,000 words; nil without words.
  package var alarmRate: Double? {
    let (findings, words) = falseAlarms
    return words == 0 ? nil : 1_000 * Double(findings) / Double(words)
  }

  /// How many plans of that label have that outcome.
  package func plans(_ label: PlanLabels.Verdict, _ outcome: Verdict.Outcome) -> Int {
    cases.count { $0.subject.labels.verdict == label && $0.outcome == outcome }
  }

  /// Spearman's ρ between the confidence and the label; nil where one of them does not vary.
  package var correlation: Double? {
    let known = cases.filter { $0.confidence != nil }
    return Ranking.spearman(
      known.compactMap(\.confidence), known.map { Double($0.subject.labels.verdict.rank) })
  }

  /// How often a ready plan has more confidence than one that is not; nil where there are none of either.
  package var area: Double? {
    Ranking.area(
      higher: cases.filter { $0.subject.labels.verdict == .ready }.compactMap(\.confidence),
      lower: cases.filter { $0.subject.labels.verdict != .ready }.compactMap(\.confidence))
  }
}
