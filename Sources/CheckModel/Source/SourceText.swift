/// One file's exact bytes with a table of its lines.
///
/// Lines end at LF, CR LF or a lone CR, as CommonMark says. All offsets are byte offsets into `bytes`,
/// a byte-order mark included; line numbers are 1-based.
package struct SourceText: Sendable, Hashable {
  /// The file as it was read; any bytes, valid UTF-8 or not.
  package let bytes: [UInt8]

  /// The offset of each line's first byte; never empty, the first is 0.
  package let lineStarts: [Int]

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var starts = [0]
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == 0x0D {
        if index < bytes.count, bytes[index] == 0x0A { index += 1 }
        starts.append(index)
      } else if byte == 0x0A {
        starts.append(index)
      }
    }
    if starts.count > 1, starts.last == bytes.count { starts.removeLast() }
    lineStarts = starts
  }

  package init(_ text: String) { self.init(Array(text.utf8)) }

  /// The number of lines; an empty file has one empty line.
  package var lineCount: Int { lineStarts.count }

  /// The length of a UTF-8 byte-order mark at the start: 3 or 0.
  package var byteOrderMarkLength: Int {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// The 1-based line that holds a byte; offsets past the end belong to the last line.
  package func line(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The bytes of a 1-based line without its line ending; empty for a line that does not exist.
  package func lineRange(_ line: Int) -> Range<Int> {
    guard line >= 1, line <= lineStarts.count else { return bytes.count..<bytes.count }
    let start = lineStarts[line - 1]
    var end = line < lineStarts.count ? lineStarts[line] : bytes.count
    while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return start..<end
  }

  /// The text of a byte range; invalid UTF-8 becomes U+FFFD.
  package func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }

  /// The text of a 1-based line without its line ending.
  package func lineText(_ line: Int) -> String { string(lineRange(line)) }
}
