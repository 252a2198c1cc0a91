import CheckModel
import Configuration
import HTTPClient
import StrictJSON

/// The body of a response that reports success, taken apart: one document, or the events of a stream.
enum WireBody {
  case document(JSONValue)
  case events([WireEvent])

  /// The most bytes of a body: a stream repeats names and counts with every few letters of the answer.
  static let limit = 24 << 20

  /// The most bytes of one document or event: a reply may have 8 MiB, and what stands around it is small.
  static let documentLimit = 9 << 20

  /// Far more depth and values than any response has.
  private static let limits = JSONLimits(bytes: documentLimit, depth: 64, values: 200_000)

  /// Throws for every other status than 200, for an empty body, for another content type than JSON or a
  /// stream of it, for text that is not JSON, and for an error object in whichever disguise.
  init(_ response: HTTPResponse, _ settings: ModelSettings) throws(WireFailure) {
    guard response.status == 200 else {
      throw ServerError(response, Self.document(in: response.body)).failure(settings)
    }
    guard let first = response.body.first(where: { !" \t\r\n".utf8.contains($0) }) else {
      throw settings.wireFailure(.empty, "answered with an empty body", "try again")
    }
    let type = response.header("content-type").map { Self.mediaType(settings.masked($0)) }
    guard let type, !type.isEmpty else {
      throw settings.wireFailure(
        .malformed, "did not say which type of content it sent", Self.checkEndpoint)
    }
    let isStream = type == "text/event-stream"
    guard isStream || Self.jsonLines.contains(type) || Self.isJSON(type) else {
      throw settings.wireFailure(
        .malformed, "sent \(type.prefix(60)) instead of JSON", Self.checkEndpoint)
    }
    // some servers answer a request for a stream with one document, whatever they call it
    if isStream, first != UInt8(ascii: "{") {
      self = .events(try Self.stream(response, settings))
    } else if Self.jsonLines.contains(type) {
      self = .events(try Self.lines(response, settings))
    } else {
      self = .document(try Self.whole(response, settings))
    }
  }

  private static let checkEndpoint = "check that the endpoint is the API's"
  private static let jsonLines: Set<String> = [
    "application/x-ndjson", "application/jsonl", "application/x-jsonlines",
  ]

  private static func mediaType(_ value: String) -> String {
    let type = value.prefix { $0 != ";" }.lowercased()
    return type.split(whereSeparator: \.isWhitespace).joined()
  }

  private static func isJSON(_ type: String) -> Bool {
    type == "application/json" || type.hasPrefix("application/") && type.hasSuffix("+json")
  }

  /// The JSON of a body that may be anything; nil when it is none.
  static func document(in body: [UInt8]) -> JSONValue? {
    try? JSONDocument(body, limits: limits).root
  }

  private static func whole(
    _ response: HTTPResponse, _ settings: ModelSettings
  ) throws(WireFailure) -> JSONValue {
    let root = try parse(response.body, settings)
    if let error = ServerError(in: root, response) { throw error.failure(settings) }
    return root
  }

  private static func stream(
    _ response: HTTPResponse, _ settings: ModelSettings
  ) throws(WireFailure) -> [WireEvent] {
    var stream = EventStream(eventLimit: documentLimit)
    let events: [ServerEvent]
    do {
      events = try stream.append(response.body)
    } catch {
      throw settings.wireFailure(.malformed, "sent a stream that cannot be read", "try again")
    }
    var read: [WireEvent] = []
    for event in events {
      if event.data == "[DONE]" {
        read.append(.done)
        continue
      }
      let value = try parse(Array(event.data.utf8), settings)
      if let error = ServerError(in: value, response, eventName: event.name) {
        throw error.failure(settings)
      }
      read.append(.value(value))
    }
    return read
  }

  private static func lines(
    _ response: HTTPResponse, _ settings: ModelSettings
  ) throws(WireFailure) -> [WireEvent] {
    var read: [WireEvent] = []
    for line in response.body.split(separator: 0x0A) {
      guard line.contains(where: { !" \t\r".utf8.contains($0) }) else { continue }
      let value = try parse(Array(line), settings)
      if let error = ServerError(in: value, response) { throw error.failure(settings) }
      read.append(.value(value))
    }
    return read
  }

  private static func parse(
    _ bytes: [UInt8], _ settings: ModelSettings
  ) throws(WireFailure) -> JSONValue {
    // whoever waited for a long stream may have gone
    guard !Task.isCancelled else { throw WireFailure(failure: settings.cancelled) }
    guard bytes.count <= documentLimit else {
      throw settings.wireFailure(
        .malformed, "sent JSON of more than \(documentLimit) bytes", "try another model")
    }
    do {
      return try JSONDocument(bytes, limits: limits).root
    } catch {
      // the fault may quote what the server sent; its place says enough
      throw settings.wireFailure(
        .malformed, "sent JSON that cannot be read (at \(error.position))", "try again")
    }
  }
}

/// One event of a stream.
enum WireEvent {
  case value(JSONValue)
  /// The mark `[DONE]` with which some vendors end.
  case done

  var value: JSONValue? {
    if case .value(let value) = self { value } else { nil }
  }
}

extension ModelSettings {
  /// A failure of what came over the wire: the reviewer and its host, what happened, what to do.
  func wireFailure(
    _ failureClass: ReviewFailure.Class, _ what: String, _ advice: String, detail: String? = nil
  ) -> WireFailure {
    WireFailure(
      failure: ReviewFailure(
        failureClass, message: masked("\(name): \(endpoint.authority) \(what); \(advice)"),
        retryable: RetryPolicy.isRetryable(failureClass), detail: detail.map(masked)))
  }
}
