import CheckModel
import StrictJSON

/// One thing in a reply that is not as the form demands.
struct ReplyFault: Sendable, Hashable {
  /// `answers[3].lines`; empty for the whole reply.
  let path: String
  /// The byte offset of the value.
  let offset: Int
  /// One clause without a final period.
  let message: String
  /// The same without a word of the reply's own, fit to be sent to the model.
  let plainMessage: String
}

/// The faults of one reply in the order they were found, no more than a person would read.
struct ReplyFaults: Sendable {
  private static let limit = 50
  private(set) var faults: [ReplyFault] = []

  var isEmpty: Bool { faults.isEmpty }

  /// - Parameter plainly: the message without what the reply says; nil when it holds none of that.
  mutating func note(_ path: String, _ offset: Int, _ message: String, plainly: String? = nil) {
    guard faults.count < Self.limit else { return }
    faults.append(
      ReplyFault(path: path, offset: offset, message: message, plainMessage: plainly ?? message))
  }

  /// `schema-invalid`, with the first fault as the message and all of them as the detail.
  func failure(in document: JSONDocument, name: String) -> ReviewFailure {
    let lines = faults.map { fault in
      let path = fault.path.isEmpty ? "" : "\(fault.path): "
      return "\(name):\(document.position(of: fault.offset)): \(path)\(fault.message)"
    }
    let more = lines.count > 1 ? " (and \(lines.count - 1) more)" : ""
    return ReviewFailure(
      .schemaInvalid, message: (lines.first ?? "\(name): the reply has the wrong form") + more,
      retryable: true, detail: lines.count > 1 ? lines.joined(separator: "\n") : nil)
  }
}
