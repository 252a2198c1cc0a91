package import CheckModel
package import HTTPClient
import StrictJSON

/// Which models a provider offers, so that nobody has to guess an id.
package struct ModelCatalog: Sendable {
  /// The most ids that are told.
  package static let limit = 200

  private let settings: ModelSettings
  private let transport: any HTTPTransport

  /// The settings' own model is not looked at.
  package init(settings: ModelSettings, transport: any HTTPTransport) {
    self.settings = settings
    self.transport = transport
  }

  /// The ids in the provider's order, which is the newest first for most; ids that could not be typed are left
  /// out.
  ///
  /// One request, within the limit. Throws when there is no list: unreachable, refused, or of another form.
  package func models(within limit: Duration) async throws(ReviewFailure) -> [String] {
    let start = ContinuousClock.now
    let request = HTTPRequest(
      .get, route, headers: headers,
      limits: HTTPLimits(
        connect: ModelSettings.connect, idle: settings.idle, total: limit, bodyBytes: 4 << 20))
    let response: HTTPResponse
    do {
      response = try await transport.send(request)
    } catch {
      throw settings.failure(of: error, after: ContinuousClock.now - start, total: limit)
    }
    let limits = JSONLimits(bytes: 4 << 20, depth: 32, values: 200_000)
    guard response.status == 200,
      let root = try? JSONDocument(response.body, limits: limits).root,
      let list = (root["data"] ?? root["models"])?.elements
    else {
      throw ReviewFailure(
        response.status == 401 || response.status == 403 ? .auth : .malformed,
        message: "\(settings.endpoint.host) gave no list of its models (status \(response.status))")
    }
    let ids = list.compactMap { ($0["id"] ?? $0["name"])?.asText }
    return ids.map { $0.hasPrefix("models/") ? String($0.dropFirst(7)) : $0 }
      .filter { id in !id.isEmpty && id.utf8.allSatisfy { (0x21...0x7E).contains($0) } }
      .prefix(Self.limit).map { $0 }
  }

  /// All of them are the vendors' published routes.
  private var route: String {
    let endpoint = settings.endpoint
    switch settings.kind {
    case .ollama: return endpoint.appending("/api/tags")
    case .anthropic, .gemini:
      return endpoint.appending(endpoint.endsWithVersion ? "/models" : "/v1/models")
    default: return endpoint.appending("/models")
    }
  }

  private var headers: [HTTPHeader] {
    let version = settings.kind == .anthropic ? [HTTPHeader("anthropic-version", "2023-06-01")] : []
    switch settings.credential {
    case .none: return version
    case .bearer(let secret): return version + [.bearer(secret)]
    case .key(let secret):
      switch settings.kind {
      case .anthropic: return version + [HTTPHeader("x-api-key", secret.revealed)]
      case .gemini: return [HTTPHeader("x-goog-api-key", secret.revealed)]
      default: return [.bearer(secret)]
      }
    }
  }
}
