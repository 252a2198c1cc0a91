/// About how many tokens a text has.
package enum TokenEstimate {
  /// One token for three and a half bytes, rounded up: about right for English and code in the tokenizers of
  /// all vendors, too low by a quarter at the worst. Always called an estimate where it is shown.
  package static func tokens(bytes: Int) -> Int { (bytes * 2 + 6) / 7 }
}

extension ModelSettings {
  /// The prices that count: the config's, else the table's; nil when neither knows the model.
  package var knownPrices: ModelPrices? { prices ?? PriceTable.prices(of: model, kind: kind) }

  /// The most that one request can take: all of the prompt, and an answer up to the limit.
  func worstCase(promptBytes: Int) -> Spending.Charge {
    let input = TokenEstimate.tokens(bytes: promptBytes)
    let usage = WireUsage(input: input, cacheWrites: input, output: maxOutputTokens)
    return Spending.Charge(
      tokens: input + maxOutputTokens, usd: knownPrices.flatMap { $0.cost(of: usage) })
  }

  /// The most that this reviewer can take for one seat: every sample with every attempt.
  ///
  /// - Parameter promptBytes: of system and user text together.
  package func worstCase(
    promptBytes: Int, samples: Int, policy: RetryPolicy = RetryPolicy()
  ) -> Spending.Charge {
    let one = worstCase(promptBytes: promptBytes)
    let times = samples * policy.attempts
    return Spending.Charge(tokens: one.tokens * times, usd: one.usd.map { $0 * Double(times) })
  }
}
