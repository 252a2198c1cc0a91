import CheckModel
import TextUnits

/// Makes the list that a report shows: order, ids, fingerprints.
struct MergedList {
  let plan: Plan
  let places: PlanPlaces
  let forms: WordForms

  /// The merged groups in report order, then what does not count: waived findings and those whose
  /// quote is nowhere in the plan.
  func list(
    _ groups: [Group], setAside lists: [(MergedFinding.Finder, [Finding])]
  ) -> [MergedFinding] {
    let ranked = groups.indices.map { ($0, merged(groups[$0])) }.sorted { precedes($0.1, $1.1) }
    var position: [Int: Int] = [:]
    for (index, entry) in ranked.enumerated() { position[entry.0] = index }
    var findings = ranked.map(\.1)
    for (index, entry) in ranked.enumerated() {
      findings[index].related = groups[entry.0].related.compactMap { position[$0] }.sorted()
        .map { "F\($0 + 1)" }
    }
    findings += aside(lists)
    for index in findings.indices { findings[index].id = "F\(index + 1)" }
    return fingerprinted(findings)
  }

  // MARK: One finding

  private func merged(_ group: Group) -> MergedFinding {
    let speaking = group.candidates.filter { $0.lead.finder != .checks }
    let leads = (speaking.isEmpty ? group.candidates : speaking).map(\.lead)
    // a group is never empty
    let lead = leads.dropFirst().reduce(leads[0]) { best, next in
      FindingOrder.isBetterEvidence(next.finding, than: best.finding) ? next : best
    }
    var others = group.members
    others.removeAll { $0 == lead }
    var finding = lead.finding
    finding.severity = group.severity
    let finders = MergedFinding.Finder.allCases.filter(group.has)
    return MergedFinding(
      id: "", fingerprint: "", finding: finding, foundBy: finders,
      agreement: agreement(group.members), lead: lead, members: others.sorted(by: memberPrecedes))
  }

  private func agreement(_ members: [MergedFinding.Member]) -> MergedFinding.Agreement {
    func worst(_ finder: MergedFinding.Finder) -> Severity? {
      members.filter { $0.finder == finder }.map(\.finding.severity).max()
    }
    guard let a = worst(.a), let b = worst(.b) else { return .single }
    return abs(a.rank - b.rank) >= 2 ? .disputed : .both
  }

  private func memberPrecedes(
    _ left: MergedFinding.Member, _ right: MergedFinding.Member
  ) -> Bool {
    if left.finder != right.finder { return rank(left.finder) < rank(right.finder) }
    return FindingOrder.precedes(left.finding, right.finding)
  }

  private func rank(_ finder: MergedFinding.Finder) -> Int {
    MergedFinding.Finder.allCases.firstIndex(of: finder) ?? 0
  }

  // MARK: Order

  /// Most severe, then most agreed, then what matters to the tier, then by place.
  private func precedes(_ left: MergedFinding, _ right: MergedFinding) -> Bool {
    let (a, b) = (weight(left), weight(right))
    if a != b { return b.lexicographicallyPrecedes(a) }
    return FindingOrder.precedes(left.finding, right.finding)
  }

  private func weight(_ merged: MergedFinding) -> [Int] {
    let seats = merged.foundBy.contains(.a) && merged.foundBy.contains(.b)
    let risky =
      plan.risk.tier == .high
      && Self.highTierCriteria.contains(merged.finding.criterion ?? "")
    return [
      merged.finding.severity.rank, seats ? 2 : merged.foundBy.count - 1, risky ? 1 : 0,
    ]
  }

  /// What a plan that can do harm must be strong in.
  private static let highTierCriteria: Set<String> = ["reversibility", "verification", "grounding"]

  // MARK: What does not count

  /// Waived findings, then those with a quote that is nowhere; equal ones of several finders once.
  private func aside(_ lists: [(MergedFinding.Finder, [Finding])]) -> [MergedFinding] {
    var finders: [Finding: Set<MergedFinding.Finder>] = [:]
    for (finder, findings) in lists {
      for finding in findings where !finding.counts {
        finders[finding, default: []].insert(finder)
      }
    }
    let ordered = finders.keys.sorted { left, right in
      let (first, second) = (left.waiver == nil, right.waiver == nil)
      return first == second ? FindingOrder.precedes(left, right) : second
    }
    return ordered.map { finding in
      let foundBy = MergedFinding.Finder.allCases.filter { finders[finding]?.contains($0) == true }
      return MergedFinding(
        id: "", fingerprint: "", finding: finding, foundBy: foundBy,
        agreement: foundBy.contains(.a) && foundBy.contains(.b) ? .both : .single,
        status: finding.waiver == nil ? .open : .waived,
        statusReason: finding.waiver.map { "\($0.by): \($0.reason)" }, members: [])
    }
  }

  // MARK: Identity

  /// Repeats of the same words in one section are numbered by place, whatever their severity is.
  private func fingerprinted(_ findings: [MergedFinding]) -> [MergedFinding] {
    let print = Fingerprint(forms: forms)
    var findings = findings
    var taken: [String: Int] = [:]
    let byPlace = findings.indices.sorted {
      FindingOrder.precedes(findings[$0].lead.finding, findings[$1].lead.finding)
    }
    for index in byPlace {
      let finding = findings[index].lead.finding
      let section =
        finding.section ?? places.place(of: finding).section.map { plan.sections[$0].id }
      let first = print.of(finding, section: section, occurrence: 1)
      let occurrence = (taken[first] ?? 0) + 1
      taken[first] = occurrence
      findings[index].fingerprint =
        occurrence == 1 ? first : print.of(finding, section: section, occurrence: occurrence)
    }
    return findings
  }
}
