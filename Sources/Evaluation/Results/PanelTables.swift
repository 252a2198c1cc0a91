import CheckModel

extension ReviewerStudy {
  /// How far the seats agree, for every panel that is not rules alone.
  var agreement: ResultTable {
    ResultTable(
      name: "reviewers-agreement", title: "Agreement between the seats",
      note: "Equal: questions with the same answer, of those that both seats judged. AC1 is Gwet's "
        + "coefficient over all five answers, AC2 with linear weights over yes, partly and no. Gap: "
        + "the mean distance of the confidences by the plan's label.",
      columns: ["seat A", "seat B", "plans", "equal answers", "AC1", "AC2"]
        + PlanLabels.Verdict.allCases.map { "gap \($0.rawValue)" } + ["far apart"],
      rows: panels.filter { $0.rules < 2 }.map { panel in
        let agreement = panel.agreement
        return [
          panel.planner, panel.executor, "\(panel.cases.count)", Figure.share(agreement.equal),
          Figure.number(agreement.ac1), Figure.number(agreement.ac2),
        ] + PlanLabels.Verdict.allCases.map { Figure.number(panel.gap($0)) }
          + ["\(panel.cases.count { $0.word == .farApart })"]
      })
  }

  /// Labels against outcomes.
  var verdicts: ResultTable {
    let outcomes: [Verdict.Outcome] = [.go, .hold, .noGo, .incomplete]
    return ResultTable(
      name: "reviewers-verdicts", title: "Verdicts by label",
      note:
        "Rules alone may say GO here, and so may two models of one family; one model beside rules "
        + "decides in the low tier only.",
      columns: ["seat A", "seat B", "models", "label", "plans"] + outcomes.map(\.rawValue)
        + ["HOLD share"],
      rows: panels.flatMap { panel in
        let labels = PlanLabels.Verdict.allCases.map(Optional.some) + [nil]
        return labels.compactMap { label -> [String]? in
          let own = panel.cases.filter { label == nil || $0.subject.labels.verdict == label }
          guard !own.isEmpty else { return nil }
          let counts = outcomes.map { outcome in own.count { $0.outcome == outcome } }
          return [
            panel.planner, panel.executor, "\(2 - panel.rules)", label?.rawValue ?? "all",
            "\(own.count)",
          ] + counts.map { "\($0)" } + [Figure.share(Proportion(counts[1], of: own.count))]
        }
      })
  }

  /// Verdicts of repeated runs.
  var stability: ResultTable {
    ResultTable(
      name: "reviewers-stability", title: "Verdicts of repeated runs",
      note: "Every two runs on one plan compared. Flips: plans with both a GO and a NO-GO.",
      columns: ["seat A", "seat B", "plans", "runs", "equal verdicts", "flips"],
      rows: panels.filter { $0.equalVerdicts.of > 0 }.map { panel in
        let repeated = panel.cases.filter { $0.outcomes.count > 1 }
        return [
          panel.planner, panel.executor, "\(repeated.count)",
          "\(repeated.reduce(0) { $0 + $1.outcomes.count })", Figure.share(panel.equalVerdicts),
          "\(panel.flips)",
        ]
      })
  }

  /// Whether estimates of unseen gaps hold what the labels say.
  var unseen: ResultTable {
    ResultTable(
      name: "reviewers-unseen", title: "Gaps that neither seat found",
      note: "Covered: estimates whose 90 % interval holds the number of labelled gaps of at least "
        + "minor that neither seat found. Labels and reviewers do not have the same gaps in mind, "
        + "so this is a hint and no test.",
      columns: ["seat A", "seat B", "plans", "estimates", "covered", "share"],
      rows: panels.filter { $0.rules == 0 }.map { panel in
        let coverage = panel.unseenCoverage
        return [
          panel.planner, panel.executor, "\(panel.cases.count)", "\(coverage.of)",
          "\(coverage.count)", Figure.share(coverage),
        ]
      })
  }
}
