/// Points, 0 to 100, over steps that stand side by side: one thin line for each series, a bold one for the mean
/// of those that reach every step.
struct LinePlot {
  struct Series {
    let name: String
    /// By the index of the step.
    let points: [Int: Double]
  }
  let steps: [String]
  let series: [Series]

  private static let top = 14.0
  private static let bottom = 254.0
  private static let left = 60.0

  var canvas: Canvas {
    var canvas = Canvas(height: 296)
    for points in stride(from: 0.0, through: 100, by: 20) {
      canvas.line((Self.left, y(points)), (Canvas.right, y(points)))
      canvas.text("\(Int(points))", x: Self.left - 8, y: y(points) + 4, anchor: .end)
    }
    for (index, step) in steps.enumerated() {
      canvas.text(step, x: x(index), y: Self.bottom + 20, anchor: .middle)
    }
    for line in series {
      canvas.path(path(line.points), style: "thin", name: line.name)
    }
    let mean = mean
    if !mean.isEmpty {
      canvas.path(path(mean), style: "bold", name: "mean")
      let last = mean[steps.count - 1] ?? 0
      canvas.text("mean", x: Canvas.right + 10, y: y(last) + 4, style: "count")
    }
    return canvas
  }

  /// By step; empty where no series reaches all steps.
  private var mean: [Int: Double] {
    let whole = series.filter { $0.points.count == steps.count }
    guard !whole.isEmpty else { return [:] }
    return Dictionary(
      uniqueKeysWithValues: steps.indices.map { step in
        (step, whole.reduce(0) { $0 + ($1.points[step] ?? 0) } / Double(whole.count))
      })
  }

  private func path(_ points: [Int: Double]) -> [(x: Double, y: Double)] {
    points.keys.sorted().map { (x($0), y(points[$0] ?? 0)) }
  }

  private func x(_ step: Int) -> Double {
    let gaps = Double(max(1, steps.count - 1))
    return Self.left + 20 + (Canvas.right - Self.left - 20) * Double(step) / gaps
  }

  private func y(_ points: Double) -> Double {
    Self.bottom - (Self.bottom - Self.top) * points / 100
  }
}
