/// One event of a text/event-stream.
package struct ServerEvent: Sendable, Hashable {
  /// `message` where the stream gives no name.
  package var name: String
  /// All data lines, joined by LF; invalid UTF-8 stands as U+FFFD.
  package var data: String

  package init(name: String = "message", data: String) {
    self.name = name
    self.data = data
  }
}

/// Reads text/event-stream as the WHATWG HTML standard defines it ("server-sent events", "interpreting an
/// event stream"), from bytes that may be cut anywhere.
///
/// Lines end with LF, CR or CRLF. Comments, ids, retry times and unknown fields are passed over; an event
/// without data is none. What follows the last blank line when the stream ends is no event.
package struct EventStream: Sendable {
  /// The most bytes that one event may take, its current line included.
  private let limit: Int
  private var line: [UInt8] = []
  private var name: [UInt8] = []
  /// Each data line with an LF behind it.
  private var data: [UInt8] = []
  private var isFirstLine = true
  private var endedWithCR = false

  package init(eventLimit: Int) { limit = eventLimit }

  /// Takes the next bytes and returns the events that they complete.
  ///
  /// Throws `tooLarge` for an event beyond the limit; the stream is then of no more use.
  package mutating func append(_ bytes: [UInt8]) throws(HTTPFailure) -> [ServerEvent] {
    var events: [ServerEvent] = []
    var start = 0
    while let index = Self.lineEnd(in: bytes, from: start) {
      let isSecondHalf = bytes[index] == Self.lineFeed && endedWithCR && index == start
      endedWithCR = bytes[index] == Self.carriageReturn
      if !isSecondHalf {
        try extendLine(bytes[start..<index])
        if let event = endLine() { events.append(event) }
      }
      start = index + 1
    }
    if start < bytes.count { endedWithCR = false }
    try extendLine(bytes[start...])
    return events
  }

  private mutating func extendLine(_ bytes: ArraySlice<UInt8>) throws(HTTPFailure) {
    guard line.count + bytes.count + data.count <= limit else { throw .tooLarge }
    line += bytes
  }

  /// The event that ends with this line, if it is blank.
  private mutating func endLine() -> ServerEvent? {
    defer { line.removeAll(keepingCapacity: true) }
    if isFirstLine {
      isFirstLine = false
      if line.starts(with: [0xEF, 0xBB, 0xBF]) { line.removeFirst(3) }
    }
    guard !line.isEmpty else { return endEvent() }
    let colon = line.firstIndex(of: UInt8(ascii: ":")) ?? line.endIndex
    var value = line[colon...].dropFirst()
    if value.first == UInt8(ascii: " ") { value.removeFirst() }
    switch String(decoding: line[..<colon], as: UTF8.self) {
    case "event": name = Array(value)
    case "data":
      data += value
      data.append(Self.lineFeed)
    default: break
    }
    return nil
  }

  private mutating func endEvent() -> ServerEvent? {
    defer {
      name.removeAll()
      data.removeAll()
    }
    guard !data.isEmpty else { return nil }
    let text = String(decoding: data.dropLast(), as: UTF8.self)
    if name.isEmpty { return ServerEvent(data: text) }
    return ServerEvent(name: String(decoding: name, as: UTF8.self), data: text)
  }

  private static func lineEnd(in bytes: [UInt8], from start: Int) -> Int? {
    bytes.withUnsafeBufferPointer { bytes in
      var index = start
      while index < bytes.count {
        let byte = bytes[index]
        // nearly all others are above both
        if byte <= carriageReturn, byte == lineFeed || byte == carriageReturn { return index }
        index += 1
      }
      return nil
    }
  }

  private static let lineFeed: UInt8 = 0x0A
  private static let carriageReturn: UInt8 = 0x0D
}
