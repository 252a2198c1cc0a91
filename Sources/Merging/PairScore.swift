import CheckModel

/// How likely two findings are the same gap, 0…1: place, words, names and criterion.
struct PairScore {
  var values = MatchingValues.shipped
  let weight: (String) -> Double

  func of(_ left: Candidate, _ right: Candidate) -> Double {
    signals(left, right).map(values.score) ?? 0
  }

  /// Nil for two findings that cannot be the same gap.
  func signals(_ left: Candidate, _ right: Candidate) -> PairSignals? {
    let (a, b) = (left.lead.finding, right.lead.finding)
    guard !Self.areOpposite(a, b), !Self.areDifferentRules(a, b) else { return nil }
    return PairSignals(
      place: Self.closeness(left, right), words: likeness(left.words, right.words),
      names: min(1, Double(left.words.names.intersection(right.words.names).count) / 2),
      criterion: Self.kinship(a.criterion, b.criterion))
  }

  /// One says that something is missing, the other that what stands there is too much.
  private static func areOpposite(_ a: Finding, _ b: Finding) -> Bool {
    func isMissing(_ finding: Finding) -> Bool {
      finding.kind == .missing && finding.evidence == .absence
    }
    func isTooMuch(_ finding: Finding) -> Bool {
      finding.kind == .scope && finding.evidence != .absence
    }
    return isMissing(a) && isTooMuch(b) || isTooMuch(a) && isMissing(b)
  }

  /// Two rules look for two different things by construction.
  private static func areDifferentRules(_ a: Finding, _ b: Finding) -> Bool {
    guard let first = a.rule, let second = b.rule else { return false }
    return first != second
  }

  private func likeness(_ a: FindingWords, _ b: FindingWords) -> Double {
    let words = a.overlap(b, weight: weight)
    let letters = max(0, (a.resemblance(b) - 0.3) / 0.7)
    return min(1, 2 * max(words, letters))
  }

  private static func closeness(_ left: Candidate, _ right: Candidate) -> Double {
    let (a, b) = (left.place, right.place)
    guard let ownLines = a.lines, let otherLines = b.lines else {
      if a.lines != nil || b.lines != nil { return 0.2 }
      return left.lead.finding.criterion == right.lead.finding.criterion ? 0.5 : 0.3
    }
    guard a.file == b.file else { return 0 }
    let shared =
      min(ownLines.upperBound, otherLines.upperBound)
      - max(ownLines.lowerBound, otherLines.lowerBound) + 1
    if shared > 0, shared * 2 >= min(ownLines.count, otherLines.count) { return 1 }
    if let block = a.block, block == b.block { return 0.8 }
    guard let own = a.section, let other = b.section else { return 0 }
    return own == other ? 0.5 : abs(own - other) == 1 ? 0.2 : 0
  }

  private static func kinship(_ a: String?, _ b: String?) -> Double {
    guard let a, let b else { return 0 }
    if a == b { return 1 }
    return neighbors.contains([a, b]) ? 0.5 : 0
  }

  /// Criteria that reviewers confuse with good reason.
  private static let neighbors: Set<Set<String>> = [
    ["clarity", "selfcontained"], ["coverage", "verification"], ["grounding", "contracts"],
    ["consistency", "contracts"],
  ]
}
