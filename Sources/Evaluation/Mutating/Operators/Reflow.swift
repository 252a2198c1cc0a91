import CheckModel

extension MutationOperator {
  /// Long lines of plain paragraphs are broken at a blank between two lowercase words.
  static let reflow = MutationOperator("reflow", .equivalent) { plan, _ in
    let edits = plan.blocks.flatMap { block -> [Edit] in
      guard block.kind == .paragraph, block.parent == nil,
        block.inlines.allSatisfy({ $0.kind == .text })
      else { return [] }
      let bytes = plan.files[block.content.file].source.bytes
      var column = 0
      return block.content.range.compactMap { index in
        column = bytes[index] == 0x0A ? 0 : column + 1
        guard column > 60, bytes[index] == 0x20, isLowercase(bytes[index - 1]),
          index + 1 < block.content.range.upperBound, isLowercase(bytes[index + 1])
        else { return nil }
        column = 0
        return Edit(Span(file: block.content.file, range: index..<index + 1), "\n")
      }
    }
    return edits.isEmpty ? nil : Mutant(plan, edits, within: nil)
  }

  private static func isLowercase(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
}
