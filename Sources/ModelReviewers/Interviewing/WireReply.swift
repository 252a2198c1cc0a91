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

/// Why a response holds no answer, and what it says about trying again.
struct WireFailure: Error, Sendable, Hashable {
  var failure: ReviewFailure
  /// What the server asks for before the next attempt.
  var demand: WaitDemand?
  /// The server says that another attempt is of no use.
  var isFinal = false
  /// The server cannot do the form that was asked for.
  var refusesForm = false
}
