package import CheckModel

/// A format that a report can be written in; the command line lists and offers all of them.
package struct ReportFormat: Sendable {
  /// How a format is to be drawn where that depends on the output.
  package struct Layout: Sendable, Hashable {
    /// Cells of a terminal's line.
    package var width: Int
    package var color: Bool

    package init(width: Int = 80, color: Bool = false) {
      self.width = width
      self.color = color
    }
  }

  /// As it is written after `--format`.
  package let name: String
  /// What it is for, in half a sentence.
  package let summary: String
  /// The report on one or several plans, ending with a line break.
  package let render: @Sendable (_ results: [CheckResult], _ layout: Layout) -> String

  package init(
    name: String, summary: String,
    render: @escaping @Sendable (_ results: [CheckResult], _ layout: Layout) -> String
  ) {
    self.name = name
    self.summary = summary
    self.render = render
  }

  /// All formats, in the order in which help lists them.
  package static let all = [terminal, plain, json]

  package static let terminal = ReportFormat(
    name: "terminal", summary: "bars, places and decision cards for a person"
  ) { TerminalReport.render($0, width: $1.width, color: $1.color) }

  package static let plain = ReportFormat(
    name: "plain", summary: "one finding a line, then the verdict"
  ) { results, _ in PlainReport.render(results) }

  package static let json = ReportFormat(
    name: "json", summary: "everything, as speccheck.report/1"
  ) { results, _ in JSONReport.render(results) }
}
