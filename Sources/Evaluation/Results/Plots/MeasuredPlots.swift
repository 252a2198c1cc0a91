import CheckModel

extension MutationRun {
  /// Detection by operator, and points by the number of harmful changes.
  package var plots: [Plot] {
    let groups = MutationOperator.Group.allCases.filter { $0 != .equivalent }
    let bars = BarPlot(
      groups.map { group in
        let operators = MutationOperator.all.filter { $0.group == group }
        return (
          group.rawValue,
          operators.map { BarPlot.Row(name: $0.id, share: detected($0.id)) }
        )
      })
    let lines = LinePlot(
      steps: Self.doses.map { $0 == 0 ? "unchanged" : "\($0)" },
      series: doses.map { dose in
        LinePlot.Series(
          name: dose.plan,
          points: Dictionary(
            uniqueKeysWithValues: Self.doses.enumerated().compactMap { index, count in
              dose.points[count].map { (index, $0) }
            }))
      })
    return [
      Plot(
        title: "Detection by operator",
        note:
          "Mutants of ready plans that a fitting rule or criterion finds, of all that the operator makes.",
        canvas: bars.canvas),
      Plot(
        title: "Points by the number of harmful changes",
        note:
          "The mean of both seats; one thin line for each plan, the bold one is the mean of those "
          + "that have a place for all changes.",
        canvas: lines.canvas),
    ]
  }

  private func detected(_ mutation: String) -> Proportion {
    let own = mutants(of: mutation)
    return Proportion(own.count(where: \.isDetected), of: own.count)
  }
}

extension Measurement {
  /// Points by label, and precision and recall by rule.
  package var plots: [Plot] {
    let rows = PlanLabels.Verdict.allCases.map { label in
      StripPlot.Row(
        name: label.rawValue,
        dots: cases.filter { $0.subject.labels.verdict == label }.compactMap { judged in
          judged.confidence.map { (judged.subject.name, Int($0.rounded())) }
        }, style: label.dot)
    }
    let rules = PairPlot(
      rows: byRule.map { PairPlot.Row(name: $0.id, first: $0.precision, second: $0.recall) },
      first: "precision", second: "recall")
    return [
      Plot(
        title: "Points by label", note: "One dot for each plan, the mean of both rule reviewers.",
        canvas: StripPlot(groups: [("rules", rows)], marks: StripPlot.thresholds).canvas),
      Plot(
        title: "Precision and recall by rule",
        note:
          "Findings of at least minor that hit a labelled gap, and labelled gaps that name the rule "
          + "and are found by it. The counts stand at the end of each line.",
        canvas: rules.canvas),
    ]
  }
}

extension ReviewerStudy {
  /// Points by label, and precision and recall by reviewer.
  package var plots: [Plot] {
    let groups = lenses.filter { !$0.reviews.isEmpty }.map { measured in
      (
        "\(measured.reviewer), \(measured.lens.rawValue)",
        PlanLabels.Verdict.allCases.map { label in
          StripPlot.Row(
            name: label.rawValue,
            dots: measured.reviews.filter { $0.subject.labels.verdict == label }
              .map { ($0.subject.name, $0.points) }, style: label.dot)
        }
      )
    }
    let rows = lenses.filter { !$0.reviews.isEmpty }.map { measured in
      let tally = measured.tally(from: .minor)
      return PairPlot.Row(
        name: "\(measured.reviewer), \(measured.lens.rawValue)", first: tally.precision,
        second: tally.recall)
    }
    return [
      Plot(
        title: "Points by label and reviewer", note: "One dot for the first review of each plan.",
        canvas: StripPlot(groups: groups, marks: StripPlot.thresholds).canvas),
      Plot(
        title: "Precision and recall by reviewer",
        note:
          "Findings of at least minor that the labels or a person confirm, and labelled gaps that "
          + "are found. What the labels do not have may be right all the same.",
        canvas: PairPlot(rows: rows, first: "precision", second: "recall").canvas),
    ]
  }
}

extension StripPlot {
  /// The thresholds of the normal tier.
  fileprivate static var thresholds: [(points: Double, name: String)] {
    let policy = Policy.standard(for: .normal)
    return [(policy.noGo, "no-go"), (policy.go, "go")]
  }
}

extension PlanLabels.Verdict {
  fileprivate var dot: String {
    switch self {
    case .ready: "first"
    case .nearly: "second"
    case .notReady: "third"
    }
  }
}
