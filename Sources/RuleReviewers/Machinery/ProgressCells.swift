import CheckModel

extension PlanReading {
  private static let progress: WordSet = ["status", "state", "progress"]
  private static let titles = ByteSearch(["status", "state", "progress"])
  /// Of a table's header so many bytes are looked at.
  private static let longestHeader = 500

  /// `Status: TODO`, or `TODO` in a column of states: the word says how far the work is, and no value is missing.
  func tellsProgress(_ sentence: Sentence, _ marker: Int) -> Bool {
    let tokens = sentence.tokens
    guard tokens[marker].text == "todo" else { return false }
    if sentence.zone == .table { return tokens.count == 1 && standsInStatusTable(sentence) }
    return marker >= tokens.startIndex + 2 && tokens[marker - 1].text == ":"
      && tokens[..<marker].contains { Self.progress.contains($0.text) }
  }

  private func standsInStatusTable(_ cell: Sentence) -> Bool {
    guard let table = plan.blocks[cell.block].parent, table + 1 < plan.blocks.count,
      case .tableRow(header: true, _) = plan.blocks[table + 1].kind
    else { return false }
    let header = plan.blocks[table + 1].span
    let end = min(header.range.upperBound, header.range.lowerBound + Self.longestHeader)
    return Self.titles.occurs(
      in: plan.files[header.file].source.bytes, header.range.lowerBound..<end)
  }
}
