import CheckModel
import Threads

/// What links within a plan can lead to.
struct LinkTargets {
  private let plan: Plan
  private let lazyAnchors = Lazy<[Set<String>]>()
  private let labels: LinkLabels
  private let footnotes: Set<String>
  private let hasDefinitions: Bool

  init(_ reading: PlanReading) {
    let plan = reading.plan
    self.plan = plan
    labels = LinkLabels(plan)
    var footnotes: Set<String> = []
    for block in plan.blocks where block.isLeaf {
      let bytes = plan.files[block.span.file].source.bytes
      if let label = Self.footnote(bytes, at: block.span.range.lowerBound),
        label.upperBound + 1 < bytes.count, bytes[label.upperBound + 1] == UInt8(ascii: ":")
      {
        footnotes.formUnion(Self.footnotes(of: block, bytes))
      }
    }
    self.footnotes = footnotes
    hasDefinitions = plan.blocks.contains(where: \.isDefinition)
  }

  /// The links of a block that lead nowhere.
  func missed(by block: Block) -> [Hit] {
    let bytes = plan.files[block.span.file].source.bytes
    var hits: [Hit] = []
    for inline in block.inlines {
      switch inline.kind {
      case .linkDestination:
        if let hit = missed(anchor: inline.range, bytes, file: block.span.file) { hits.append(hit) }
      case .text where !inline.linked:
        hits += missed(labels: inline.range, of: block, bytes)
      default: break
      }
    }
    return hits
  }

  // MARK: Headings

  /// For each file the slugs of its headings and its HTML ids, without hyphens. Few plans link to any.
  private var anchors: [Set<String>] {
    lazyAnchors.value {
      var anchors = [Set<String>](repeating: [], count: plan.files.count)
      for section in plan.sections {
        anchors[section.span.file].insert(Self.folded(section.title))
      }
      for block in plan.blocks where block.isLeaf {
        let bytes = plan.files[block.span.file].source.bytes
        for id in Self.ids(in: bytes, block) { anchors[block.span.file].insert(Self.folded(id)) }
      }
      return anchors
    }
  }

  /// Letters and digits only: tools spell anchors differently.
  private static func folded(_ title: String) -> String {
    String(
      String.UnicodeScalarView(
        title.lowercased().unicodeScalars.filter {
          $0.properties.isAlphabetic || $0.properties.numericType != nil
        }))
  }

  private func missed(anchor range: Range<Int>, _ bytes: [UInt8], file: Int) -> Hit? {
    guard let mark = bytes[range].firstIndex(of: UInt8(ascii: "#")), mark + 1 < range.upperBound
    else { return nil }
    let path = String(decoding: bytes[range.lowerBound..<mark], as: UTF8.self)
    guard let target = path.isEmpty ? file : self.file(at: path, from: file) else { return nil }
    let text = String(decoding: bytes[mark + 1..<range.upperBound], as: UTF8.self)
    // percent signs stand for scripts that are not looked into
    guard text.lowercased() != "top", !text.contains("%"), !text.contains("/") else { return nil }
    let wanted = Self.folded(text)
    guard !wanted.isEmpty, !anchors[target].contains(wanted), !isRepeated(text, in: target)
    else { return nil }
    return Hit(
      Span(file: file, range: mark + 1..<range.upperBound),
      "No heading\(path.isEmpty ? "" : " of “\(path)”") has the anchor “\(text)”.")
  }

  /// `limits-1` is the second heading `Limits`.
  private func isRepeated(_ text: String, in file: Int) -> Bool {
    guard let hyphen = text.lastIndex(of: "-"),
      text[hyphen...].dropFirst().allSatisfy(\.isNumber)
    else { return false }
    return anchors[file].contains(Self.folded(String(text[..<hyphen])))
  }

  /// Another file of the plan, beside the one that links.
  private func file(at path: String, from file: Int) -> Int? {
    guard plan.isFolder, !path.contains(":") else { return nil }
    let folder = plan.files[file].path.split(separator: "/").dropLast()
    var parts = Array(folder)
    for part in path.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return plan.files.firstIndex { $0.path.split(separator: "/") == parts }
  }

  /// `id="…"` and `name="…"` of raw HTML, `{#…}` behind a heading.
  private static func ids(in bytes: [UInt8], _ block: Block) -> [String] {
    guard
      block.kind == .html || block.inlines.contains(where: { $0.kind == .html })
        || bytes[block.content.range].contains(UInt8(ascii: "{"))
    else { return [] }
    var ids: [String] = []
    var start = block.span.range.lowerBound
    while let mark = marks.first(in: bytes, start..<block.span.range.upperBound) {
      let end =
        bytes[mark.upperBound..<block.span.range.upperBound]
        .firstIndex { [0x22, 0x27, 0x7D, 0x3E].contains($0) } ?? block.span.range.upperBound
      ids.append(String(decoding: bytes[mark.upperBound..<end], as: UTF8.self))
      start = max(end, mark.upperBound)
    }
    return ids
  }

  private static let marks = ByteSearch(["id=\"", "name=\"", "id='", "name='", "{#"])

  // MARK: Labels and footnotes

  private func missed(labels range: Range<Int>, of block: Block, _ bytes: [UInt8]) -> [Hit] {
    var hits: [Hit] = []
    let (file, text) = (block.span.file, block.content.range)
    for index in range where bytes[index] == UInt8(ascii: "[") {
      if let label = Self.footnote(bytes, at: index), label.upperBound < text.upperBound,
        !footnotes.contains(String(decoding: bytes[label], as: UTF8.self)),
        index == 0 || bytes[index - 1] != UInt8(ascii: "(")
      {
        hits.append(
          Hit(Span(file: file, range: index..<label.upperBound + 1), "That footnote is nowhere."))
      } else if hasDefinitions, let label = label(bytes, at: index, within: text) {
        let name = String(decoding: bytes[label], as: UTF8.self)
        guard !labels.contains("[\(name)]") else { continue }
        hits.append(Hit(Span(file: file, range: label), "Nothing defines the label “\(name)”."))
      }
    }
    return hits
  }

  /// The label of `[text][label]`, of at least four letters, and no index such as `rows[0][name]`.
  private func label(_ bytes: [UInt8], at open: Int, within range: Range<Int>) -> Range<Int>? {
    guard open > range.lowerBound, bytes[open - 1] == UInt8(ascii: "]"),
      let close = bytes[open..<range.upperBound].firstIndex(of: UInt8(ascii: "]")),
      let first = bytes[range.lowerBound..<open - 1].lastIndex(of: UInt8(ascii: "["))
    else { return nil }
    let label = open + 1..<close
    let isIndex = first > range.lowerBound && bytes[first - 1].isAlphanumeric
    return !isIndex && label.count >= 4 && bytes[label].contains { $0.isLower } ? label : nil
  }

  /// The name in `[^name]`.
  private static func footnote(_ bytes: [UInt8], at open: Int) -> Range<Int>? {
    guard open + 2 < bytes.count, bytes[open] == UInt8(ascii: "["),
      bytes[open + 1] == UInt8(ascii: "^")
    else { return nil }
    let start = open + 2
    let end =
      bytes[start..<min(bytes.count, start + 60)]
      .firstIndex { !$0.isAlphanumeric && $0 != 0x2D && $0 != 0x5F } ?? start
    guard end > start, bytes[end] == UInt8(ascii: "]") else { return nil }
    return start..<end
  }

  /// The footnotes that a block defines, one at the start of each line.
  private static func footnotes(of block: Block, _ bytes: [UInt8]) -> [String] {
    CodeLines.ranges(of: block.span.range, in: bytes).compactMap { line in
      footnote(bytes, at: line.lowerBound).flatMap { label in
        label.upperBound + 1 < bytes.count && bytes[label.upperBound + 1] == UInt8(ascii: ":")
          ? String(decoding: bytes[label], as: UTF8.self) : nil
      }
    }
  }
}
