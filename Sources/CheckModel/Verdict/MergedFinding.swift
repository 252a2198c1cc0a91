/// A finding after both reviews and the checks were laid side by side.
package struct MergedFinding: Sendable, Hashable {
  /// Who found it: a seat, or the free checks.
  package enum Finder: String, Sendable, Codable, CaseIterable { case a = "A", b = "B", checks }
  /// Whether both seats say it, one does, or they contradict each other.
  package enum Agreement: String, Sendable, Codable, CaseIterable { case both, single, disputed }
  /// What became of it.
  package enum Status: String, Sendable, Codable, CaseIterable {
    case open, waived, fixed, rejected, human
  }

  /// `F1`, `F2` … in report order.
  package var id: String
  /// Stable over runs for a rule's finding: a digest of rule, place in the outline and key words.
  package var fingerprint: String
  /// The better-evidenced member, with the worse severity of the members.
  package var finding: Finding
  package var foundBy: [Finder]
  package var agreement: Agreement
  package var status: Status
  package var statusReason: String?
  /// The member that gives the finding its words, with the severity it had of its own.
  package var lead: Member
  /// The other members that were merged into this one (the other seat's, then the checks').
  package var members: [Member]
  /// Ids of findings that may be the same gap, or are said of the same place.
  package var related: [String]

  /// One original finding and who made it.
  package struct Member: Sendable, Hashable {
    package var finder: Finder
    package var finding: Finding

    package init(finder: Finder, finding: Finding) {
      self.finder = finder
      self.finding = finding
    }
  }

  package init(
    id: String, fingerprint: String, finding: Finding, foundBy: [Finder], agreement: Agreement,
    status: Status = .open, statusReason: String? = nil, lead: Member? = nil, members: [Member],
    related: [String] = []
  ) {
    self.id = id
    self.fingerprint = fingerprint
    self.finding = finding
    self.foundBy = foundBy
    self.agreement = agreement
    self.status = status
    self.statusReason = statusReason
    self.lead = lead ?? Member(finder: foundBy.first ?? .checks, finding: finding)
    self.members = members
    self.related = related
  }

  /// All original findings, the lead first.
  package var everyMember: [Member] { [lead] + members }

  /// Whether it counts in the verdict: not waived, not rejected, its quote not sought in vain.
  package var stands: Bool { finding.counts && status != .waived && status != .rejected }
}

/// All merged findings with the counts that the estimate of unseen gaps needs.
package struct MergedFindings: Sendable {
  /// In report order: open ones first (blockers, found by both, severity, place), set-aside ones last.
  package var findings: [MergedFinding]
  /// Gaps ≥ minor per seat after merging within it.
  package var countA: Int
  package var countB: Int
  /// Pairs matched for certain, and those plus the possible ones.
  package var matched: Int
  package var matchedAtMost: Int
  /// What the plan's author should answer first, at most 5; from the top findings.
  package var questions: [String]

  package init(
    findings: [MergedFinding], countA: Int, countB: Int, matched: Int, matchedAtMost: Int,
    questions: [String] = []
  ) {
    self.findings = findings
    self.questions = questions
    self.countA = countA
    self.countB = countB
    self.matched = matched
    self.matchedAtMost = matchedAtMost
  }
}
