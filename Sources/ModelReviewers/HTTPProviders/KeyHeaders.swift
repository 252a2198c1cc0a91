import Configuration
import HTTPClient

extension ModelSettings {
  /// The key as a vendor with a header of its own takes it; tokens go as `Bearer` to every vendor.
  func keyHeaders(_ name: String) -> [HTTPHeader] {
    guard let key else { return [] }
    return [key.isToken ? .bearer(key) : HTTPHeader(name, key.value)]
  }

  /// The key as most servers take it; Azure takes only tokens as `Bearer`.
  var bearerHeaders: [HTTPHeader] {
    if endpoint.host.hasSuffix(".azure.com") { return keyHeaders("api-key") }
    return key.map { [.bearer($0)] } ?? []
  }
}

extension HTTPHeader {
  /// RFC 6750, 2.1.
  fileprivate static func bearer(_ key: ReviewerKey) -> HTTPHeader {
    HTTPHeader("Authorization", "Bearer \(key.value)")
  }
}

extension Endpoint {
  /// Whether the last part of the path names a version of the API: `/v1`, `/v1beta`.
  var endsWithVersion: Bool {
    guard let last = path.split(separator: "/").last, last.first == "v" else { return false }
    return last.dropFirst().first?.isNumber == true
  }
}
