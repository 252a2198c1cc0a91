/// Whose certificates are believed, beside what libcurl believes by itself. Certificates are always checked.
package struct TLSTrust: Sendable, Hashable {
  /// A file of CA certificates, PEM.
  package var file: String?
  /// A folder of CA certificates, named by hash as `openssl rehash` does.
  package var folder: String?

  package init(file: String? = nil, folder: String? = nil) {
    self.file = file
    self.folder = folder
  }

  /// As the curl program reads an environment: `CURL_CA_BUNDLE` goes before `SSL_CERT_FILE` and
  /// `SSL_CERT_DIR`. libcurl itself reads none of them.
  package init(environment: [String: String]) {
    func path(_ name: String) -> String? {
      environment[name].flatMap { $0.isEmpty ? nil : $0 }
    }
    if let bundle = path("CURL_CA_BUNDLE") {
      self.init(file: bundle)
    } else {
      self.init(file: path("SSL_CERT_FILE"), folder: path("SSL_CERT_DIR"))
    }
  }
}
