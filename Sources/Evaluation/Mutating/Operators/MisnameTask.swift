import CheckModel

extension MutationOperator {
  /// A reference to a task leads to one that is not there.
  static let misnameTask = MutationOperator(
    "misname-task", .structural, rules: ["dangling-task-ref"], criterion: "consistency",
    severity: .major
  ) { plan, choice in
    let ids = Set(plan.tasks.compactMap(\.authorID))
    guard ids.count >= 3, let place = choice.one(of: plan.taskReferences(ids)),
      let missing = plan.missingID(like: plan.text(of: place), ids)
    else { return nil }
    return Mutant(plan, [Edit(place, missing)], within: place)
  }
}

extension Plan {
  /// Where a task or paragraph names a task by `Task 3` or `T012`, outside of headings and of the task's own mark.
  fileprivate func taskReferences(_ ids: Set<String>) -> [Span] {
    blocks.filter { $0.kind == .paragraph || $0.kind == .label }.flatMap { block -> [Span] in
      let bytes = files[block.span.file].source.bytes
      let starts = block.content.range.dropFirst().filter { index in
        (bytes[index] == UInt8(ascii: "T")) && !isLetter(bytes[index - 1])
      }
      return starts.compactMap { start -> Span? in
        let rest = bytes[start..<block.content.range.upperBound]
        guard let id = ids.first(where: { rest.starts(with: $0.utf8) }),
          id.utf8.last.map(isDigit) == true
        else { return nil }
        let end = start + id.utf8.count
        let next = end < bytes.count ? bytes[end] : 0x20
        guard !isDigit(next), !isLetter(next), next != UInt8(ascii: ".") else { return nil }
        let span = Span(file: block.span.file, range: start..<end)
        // the first words of a task are its own number
        return tasks.contains {
          $0.authorID == id && $0.span.range.lowerBound > start - 12 && $0.span.contains(span)
        }
          ? nil : span
      }
    }
  }

  /// The same id with a number that no task has.
  fileprivate func missingID(like id: String, _ ids: Set<String>) -> String? {
    let digits = id.reversed().prefix { $0.isNumber }.count
    let prefix = id.dropLast(digits)
    return (1...99).lazy.map { number -> String in
      let text = String(number)
      return prefix + String(repeating: "0", count: max(0, digits - text.count)) + text
    }.first { !ids.contains($0) && $0.utf8.count >= id.utf8.count }
  }

  private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  private func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}
