import CheckModel

/// How an answer can end other than well, in the same words for all vendors.
extension ModelSettings {
  /// The stream stopped without the event that ends it.
  var cutShort: WireFailure {
    wireFailure(.malformed, "stopped before the end of its answer", "try again")
  }

  var outOfTokens: WireFailure {
    wireFailure(
      .truncated, "cut the answer at \(maxOutputTokens) tokens",
      "use a model that thinks less, a lower effort, or a higher output limit")
  }

  func refused(_ explanation: String?) -> WireFailure {
    wireFailure(
      .refused, "reports that the model refuses to answer",
      "use another model, or change the text it objects to",
      detail: explanation.map { String(masked($0).prefix(300)) })
  }

  var outOfContext: WireFailure {
    wireFailure(
      .contextOverflow, "reports that plan and answer do not fit the model's context",
      "use a model with a larger context, or a smaller plan")
  }

  func filtered(_ reason: String) -> WireFailure {
    wireFailure(
      .contentFilter, "withholds the answer by its content filter (\(masked(reason).prefix(60)))",
      "use another model, or change the text it objects to")
  }

  /// The answer has an end that we do not know, so it cannot be called complete.
  func unknownEnd(_ reason: String) -> WireFailure {
    wireFailure(
      .malformed,
      "ended its answer for another reason than completion (\(masked(reason).prefix(60)))",
      "try again, or use another model")
  }

  /// The parts of the response do not belong together, so that text could be lost or doubled.
  var disorder: WireFailure {
    wireFailure(
      .malformed, "sent a response that is not of the form of its API",
      "check that kind and endpoint belong together")
  }

  /// The answer's bytes; throws `empty` when there is nothing but white space.
  func nonEmpty(_ text: String) throws(WireFailure) -> [UInt8] {
    guard text.contains(where: { !$0.isWhitespace }) else {
      throw wireFailure(.empty, "ended its answer without a word", "try again")
    }
    return Array(text.utf8)
  }
}
