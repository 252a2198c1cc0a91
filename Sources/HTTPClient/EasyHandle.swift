import CCurl

/// One exchange as libcurl knows it: a handle, what libcurl keeps pointers to, and the response so far.
final class EasyHandle {
  let easy: UnsafeMutableRawPointer
  let transfer: Transfer
  private var response: IncomingResponse
  private var headers: UnsafeMutablePointer<curl_slist>?
  /// libcurl writes what went wrong here.
  private let errorText: UnsafeMutablePointer<CChar>

  /// Throws `timeoutTotal` when the request has waited too long already, and `unavailable`.
  init(for transfer: Transfer, trust: TLSTrust) throws(HTTPFailure) {
    let limits = transfer.request.limits
    let left = limits.total - (.now - transfer.start)
    guard left > .zero else { throw .timeoutTotal }
    guard let easy = sc_easy_init() else { throw .unavailable("libcurl has no memory") }
    self.easy = easy
    self.transfer = transfer
    response = IncomingResponse(bodyLimit: limits.bodyBytes, onBody: transfer.onBody)
    errorText = .allocate(capacity: Int(CURL_ERROR_SIZE))
    errorText.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    try setConnection(trust: trust)
    try setTimes(total: left, connect: min(limits.connect, left))
    try setRequest(transfer.request)
    try setCallbacks()
  }

  deinit {
    sc_easy_cleanup(easy)
    sc_list_free(headers)
    errorText.deallocate()
  }

  /// When the exchange must be looked at again: until then a byte must go over the wire, or the reader waits
  /// for no more of them. Nil while nothing is promised.
  var deadline: ContinuousClock.Instant? {
    if let enough = response.enoughBy { return enough }
    guard let idle = transfer.request.limits.idle, let last = response.lastByte else { return nil }
    return last + idle
  }

  /// How the exchange ends when its deadline is over.
  var overdue: Transfer.Outcome {
    response.enoughBy == nil ? .failure(.timeoutIdle) : success
  }

  /// How the exchange ended, once libcurl says that it has.
  func outcome(_ code: CURLcode) -> Transfer.Outcome {
    switch response.earlyEnd {
    case .failed(let failure): return .failure(failure)
    case .enough: break
    case nil:
      // a reader that has all does not mind how the connection ends
      guard code == CURLE_OK || response.enoughBy != nil else {
        return .failure(
          HTTPFailure(
            code, systemError: Int32(clamping: sc_easy_os_error(easy)),
            text: String(cString: errorText), url: transfer.request.url))
      }
    }
    return success
  }

  private var success: Transfer.Outcome {
    .success(response.response(status: sc_easy_status(easy)))
  }

  // MARK: - options

  // What is not set here stays as libcurl has it: redirects are not followed, certificates and host names
  // are checked, no netrc or cookie is read, and proxies come from the environment.

  private func setConnection(trust: TLSTrust) throws(HTTPFailure) {
    try check(sc_easy_set_web_only(easy))
    sc_easy_leave_resolver(easy)
    try set(CURLOPT_NOSIGNAL, 1)
    try set(CURLOPT_TCP_KEEPALIVE, 1)
    try set(CURLOPT_DISALLOW_USERNAME_IN_URL, 1)
    try set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
    try set(CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2)
    // refused by a libcurl that knows only HTTP/1.1, which does as well
    sc_easy_set_long(easy, CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_2TLS)
    if let file = trust.file {
      try set(CURLOPT_CAINFO, file)
      try set(CURLOPT_PROXY_CAINFO, file)
    }
    if let folder = trust.folder {
      try set(CURLOPT_CAPATH, folder)
      try set(CURLOPT_PROXY_CAPATH, folder)
    }
  }

  private func setTimes(total: Duration, connect: Duration) throws(HTTPFailure) {
    try set(CURLOPT_TIMEOUT_MS, total.wholeMilliseconds)
    try set(CURLOPT_CONNECTTIMEOUT_MS, connect.wholeMilliseconds)
  }

  private func setRequest(_ request: HTTPRequest) throws(HTTPFailure) {
    try set(CURLOPT_URL, request.url)
    if request.method == .post {
      try set(CURLOPT_POST, 1)
      try check(sc_easy_set_size(easy, CURLOPT_POSTFIELDSIZE_LARGE, request.body.count))
      // copied at once, as many bytes as were said; a null pointer would be no body at all
      var bytes = request.body.isEmpty ? [0] : request.body
      try check(sc_easy_set_pointer(easy, CURLOPT_COPYPOSTFIELDS, &bytes))
    }
    // all that libcurl can undo
    try set(CURLOPT_ACCEPT_ENCODING, "")
    try set(CURLOPT_MAXFILESIZE_LARGE, size: request.limits.bodyBytes)
    // no wait for "100 Continue", and no content type that the caller did not give
    var lines = ["Expect:"]
    if !request.headers.contains(where: { $0.name.lowercased() == "content-type" }) {
      lines.append("Content-Type:")
    }
    // a colon without a value would take the header away
    lines += request.headers.map {
      $0.value.allSatisfy(\.isWhitespace) ? "\($0.name);" : "\($0.name): \($0.value)"
    }
    for line in lines {
      guard let longer = sc_list_append(headers, line) else {
        throw .unavailable("libcurl has no memory")
      }
      headers = longer
    }
    try check(sc_easy_set_list(easy, CURLOPT_HTTPHEADER, headers))
  }

  private func setCallbacks() throws(HTTPFailure) {
    // the handle is in the table of running exchanges for as long as libcurl can call
    let context = Unmanaged.passUnretained(self).toOpaque()
    try check(sc_easy_set_pointer(easy, CURLOPT_ERRORBUFFER, errorText))
    try check(sc_easy_set_pointer(easy, CURLOPT_HEADERDATA, context))
    try check(
      sc_easy_set_data(easy, CURLOPT_HEADERFUNCTION) { bytes, size, count, context in
        let line = UnsafeRawBufferPointer(start: bytes, count: size * count)
        return EasyHandle.at(context)?.response.take(headerLine: line) ?? false ? line.count : 0
      })
    try check(sc_easy_set_pointer(easy, CURLOPT_WRITEDATA, context))
    try check(
      sc_easy_set_data(easy, CURLOPT_WRITEFUNCTION) { bytes, size, count, context in
        let piece = UnsafeRawBufferPointer(start: bytes, count: size * count)
        guard let handle = EasyHandle.at(context) else { return 0 }
        let status = sc_easy_status(handle.easy)
        return handle.response.take(piece, status: status) ? piece.count : 0
      })
    try check(sc_easy_set_pointer(easy, CURLOPT_XFERINFODATA, context))
    try check(
      sc_easy_set_progress(easy) { context, _, down, _, up in
        EasyHandle.at(context)?.response.noteWire(down: down, up: up) ?? false ? 0 : 1
      })
    try check(sc_easy_set_pointer(easy, CURLOPT_PREREQDATA, context))
    try check(
      sc_easy_set_before_request(easy) { context, _, _, _, _ in
        EasyHandle.at(context)?.response.noteConnection()
        return CURL_PREREQFUNC_OK
      })
  }

  private static func at(_ context: UnsafeMutableRawPointer?) -> EasyHandle? {
    context.map { Unmanaged<EasyHandle>.fromOpaque($0).takeUnretainedValue() }
  }

  private func set(_ option: CURLoption, _ value: Int) throws(HTTPFailure) {
    try check(sc_easy_set_long(easy, option, value))
  }

  private func set(_ option: CURLoption, size value: Int) throws(HTTPFailure) {
    try check(sc_easy_set_size(easy, option, value))
  }

  private func set(_ option: CURLoption, _ value: String) throws(HTTPFailure) {
    try check(sc_easy_set_text(easy, option, value))
  }

  private func check(_ code: CURLcode) throws(HTTPFailure) {
    guard code == CURLE_OK else {
      throw .unavailable("libcurl refuses an option, with code \(code.rawValue)")
    }
  }
}
