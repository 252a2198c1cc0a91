import CheckModel

extension MutationOperator {
  /// `*` instead of `-` before list items.
  static let listMarkers = MutationOperator("list-markers", .equivalent) { plan, _ in
    let edits = plan.blocks.compactMap { block -> Edit? in
      guard case .item(let item) = block.kind, item.marker == "-" else { return nil }
      let start = block.span.range.lowerBound
      guard plan.files[block.span.file].source.bytes[start] == UInt8(ascii: "-") else {
        return nil
      }
      return Edit(Span(file: block.span.file, range: start..<start + 1), "*")
    }
    return edits.isEmpty ? nil : Mutant(plan, edits, within: nil)
  }
}
