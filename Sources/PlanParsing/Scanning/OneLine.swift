extension String {
  /// Its words with one space between them and none at the ends, whatever white space there was.
  package var onOneLine: String {
    let isPlain = utf8.allSatisfy { $0 < 0x80 }
    guard isPlain else { return split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    var line: [UInt8] = []
    line.reserveCapacity(utf8.count)
    var pendingSpace = false
    for byte in utf8 {
      if byte == ASCII.space || (0x09...0x0D).contains(byte) {
        pendingSpace = !line.isEmpty
      } else {
        if pendingSpace { line.append(ASCII.space) }
        pendingSpace = false
        line.append(byte)
      }
    }
    return String(decoding: line, as: UTF8.self)
  }
}
