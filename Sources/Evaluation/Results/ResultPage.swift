/// Tables that belong together, with the plots that show them.
package struct ResultPart: Sendable, Hashable {
  package let title: String
  package let plots: [Plot]
  package let tables: [ResultTable]

  package init(_ title: String, plots: [Plot] = [], tables: [ResultTable]) {
    self.title = title
    self.plots = plots
    self.tables = tables
  }
}

extension Measurement {
  /// All that is measured on labelled plans.
  package var part: ResultPart {
    ResultPart("The rules on labelled plans", plots: plots, tables: tables)
  }
}

extension MutationRun {
  /// All that is measured on mutants.
  package var part: ResultPart {
    ResultPart("The rules on mutants of ready plans", plots: plots, tables: tables)
  }
}

extension ReviewerStudy {
  /// All that is measured of reviewers.
  package var part: ResultPart {
    ResultPart("Reviewers beside the rules", plots: plots, tables: tables)
  }
}

/// One HTML page with plots and the tables behind them, folded away; it needs no script and no network.
package struct ResultPage: Sendable {
  package let title: String
  package let parts: [ResultPart]

  package init(title: String, parts: [ResultPart]) {
    self.title = title
    self.parts = parts
  }

  package var html: String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <title>\(MarkupText.escaped(title))</title>
    <style>
    \(Self.style)
    </style>
    </head>
    <body>
    <h1>\(MarkupText.escaped(title))</h1>
    \(parts.map(Self.part).joined(separator: "\n"))
    </body>
    </html>

    """
  }

  private static func part(_ part: ResultPart) -> String {
    "<section>\n<h2>\(MarkupText.escaped(part.title))</h2>\n"
      + part.plots.map(figure).joined(separator: "\n") + "\n"
      + part.tables.map(folded).joined(separator: "\n") + "\n</section>"
  }

  private static func figure(_ plot: Plot) -> String {
    "<figure>\n<figcaption><strong>\(MarkupText.escaped(plot.title))</strong> "
      + "\(MarkupText.escaped(plot.note))</figcaption>\n\(plot.svg)\n</figure>"
  }

  private static func folded(_ table: ResultTable) -> String {
    func row(_ cells: [String], _ tag: String) -> String {
      "<tr>" + cells.map { "<\(tag)>\(MarkupText.escaped($0))</\(tag)>" }.joined() + "</tr>"
    }
    return """
      <details>
      <summary>\(MarkupText.escaped(table.title))</summary>
      <p>\(MarkupText.escaped(table.note))</p>
      <div class="wide"><table>
      <thead>\(row(table.columns, "th"))</thead>
      <tbody>
      \(table.rows.map { row($0, "td") }.joined(separator: "\n"))
      </tbody>
      </table></div>
      </details>
      """
  }

  private static let style = """
    :root {
      --paper: #ffffff; --ink: #1c2024; --faint: #60646c; --line: #d9dce1; --track: #eef0f3;
      --first: #1d5fd1; --second: #b45309; --third: #be123c;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --paper: #15171a; --ink: #e8eaed; --faint: #a0a6b0; --line: #363b43; --track: #24282e;
        --first: #6ea8ff; --second: #f5b34a; --third: #ff8098;
      }
    }
    body {
      margin: 2rem auto; max-width: 56rem; padding: 0 1rem; background: var(--paper);
      color: var(--ink); font: 16px/1.5 system-ui, sans-serif;
    }
    h1 { font-size: 1.5rem; } h2 { font-size: 1.2rem; margin-top: 2.5rem; }
    figure { margin: 1.5rem 0 2rem; } figcaption { color: var(--faint); margin-bottom: .5rem; }
    figcaption strong { color: var(--ink); }
    svg { display: block; width: 100%; height: auto; font: 12px system-ui, sans-serif; }
    .label { fill: var(--ink); } .heading { fill: var(--ink); font-weight: 600; }
    .count { fill: var(--faint); } .grid { stroke: var(--line); } .track { fill: var(--track); }
    .mark { stroke: var(--faint); stroke-dasharray: 3 3; } .link { stroke: var(--faint); }
    .first { fill: var(--first); } .second { fill: var(--second); } .third { fill: var(--third); }
    circle { stroke: var(--paper); stroke-width: 1; }
    .ring { fill: var(--paper); stroke: var(--first); stroke-width: 2; }
    polyline { fill: none; } .thin { stroke: var(--first); opacity: .35; }
    .bold { stroke: var(--first); stroke-width: 3; }
    details { margin: .4rem 0; } summary { cursor: pointer; }
    .wide { overflow-x: auto; } table { border-collapse: collapse; font-size: .85rem; }
    th, td { border-bottom: 1px solid var(--line); padding: .2rem .6rem; text-align: left; }
    """
}
