import CheckModel

extension ReviewerStudy {
  /// The findings of all reviews of one plan with the gaps that they hit, and the gaps with who found them.
  package var shownFindings: [ResultTable] { [findingTable, gapTable] }

  /// Reviewer, lens and number of every review.
  private var numbered: [(reviewer: String, lens: Lens, number: Int, judged: JudgedReview)] {
    lenses.flatMap { measured in
      (measured.repeats.first ?? measured.reviews).enumerated().map { index, judged in
        (measured.reviewer, measured.lens, index + 1, judged)
      }
    }
  }

  private var findingTable: ResultTable {
    ResultTable(
      name: "reviewers-findings", title: "Findings",
      note: "`nr` counts the findings of one reply, as judgements.json does. `hits` is empty for a "
        + "finding that no label asks for and that nobody has judged.",
      columns: [
        "reviewer", "lens", "review", "nr", "lines", "severity", "criterion", "hits", "problem",
      ],
      rows: numbered.flatMap { reviewer, lens, number, judged in
        judged.findings.map { found in
          [
            reviewer, lens.rawValue, "\(number)", "\(found.number)",
            found.finding.span.map { judged.subject.lines($0) } ?? "",
            found.finding.severity.rawValue,
            found.finding.criterion ?? "", hits(found, judged.subject), found.finding.problem,
          ]
        }
      })
  }

  private func hits(_ found: JudgedReview.Found, _ subject: CorpusCase) -> String {
    switch found.judgement {
    case .real: "real"
    case .wrong: "wrong"
    case .gap(let id): id
    case nil: found.gaps.map { subject.labels.gaps[$0].id }.joined(separator: " ")
    }
  }

  private var gapTable: ResultTable {
    let subject = numbered.first?.judged.subject
    return ResultTable(
      name: "reviewers-gaps", title: "Gaps",
      note: "`found by` is empty for a gap that was missed.",
      columns: ["id", "lines", "severity", "criterion", "found by", "missing"],
      rows: (subject?.labels.gaps ?? []).enumerated().map { index, gap in
        let finders = numbered.filter { $0.judged.hasFound(index) }.map { finder in
          "\(finder.reviewer) \(finder.lens.rawValue) \(finder.number)"
        }
        return [
          gap.id, gap.lines, gap.severity.rawValue, gap.criterion,
          finders.joined(separator: ", "), gap.missing,
        ]
      })
  }
}
