import CCurl

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension HTTPFailure {
  /// What a code of libcurl's means for whoever sent the request.
  ///
  /// - Parameters:
  ///   - systemError: the errno of the connection, 0 when there is none.
  ///   - text: libcurl's own words; only what it says about certificates and proxies is repeated.
  ///   - url: of the request; whatever else libcurl connects to is a proxy.
  init(_ code: CURLcode, systemError: Int32, text: String, url: String) {
    let proxy = ProxyWords(text, url: url)
    switch code {
    case CURLE_OPERATION_TIMEDOUT: self = .timeoutTotal
    case CURLE_FILESIZE_EXCEEDED, CURLcode(rawValue: 100), CURLE_OUT_OF_MEMORY:
      // 100: a header beyond what libcurl takes, which before 8.6 is told as lack of memory
      self = .tooLarge
    case CURLE_URL_MALFORMAT: self = .invalidRequest("the URL is malformed")
    case CURLE_LOGIN_DENIED:
      self = .invalidRequest("the URL must not hold a user name or password")
    case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CONNECT_ERROR:
      self = .unreachable("TLS failed: \(Self.plain(text))")
    case CURLE_SSL_CACERT_BADFILE:
      self = .unreachable(
        "the CA certificates cannot be read; see CURL_CA_BUNDLE, SSL_CERT_FILE and SSL_CERT_DIR")
    case CURLE_COULDNT_RESOLVE_PROXY:
      self = .unreachable("the name of \(proxy.name) cannot be resolved")
    case _ where proxy.status != nil:
      self = .unreachable("the proxy answered with HTTP \(proxy.status ?? "")")
    case CURLE_COULDNT_CONNECT:
      self = .unreachable(
        Self.noConnection(systemError, proxy: proxy.host == nil ? nil : proxy.name))
    default: self = .unreachable(Self.clauses[code.rawValue] ?? "libcurl code \(code.rawValue)")
    }
  }

  private static func noConnection(_ systemError: Int32, proxy: String?) -> String {
    let end = proxy.map { " to \($0)" } ?? ""
    return switch systemError {
    case ECONNREFUSED: "the connection\(end) was refused"
    case ENETUNREACH, EHOSTUNREACH, EADDRNOTAVAIL: "there is no way to \(proxy ?? "the host")"
    default: "no connection\(end) could be made"
    }
  }

  private static let clauses: [UInt32: String] = [
    CURLE_UNSUPPORTED_PROTOCOL.rawValue: "the answer is not HTTP",
    CURLE_WEIRD_SERVER_REPLY.rawValue: "the answer is not HTTP",
    CURLE_COULDNT_RESOLVE_HOST.rawValue: "the name of the host cannot be resolved",
    CURLE_PROXY.rawValue: "the proxy refused the connection",
    CURLE_PARTIAL_FILE.rawValue: "the connection was closed in the middle of the body",
    CURLE_GOT_NOTHING.rawValue: "the connection was closed without a response",
    CURLE_SEND_ERROR.rawValue: "the connection broke while sending",
    CURLE_RECV_ERROR.rawValue: "the connection was reset",
    CURLE_BAD_CONTENT_ENCODING.rawValue: "the body cannot be decompressed",
    CURLE_HTTP2.rawValue: "the HTTP/2 connection broke",
    CURLE_HTTP2_STREAM.rawValue: "the HTTP/2 stream was reset",
  ]

  /// Printable ASCII only, and no more than a line: part of it may come from a certificate.
  private static func plain(_ text: String) -> String {
    let line = String(
      decoding: text.utf8.map { $0 > 0x1F && $0 < 0x7F ? $0 : UInt8(ascii: "?") }.prefix(200),
      as: UTF8.self)
    return line.isEmpty ? "no reason is given" : line
  }
}
