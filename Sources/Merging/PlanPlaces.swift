import CheckModel

/// Finds the block, section and lines that a finding stands in.
struct PlanPlaces {
  private let plan: Plan
  /// The indices of the blocks that have a place, by file and start.
  private let order: [Int]
  private let sectionOrder: [String: Int]

  init(_ plan: Plan) {
    self.plan = plan
    // a container comes before what it contains: at one start, the longer span first
    order = plan.blocks.indices.sorted { left, right in
      let (first, second) = (plan.blocks[left].span, plan.blocks[right].span)
      return (first.file, first.range.lowerBound, second.range.upperBound, left)
        < (second.file, second.range.lowerBound, first.range.upperBound, right)
    }
    sectionOrder = Dictionary(
      zip(plan.sections.map(\.id), plan.sections.indices), uniquingKeysWith: { first, _ in first })
  }

  /// Where a finding stands. A place that the plan does not have counts as none.
  func place(of finding: Finding) -> FindingPlace {
    guard let span = finding.span, plan.files.indices.contains(span.file) else {
      return FindingPlace(section: finding.section.flatMap { sectionOrder[$0] })
    }
    let block = innermostBlock(at: span)
    let section =
      block.flatMap { plan.blocks[$0].section } ?? finding.section.flatMap { sectionOrder[$0] }
    return FindingPlace(
      file: span.file, lines: plan.lines(of: span), block: block, section: section)
  }

  /// The smallest block that holds the first byte of a span.
  private func innermostBlock(at span: Span) -> Int? {
    let offset = span.range.lowerBound
    var low = 0
    var high = order.count
    while low < high {
      let middle = (low + high) / 2
      let start = plan.blocks[order[middle]].span
      if (start.file, start.range.lowerBound) <= (span.file, offset) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low > 0 else { return nil }
    var candidate: Int? = order[low - 1]
    // a parent comes before its children in the plan, so this ends
    while let block = candidate {
      let own = plan.blocks[block].span
      if own.file == span.file, own.range.contains(offset) { return block }
      candidate = plan.blocks[block].parent.flatMap { $0 < block ? $0 : nil }
    }
    return nil
  }

  /// The bytes of the sentence around the start of a finding, within its block.
  func sentence(of finding: Finding) -> Span? {
    guard let span = finding.span, plan.files.indices.contains(span.file),
      let block = innermostBlock(at: span)
    else { return nil }
    let bytes = plan.files[span.file].source.bytes
    let bounds = plan.blocks[block].span.range.clamped(to: 0..<bytes.count)
    var start = min(max(span.range.lowerBound, bounds.lowerBound), bounds.upperBound)
    var end = start
    while start > bounds.lowerBound, !endsSentence(bytes, start - 1) { start -= 1 }
    while end < bounds.upperBound, !endsSentence(bytes, end) { end += 1 }
    return Span(file: span.file, range: start..<end)
  }

  /// A full stop, question or exclamation mark with white space behind it.
  private func endsSentence(_ bytes: [UInt8], _ index: Int) -> Bool {
    let isMark = [UInt8(ascii: "."), UInt8(ascii: "?"), UInt8(ascii: "!")].contains(bytes[index])
    guard isMark, index + 1 < bytes.count else { return false }
    return [0x20, 0x09, 0x0A, 0x0D].contains(bytes[index + 1])
  }
}

/// Where a finding stands, as far as it stands anywhere.
struct FindingPlace: Sendable, Hashable {
  var file: Int?
  /// 1-based lines; nil for a finding about the whole.
  var lines: ClosedRange<Int>?
  var block: Int?
  var section: Int?

  init(
    file: Int? = nil, lines: ClosedRange<Int>? = nil, block: Int? = nil, section: Int? = nil
  ) {
    self.file = file
    self.lines = lines
    self.block = block
    self.section = section
  }
}
