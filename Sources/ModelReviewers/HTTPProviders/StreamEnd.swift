import HTTPClient
import Threads
import StrictJSON

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Watches a stream for the event that ends an answer, so that a server which then leaves the connection open
/// keeps nobody waiting.
///
/// It says only when to stop reading: what came is read as a whole afterwards, as if the body ended there.
struct StreamEnd {
  /// How long an orderly end of the body is waited for: usually it is there at once, and the connection can be
  /// used again.
  static let grace = Duration.seconds(2)

  private let provider: any Provider
  private let words: [EndWord]
  private var line: [UInt8] = []
  /// Until when more is read; nil while the last event that came is not one that ends.
  private var end: ContinuousClock.Instant?

  init(_ provider: any Provider) {
    self.provider = provider
    words = (provider.endWords + ["\"error\""]).map(EndWord.init)
  }

  /// Takes the next bytes, cut anywhere.
  mutating func take(_ bytes: [UInt8]) -> BodyDemand {
    var rest = bytes[...]
    while let mark = Self.lineEnd(in: rest) {
      line += rest[..<mark]
      rest = rest[(mark + 1)...]
      takeLine()
      line.removeAll(keepingCapacity: true)
    }
    line += rest
    return end.map { .enough(by: $0) } ?? .more
  }

  /// A line of data may be an end, or the sign that there was none; all others are neither.
  private mutating func takeLine() {
    var data = line[...]
    if data.starts(with: Self.field) {
      data = data.dropFirst(Self.field.count).drop { $0 == 0x20 }
    } else if data.first != UInt8(ascii: "{") {
      return
    }
    end = isEnd(Array(data)) ? end ?? .now + Self.grace : nil
  }

  /// The first LF or CR; a body of megabytes may have none.
  private static func lineEnd(in bytes: ArraySlice<UInt8>) -> Int? {
    func first(_ byte: Int32, in bytes: ArraySlice<UInt8>) -> Int? {
      bytes.withUnsafeBytes { buffer in
        guard let start = buffer.baseAddress, let found = memchr(start, byte, buffer.count) else {
          return nil
        }
        return bytes.startIndex + (UnsafeRawPointer(found) - start)
      }
    }
    let feed = first(0x0A, in: bytes)
    return first(0x0D, in: bytes[..<(feed ?? bytes.endIndex)]) ?? feed
  }

  private static let field = Array("data:".utf8)
  private static let done = Array("[DONE]".utf8)

  private func isEnd(_ data: [UInt8]) -> Bool {
    if data == Self.done { return true }
    // most events are a few letters of the answer, and need not be taken apart for this
    guard words.contains(where: { $0.occurs(in: data) }), let event = WireBody.document(in: data)
    else { return false }
    return provider.isEnd(event) || ServerError(in: event, HTTPResponse(status: 200)) != nil
  }
}

/// A short word that most lines of a stream do not hold, which is known without looking at each byte of them
/// (Horspool, Software: Practice and Experience 10, 1980).
private struct EndWord {
  private let bytes: [UInt8]
  /// By byte: how far the word's end can move on when that byte stands there.
  private let steps: [Int]

  init(_ word: String) {
    bytes = Array(word.utf8)
    var steps = [Int](repeating: bytes.count, count: 256)
    for (index, byte) in bytes.dropLast().enumerated() {
      steps[Int(byte)] = bytes.count - 1 - index
    }
    self.steps = steps
  }

  func occurs(in text: [UInt8]) -> Bool {
    var end = bytes.count
    while end <= text.count {
      let last = text[end - 1]
      if last == bytes[bytes.count - 1], text[end - bytes.count..<end].elementsEqual(bytes) {
        return true
      }
      end += steps[Int(last)]
    }
    return false
  }
}

extension HTTPTransport {
  /// Sends a request to a provider's server and reads its answer to the end, whether the server then ends the
  /// body or not.
  ///
  /// - Parameter onBytes: told how many bytes of the body came, from a thread of the transport's.
  func ask(
    _ provider: any Provider, _ request: HTTPRequest,
    onBytes: @escaping @Sendable (Int) -> Void = { _ in }
  ) async throws(HTTPFailure) -> HTTPResponse {
    let end = Locked(StreamEnd(provider))
    return try await send(request) { piece in
      onBytes(piece.bytes.count)
      return piece.status == 200 ? end.withLock { $0.take(piece.bytes) } : .more
    }
  }
}
