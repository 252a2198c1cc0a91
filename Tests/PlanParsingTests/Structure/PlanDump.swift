import CheckModel
import PlanParsing

/// A plan's blocks as text, one a line, indented by nesting: kind, lines and the content in quotes.
func dump(_ plan: Plan) -> String {
  var depth = [Int](repeating: 0, count: plan.blocks.count)
  var lines: [String] = []
  for (index, block) in plan.blocks.enumerated() {
    if let parent = block.parent { depth[index] = depth[parent] + 1 }
    let range = plan.lines(of: block.span)
    let place =
      range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)-\(range.upperBound)"
    lines.append(
      String(repeating: "  ", count: depth[index]) + "\(name(block.kind)) \(place)"
        + content(of: block, in: plan))
  }
  return lines.joined(separator: "\n")
}

func parse(_ markdown: String, path: String = "plan.md") -> Plan {
  PlanParser.parse(PlanInput(path: path, bytes: Array(markdown.utf8)))
}

private func content(of block: Block, in plan: Plan) -> String {
  switch block.kind {
  case .quote, .list, .table, .thematicBreak: ""
  case .tableRow(_, let cells):
    " " + cells.map { plan.files[block.span.file].source.string($0) }.joined(separator: " | ")
  default: " \"" + plan.text(of: block.content).replacing("\n", with: "⏎") + "\""
  }
}

private func name(_ kind: Block.Kind) -> String {
  switch kind {
  case .heading(let level, let implied): "h\(level)\(implied ? " implied" : "")"
  case .paragraph: "paragraph"
  case .label: "label"
  case .quote: "quote"
  case .list(let ordered): ordered ? "numbered" : "bullets"
  case .item(let item):
    "item \(item.marker)"
      + (item.checkbox.map { " [\($0.state)\($0.optional ? " optional" : "")]" } ?? "")
  case .fence(let info, let closed): "fence \(info)\(closed ? "" : " unclosed")"
  case .indentedCode: "code"
  case .html: "html"
  case .table: "table"
  case .tableRow(let header, _): header ? "header" : "row"
  case .thematicBreak: "break"
  case .referenceDefinition: "definition"
  case .frontMatter: "front matter"
  }
}
