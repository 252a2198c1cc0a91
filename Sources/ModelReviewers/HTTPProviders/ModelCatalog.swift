package import CheckModel
package import HTTPClient
import StrictJSON

/// What a server offers, as it says itself: a model's id is never guessed.
package struct ModelCatalog: Sendable {
  /// The most ids that are told.
  package static let limit = 200

  /// A list is some kilobytes; that of a router with all the world's models a few megabytes.
  private static let bytes = 16 << 20

  private let settings: ModelSettings
  private let transport: any HTTPTransport

  /// The settings name server and key; their model does not matter.
  package init(settings: ModelSettings, transport: any HTTPTransport) {
    self.settings = settings
    self.transport = transport
  }

  /// The ids of the models that can be asked, in the server's order, which is the newest first for most, each
  /// once; ids that could not be typed are left out.
  ///
  /// Throws the classes of failure that a question has; there is a single attempt. A list without models is
  /// no failure.
  package func models(within time: Duration) async throws(ReviewFailure) -> [String] {
    guard let provider = settings.kind.provider else {
      throw ReviewFailure(
        .invalidRequest, message: "\(settings.name): this kind of reviewer is not asked over HTTP")
    }
    let request = HTTPRequest(
      .get, provider.catalogURL(settings),
      headers: provider.headers(settings) + [HTTPHeader("Accept", "application/json")],
      limits: HTTPLimits(
        connect: ModelSettings.connect, idle: nil, total: time, bodyBytes: Self.bytes))
    let start = ContinuousClock.now
    let response: HTTPResponse
    do {
      response = try await transport.send(request)
    } catch {
      throw settings.failure(of: error, after: ContinuousClock.now - start, total: time)
    }
    do throws(WireFailure) {
      guard case .document(let list) = try WireBody(response, settings),
        case .array = (list["data"] ?? list["models"])?.content
      else { throw settings.disorder }
      var seen: Set<String> = []
      let ids = provider.models(in: list).filter { id in
        !id.isEmpty && id.utf8.allSatisfy { (0x21...0x7E).contains($0) } && seen.insert(id).inserted
      }
      return Array(ids.prefix(Self.limit))
    } catch {
      throw error.failure
    }
  }
}
