import CheckModel

/// A reply that is not used, and what can be said to the model about it.
struct ReplyRejection: Error {
  let failure: ReviewFailure
  /// What was wrong with the form; empty when it did not come to that.
  let faults: [ReplyFault]

  /// Whether it is worth asking the same model once more.
  ///
  /// A wrong nonce is not: whatever answered did not answer this prompt.
  var deservesAnother: Bool {
    [.malformed, .schemaInvalid, .empty].contains(failure.failureClass)
  }

  /// A paragraph for the user text of the next request. It holds nothing that the reply said, since a plan
  /// may have dictated that.
  var correction: String {
    let head = "Your last reply could not be used: \(fault) Answer again, from the start: "
    return head + "exactly one JSON object of the form above, and nothing before or after it."
  }

  private var fault: String {
    switch failure.failureClass {
    case .empty: return "it was empty."
    case .schemaInvalid:
      let shown = faults.prefix(Self.shown).map { fault in
        "\n- \(fault.path.isEmpty ? "the whole reply" : "`\(fault.path)`"): \(fault.plainMessage)"
      }
      let more = faults.count > Self.shown ? "\n- and \(faults.count - Self.shown) more" : ""
      return "it was not of the form." + shown.joined() + more + "\n"
    default: return "it was not one valid JSON object."
    }
  }

  /// The most faults that are named; more would not be read.
  private static let shown = 10
}
