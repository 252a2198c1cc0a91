/// A response as it comes in, held to the limits of its request. It is used on the loop's thread alone.
struct IncomingResponse {
  /// Why the exchange is to end before the response does.
  enum EarlyEnd {
    case enough
    case failed(HTTPFailure)
  }

  /// Of all headers together; the largest of real servers are a tenth of it.
  static let headerLimit = 256 << 10

  private let bodyLimit: Int
  private let onBody: @Sendable (BodyPiece) -> BodyDemand
  private var headers: [HTTPHeader] = []
  private var headerBytes = 0
  private var body: [UInt8] = []
  private var wireBytes = (down: 0, up: 0)
  private(set) var earlyEnd: EarlyEnd?
  /// When the connection stood, or a byte went over it; nil before that.
  private(set) var lastByte: ContinuousClock.Instant?
  /// When the exchange ends although the body did not; nil while the reader wants more.
  private(set) var enoughBy: ContinuousClock.Instant?

  init(bodyLimit: Int, onBody: @escaping @Sendable (BodyPiece) -> BodyDemand) {
    self.bodyLimit = bodyLimit
    self.onBody = onBody
  }

  /// The connection stands and the request goes out.
  mutating func noteConnection() { lastByte = .now }

  /// Takes one line of the head; each status line begins a new one. False ends the exchange.
  mutating func take(headerLine line: UnsafeRawBufferPointer) -> Bool {
    lastByte = .now
    headerBytes += line.count
    guard headerBytes <= Self.headerLimit else {
      earlyEnd = .failed(.tooLarge)
      return false
    }
    if line.starts(with: "HTTP/".utf8) {
      headers.removeAll()
    } else if let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > 0,
      !Self.isBlank(line[0])
    {
      let value = line[(colon + 1)...].drop(while: Self.isBlank)
      let end = value.lastIndex { !Self.isBlank($0) }.map { $0 + 1 } ?? value.startIndex
      headers.append(
        HTTPHeader(
          String(decoding: line[..<colon], as: UTF8.self),
          String(decoding: value[..<end], as: UTF8.self)))
    }
    return true
  }

  /// Takes a piece of the body, decompressed. False ends the exchange.
  mutating func take(_ bytes: UnsafeRawBufferPointer, status: Int) -> Bool {
    lastByte = .now
    guard body.count + bytes.count <= bodyLimit else {
      earlyEnd = .failed(.tooLarge)
      return false
    }
    body += bytes
    switch onBody(BodyPiece(status: status, bytes: Array(bytes))) {
    case .more: enoughBy = nil
    case .enough(let time):
      enoughBy = time
      guard time > .now else {
        earlyEnd = .enough
        return false
      }
    }
    return true
  }

  /// Takes the bytes of both bodies that went over the wire so far, as they were there. False ends the
  /// exchange.
  mutating func noteWire(down: Int, up: Int) -> Bool {
    guard (down, up) != wireBytes else { return true }
    wireBytes = (down, up)
    lastByte = .now
    guard down <= bodyLimit else {
      earlyEnd = .failed(.tooLarge)
      return false
    }
    return true
  }

  func response(status: Int) -> HTTPResponse {
    HTTPResponse(status: status, headers: headers, body: body)
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A
  }
}
