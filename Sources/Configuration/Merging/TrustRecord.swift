import Digests

/// What is written down when somebody trusts a project's config: the exact bytes of the config, and of the
/// rubric that it brings, in one repository. Any change of them is another record.
package struct TrustRecord: Sendable, Hashable {
  /// Of the file that keeps it: one for each repository.
  package let fileName: String
  /// The whole content of that file.
  package let bytes: [UInt8]

  /// - Parameters:
  ///   - repository: its real path, without symbolic links.
  ///   - files: the config first; each with its path below the repository.
  package init(repository: [UInt8], files: [(path: String, bytes: [UInt8])]) {
    fileName = SHA256.hex(repository)
    let lines = files.map { "\(SHA256.hex($0.bytes))  \($0.path)\n" }
    bytes = Array(("speccheck.trust/1\n" + lines.joined()).utf8) + repository + [0x0A]
  }
}
