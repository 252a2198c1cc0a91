/// A share for each name, as bars from 0 to 1 below the headings of their groups.
struct BarPlot {
  struct Row {
    let name: String
    let share: Proportion
  }
  private let groups: [(title: String, rows: [Row])]

  private static let rowHeight = 20.0

  init(_ groups: [(title: String, rows: [Row])]) {
    self.groups = groups.filter { !$0.rows.isEmpty }
  }

  var canvas: Canvas {
    let lines = groups.reduce(0) { $0 + $1.rows.count + 1 }
    var canvas = Canvas(height: Double(lines) * Self.rowHeight + 8)
    var y = 16.0
    for group in groups {
      canvas.text(group.title, x: 0, y: y, style: "heading")
      y += Self.rowHeight
      for row in group.rows {
        draw(row, at: y, &canvas)
        y += Self.rowHeight
      }
    }
    return canvas
  }

  private func draw(_ row: Row, at y: Double, _ canvas: inout Canvas) {
    let width = Canvas.right - Canvas.left
    canvas.text(row.name, x: Canvas.left - 10, y: y, anchor: .end)
    canvas.bar(x: Canvas.left, y: y - 10, width: width, height: 12, style: "track")
    if let value = row.share.value {
      canvas.bar(x: Canvas.left, y: y - 10, width: width * value, height: 12, style: "first")
    }
    canvas.text(
      row.share.of == 0 ? "no place for it" : Figure.counted(row.share), x: Canvas.right + 10, y: y,
      style: "count")
  }
}
