/// One header of a request or a response.
package struct HTTPHeader: Sendable, Hashable {
  package var name: String
  package var value: String

  package init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}

/// A request and how much the answer may cost us.
package struct HTTPRequest: Sendable, Hashable {
  /// The methods that we use.
  package enum Method: String, Sendable { case get = "GET", post = "POST" }

  package var method: Method
  /// `http` or `https`; any other scheme is refused.
  package var url: String
  package var headers: [HTTPHeader]
  package var body: [UInt8]
  package var limits: HTTPLimits

  package init(
    _ method: Method, _ url: String, headers: [HTTPHeader] = [], body: [UInt8] = [],
    limits: HTTPLimits
  ) {
    self.method = method
    self.url = url
    self.headers = headers
    self.body = body
    self.limits = limits
  }
}

/// The most that one exchange may take. There are no defaults: each caller says what it can bear.
package struct HTTPLimits: Sendable, Hashable {
  /// Until the connection stands, TLS included.
  package var connect: Duration
  /// Without a byte in either direction once connected; nil where the wire promises no progress.
  package var idle: Duration?
  /// From the call to the last byte.
  package var total: Duration
  /// Of the body, counted after decompression.
  package var bodyBytes: Int

  package init(connect: Duration, idle: Duration?, total: Duration, bodyBytes: Int) {
    self.connect = connect
    self.idle = idle
    self.total = total
    self.bodyBytes = bodyBytes
  }
}
