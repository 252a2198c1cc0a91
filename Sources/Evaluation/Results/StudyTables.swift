import CheckModel

extension ReviewerStudy {
  /// Everything that is measured, as tables; the last has a row for each plan.
  package var tables: [ResultTable] {
    [
      summary, byLabel, criteria, repeats, agreement, verdicts, stability, unseen, versionTable,
      pairs.table, plans,
    ].filter { !$0.rows.isEmpty }
  }

  /// What says nothing about a single plan or criterion.
  package var totals: [ResultTable] { [summary, byLabel, verdicts] }

  private var summary: ResultTable {
    ResultTable(
      name: "reviewers", title: "Reviewers",
      note:
        "The first review of each plan. True: a finding hits a labelled gap, or a person called "
        + "it right; what is not true is not in the labels, which is not the same as false, so the "
        + "precision is at least this. Findings in a reviewer's own words are laid beside the labels by "
        + "place and words, which errs about once in six times. Found: labelled gaps of that severity. Alarms: findings on "
        + "ready plans, by 1,000 words. Answered: yes, partly or no.",
      columns: [
        "reviewer", "lens", "plans", "failed", "findings ≥ minor", "true", "false",
        "precision ≥ minor",
        "found ≥ minor", "precision ≥ major", "found ≥ major", "alarms ≥ minor", "alarms ≥ major",
        "literal quotes", "answered", "AUC", "Spearman",
      ],
      rows: lenses.map { measured in
        let minor = measured.tally(from: .minor)
        let major = measured.tally(from: .major)
        return [
          measured.reviewer, measured.lens.rawValue, "\(measured.reviews.count)",
          "\(measured.failures)", "\(minor.findings)", "\(minor.hits + minor.real)",
          "\(minor.wrong)", Figure.share(minor.precision), Figure.counted(minor.recall),
          Figure.share(major.precision), Figure.counted(major.recall),
          Figure.number(measured.alarmRate(from: .minor)),
          Figure.number(measured.alarmRate(from: .major)), Figure.share(measured.literalQuotes),
          Figure.share(measured.answered), Figure.number(measured.area),
          Figure.number(measured.correlation),
        ]
      })
  }

  private var byLabel: ResultTable {
    ResultTable(
      name: "reviewers-labels", title: "Points and readiness by label",
      note: "Start: reviews that would let the executor start on exactly this text.",
      columns: ["reviewer", "lens", "label", "plans", "lowest", "mean", "highest", "start"],
      rows: lenses.flatMap { measured in
        PlanLabels.Verdict.allCases.compactMap { label in
          let points = measured.points(label)
          guard let lowest = points.min(), let highest = points.max() else { return nil }
          let mean = Double(points.reduce(0, +)) / Double(points.count)
          let starts = measured.starts(label)
          return [
            measured.reviewer, measured.lens.rawValue, label.rawValue, "\(points.count)",
            "\(lowest)", Figure.number(mean), "\(highest)",
            starts.of == 0 ? "" : Figure.counted(starts),
          ]
        }
      })
  }

  private var criteria: ResultTable {
    ResultTable(
      name: "reviewers-criteria", title: "Reviewers by criterion",
      note:
        "True, found and precision as above. A gap is found whatever criterion the finding has.",
      columns: [
        "reviewer", "lens", "criterion", "findings ≥ minor", "true", "precision", "found",
        "findings ≥ major", "true ≥ major", "precision ≥ major", "found ≥ major",
      ],
      rows: lenses.flatMap { measured in
        criterionIDs.compactMap { criterion in
          let minor = measured.tally(criterion, from: .minor)
          let major = measured.tally(criterion, from: .major)
          guard minor.findings + minor.labelled > 0 else { return nil }
          return [
            measured.reviewer, measured.lens.rawValue, criterion, "\(minor.findings)",
            "\(minor.hits + minor.real)", Figure.share(minor.precision),
            Figure.counted(minor.recall), "\(major.findings)", "\(major.hits + major.real)",
            Figure.share(major.precision), Figure.counted(major.recall),
          ]
        }
      })
  }

  private var criterionIDs: [String] {
    var ids: [String] = []
    for review in lenses.flatMap(\.reviews) {
      let named = review.findings.compactMap(\.finding.criterion)
      for id in named + review.subject.labels.gaps.map(\.criterion) where !ids.contains(id) {
        ids.append(id)
      }
    }
    return ids.sorted()
  }

  private var repeats: ResultTable {
    ResultTable(
      name: "reviewers-repeats", title: "Repeated reviews of one plan",
      note: "Deviation: the standard deviation of the points, pooled over the plans; widest: from "
        + "the lowest to the highest points of one plan.",
      columns: [
        "reviewer", "lens", "plans", "reviews", "deviation", "widest", "equal answers",
        "equal on starting",
      ],
      rows: lenses.filter { !$0.repeats.isEmpty }.map { measured in
        [
          measured.reviewer, measured.lens.rawValue, "\(measured.repeats.count)",
          "\(measured.repeats.reduce(0) { $0 + $1.count })", Figure.number(measured.deviation),
          measured.widest.map { "\($0)" } ?? "", Figure.share(measured.ownAgreement.equal),
          Figure.counted(measured.equalStarts),
        ]
      })
  }

  private var versionTable: ResultTable {
    let keys = versions.map { "\($0.reviewer)\n\($0.lens.rawValue)\n\($0.version.name)" }
    var seen: Set<String> = []
    let distinct = zip(keys, versions).filter { seen.insert($0.0).inserted }
    return ResultTable(
      name: "reviewers-versions", title: "Padded and reordered plans",
      note: "The first review of a version that means the same, beside that of the plan. Shift: "
        + "points of the version less those of the plan, the mean; moved: the same without sign.",
      columns: [
        "reviewer", "lens", "version", "plans", "shift", "moved", "equal answers", "start changed",
      ],
      rows: distinct.map { key, first in
        let own = zip(keys, versions).filter { $0.0 == key }.map(\.1)
        let shifts = own.map { Double($0.other.points - $0.plan.points) }
        let agreement = AnswerAgreement(own.map { ($0.plan.review, $0.other.review) })
        let changed = own.count {
          $0.plan.review.startNow?.answer != $0.other.review.startNow?.answer
        }
        return [
          first.reviewer, first.lens.rawValue, first.version.name, "\(own.count)",
          Figure.number(shifts.reduce(0, +) / Double(own.count)),
          Figure.number(shifts.map(abs).reduce(0, +) / Double(own.count)),
          Figure.share(agreement.equal), "\(changed)",
        ]
      })
  }

  private var plans: ResultTable {
    ResultTable(
      name: "reviewers-plans", title: "Plans",
      note: "The first review of each plan; its findings of at least minor, and the labelled gaps.",
      columns: [
        "plan", "label", "reviewer", "lens", "points", "start", "findings", "true", "gaps", "found",
      ],
      rows: lenses.flatMap { measured in
        measured.reviews.map { judged in
          let gaps = judged.subject.labels.gaps.indices
          let findings = judged.findings(from: .minor)
          return [
            judged.subject.name, judged.subject.labels.verdict.rawValue, measured.reviewer,
            measured.lens.rawValue, "\(judged.points)",
            judged.review.startNow.map { $0.answer ? "yes" : "no" } ?? "", "\(findings.count)",
            "\(findings.count(where: \.isTrue))", "\(gaps.count)",
            "\(gaps.count { judged.hasFound($0) })",
          ]
        }
      })
  }
}
