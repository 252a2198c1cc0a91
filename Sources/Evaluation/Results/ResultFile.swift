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
