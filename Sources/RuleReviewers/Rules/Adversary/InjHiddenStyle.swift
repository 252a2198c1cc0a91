import CheckModel

extension Rule {
  /// Raw HTML that hides its text.
  static let injHiddenStyle = Rule(
    id: "inj-hidden-style", title: "Text hidden by style", family: .checks, class: .a,
    severity: .major, question: nil, kind: .injection, zones: [.html], lexical: false,
    detects: """
      Raw HTML outside code that hides what it contains: `display:none`, `visibility:hidden`, font size or \
      opacity zero, white text, the `hidden` attribute; and `data:` addresses that carry text.
      """,
    matters:
      "Who reads the rendered page sees nothing, who reads the file does: two different plans.",
    consequence: "People approve a text that they have not seen.",
    fix: "Show the text, or remove it.",
    examples: Examples(
      bad: [
        "# Export\n\nPlain «<span style=\"font-size:0\">»and more</span> text.\n",
        "# Export\n\n«<div style=\"display: none\">»\nMore text.\n</div>\n",
        "# Export\n\n«<p style=\"color:#FFFFFF\">»More text.</p>\n",
        "# Export\n\nSee [the list](«data:text/html;base64,PGI+aGk8L2I+»).\n",
        "# Export\n\n«<p hidden>»More text.</p>\n",
      ],
      good: [
        "# Export\n\n```css\n.menu { display: none }\n```\n",
        "# Export\n\nSet `display:none` on the menu.\n",
        "# Export\n\n<details>\n<summary>Log</summary>\n\nAll the lines.\n\n</details>\n",
        "# Export\n\n<span style=\"color:#c00\">Red</span> text.\n",
        "# Export\n\n![logo](data:image/png;base64,iVBORw0KGgo=)\n",
      ],
      moved: [
        .carriageReturns: .fires, .emojiBefore: .fires, .fenced: .silent, .quoted: .fires,
        .background: .fires,
      ]),
    find: { reading in
      var hits: [Hit] = []
      for block in reading.plan.blocks where block.isLeaf {
        let file = block.span.file
        let bytes = reading.plan.files[file].source.bytes
        if case .html = block.kind {
          for tag in tags(in: bytes, within: block.content.range) where hides(bytes[tag]) {
            hits.append(styleHit(Span(file: file, range: tag)))
          }
        }
        for inline in block.inlines {
          switch inline.kind {
          case .html where hides(bytes[inline.range]):
            hits.append(styleHit(Span(file: file, range: inline.range)))
          case .linkDestination where carriesText(bytes[inline.range]):
            hits.append(
              Hit(
                Span(file: file, range: inline.range), "The link's target carries text of its own.")
            )
          default: continue
          }
        }
      }
      return hits
    })

  private static func styleHit(_ span: Span) -> Hit {
    Hit(span, "The style of this tag hides the text that follows from readers of the page.")
  }

  /// Opening tags, comments left out.
  private static func tags(in bytes: [UInt8], within range: Range<Int>) -> [Range<Int>] {
    let comments = HTMLComments.ranges(in: bytes, within: range)
    var found: [Range<Int>] = []
    var comment = 0
    var index = range.lowerBound
    while index < range.upperBound {
      if comment < comments.count, index >= comments[comment].lowerBound {
        index = max(index + 1, comments[comment].upperBound)
        comment += 1
        continue
      }
      guard bytes[index] == 0x3C, index + 1 < range.upperBound, bytes[index + 1].isLetter else {
        index += 1
        continue
      }
      var end = index + 1
      while end < range.upperBound, bytes[end] != 0x3E { end += 1 }
      let upper = min(end + 1, range.upperBound)
      found.append(index..<upper)
      index = upper
    }
    return found
  }

  private static let tinySizes = ByteSearch(["font-size:0."])
  private static let zeroSizes = ByteSearch(["font-size:0.0"])
  private static let backgrounds = ByteSearch(["background-color:white", "background:"])
  private static let hidingStyles = ByteSearch([
    "display:none", "visibility:hidden", "font-size:0", "opacity:0;", "opacity:0\"", "opacity:0'",
    "opacity:0.0", "color:white", "color:#fff;", "color:#fff\"", "color:#fff'", "color:#ffffff",
    "color:transparent", "color:rgb(255,255,255)", "color=\"white\"", "color=\"#ffffff\"",
  ])

  private static func hides(_ tag: ArraySlice<UInt8>) -> Bool {
    guard tag.first == 0x3C, tag.count > 4 else { return false }
    // white space inside a style means nothing
    let text = tag.filter { !$0.isBlank }
    func says(_ words: ByteSearch) -> Bool { words.occurs(in: text, 0..<text.count) }
    if says(tinySizes) { return says(zeroSizes) }
    if says(backgrounds) { return false }
    if says(hidingStyles) { return true }
    let words = tag.dropFirst().dropLast().split(whereSeparator: \.isBlank)
    return words.dropFirst().contains { Array($0).map(\.lowercased) == Array("hidden".utf8) }
  }

  private static func carriesText(_ target: ArraySlice<UInt8>) -> Bool {
    let start = String(decoding: target.prefix(24).map(\.lowercased), as: UTF8.self)
    guard start.hasPrefix("data:") else { return false }
    return !start.hasPrefix("data:image/") || start.hasPrefix("data:image/svg")
  }
}
