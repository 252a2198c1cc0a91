import Configuration

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Which project configs the user trusts: one small file for each repository, in the state folder.
struct TrustStore {
  private let folder: FilePath

  init(_ state: StateFolder) { folder = state.path.appending("trust".utf8) }

  /// Whether exactly this is trusted. What cannot be read is not.
  func holds(_ record: TrustRecord) -> Bool {
    let file = folder.appending(record.fileName.utf8)
    guard file.isOwn else { return false }
    let limit = record.bytes.count
    return (try? FileReader.read(file, limit: limit, what: "file")) == record.bytes
  }

  /// Writes it down, in place of what was trusted in that repository before.
  func keep(_ record: TrustRecord, writingBy writer: AtomicFile) throws(FileTrouble) {
    try folder.makeFolders()
    try writer.write(
      record.bytes, to: folder.appending(record.fileName.utf8), mode: 0o600)
  }
}
