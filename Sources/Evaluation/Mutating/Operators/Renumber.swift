import CheckModel

extension MutationOperator {
  /// Ordered lists are numbered with 1 throughout, as Markdown allows, and tasks `Task N` from 11 on, with every
  /// mention of them. A plan whose requirements are named by such numbers stays.
  static let renumber = MutationOperator("renumber", .equivalent) { plan, _ in
    guard plan.tasks.allSatisfy(\.requirementIDs.isEmpty) else { return nil }
    let named = Set(plan.tasks.compactMap(\.authorID).filter { $0.hasPrefix("Task ") })
    var edits = named.isEmpty ? [] : plan.files.indices.flatMap { shifted(named, in: plan, $0) }
    edits += plan.blocks.compactMap { block in
      guard case .item(let item) = block.kind, item.marker.hasSuffix("."),
        let number = Int(item.marker.dropLast()), (2...9).contains(number)
      else { return nil }
      let start = block.span.range.lowerBound
      guard plan.files[block.span.file].source.bytes[start] == 0x30 + UInt8(number) else {
        return nil
      }
      return Edit(Span(file: block.span.file, range: start..<start + 1), "1")
    }
    return edits.isEmpty ? nil : Mutant(plan, edits, within: nil)
  }

  /// `Task 3` becomes `Task 13`, wherever it stands.
  private static func shifted(_ named: Set<String>, in plan: Plan, _ file: Int) -> [Edit] {
    let bytes = plan.files[file].source.bytes
    let word = Array("Task ".utf8)
    return bytes.indices.compactMap { index -> Edit? in
      guard bytes[index] == word[0], bytes[index...].starts(with: word) else { return nil }
      let start = index + word.count
      let digits = bytes[start...].prefix { (0x30...0x39).contains($0) }
      let text = String(decoding: digits, as: UTF8.self)
      guard let number = Int(text), named.contains("Task \(text)") else { return nil }
      return Edit(Span(file: file, range: digits.startIndex..<digits.endIndex), "\(number + 10)")
    }
  }
}
