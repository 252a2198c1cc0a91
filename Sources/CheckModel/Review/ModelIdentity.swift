/// Which model answered, as far as is known; all nil for rules.
package struct ModelIdentity: Sendable, Hashable {
  /// How the family is known: the model said so, the way there implies it, or a person said so.
  package enum FamilyBasis: String, Sendable, Codable, CaseIterable {
    case answered, route, declared
  }
  package var requested: String?
  package var answered: String?
  package var family: String?
  package var familyBasis: FamilyBasis?
  /// Families that its names or a person also claim for it; each can make it the same as another.
  package var claimedFamilies: [String]

  package init(
    requested: String? = nil, answered: String? = nil, family: String? = nil,
    familyBasis: FamilyBasis? = nil, claimedFamilies: [String] = []
  ) {
    self.requested = requested
    self.answered = answered
    self.family = family
    self.familyBasis = familyBasis
    self.claimedFamilies = claimedFamilies
  }

  /// Whether it may be of a family, however that is spelled.
  package func isOfFamily(_ name: String) -> Bool { families.contains(FamilyName.plain(name)) }

  /// The family that both may be of; nil when all that is known of them differs.
  package func sharedFamily(with other: ModelIdentity) -> String? {
    families.intersection(other.families).min()
  }

  /// The name that both were asked for or answered with: at one server that is one model.
  package func sharedName(with other: ModelIdentity) -> String? {
    names.intersection(other.names).min()
  }

  private var families: Set<String> {
    Set((claimedFamilies + [family].compactMap { $0 }).map(FamilyName.plain))
  }

  private var names: Set<String> {
    Set([requested, answered].compactMap { $0?.lowercased() })
  }
}

extension ReviewerIdentity {
  /// Whether both are asked at one server; the names of this machine are one.
  package func isReached(like other: ReviewerIdentity) -> Bool { place == other.place }

  private var place: String? {
    guard let host else { return nil }
    let local = ["localhost", "[::1]"].first { host == $0 || host.hasPrefix($0 + ":") }
    return local.map { "127.0.0.1" + host.dropFirst($0.count) } ?? host
  }
}
