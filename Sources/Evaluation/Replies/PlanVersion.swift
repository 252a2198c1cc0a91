package import CheckModel

/// A version of a plan that means the same: padded, reordered, or written with other marks.
package struct PlanVersion: Sendable, Hashable {
  /// The id of an operator that does no harm.
  package let mutation: String
  /// What its choices depend on.
  package let seed: String

  /// One version by each operator that does no harm, with the seed of the committed results.
  package static let all = MutationOperator.all.filter { $0.group == .equivalent }.map {
    PlanVersion(mutation: $0.id, seed: MutationRun.seed)
  }

  private init(mutation: String, seed: String) {
    self.mutation = mutation
    self.seed = seed
  }

  /// Reads `add-background`, or `add-background@SEED` for other choices; nil for another operator.
  package init?(_ name: String) {
    let parts = name.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    guard Self.all.contains(where: { $0.mutation == parts[0] }), parts.last?.isEmpty == false else {
      return nil
    }
    self.init(
      mutation: String(parts[0]), seed: parts.count > 1 ? String(parts[1]) : MutationRun.seed)
  }

  /// As `init` reads it.
  package var name: String { seed == MutationRun.seed ? mutation : "\(mutation)@\(seed)" }

  /// The version of a plan; nil where the plan has no place for such a change.
  package func plan(of subject: CorpusCase) -> Plan? {
    MutationOperator.all.first { $0.id == mutation }?.mutant(of: subject, seed: seed)?.plan
  }
}

extension CorpusCase {
  /// The files of the plan and of its versions that mean the same: `CASE/plan.md`, `CASE/VERSION/plan/tasks.md`.
  package var versionFiles: [(path: String, bytes: [UInt8])] {
    let versions = PlanVersion.all.compactMap { version in
      version.plan(of: self).map { ("\(name)/\(version.name)", $0) }
    }
    return ([(name, plan)] + versions).flatMap { folder, plan in
      plan.files.indices.map { file in
        ("\(folder)/\(label(of: file))", plan.files[file].source.bytes)
      }
    }
  }
}
