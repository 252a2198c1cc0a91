import CheckModel

extension Plan {
  /// Whether the plan says one of these words, in lowercase, anywhere but in what is taken away.
  func says(_ words: [String], outside removed: [Span] = []) -> Bool {
    files.indices.contains { file in
      var bytes = files[file].source.bytes
      for span in removed where span.file == file {
        for index in span.range { bytes[index] = 0x20 }
      }
      let text = String(decoding: bytes, as: UTF8.self).lowercased()
      return words.contains { text.contains($0) }
    }
  }

  /// The span with the backticks around it.
  func withBackticks(_ span: Span) -> Span {
    let bytes = files[span.file].source.bytes
    var range = span.range
    while range.lowerBound > 0, range.upperBound < bytes.count,
      bytes[range.lowerBound - 1] == UInt8(ascii: "`"), bytes[range.upperBound] == UInt8(ascii: "`")
    {
      range = range.lowerBound - 1..<range.upperBound + 1
    }
    return Span(file: span.file, range: range)
  }

  /// The span with the line end behind it.
  func withLineEnd(_ span: Span) -> Span {
    let bytes = files[span.file].source.bytes
    let end = bytes[span.range.upperBound...].firstIndex(of: 0x0A).map { $0 + 1 }
    return Span(file: span.file, range: span.range.lowerBound..<(end ?? bytes.count))
  }

  /// Open tasks without tasks below them.
  var openLeaves: [Int] {
    let parents = Set(tasks.compactMap(\.parent))
    return tasks.indices.filter { tasks[$0].state == .open && !parents.contains($0) }
  }
}
