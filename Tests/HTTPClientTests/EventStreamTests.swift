import HTTPClient
import Testing

@Suite("Reading text/event-stream")
struct EventStreamTests {
  /// A stream's text and the events in it.
  static let streams: [(text: String, events: [ServerEvent])] = [
    ("data: one\n\n", [ServerEvent(data: "one")]),
    ("data: one\r\n\r\n", [ServerEvent(data: "one")]),
    ("data: one\r\r", [ServerEvent(data: "one")]),
    ("data: one\r\ndata: two\r\n\n", [ServerEvent(data: "one\ntwo")]),
    ("\u{FEFF}data: marked\n\n", [ServerEvent(data: "marked")]),
    ("data: a\n\n\u{FEFF}data: only the first mark is one\n\n", [ServerEvent(data: "a")]),
    (
      "event: delta\ndata: x\n\ndata: y\n\n",
      [
        ServerEvent(name: "delta", data: "x"), ServerEvent(data: "y"),
      ]
    ),
    ("event: lost\n\ndata: y\n\n", [ServerEvent(data: "y")]),
    ("event: a\nevent: b\ndata: y\n\n", [ServerEvent(name: "b", data: "y")]),
    (": comment\n:\ndata: y\n: another\n\n", [ServerEvent(data: "y")]),
    ("id: 7\nretry: 10\nother: z\ndata: y\n\n", [ServerEvent(data: "y")]),
    ("data:no space\ndata:  two spaces\n\n", [ServerEvent(data: "no space\n two spaces")]),
    ("data\n\n", [ServerEvent(data: "")]),
    ("data\ndata:\n\n", [ServerEvent(data: "\n")]),
    ("data: a: b\n\n", [ServerEvent(data: "a: b")]),
    ("Data: y\n data: y\n\n", []),
    ("data: unfinished\n", []),
    ("\n\n\r\r\r\n", []),
    ("data: grüße, 日本, 😀\n\n", [ServerEvent(data: "grüße, 日本, 😀")]),
  ]

  @Test("is as the standard defines it", arguments: streams.indices)
  func standard(_ index: Int) throws {
    let stream = Self.streams[index]
    #expect(try Self.read([Array(stream.text.utf8)]) == stream.events)
  }

  @Test("does not depend on where the bytes are cut", arguments: streams.indices)
  func cuts(_ index: Int) throws {
    let stream = Self.streams[index]
    let bytes = Array(stream.text.utf8)
    #expect(try Self.read(bytes.map { [$0] }) == stream.events)
    for cut in bytes.indices {
      let pieces = [Array(bytes[..<cut]), [], Array(bytes[cut...])]
      #expect(try Self.read(pieces) == stream.events, "cut at \(cut)")
    }
  }

  @Test("an event is there as soon as its blank line has begun")
  func prompt() throws {
    var stream = EventStream(eventLimit: 100)
    #expect(try stream.append(Array("data: one\r\n".utf8)) == [])
    #expect(try stream.append([0x0D]) == [ServerEvent(data: "one")])
    #expect(try stream.append(Array("\ndata: two\n\n".utf8)) == [ServerEvent(data: "two")])
  }

  @Test(
    "invalid UTF-8 is replaced, one mark for each maximal part",
    arguments: [
      ([0x61, 0xFF, 0x62], "a\u{FFFD}b"), ([0xC0, 0x80], "\u{FFFD}\u{FFFD}"),
      ([0xE2, 0x82], "\u{FFFD}"), ([0xF0, 0x9F, 0x98, 0x41], "\u{FFFD}A"),
      ([0xED, 0xA0, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}"), ([0x00, 0x62], "\u{0}b"),
    ] as [([UInt8], String)])
  func replaced(bytes: [UInt8], text: String) throws {
    let stream = Array("data: ".utf8) + bytes + [0x0A, 0x0A]
    #expect(try Self.read([stream]) == [ServerEvent(data: text)])
    #expect(try Self.read(stream.map { [$0] }) == [ServerEvent(data: text)])
  }

  @Test(
    "an event beyond the limit is refused, however it grows",
    arguments: [
      "data: " + String(repeating: "x", count: 100), String(repeating: "data: xxxx\n", count: 30),
      String(repeating: "data\n", count: 101), ":" + String(repeating: "x", count: 100),
    ])
  func limit(_ text: String) throws {
    #expect(throws: HTTPFailure.tooLarge) { try Self.read([Array(text.utf8)], limit: 100) }
    #expect(throws: HTTPFailure.tooLarge) { try Self.read(text.utf8.map { [$0] }, limit: 100) }
  }

  @Test("the limit is that of one event, not of the stream")
  func manyEvents() throws {
    let text = String(repeating: ": a comment\ndata: 0123456789\n\n", count: 1000)
    #expect(try Self.read([Array(text.utf8)], limit: 100).count == 1000)
  }

  private static func read(_ pieces: [[UInt8]], limit: Int = 10_000) throws -> [ServerEvent] {
    var stream = EventStream(eventLimit: limit)
    return try pieces.flatMap { try stream.append($0) }
  }
}
