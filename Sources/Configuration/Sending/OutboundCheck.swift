/// One file of which a part or all would leave the machine.
package struct OutboundFile: Sendable {
  /// As the user knows it.
  package let path: String
  package let bytes: [UInt8]
  /// A person accepted the secrets in it.
  package let allowsSecrets: Bool

  package init(path: String, bytes: [UInt8], allowsSecrets: Bool = false) {
    self.path = path
    self.bytes = bytes
    self.allowsSecrets = allowsSecrets
  }
}

/// Looks at everything that is to leave the machine, before any of it does.
package struct OutboundCheck: Sendable {
  /// Why nothing goes.
  package struct Refusal: Error, Sendable, Hashable {
    /// `file:line: what; what to do`, or without a line where the whole file is meant.
    package let message: String
  }

  /// Bytes of all files together: the plan's 4 MiB, the rubric and as much context.
  package static let sizeLimit = 8 << 20

  /// Where the first secret begins, a byte offset, and what it is in words that can be shown.
  private let secret: @Sendable ([UInt8]) -> (offset: Int, label: String)?

  /// What would be sent as a key, and must never be part of a text.
  private let keys: [ReviewerKey]

  /// - Parameter keys: those of all reviewers that would be asked.
  package init(
    keys: [ReviewerKey] = [], secret: @escaping @Sendable ([UInt8]) -> (offset: Int, label: String)?
  ) {
    self.keys = keys
    self.secret = secret
  }

  /// Throws for the first file because of which none of them may go.
  package func check(_ files: [OutboundFile]) throws(Refusal) {
    var left = Self.sizeLimit
    for file in files {
      left -= file.bytes.count
      guard left >= 0 else {
        throw Refusal(
          message: "'\(file.path)' makes what would be sent larger than \(Self.sizeLimit) bytes; "
            + "name fewer or smaller files")
      }
      try refuse(keysIn: file)
      guard !file.allowsSecrets, let secret = secret(file.bytes) else { continue }
      throw refusal(file, at: secret.offset, "this looks like a \(secret.label)")
    }
  }

  /// Whatever a person accepted: what is known to open an account is no example.
  private func refuse(keysIn file: OutboundFile) throws(Refusal) {
    for key in keys {
      guard let offset = key.offset(in: file.bytes) else { continue }
      throw refusal(file, at: offset, "this is \(key)")
    }
  }

  private func refusal(_ file: OutboundFile, at offset: Int, _ what: String) -> Refusal {
    let line = 1 + file.bytes[..<offset].count { $0 == 0x0A }
    return Refusal(
      message: "\(file.path):\(line): \(what), and nothing was sent; take it out")
  }
}
