import CheckModel

/// What a program's model can cost, by the same prices as over HTTP: a program that uses a subscription is
/// counted as if its tokens were paid.
extension ToolSettings {
  /// The config's, else the table's; nil when no model is named or neither knows it.
  package var knownPrices: ModelPrices? {
    prices ?? model.flatMap { PriceTable.prices(of: $0, kind: kind) }
  }

  /// The most that asking once can take: every turn with all that is sent and an answer up to the limit.
  ///
  /// - Parameter promptBytes: of system and user text together.
  func worstCase(promptBytes: Int) -> Spending.Charge {
    let provider = kind.toolProvider
    let own = provider?.ownTokens ?? 0
    // whoever may read a repository may fill the model's context with it
    let input =
      access == .repository
      ? Self.largestContext : TokenEstimate.tokens(bytes: promptBytes) + own
    let turns = provider?.turns ?? 1
    let usage = WireUsage(input: input, cacheWrites: input, output: maxOutputTokens)
    return Spending.Charge(
      tokens: turns * (input + maxOutputTokens),
      usd: knownPrices.flatMap { $0.cost(of: usage) }.map { $0 * Double(turns) })
  }

  /// The most that this reviewer can take for one seat: every sample with every attempt.
  package func worstCase(
    promptBytes: Int, samples: Int, policy: RetryPolicy = .ofPrograms
  ) -> Spending.Charge {
    let one = worstCase(promptBytes: promptBytes)
    let times = samples * policy.attempts
    return Spending.Charge(tokens: one.tokens * times, usd: one.usd.map { $0 * Double(times) })
  }

  /// What the tokens cost: what the program says, else by the known prices.
  func cost(of usage: WireUsage) -> Double? {
    usage.costUSD ?? knownPrices.flatMap { $0.cost(of: usage) }
  }

  /// Of the models that agents use, tokens.
  private static let largestContext = 1_000_000
}
