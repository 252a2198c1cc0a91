import CheckModel

/// What came back: who answered and at which cost, and the text of the answer or why there is none.
struct WireReply: Sendable {
  var outcome: Result<[UInt8], WireFailure>
  /// The model that answered, as the wire names it.
  var model: String?
  var usage = WireUsage()

  init(_ outcome: Result<[UInt8], WireFailure>, model: String? = nil, usage: WireUsage = .init()) {
    self.outcome = outcome
    self.model = model
    self.usage = usage.credible
  }
}

/// A part of a question that not every server understands, and for which there is another.
enum RefusedPart: Sendable, Hashable {
  /// The form in which the answer is demanded.
  case form
  /// The name under which Chat Completions limit the answer.
  case limitName
}

/// Why a response holds no answer, and what it says about trying again.
struct WireFailure: Error, Sendable, Hashable {
  var failure: ReviewFailure
  /// What the server asks for before the next attempt.
  var demand: WaitDemand?
  /// The server says that another attempt is of no use.
  var isFinal = false
  /// What of the question the server does not know.
  var refused: RefusedPart?
}
