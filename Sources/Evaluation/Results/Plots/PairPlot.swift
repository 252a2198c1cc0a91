/// Two shares for each name, 0 to 1, on one line: a ring, and a dot that it goes around where both are equal.
struct PairPlot {
  struct Row {
    let name: String
    let first: Proportion
    let second: Proportion
  }
  let rows: [Row]
  /// What the dots are called.
  let first: String
  let second: String

  private static let rowHeight = 18.0

  var canvas: Canvas {
    let bottom = Double(rows.count) * Self.rowHeight + 30
    var canvas = Canvas(height: bottom + 26)
    canvas.dot(x: Canvas.left + 4, y: 8, radius: 5, style: "ring", name: first)
    canvas.text(first, x: Canvas.left + 14, y: 12)
    canvas.dot(x: Canvas.left + 124, y: 8, radius: 3, style: "second", name: second)
    canvas.text(second, x: Canvas.left + 134, y: 12)
    for share in stride(from: 0.0, through: 1, by: 0.25) {
      canvas.line((x(share), 22), (x(share), bottom))
      canvas.text(Figure.number(share), x: x(share), y: bottom + 18, anchor: .middle)
    }
    for (index, row) in rows.enumerated() {
      draw(row, at: 36 + Double(index) * Self.rowHeight, &canvas)
    }
    return canvas
  }

  private func draw(_ row: Row, at y: Double, _ canvas: inout Canvas) {
    canvas.text(row.name, x: Canvas.left - 10, y: y + 4, anchor: .end)
    if let first = row.first.value, let second = row.second.value {
      canvas.line((x(first), y), (x(second), y), style: "link")
    }
    if let value = row.first.value {
      canvas.dot(
        x: x(value), y: y, radius: 5, style: "ring",
        name: "\(row.name): \(first) \(Figure.counted(row.first))")
    }
    if let value = row.second.value {
      canvas.dot(
        x: x(value), y: y, radius: 3, style: "second",
        name: "\(row.name): \(second) \(Figure.counted(row.second))")
    }
    canvas.text(
      "\(row.first.count)/\(row.first.of) · \(row.second.count)/\(row.second.of)",
      x: Canvas.right + 14, y: y + 4, style: "count")
  }

  private func x(_ share: Double) -> Double {
    Canvas.left + (Canvas.right - Canvas.left) * share
  }
}
