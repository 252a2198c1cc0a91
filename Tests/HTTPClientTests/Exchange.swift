import HTTPClient
import TestServer

/// Requests to the test server.
enum Exchange {
  /// One transport for all tests that do not shut it down.
  static let transport = CurlTransport()

  /// Generous where a test does not say otherwise.
  static func limits(
    connect: Duration = .seconds(10), idle: Duration? = .seconds(20),
    total: Duration = .seconds(30), bodyBytes: Int = 1 << 20
  ) -> HTTPLimits {
    HTTPLimits(connect: connect, idle: idle, total: total, bodyBytes: bodyBytes)
  }

  static func get(
    _ path: String, on port: TestServer.Port = .plain, headers: [HTTPHeader] = [],
    limits: HTTPLimits = limits()
  ) throws -> HTTPRequest {
    HTTPRequest(
      .get, try TestServer.running().url(path, on: port), headers: headers, limits: limits)
  }

  static func post(
    _ path: String, headers: [HTTPHeader] = [], body: [UInt8], limits: HTTPLimits = limits()
  ) throws -> HTTPRequest {
    HTTPRequest(
      .post, try TestServer.running().url(path), headers: headers, body: body, limits: limits)
  }

  /// The failure of a request that must fail; nil when it does not.
  static func failure(
    of request: HTTPRequest, by transport: some HTTPTransport = transport
  ) async -> HTTPFailure? {
    do throws(HTTPFailure) {
      _ = try await transport.send(request)
      return nil
    } catch {
      return error
    }
  }
}

extension HTTPResponse {
  var text: String { String(decoding: body, as: UTF8.self) }
}
