/// Points of single things, 0 to 100, as dots in a row for each group; dots that would hide each other stand one
/// above the other.
struct StripPlot {
  struct Row {
    let name: String
    let dots: [(name: String, points: Int)]
    /// Which color.
    let style: String
  }
  /// Rows below the heading of what they belong to.
  let groups: [(title: String, rows: [Row])]
  /// Points at which something is decided, with what they are called.
  let marks: [(points: Double, name: String)]

  private static let dotHeight = 8.5

  var canvas: Canvas {
    let height = groups.reduce(0.0) { sum, group in
      sum + 28 + group.rows.reduce(0) { $0 + self.height($1) }
    }
    var canvas = Canvas(height: height + 46)
    for mark in marks {
      canvas.line((x(mark.points), 20), (x(mark.points), height + 22), style: "mark")
      canvas.text(mark.name, x: x(mark.points), y: 12, anchor: .middle, style: "count")
    }
    var y = 22.0
    for group in groups {
      canvas.text(group.title, x: 0, y: y + 16, style: "heading")
      y += 28
      for row in group.rows {
        draw(row, from: y, &canvas)
        y += self.height(row)
      }
    }
    for points in stride(from: 0.0, through: 100, by: 20) {
      canvas.text("\(Int(points))", x: x(points), y: y + 18, anchor: .middle)
    }
    return canvas
  }

  private func draw(_ row: Row, from y: Double, _ canvas: inout Canvas) {
    let base = y + height(row) - 11
    canvas.line((Canvas.left, base + 6), (Canvas.right, base + 6))
    canvas.text(row.name, x: Canvas.left - 10, y: base + 4, anchor: .end)
    for (dot, level) in levels(row) {
      canvas.dot(
        x: x(Double(dot.points)), y: base - Double(level) * Self.dotHeight, style: row.style,
        name: "\(dot.name): \(dot.points)")
    }
    let mean = Double(row.dots.reduce(0) { $0 + $1.points }) / Double(max(1, row.dots.count))
    canvas.text(
      row.dots.isEmpty ? "" : "mean \(Int(mean.rounded()))", x: Canvas.right + 10, y: base + 4,
      style: "count")
  }

  private func height(_ row: Row) -> Double {
    20 + Double(levels(row).map(\.level).max() ?? 0) * Self.dotHeight
  }

  /// Each dot with how many dots it stands above.
  private func levels(_ row: Row) -> [(dot: (name: String, points: Int), level: Int)] {
    var last: [Int] = []
    return row.dots.sorted { ($0.points, $0.name) < ($1.points, $1.name) }.map { dot in
      let level = last.firstIndex { dot.points - $0 >= 3 } ?? last.count
      if level == last.count { last.append(dot.points) } else { last[level] = dot.points }
      return (dot, level)
    }
  }

  private func x(_ points: Double) -> Double {
    Canvas.left + (Canvas.right - Canvas.left) * points / 100
  }
}
