#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Lists of texts as the system's calls take them.
enum CStrings {
  /// Does something with pointers to the texts, behind which stands a null pointer.
  static func with<Result>(
    _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let pointers = texts.map { strdup($0) }
    defer { for pointer in pointers { free(pointer) } }
    return body(pointers + [nil])
  }
}
