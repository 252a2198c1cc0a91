/// Why a text is not the JSON that was asked for, and where.
package struct JSONFault: Error, Sendable, Hashable {
  /// One clause without a final period: `the key "a" stands twice in one object`.
  package let message: String

  /// The byte offset of the fault in the whole text.
  package let offset: Int
  package let position: JSONPosition

  init(_ message: String, at offset: Int, in bytes: [UInt8]) {
    self.message = message
    self.offset = offset
    position = JSONPosition(of: offset, in: bytes)
  }
}

/// A place in a text: 1-based line, 1-based column in Unicode scalars.
package struct JSONPosition: Sendable, Hashable, CustomStringConvertible {
  package let line: Int
  package let column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// Counts from the start of the text; lines end at LF, CR LF or a lone CR.
  package init(of offset: Int, in bytes: [UInt8]) {
    var line = 1
    var column = 1
    let end = min(max(0, offset), bytes.count)
    for index in 0..<end {
      switch bytes[index] {
      case 0x0D where index + 1 < bytes.count && bytes[index + 1] == 0x0A:
        column += 1
      case 0x0A, 0x0D:
        line += 1
        column = 1
      case 0x80...0xBF:
        // continues the scalar before it
        break
      default:
        column += 1
      }
    }
    self.line = line
    self.column = column
  }

  package var description: String { "\(line):\(column)" }
}
