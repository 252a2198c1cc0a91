/// Measured values in rows and columns; every output is made from such tables.
package struct ResultTable: Sendable, Hashable {
  /// The name of its file without ending: `rules`.
  package var name: String
  package var title: String
  /// What one row means and how its values are to be read; one sentence or more.
  package var note: String
  package var columns: [String]
  package var rows: [[String]]

  package init(
    name: String, title: String, note: String, columns: [String], rows: [[String]]
  ) {
    self.name = name
    self.title = title
    self.note = note
    self.columns = columns
    self.rows = rows
  }

  /// RFC 4180 but for line feeds alone, header first.
  package var csv: String {
    ([columns] + rows).map { row in
      row.map(Self.quoted).joined(separator: ",") + "\n"
    }.joined()
  }

  private static func quoted(_ value: String) -> String {
    guard value.contains(where: { ",\"\n\r".contains($0) }) else { return value }
    return "\""
      + value.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }

  /// A heading, the note and a pipe table.
  package var markdown: String {
    let lines = [columns, columns.map { _ in "---" }] + rows
    return "## \(title)\n\n\(note)\n\n"
      + lines.map { "| " + $0.map(Self.cell).joined(separator: " | ") + " |\n" }.joined()
  }

  private static func cell(_ value: String) -> String {
    value.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
  }

  /// The title and columns of equal width, for a terminal.
  package var plain: String {
    let lines = [columns] + rows
    let widths = columns.indices.map { column in lines.map { $0[column].count }.max() ?? 0 }
    return title + "\n"
      + lines.map { row in
        var line = ""
        for (value, width) in zip(row, widths) {
          line += value + String(repeating: " ", count: width - value.count + 2)
        }
        while line.last == " " { line.removeLast() }
        return line + "\n"
      }.joined()
  }
}
