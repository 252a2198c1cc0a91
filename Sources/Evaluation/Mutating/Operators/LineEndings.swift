import CheckModel

extension MutationOperator {
  /// CR LF instead of LF.
  static let lineEndings = MutationOperator("line-endings", .equivalent) { plan, _ in
    let edits = plan.files.indices.flatMap { file -> [Edit] in
      let bytes = plan.files[file].source.bytes
      guard !bytes.contains(0x0D) else { return [] }
      return bytes.indices.filter { bytes[$0] == 0x0A }.map { index in
        Edit(Span(file: file, range: index..<index), "\r")
      }
    }
    return edits.isEmpty ? nil : Mutant(plan, edits, within: nil)
  }
}
