/// A number of 100 points with a bar, on which a cross marks what is needed.
struct Bar: Sendable {
  let points: Int
  /// Nil where the number is only shown.
  let needs: Double?
  /// Below it the number is red.
  let noGo: Double

  /// The line after its label; the bar takes the room that the page has, at most 60 cells.
  func draw(_ label: StyledText, on page: inout Page) {
    let cells = min(60, page.width - label.width - 9)
    let number = StyledText(" ", times: 3 - String(points).count) + "\(points, ink)"
    let sign: StyledText = needs.map { Double(points) >= $0 ? "✓" : "✗" } ?? " "
    page.line("\(label)\(number) \(sign.inked(ink)) \(track(of: cells))")
  }

  private var ink: Ink {
    guard let needs else { return .plain }
    if Double(points) >= needs { return .good }
    return Double(points) < noGo ? .bad : .doubtful
  }

  /// Each cell stands for two halves, so that a bar of 50 cells shows every point.
  private func track(of cells: Int) -> StyledText {
    let halves = max(0, min(2 * cells, (points * 2 * cells + 50) / 100))
    let full = halves / 2
    let tick = needs.map { max(0, min(cells - 1, whole($0 * Double(cells) / 100))) }
    var track: StyledText = ""
    for cell in 0..<cells {
      if cell == tick {
        track += cell < full ? "\("╋", ink)" : "\("┼", .strong)"
      } else if cell < full {
        track += "\("━", ink)"
      } else {
        track += cell == full && halves % 2 == 1 ? "\("╸", ink)" : "\("─", .faint)"
      }
    }
    return track
  }
}
