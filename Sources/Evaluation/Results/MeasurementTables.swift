import CheckModel

extension Measurement {
  /// Everything that is measured, as tables; the first alone says nothing about a single plan.
  package var tables: [ResultTable] { [totals, verdicts, rules, criteria, plans] }

  /// The figures for all plans together.
  package var totals: ResultTable {
    let (alarms, words) = falseAlarms
    var rows = [
      ["plans", "\(cases.count)"],
      ["labelled gaps", "\(recall().of)"],
      ["findings of at least minor", "\(precision.of)"],
      ["of these hit a gap", "\(precision.count)"],
    ]
    rows += [
      ["precision", Self.share(precision)],
      ["precision, 95 % interval", Self.interval(precision)],
      ["gaps found", Self.counted(recall())],
      ["gaps found of those that name a rule", Self.counted(recall { $0.rule != nil })],
      ["gaps found of those that take understanding", Self.counted(recall { $0.rule == nil })],
    ]
    rows += Severity.allCases.reversed().map { severity in
      [
        "gaps found of severity \(severity.rawValue)",
        Self.counted(recall { $0.severity == severity }),
      ]
    }
    rows += [
      ["false alarms on ready plans", "\(alarms)"],
      ["words of ready plans", "\(words)"],
      ["false alarms per 1,000 words", Self.number(alarmRate)],
      ["Spearman of confidence and label", Self.number(correlation)],
      ["area under the curve, ready against the rest", Self.number(area)],
    ]
    return ResultTable(
      name: "totals", title: "Totals",
      note: "A false alarm is a finding of at least minor on a plan that is ready.",
      columns: ["figure", "value"], rows: rows)
  }

  /// Labels against outcomes.
  package var verdicts: ResultTable {
    let outcomes: [Verdict.Outcome] = [.go, .hold, .noGo]
    return ResultTable(
      name: "verdicts", title: "Verdicts",
      note: "Plans by their label and what the gate says, with `--accept-rules-only`.",
      columns: ["label"] + outcomes.map(\.rawValue),
      rows: PlanLabels.Verdict.allCases.map { label in
        [label.rawValue] + outcomes.map { "\(plans(label, $0))" }
      })
  }

  private var rules: ResultTable {
    Self.table(
      "rules", "Rules",
      "Findings of at least minor, those that hit a gap, and gaps whose label names the rule.",
      byRule)
  }

  private var criteria: ResultTable {
    Self.table(
      "criteria", "Criteria",
      "The same by criterion; a gap is found when any finding hits it.", byCriterion)
  }

  private static func table(
    _ name: String, _ title: String, _ note: String, _ tallies: [Tally]
  ) -> ResultTable {
    ResultTable(
      name: name, title: title, note: note,
      columns: [
        "id", "findings", "true", "false", "precision", "95 % interval", "labelled", "found",
        "missed", "recall",
      ],
      rows: tallies.map { tally in
        [
          tally.id, "\(tally.findings)", "\(tally.hits)", "\(tally.findings - tally.hits)",
          share(tally.precision), interval(tally.precision), "\(tally.labelled)",
          "\(tally.found)", "\(tally.labelled - tally.found)", share(tally.recall),
        ]
      })
  }

  private var plans: ResultTable {
    ResultTable(
      name: "plans", title: "Plans",
      note: "Points of the rule reviewers, findings of at least minor, and gaps.",
      columns: [
        "plan", "label", "outcome", "code", "A", "B", "findings", "true", "gaps", "found", "words",
      ],
      rows: cases.map { judged in
        let gaps = judged.subject.labels.gaps.indices
        return [
          judged.subject.name, judged.subject.labels.verdict.rawValue, judged.outcome.rawValue,
          judged.code.rawValue,
        ] + judged.points.map { $0.map { "\($0)" } ?? "" } + [
          "\(judged.counted.count)", "\(judged.counted.count { !$0.gaps.isEmpty })",
          "\(gaps.count)", "\(gaps.count { judged.hasFound($0) })", "\(judged.words)",
        ]
      })
  }

  /// Two decimals; empty for nothing.
  static func number(_ value: Double?) -> String {
    guard let value else { return "" }
    let hundredths = Int((abs(value) * 100).rounded())
    let rest = hundredths % 100
    return
      "\(value < 0 && hundredths > 0 ? "-" : "")\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }

  private static func share(_ proportion: Proportion) -> String { number(proportion.value) }

  private static func counted(_ proportion: Proportion) -> String {
    "\(proportion.count) of \(proportion.of)"
  }

  private static func interval(_ proportion: Proportion) -> String {
    guard proportion.of > 0 else { return "" }
    let interval = proportion.interval
    return "\(number(interval.lowerBound))–\(number(interval.upperBound))"
  }
}
