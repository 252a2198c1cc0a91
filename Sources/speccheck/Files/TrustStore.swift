import Configuration
import Files

/// Which project configs the user trusts: one small file for each repository, in the state folder.
struct TrustStore {
  private let folder: FilePath

  init(_ state: StateFolder) { folder = state.path.appending("trust".utf8) }

  /// Whether exactly this is trusted. What cannot be read is not.
  func holds(_ record: TrustRecord) -> Bool {
    let file = folder.appending(record.fileName.utf8)
    return (try? OwnFile.read(file, limit: record.bytes.count)) == record.bytes
  }

  /// Writes it down, in place of what was trusted in that repository before.
  func keep(_ record: TrustRecord, writingBy writer: AtomicFile) throws(FileTrouble) {
    try folder.makeFolders()
    try writer.write(
      record.bytes, to: folder.appending(record.fileName.utf8), mode: 0o600)
  }
}
