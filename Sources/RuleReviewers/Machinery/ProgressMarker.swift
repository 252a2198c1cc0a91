import CheckModel

extension PlanReading {
  private static let progress: WordSet = ["status", "state", "progress"]

  /// `Status: TODO`, or `TODO` in a column of that name: the word says how far the work is, and no value is missing.
  func tellsProgress(_ sentence: Sentence, _ marker: Int) -> Bool {
    let tokens = sentence.tokens
    guard tokens[marker].text == "todo" else { return false }
    if sentence.zone == .table { return tokens.count == 1 && standsInStatusColumn(sentence) }
    let words = tokens[..<marker].filter { $0.kind == .word }
    return tokens[max(tokens.startIndex, marker - 1)].text == ":" && words.count == 1
      && words.allSatisfy { Self.progress.contains($0.text) }
  }

  private func standsInStatusColumn(_ cell: Sentence) -> Bool {
    let place = cell.span.range.lowerBound
    guard case .tableRow(header: false, let cells) = plan.blocks[cell.block].kind,
      let column = cells.firstIndex(where: { $0.contains(place) }),
      let table = plan.blocks[cell.block].parent, table + 1 < plan.blocks.count,
      case .tableRow(header: true, let titles) = plan.blocks[table + 1].kind,
      titles.indices.contains(column), titles[column].count <= 40
    else { return false }
    let bytes = plan.files[plan.blocks[table + 1].span.file].source.bytes
    return TitleWords.of(String(decoding: bytes[titles[column]], as: UTF8.self))
      .allSatisfy(Self.progress.contains)
  }
}
