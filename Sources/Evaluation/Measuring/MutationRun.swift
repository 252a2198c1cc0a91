import CheckModel
import Grounding
import RuleReviewers

/// Judges mutants of the ready plans of a corpus.
package struct MutationRun: Sendable {
  /// What a plan with some harmful changes is worth.
  package struct Dose: Sendable, Hashable {
    package var plan: String
    /// How many changes were made, and the mean of the seats' points.
    package var points: [Int: Double]

    /// Spearman's ρ between the number of changes and the points, −1…1; nil where the points do not vary.
    package var correlation: Double? {
      let doses = points.keys.sorted()
      return Ranking.spearman(doses.map(Double.init), doses.compactMap { points[$0] })
    }
  }

  package let mutants: [JudgedMutant]
  package let doses: [Dose]

  /// The seed of the committed results.
  package static let seed = "speccheck"

  /// How many harmful changes are made one after another.
  static let doses = [0, 1, 2, 4, 8]

  package init(mutants: [JudgedMutant], doses: [Dose]) {
    self.mutants = mutants
    self.doses = doses
  }

  /// Makes every mutant that the operators can make of the ready plans, one of each, and judges it.
  package init(_ corpus: Corpus, judge: RulesJudge, seed: String = Self.seed) async {
    let subjects = corpus.cases.filter { $0.labels.verdict == .ready }
    var found: [(mutants: [JudgedMutant], dose: Dose)?] = subjects.map { _ in nil }
    await withTaskGroup(of: (Int, [JudgedMutant], Dose).self) { group in
      for (index, subject) in subjects.enumerated() {
        group.addTask {
          let before = await judge.judge(subject.plan, in: subject.tree)
          return (
            index, await Self.mutants(of: subject, before, judge, seed),
            await Self.dose(subject, before, judge, seed)
          )
        }
      }
      for await (index, mutants, dose) in group { found[index] = (mutants, dose) }
    }
    mutants = found.flatMap { $0?.mutants ?? [] }
    doses = found.compactMap { $0?.dose }
  }

  private static func mutants(
    of subject: CorpusCase, _ before: CheckResult, _ judge: RulesJudge, _ seed: String
  ) async -> [JudgedMutant] {
    var judged: [JudgedMutant] = []
    for mutation in MutationOperator.all {
      guard let mutant = mutation.mutant(of: subject, seed: seed) else { continue }
      judged.append(
        JudgedMutant(
          subject.name, mutation, mutant, before: before,
          after: await judge.judge(mutant.plan, in: subject.tree)))
    }
    return judged
  }

  /// Each dose holds the changes of the one before it.
  private static func dose(
    _ subject: CorpusCase, _ before: CheckResult, _ judge: RulesJudge, _ seed: String
  ) async -> Dose {
    var choice = SeededChoice("\(seed) \(subject.name) dose")
    let harmful = MutationOperator.all.filter { ![.equivalent, .injection].contains($0.group) }
      .shuffled(using: &choice)
    var plan = subject.plan
    var dose = Dose(plan: subject.name, points: [0: before.meanPoints])
    var made = 0
    for mutation in harmful where made < 8 {
      let compared = PlanChecks.compared(plan, with: subject.tree).plan
      guard let mutant = mutation.make(compared, &choice) else { continue }
      plan = mutant.plan
      made += 1
      if doses.contains(made) {
        dose.points[made] = await judge.judge(plan, in: subject.tree).meanPoints
      }
    }
    return dose
  }

  /// The mutants of one operator.
  package func mutants(of mutation: String) -> [JudgedMutant] {
    mutants.filter { $0.mutation == mutation }
  }

  /// Detected mutants of a group, of all.
  package func detected(_ group: MutationOperator.Group) -> Proportion {
    let own = mutants.filter { $0.group == group }
    return Proportion(own.count(where: \.isDetected), of: own.count)
  }

  /// The mean of the plans' correlations between dose and points; nil without any.
  package var doseCorrelation: Double? {
    let known = doses.compactMap(\.correlation)
    return known.isEmpty ? nil : known.reduce(0, +) / Double(known.count)
  }
}

extension CheckResult {
  fileprivate var meanPoints: Double {
    let points = [confidence.a, confidence.b].compactMap { $0.map(\.mean) }
    return points.isEmpty ? 0 : points.reduce(0, +) / Double(points.count)
  }
}
