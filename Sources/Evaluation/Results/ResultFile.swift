/// One file of the committed results.
package struct ResultFile: Sendable, Hashable {
  /// Relative to the corpus.
  package var path: String
  package var contents: String

  /// Everything that is measured on the open part: a file for people, and one for each table.
  package static func open(_ measured: Measurement) -> [ResultFile] {
    let tables = measured.tables
    return [
      ResultFile(path: "results/open.md", contents: page("Results on the open part", tables))
    ] + tables.map { ResultFile(path: "results/open-\($0.name).csv", contents: $0.csv) }
  }

  /// What became of the mutants of the open part, and those that a person should look at.
  package static func mutants(_ run: MutationRun) -> [ResultFile] {
    let tables = run.tables + [run.conspicuous]
    return [
      ResultFile(path: "results/mutants.md", contents: page("Mutants of the open part", tables))
    ]
      + tables.map { table in
        let name = table.name.hasPrefix("mutants") ? table.name : "mutants-\(table.name)"
        return ResultFile(path: "results/\(name).csv", contents: table.csv)
      }
  }

  /// What reviewers beside the rules came to on the open part.
  package static func reviewers(_ study: ReviewerStudy) -> [ResultFile] {
    let tables = study.tables
    let text =
      "# Reviewers on the open part\n\nThe rules, and the replies that are stored in `replies/`. "
      + "Written by `./dev eval`.\n\n" + ResultText.text(tables, in: "markdown")
    return [ResultFile(path: "results/reviewers.md", contents: text)]
      + tables.map { ResultFile(path: "results/\($0.name).csv", contents: $0.csv) }
  }

  /// Everything that is measured on the open part, with plots.
  package static func plots(_ parts: [ResultPart]) -> [ResultFile] {
    let page = ResultPage(title: "Results on the open part of the corpus", parts: parts)
    return [ResultFile(path: "results/plots.html", contents: page.html)]
  }

  /// How well merging tells that two findings are the same gap.
  package static func merging(_ study: PairStudy) -> [ResultFile] {
    let tables = study.tables
    let text =
      "# Merging\n\nThe findings of both seats in `replies/`, beside the labels in `merging/`. "
      + "Written by `./dev eval`.\n\n" + ResultText.text(tables, in: "markdown")
    return [ResultFile(path: "results/merging.md", contents: text)]
      + tables.map { ResultFile(path: "results/\($0.name).csv", contents: $0.csv) }
  }

  /// What other tools notice of the mutants.
  package static func baselines(_ tables: [ResultTable]) -> [ResultFile] {
    let text =
      "# Beside other tools\n\nThe versions are in `baselines/requirements.txt`. Written by "
      + "`./dev eval`.\n\n" + ResultText.text(tables, in: "markdown")
    return [ResultFile(path: "results/baselines.md", contents: text)]
      + tables.map { ResultFile(path: "results/\($0.name).csv", contents: $0.csv) }
  }

  /// Totals and verdicts of the locked part; nothing about a single plan or rule.
  package static func locked(_ measured: Measurement) -> [ResultFile] {
    let tables = [measured.totals, measured.verdicts]
    return [
      ResultFile(path: "results/locked.md", contents: page("Results on the locked part", tables))
    ] + tables.map { ResultFile(path: "results/locked-\($0.name).csv", contents: $0.csv) }
  }

  private static func page(_ title: String, _ tables: [ResultTable]) -> String {
    "# \(title)\n\nThe rule reviewers and the free checks. Written by `./dev eval`.\n\n"
      + ResultText.text(tables, in: "markdown")
  }
}
