import CheckModel

/// The roles of one phrase, in the order of the tables; nearly all have one, which needs no array.
private struct PhraseRoles: Sendable {
  private var main: SectionRole?
  private var others: [SectionRole] = []

  var all: [SectionRole] { (main.map { [$0] } ?? []) + others }

  mutating func add(_ role: SectionRole) {
    if main == nil { main = role } else { others.append(role) }
  }
}

/// Finds the roles that a heading's own words speak for.
struct HeadingRoles: Sendable {
  /// How sure each way of reading a heading is.
  enum Weight {
    static let exact = 1.0
    static let opening = 0.9
    static let part = 0.85
    static let ending = 0.6
  }

  private let exact: [String: PhraseRoles]
  private let openings: [String: PhraseRoles]
  private let endings: [String: PhraseRoles]

  init(
    _ tables: [[RolePhrases]] = [
      RolePhrases.purpose, RolePhrases.work, RolePhrases.building, RolePhrases.surroundings,
      RolePhrases.translated,
    ]
  ) {
    let entries = tables.joined()
    // the tables are filled at every start: with room from the beginning nothing is moved twice
    func index(_ phrases: (RolePhrases) -> [String]) -> [String: PhraseRoles] {
      var roles: [String: PhraseRoles] = [:]
      roles.reserveCapacity(entries.reduce(0) { $0 + phrases($1).count })
      for entry in entries {
        for phrase in phrases(entry) { roles[phrase, default: PhraseRoles()].add(entry.role) }
      }
      return roles
    }
    exact = index(\.exact)
    openings = index(\.openings)
    endings = index(\.endings)
  }

  /// The roles of a heading, strongest first; empty when its words say nothing.
  func roles(of heading: HeadingWords) -> [WeightedRole] {
    var found: [SectionRole: Double] = [:]
    func add(_ roles: [WeightedRole], times factor: Double = 1) {
      for role in roles { found[role.role] = max(found[role.role] ?? 0, role.weight * factor) }
    }
    if let fixed = Self.ambiguous[heading.words] {
      add(fixed.map { WeightedRole(role: $0.0, weight: $0.1) })
      return ordered(found)
    }
    if let kind = heading.kind {
      add(Self.roles(of: kind.kind))
      if !heading.rest.isEmpty { add(lookup(heading.rest), times: 0.6) }
      return ordered(found)
    }
    let whole = lookup(heading.words)
    add(whole)
    if whole.first.map({ $0.weight >= Weight.opening }) != true {
      for head in heading.heads { add(Self.sure(lookup(head)), times: Weight.opening) }
    }
    let parts = exact[heading.words] == nil ? heading.parts : []
    if parts.count <= 4 {
      for part in parts { add(Self.sure(lookup(part)), times: Weight.part) }
    }
    return ordered(found)
  }

  /// The role that words of this meaning announce in running text; nil unless they are known as they stand.
  func announced(by words: String) -> SectionRole? {
    if let fixed = Self.ambiguous[words] { return fixed.first?.0 }
    return (exact[words] ?? openings[words])?.all.first ?? Self.labels[words]?.first
  }

  /// What a part of a heading may add; `Updated: the parser` is no date.
  private static func sure(_ roles: [WeightedRole]) -> [WeightedRole] {
    roles.filter { $0.weight > Weight.ending && $0.role != .metadata }
  }

  /// The roles of words that stand alone: whole, by their opening, or by their ending.
  private func lookup(_ words: String) -> [WeightedRole] {
    if let fixed = Self.ambiguous[words] {
      return fixed.map { WeightedRole(role: $0.0, weight: $0.1) }
    }
    if let roles = exact[words] { return weighted(roles, Weight.exact) }
    guard let space = words.utf8.firstIndex(of: ASCII.space) else {
      return openings[words].map { weighted($0, Weight.exact) } ?? []
    }
    var cuts = [space]
    var next = words.utf8.index(after: space)
    while cuts.count < 12, let cut = words.utf8[next...].firstIndex(of: ASCII.space) {
      cuts.append(cut)
      next = words.utf8.index(after: cut)
    }
    if let roles = openings[words] { return weighted(roles, Weight.exact) }
    for cut in cuts.reversed() {
      if let roles = openings[String(words[..<cut]).trimmedOfPunctuation] {
        return weighted(roles, Weight.opening)
      }
    }
    // a long heading that happens to end in a known word is a sentence
    guard cuts.count <= 5 else { return [] }
    for cut in cuts {
      if let roles = endings[String(words[words.utf8.index(after: cut)...])] {
        return weighted(roles, Weight.ending)
      }
    }
    return []
  }

  private func weighted(_ roles: PhraseRoles, _ weight: Double) -> [WeightedRole] {
    roles.all.enumerated().map { index, role in
      // the first table that lists a phrase holds its main role; only checklists are surely metadata
      let factor = role == .metadata ? 0.85 : index == 0 ? 1 : 0.9
      return WeightedRole(role: role, weight: weight * factor)
    }
  }

  private func ordered(_ found: [SectionRole: Double]) -> [WeightedRole] {
    found.map { WeightedRole(role: $0.key, weight: $0.value) }.sorted(by: WeightedRole.comesFirst)
  }

  private static func roles(of kind: NumberedHeading.Kind) -> [WeightedRole] {
    func role(_ role: SectionRole, _ weight: Double = 1) -> WeightedRole {
      WeightedRole(role: role, weight: weight)
    }
    switch kind {
    case .task, .step, .fix, .phase: return [role(.tasks)]
    case .requirement: return [role(.requirements)]
    case .userStory: return [role(.userStories), role(.requirements, 0.6)]
    case .scenario: return [role(.acceptance), role(.userStories, 0.6)]
    case .decision: return [role(.decisions)]
    case .option: return [role(.alternatives)]
    case .question: return [role(.openQuestions)]
    case .testCase: return [role(.tests)]
    case .risk: return [role(.risks)]
    case .principle: return [role(.constraints)]
    case .property: return [role(.requirements)]
    case .appendix: return [role(.notes)]
    }
  }

  /// Headings whose words leave two readings open; the content decides (`ContentSigns`).
  static let ambiguous: [String: [(SectionRole, Double)]] = [
    "validation": [(.tests, 0.7), (.acceptance, 0.6)],
    "verification": [(.tests, 0.7), (.acceptance, 0.6)],
    "validate": [(.tests, 0.7), (.acceptance, 0.6)],
    "verify": [(.acceptance, 0.7), (.tests, 0.6)],
    "checks": [(.tests, 0.7), (.acceptance, 0.6)],
    "check": [(.tests, 0.7), (.acceptance, 0.6)],
    "checklist": [(.tasks, 0.6), (.acceptance, 0.5)],
    "final checklist": [(.acceptance, 0.6), (.tasks, 0.5)],
    "verification checklist": [(.acceptance, 0.8), (.tests, 0.6)],
    "dependencies": [(.dependenciesAndOrder, 0.9)],
    "impact": [(.files, 0.6), (.risks, 0.5)],
    "proposal": [(.goal, 0.9), (.design, 0.65)],
    "status": [(.progress, 0.7), (.metadata, 0.6)],
    "priority": [(.metadata, 0.7), (.dependenciesAndOrder, 0.4)],
    "implementation notes": [(.notes, 0.8), (.design, 0.5)],
    "implementation": [(.tasks, 0.7), (.design, 0.6)],
    "implementation details": [(.design, 0.8), (.tasks, 0.4)],
    "implementation strategy": [(.tasks, 0.9), (.design, 0.5)],
    "implementation approach": [(.tasks, 0.7), (.design, 0.7)],
    "limitations": [(.outOfScope, 0.7), (.constraints, 0.7)],
    "known limitations": [(.outOfScope, 0.7), (.constraints, 0.7)],
    "risks and guardrails": [(.risks, 0.9), (.constraints, 0.9)],
    "goals / non-goals": [(.goal, 0.9), (.outOfScope, 0.9)],
    "goals and non-goals": [(.goal, 0.9), (.outOfScope, 0.9)],
    "future considerations": [(.future, 0.9), (.outOfScope, 0.8)],
    "spec": [(.requirements, 0.7), (.references, 0.5)],
    "specification": [(.requirements, 0.9), (.design, 0.6)],
    "what": [(.goal, 0.7)],
    "new": [(.files, 0.6)],
    "types": [(.data, 0.9)],
    "migration": [(.rollout, 0.8), (.data, 0.6)],
    "rationale": [(.decisions, 0.9), (.problem, 0.7)],
    "research tasks": [(.context, 0.8), (.tasks, 0.4)],
    "proposed solution": [(.design, 1), (.goal, 0.4)],
    "solution": [(.design, 1), (.goal, 0.4)],
    "user scenarios & testing": [(.userStories, 1), (.acceptance, 0.6)],
    "release signoff checklist": [(.metadata, 1)],
    "review & acceptance checklist": [(.metadata, 1)],
    "specification quality checklist": [(.metadata, 1)],
    "requirement completeness": [(.metadata, 0.9)],
    "content quality": [(.metadata, 0.9)],
    "feature readiness": [(.metadata, 0.9)],
    "execution status": [(.metadata, 0.9), (.progress, 0.7)],
    "execution flow (main)": [(.metadata, 0.9)],
  ]
}

extension HeadingRoles {
  /// Labels that are about the document only with a word or a number behind them.
  static let openLabels: Set<String> = [
    "issue", "issues", "bug", "target", "type", "discussion", "epic",
  ]

  /// Labels that say something about the document where a heading of the same words would not.
  static let labels: [String: [SectionRole]] = [
    "issue": [.metadata], "issues": [.metadata], "bug": [.metadata], "ticket": [.metadata],
    "epic": [.metadata], "team": [.metadata], "type": [.metadata], "pr": [.metadata],
    "repo": [.metadata], "priority": [.metadata], "status": [.metadata], "version": [.metadata],
    "discussion": [.metadata], "target": [.metadata], "spec": [.references, .metadata],
    "design spec": [.references, .metadata], "design": [.design], "design doc": [.references],
    "plan": [.references], "parent": [.references], "related": [.references],
    "based on": [.references], "prerequisites": [.dependenciesAndOrder], "new": [.files],
    "user story": [.userStories], "expected": [.acceptance], "note": [.notes],
    "implementation": [.design], "test": [.tests], "why": [.problem], "date": [.metadata],
    "for agentic workers": [.metadata], "for claude": [.metadata],
  ]
}

extension WeightedRole {
  /// Strongest first; own before inherited; equal ones in the order of `SectionRole`.
  static func comesFirst(_ left: WeightedRole, _ right: WeightedRole) -> Bool {
    if left.weight != right.weight { return left.weight > right.weight }
    if left.inherited != right.inherited { return right.inherited }
    return order[left.role, default: 0] < order[right.role, default: 0]
  }

  private static let order = Dictionary(
    uniqueKeysWithValues: SectionRole.allCases.enumerated().map { ($1, $0) })
}
