import CheckModel
import Merging

extension PairStudy {
  /// Everything that is measured, as tables; the last names each pair that merging gets wrong.
  package var tables: [ResultTable] {
    let sets = valueSets
    return [
      summary(sets), values(sets), plans, scores, agreement, wrongPairs,
    ]
  }

  /// Values with the name of where they come from.
  private typealias ValueSet = (name: String, values: MatchingValues)

  private var valueSets: [ValueSet] {
    [("shipped", .shipped)]
      + [true, false].map { ("tuned on the \(halfName($0))", PairTuning.best(on: half($0))) }
  }

  private func halfName(_ isFirst: Bool) -> String { isFirst ? "first half" : "second half" }

  private func summary(_ sets: [ValueSet]) -> ResultTable {
    let all = sets.prefix(1).map { row($0, "all", cases) }
    let halves = sets.flatMap { set in
      [true, false].map { row(set, halfName($0), half($0)) }
    }
    return ResultTable(
      name: "merging", title: "Pairs of findings",
      note:
        "Pairs of findings on one plan, labelled the same and made one. A gap that one seat splits has "
        + "several such pairs; each is asked for, and one that is attached to a pair as a further "
        + "finding counts as found. One to one: the assignment alone, against the most pairs that can be "
        + "formed so. Related: labelled pairs, those that merging shows side by side, and those that it makes "
        + "one. Possible: all pairs shown side by side, and those of them that are the same. "
        + "Matches: gaps of at least minor that both seats have; the error is the sum over the plans, with "
        + "and without sign. The first half is every other plan by name, from the first.",
      columns: [
        "values", "measured on", "plans", "same", "made one", "right", "precision", "recall", "F1",
        "F1 one to one", "related", "related shown", "related made one", "possible",
        "possible same", "matches",
        "matches counted", "error", "absolute error",
      ], rows: all + halves)
  }

  private func row(_ set: ValueSet, _ place: String, _ cases: [Case]) -> [String] {
    let measured = PairMeasurement(cases, set.values)
    return [
      set.name, place, "\(cases.count)", "\(measured.recall.of)", "\(measured.precision.of)",
      "\(measured.precision.count)", Figure.share(measured.precision),
      Figure.share(measured.recall), Figure.number(measured.f1),
      Figure.number(measured.oneToOneF1), "\(measured.relatedShown.of)",
      "\(measured.relatedShown.count)", "\(measured.relatedMerged.count)",
      "\(measured.possibleSame.of)", "\(measured.possibleSame.count)",
      "\(measured.labelledMatches)", "\(measured.matches)",
      Self.signed(measured.matches - measured.labelledMatches), "\(measured.absoluteError)",
    ]
  }

  private static func signed(_ number: Int) -> String { number > 0 ? "+\(number)" : "\(number)" }

  private func values(_ sets: [ValueSet]) -> ResultTable {
    ResultTable(
      name: "merging-values", title: "Weights and thresholds",
      note:
        "Place, words, names and criterion are weights of the score. Tuning takes the highest F1, and of "
        + "equally good values those nearest to the shipped.",
      columns: [
        "values", "place", "words", "names", "criterion", "match", "possible", "also",
      ],
      rows: sets.map { name, values in
        [
          name, Figure.number(values.place), Figure.number(values.words),
          Figure.number(values.names), Figure.number(values.criterion),
          Figure.number(values.match), Figure.number(values.possible), Figure.number(values.also),
        ]
      })
  }

  private var plans: ResultTable {
    ResultTable(
      name: "merging-plans", title: "Pairs by plan",
      note:
        "The shipped values. Labelled: pairs that either of the two labellings names, and those that both "
        + "label alike.",
      columns: [
        "plan", "half", "findings A", "findings B", "labelled", "alike", "same", "made one",
        "right", "F1", "related",
        "related shown", "matches", "matches counted", "error",
      ],
      rows: cases.enumerated().map { index, item in
        let measured = PairMeasurement([item], .shipped)
        return [
          item.name, index.isMultiple(of: 2) ? "first" : "second", "\(item.a.count)",
          "\(item.b.count)", "\(item.labels.named.count)",
          "\(item.labels.named.count - item.labels.settled.count)", "\(measured.recall.of)",
          "\(measured.precision.of)",
          "\(measured.precision.count)", Figure.number(measured.f1),
          "\(measured.relatedShown.of)", "\(measured.relatedShown.count)",
          "\(measured.labelledMatches)", "\(measured.matches)",
          Self.signed(measured.matches - measured.labelledMatches),
        ]
      })
  }

  private var scores: ResultTable {
    let scored = cases.flatMap { item in
      item.allPairs.map { (item.labels.label($0), item.score($0)) }
    }
    return ResultTable(
      name: "merging-scores", title: "Scores by label",
      note:
        "Every pair of findings on one plan, by its score with the shipped values; a row begins at its "
        + "score and ends before the next.",
      columns: ["score"] + PairLabels.Label.allCases.map(\.rawValue),
      rows: (0..<20).map { step in
        let (start, end) = (Double(step) / 20, Double(step + 1) / 20)
        return [Figure.number(start)]
          + PairLabels.Label.allCases.map { label in
            // the last row has its end too
            "\(scored.count { $0.0 == label && $0.1 >= start && ($0.1 < end || step == 19) })"
          }
      })
  }

  private var agreement: ResultTable {
    var (named, all) = (PairAgreement(), PairAgreement())
    for item in cases {
      let (first, second) = (item.labels.first, item.labels.second)
      for pair in item.allPairs {
        let labels = (first[pair] ?? .different, second[pair] ?? .different)
        all.count(labels.0, labels.1)
        if item.labels.named.contains(pair) { named.count(labels.0, labels.1) }
      }
    }
    return ResultTable(
      name: "merging-agreement", title: "The two labellings",
      note:
        "Same, related or different. Pairs that neither named are different for both, which is easy; "
        + "without them, kappa is low as soon as one label is frequent.",
      columns: ["pairs", "number", "equal", "share", "kappa", "AC1"],
      rows: [("named by either", named), ("all", all)].map { name, agreement in
        [
          name, "\(agreement.equal.of)", "\(agreement.equal.count)",
          Figure.share(agreement.equal), Figure.number(agreement.kappa),
          Figure.number(agreement.ac1),
        ]
      })
  }

  private var wrongPairs: ResultTable {
    ResultTable(
      name: "merging-wrong", title: "Pairs that merging gets wrong",
      note:
        "Labelled the same and not made one, or made one and labelled otherwise, with the shipped values. "
        + "A and B count the gaps of each reply from 1.",
      columns: ["plan", "A", "B", "label", "made", "score", "problem of A", "problem of B"],
      rows: cases.flatMap { item -> [[String]] in
        let outcome = item.comparison.outcome(.shipped)
        return outcome.merged.symmetricDifference(item.labels.pairs(.same))
          .sorted { ($0.a, $0.b) < ($1.a, $1.b) }.map { pair in
            let made =
              outcome.merged.contains(pair)
              ? "one" : outcome.possible.contains(pair) ? "possible" : "apart"
            return [
              item.name, "\(pair.a + 1)", "\(pair.b + 1)", item.labels.label(pair).rawValue, made,
              Figure.number(item.score(pair)), item.a[pair.a].problem, item.b[pair.b].problem,
            ]
          }
      })
  }
}

extension PairStudy.Case {
  /// Every finding of A with every one of B.
  fileprivate var allPairs: [PairLabels.Pair] {
    a.indices.flatMap { own in b.indices.map { PairLabels.Pair(own, $0) } }
  }

  fileprivate func score(_ pair: PairLabels.Pair) -> Double {
    comparison.signals(pair).map(MatchingValues.shipped.score) ?? 0
  }
}
