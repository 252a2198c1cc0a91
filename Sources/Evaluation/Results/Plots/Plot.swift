/// A picture of measured values, as one SVG element for an HTML page (W3C, "Scalable Vector Graphics (SVG) 2").
///
/// Colors come from classes that the page defines, so that it is readable on light and on dark.
package struct Plot: Sendable, Hashable {
  package let title: String
  /// How it is to be read; one sentence or more.
  package let note: String
  package let svg: String

  init(title: String, note: String, canvas: Canvas) {
    self.title = title
    self.note = note
    svg = canvas.svg(named: title)
  }
}

/// Shapes on a sheet of 760 units' width; y grows downward.
struct Canvas {
  static let width = 760.0
  /// Where the area for values begins and ends; names stand before it, counts behind it.
  static let left = 230.0
  static let right = 640.0

  private let height: Double
  private var elements: [String] = []

  init(height: Double) { self.height = height }

  /// Where text begins or ends.
  enum Anchor: String { case start, middle, end }

  mutating func text(
    _ text: String, x: Double, y: Double, anchor: Anchor = .start, style: String = "label"
  ) {
    elements.append(
      "<text class=\"\(style)\" x=\"\(Self.number(x))\" y=\"\(Self.number(y))\" "
        + "text-anchor=\"\(anchor.rawValue)\">\(MarkupText.escaped(text))</text>")
  }

  mutating func line(
    _ from: (x: Double, y: Double), _ to: (x: Double, y: Double), style: String = "grid"
  ) {
    elements.append(
      "<line class=\"\(style)\" x1=\"\(Self.number(from.x))\" y1=\"\(Self.number(from.y))\" "
        + "x2=\"\(Self.number(to.x))\" y2=\"\(Self.number(to.y))\"/>")
  }

  mutating func bar(x: Double, y: Double, width: Double, height: Double, style: String) {
    elements.append(
      "<rect class=\"\(style)\" x=\"\(Self.number(x))\" y=\"\(Self.number(y))\" "
        + "width=\"\(Self.number(width))\" height=\"\(Self.number(height))\" rx=\"2\"/>")
  }

  /// - Parameter name: shown when a pointer rests on it.
  mutating func dot(
    x: Double, y: Double, radius: Double = 4, style: String, name: String
  ) {
    elements.append(
      "<circle class=\"\(style)\" cx=\"\(Self.number(x))\" cy=\"\(Self.number(y))\" "
        + "r=\"\(Self.number(radius))\">"
        + "<title>\(MarkupText.escaped(name))</title></circle>")
  }

  mutating func path(_ points: [(x: Double, y: Double)], style: String, name: String) {
    let list = points.map { "\(Self.number($0.x)),\(Self.number($0.y))" }.joined(separator: " ")
    elements.append(
      "<polyline class=\"\(style)\" points=\"\(list)\">"
        + "<title>\(MarkupText.escaped(name))</title></polyline>")
  }

  fileprivate func svg(named title: String) -> String {
    "<svg viewBox=\"0 0 \(Self.number(Self.width)) \(Self.number(height))\" role=\"img\" "
      + "aria-label=\"\(MarkupText.escaped(title))\">\n" + elements.joined(separator: "\n")
      + "\n</svg>"
  }

  /// One decimal, which is finer than a pixel.
  private static func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    let sign = tenths < 0 ? "-" : ""
    return sign + "\(abs(tenths) / 10)" + (tenths % 10 == 0 ? "" : ".\(abs(tenths) % 10)")
  }
}

/// Text inside HTML and SVG.
enum MarkupText {
  /// With the characters that mean something written as entities, and without control characters.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default:
        let isUnseen = scalar.properties.generalCategory == .format || scalar.value >= 0xE0000
        if scalar.value >= 0x20, scalar.value != 0x7F, !isUnseen {
          escaped.unicodeScalars.append(scalar)
        }
      }
    }
    return escaped
  }
}
