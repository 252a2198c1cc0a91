import CheckModel
import Foundation
import Testing

@testable import Evaluation

@Suite("Plots and the page that shows them")
struct PlotTests {
  private static func page(_ plots: [Plot], tables: [ResultTable] = []) -> String {
    ResultPage(title: "Results", parts: [ResultPart("Part", plots: plots, tables: tables)]).html
  }

  private static func plot(_ canvas: Canvas, title: String = "A plot") -> Plot {
    Plot(title: title, note: "How to read it.", canvas: canvas)
  }

  private static let bars = BarPlot([
    ("lexical", [.init(name: "add-tbd", share: Proportion(3, of: 4))]),
    ("semantic", [.init(name: "none", share: Proportion(0, of: 0))]), ("empty", []),
  ])

  @Test("every picture is well-formed XML, whatever the names are")
  func wellFormed() throws {
    let odd = "a<b>&\"'\u{1B}\u{202E}"
    let canvases = [
      Self.bars.canvas,
      LinePlot(steps: ["0", "1"], series: [.init(name: odd, points: [0: 80, 1: 60])]).canvas,
      StripPlot(
        groups: [(odd, [.init(name: odd, dots: [(odd, 0), (odd, 100)], style: "first")])],
        marks: [(43, odd)]
      ).canvas,
      PairPlot(
        rows: [.init(name: odd, first: Proportion(1, of: 2), second: Proportion(0, of: 0))],
        first: "precision", second: odd
      ).canvas,
    ]
    for canvas in canvases {
      let svg = Self.plot(canvas, title: odd).svg
      #expect(XMLCheck.isWellFormed(svg), "\(svg)")
      #expect(!svg.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x202E })
    }
  }

  @Test("a bar is as long as its share, and an operator without a place has none")
  func bar() {
    let svg = Self.plot(Self.bars.canvas).svg
    // 410 units from left to right
    #expect(svg.contains("class=\"first\" x=\"230\" y=\"26\" width=\"307.5\""))
    #expect(svg.components(separatedBy: "class=\"first\"").count == 2)
    #expect(svg.contains("no place for it") && svg.contains("3 of 4") && !svg.contains(">empty<"))
  }

  @Test("the bold line is the mean of the series that reach every step")
  func line() {
    let plot = LinePlot(
      steps: ["0", "1"],
      series: [
        .init(name: "a", points: [0: 100, 1: 50]), .init(name: "b", points: [0: 0]),
      ])
    let bold = Self.plot(plot.canvas).svg.split(separator: "\n").first { $0.contains("bold") }
    #expect(bold?.contains("points=\"80,14 640,134\"") == true)
  }

  @Test("dots that would hide each other stand one above the other")
  func dots() {
    let plot = StripPlot(
      groups: [("a", [.init(name: "b", dots: [("x", 50), ("y", 51), ("z", 60)], style: "first")])],
      marks: [])
    let heights = Self.plot(plot.canvas).svg.matches(of: /cy="([\d.]+)"/).map { String($0.1) }
    #expect(heights.count == 3 && Set(heights).count == 2)
  }

  @Test("the page runs nothing, loads nothing, and knows light and dark")
  func page() {
    let table = ResultTable(
      name: "t", title: "T", note: "<script>", columns: ["a"], rows: [["<b>&"]])
    let html = Self.page([Self.plot(Self.bars.canvas)], tables: [table])
    #expect(html.contains("default-src 'none'"))
    #expect(!html.contains("<script") && !html.contains("http://") && !html.contains("https://"))
    #expect(html.contains("prefers-color-scheme: dark"))
    #expect(html.contains("<td>&lt;b&gt;&amp;</td>"))
  }
}

/// Whether a text is one well-formed element: every tag closed, in order.
private enum XMLCheck {
  static func isWellFormed(_ text: String) -> Bool {
    var open: [Substring] = []
    for match in text.matches(of: /<(\/?)([a-z]+)((?: [A-Za-z0-9-]+="[^"<>]*")*)(\/?)>/) {
      switch (match.1.isEmpty, match.4.isEmpty) {
      case (true, true): open.append(match.2)
      case (true, false): continue
      case (false, _):
        guard open.popLast() == match.2 else { return false }
      }
    }
    // what is left beside tags has no angle bracket and no bare ampersand
    let rest = text.replacing(/<\/?[a-z]+(?: [A-Za-z0-9-]+="[^"<>]*")*\/?>/, with: "")
    return open.isEmpty && !rest.contains("<") && !rest.contains(">")
      && rest.matches(of: /&(?!(?:amp|lt|gt|quot|#39);)/).isEmpty
  }
}
