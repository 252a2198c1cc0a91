import CheckModel
import HTTPClient
import StrictJSON

/// An error as a server reports it, in any of the shapes that vendors and gateways use.
struct ServerError {
  /// Of the response, or the one that an error object with status 200 names; nil when neither says.
  let status: Int?
  /// The words that name the kind of error: `type`, `code`, `status`, `reason` of the body.
  let names: [String]
  let message: String
  private let headers: [HTTPHeader]
  private let root: JSONValue?

  /// The error of a response that does not report success, with its body if that is JSON.
  init(_ response: HTTPResponse, _ root: JSONValue?) {
    // Gemini wraps the errors of a stream into an array
    let body = root?.elements.first ?? root
    self.init(status: response.status, body.flatMap(Self.object), body, response.headers)
  }

  /// The error inside a body or an event that came with status 200; nil when there is none.
  init?(in root: JSONValue, _ response: HTTPResponse, eventName: String = "message") {
    let body = root.elements.first ?? root
    guard let object = Self.object(in: body) ?? (eventName == "error" ? body : nil) else {
      return nil
    }
    let code = (object["code"] ?? object["status_code"]).flatMap(Self.statusCode)
    self.init(status: code, object, body, response.headers)
  }

  private init(
    status: Int?, _ object: JSONValue?, _ root: JSONValue?, _ headers: [HTTPHeader]
  ) {
    self.status = status
    self.root = root
    self.headers = headers
    let details = object?["details"]
    let parts = [object, details] + (details?.elements ?? []).map(Optional.some)
    let violations = parts.flatMap { $0?["violations"]?.elements ?? [] }
    names = (parts + violations).flatMap { part in
      ["type", "code", "status", "reason", "error_code", "quotaId"].compactMap { part?[$0]?.asText }
    }
    message =
      object?.asText ?? object?["message"]?.asText ?? root?["detail"].flatMap(Self.words)
      ?? root?["message"]?.asText ?? ""
  }

  /// What the body says the error is: an object, or nothing but a text.
  private static func object(in body: JSONValue) -> JSONValue? {
    if let error = body.known("error") ?? body["response"]?.known("error") { return error }
    let isError = body["type"]?.asText == "error" || body["object"]?.asText == "error"
    return isError ? body : nil
  }

  /// A text, or the list of faults that servers in Python give: where in the request, and what is wrong.
  private static func words(_ detail: JSONValue) -> String? {
    if let text = detail.asText { return text }
    let faults = detail.elements.compactMap { fault in
      fault["msg"]?.asText.map { words in
        let place = (fault["loc"]?.elements ?? []).compactMap(\.asText).joined(separator: ".")
        return place.isEmpty ? words : "\(place): \(words)"
      }
    }
    return faults.isEmpty ? nil : faults.joined(separator: "; ")
  }

  /// A status that stands in a body, as a number or as digits.
  private static func statusCode(_ value: JSONValue) -> Int? {
    guard let code = value.asInteger ?? value.asText.flatMap({ Int($0) }) else { return nil }
    return (400...599).contains(code) ? code : nil
  }

  /// The failure with its class, a message of one sentence, and the delay that the server asks for.
  func failure(_ settings: ModelSettings) -> WireFailure {
    let failureClass = ErrorClass.of(self)
    let told = ([status.map { "HTTP \($0)" }] + [names.first]).compactMap { $0 }
    let words = message.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let shown = settings.masked(words)
    let quoted = shown.isEmpty ? "" : ": " + shown.prefix(300) + (shown.count > 300 ? "…" : "")
    let what = "answered \(told.isEmpty ? "with an error" : told.joined(separator: ", "))\(quoted)"
    var failure = settings.wireFailure(failureClass, what, ErrorClass.advice(failureClass))
    failure.demand = RetryAfter.demand(headers: headers, body: root)
    failure.isFinal = header("x-should-retry")?.lowercased() == "false"
    failure.failure.retryable = failure.failure.retryable && !failure.isFinal
    failure.refused = ErrorClass.refusedPart(self)
    return failure
  }

  private func header(_ name: String) -> String? {
    HTTPResponse(status: 0, headers: headers).header(name)
  }
}
