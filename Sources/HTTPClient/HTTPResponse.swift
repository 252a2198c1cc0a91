/// What came back: any status is a response, also 500.
package struct HTTPResponse: Sendable, Hashable {
  package var status: Int
  /// In the order received; names as they were sent.
  package var headers: [HTTPHeader]
  /// Decompressed.
  package var body: [UInt8]

  package init(status: Int, headers: [HTTPHeader] = [], body: [UInt8] = []) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  /// The value of the last header of this name, whatever its capitals; nil when there is none.
  package func header(_ name: String) -> String? {
    let wanted = name.lowercased()
    return headers.last { $0.name.lowercased() == wanted }?.value
  }
}
