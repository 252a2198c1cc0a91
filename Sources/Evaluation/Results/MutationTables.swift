import CheckModel

extension MutationRun {
  /// What became of the mutants, by operator and together.
  package var tables: [ResultTable] { [summary, harmful, equivalent, doseTable] }

  /// The figures for all mutants together.
  package var summary: ResultTable {
    let rows = MutationOperator.Group.allCases.filter { $0 != .equivalent }.map { group in
      let own = mutants.filter { $0.group == group }
      return [
        group.rawValue, "\(own.count)", Measurement.number(detected(group).value),
        "\(own.count(where: \.isRaised))",
      ]
    }
    return ResultTable(
      name: "mutants", title: "Mutants of ready plans",
      note: "Each changes one place. Semantic ones take away one of several or need understanding. "
        + "Raised: a seat gives more points than before.",
      columns: ["group", "mutants", "detected", "raised"], rows: rows)
  }

  private var harmful: ResultTable {
    ResultTable(
      name: "operators", title: "Harmful operators",
      note: "Detected: a new finding of a rule meant for it or in its criterion; localized: such a "
        + "finding at the change. Lower: a seat gives fewer points.",
      columns: [
        "operator", "group", "mutants", "detected", "localized", "lower", "raised",
        "verdict changed",
      ],
      rows: MutationOperator.all.filter { $0.group != .equivalent }.map { mutation in
        let own = mutants(of: mutation.id)
        return [
          mutation.id, mutation.group.rawValue, "\(own.count)", "\(own.count(where: \.isDetected))",
          "\(own.count(where: \.isLocalized))",
          "\(own.count { $0.gains.contains { ($0 ?? 0) < 0 } })",
          "\(own.count(where: \.isRaised))", "\(own.count { $0.before != $0.after })",
        ]
      })
  }

  private var equivalent: ResultTable {
    ResultTable(
      name: "equivalents", title: "Changes without meaning",
      note: "Points and verdict must stay.",
      columns: ["operator", "mutants", "points changed", "verdict changed", "new findings"],
      rows: MutationOperator.all.filter { $0.group == .equivalent }.map { mutation in
        let own = mutants(of: mutation.id)
        return [
          mutation.id, "\(own.count)", "\(own.count { $0.gains.contains { ($0 ?? 0) != 0 } })",
          "\(own.count { $0.before != $0.after })", "\(own.count { !$0.rules.isEmpty })",
        ]
      })
  }

  private var doseTable: ResultTable {
    let columns = Self.doses.map { "\($0)" }
    return ResultTable(
      name: "doses", title: "Points by the number of harmful changes",
      note: "The mean of both seats; the mean of Spearman's ρ is "
        + "\(Measurement.number(doseCorrelation)).",
      columns: ["plan"] + columns + ["Spearman"],
      rows: doses.map { dose in
        [dose.plan] + Self.doses.map { Measurement.number(dose.points[$0]) }
          + [Measurement.number(dose.correlation)]
      })
  }

  /// Without what cannot be seen.
  private static func visible(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.filter { $0.value >= 0x20 && $0.value < 0xE0000 }))
  }

  /// One row for each mutant that a reader may want to look at: not detected, raised, or different without reason.
  package var conspicuous: ResultTable {
    let shown = mutants.filter { mutant in
      switch mutant.group {
      case .equivalent: mutant.isDifferent || !mutant.rules.isEmpty
      default: !mutant.isDetected || mutant.isRaised
      }
    }
    return ResultTable(
      name: "mutants-to-look-at", title: "Mutants to look at",
      note: "Harmful and not detected or raised; or without meaning and noticed.",
      columns: ["plan", "operator", "A", "B", "before", "after", "new findings", "change"],
      rows: shown.map { mutant in
        [mutant.plan, mutant.mutation] + mutant.gains.map { $0.map { "\($0)" } ?? "" }
          + [
            mutant.before.rawValue, mutant.after.rawValue, mutant.rules.joined(separator: " "),
            Self.visible(mutant.text),
          ]
      })
  }
}
