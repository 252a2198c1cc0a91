/// The lines of a terminal report, none wider than the page but those that name a place.
struct Page: Sendable {
  let width: Int
  private(set) var lines: [StyledText] = []

  /// Narrower than 40 cells nothing can be laid out: such a page is 40 cells wide.
  init(width: Int) { self.width = max(40, width) }

  /// One line, cut at the page's edge.
  mutating func line(_ text: StyledText = "") { lines.append(text.truncated(to: width)) }

  /// A line that is never cut: a place must stay whole to be opened or searched for.
  mutating func wide(_ text: StyledText) { lines.append(text) }

  /// An empty line, but never two and none at the top.
  mutating func gap() {
    if let last = lines.last, !last.isEmpty { lines.append("") }
  }

  /// A paragraph after a label; its further lines stand below its first word.
  mutating func paragraph(_ text: StyledText, label: StyledText = "") {
    let indent = label.width
    let room = max(16, width - indent)
    for (index, line) in text.wrapped(to: room).enumerated() {
      self.line((index == 0 ? label : StyledText(" ", times: indent)) + line)
    }
  }

  /// The title of a part, with a rule to the edge.
  mutating func title(_ title: StyledText, note: StyledText = "") {
    gap()
    let head = title + (note.isEmpty ? "" : " " + note) + " "
    line(head + StyledText("─", times: width - head.width, .faint))
  }

  /// The page as text, a line break after each line.
  func rendered(color: Bool) -> String {
    lines.map { $0.rendered(color: color) + "\n" }.joined()
  }
}
