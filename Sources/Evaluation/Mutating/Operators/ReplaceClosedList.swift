import CheckModel

extension MutationOperator {
  /// `a, b and c` becomes `a, b, etc.`
  static let replaceClosedList = MutationOperator(
    "replace-closed-list", .lexical, rules: ["open-ended-list"], criterion: "clarity"
  ) { plan, choice in
    let ends = plan.workBlocks.flatMap { index -> [Span] in
      let block = plan.blocks[index]
      guard block.kind == .paragraph else { return [] }
      return ListEnds.ranges(in: plan.files[block.content.file].source.bytes, block.content.range)
        .map { Span(file: block.content.file, range: $0) }
    }
    let endings = [", etc.", " and so on", " and the like", ", and so forth", " and similar"]
    guard plan.language == "en", let end = choice.one(of: ends),
      let ending = choice.one(of: endings)
    else { return nil }
    return Mutant(plan, [Edit(end, ending)], within: end)
  }
}

/// Finds the last members of enumerations of single words or names in code.
private enum ListEnds {
  /// From behind the last member but one to behind the last: ` and c`.
  static func ranges(in bytes: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
    let joint = Array(" and ".utf8)
    return range.dropLast(joint.count).compactMap { index in
      guard bytes[index..<index + joint.count].elementsEqual(joint) else { return nil }
      let last = member(in: bytes, from: index + joint.count, before: range.upperBound)
      var start = index
      while start > range.lowerBound, isPart(bytes[start - 1]) { start -= 1 }
      // behind the last member a sentence or clause ends, so that nothing belongs to the list as a whole
      guard start < index, last > index + joint.count, start >= range.lowerBound + 3,
        bytes[start - 1] == 0x20, bytes[start - 2] == 0x2C, isPart(bytes[start - 3]),
        last == range.upperBound || [0x2E, 0x2C, 0x3B].contains(bytes[last])
      else { return nil }
      return index..<last
    }
  }

  private static func member(in bytes: [UInt8], from start: Int, before end: Int) -> Int {
    var index = start
    while index < end, isPart(bytes[index]) { index += 1 }
    return index
  }

  private static func isPart(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      || byte == 0x60 || byte == 0x5F || byte == 0x2D || byte >= 0x80
  }
}
