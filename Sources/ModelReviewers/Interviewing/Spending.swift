/// What requests may cost together: counted while they run, and no further one is begun that could pass a
/// limit. One value for a whole run, shared by all its reviewers.
package actor Spending {
  /// Tokens, and US dollars where a price is known.
  package struct Charge: Sendable, Hashable {
    package var tokens: Int
    package var usd: Double?

    package init(tokens: Int, usd: Double?) {
      self.tokens = tokens
      self.usd = usd
    }
  }

  private let maxTokens: Int?
  private let maxUSD: Double?
  private var tokens = 0
  private var usd = 0.0

  /// Nil for no limit.
  package init(maxTokens: Int? = nil, maxUSD: Double? = nil) {
    self.maxTokens = maxTokens
    self.maxUSD = maxUSD
  }

  /// What has been spent or set aside so far.
  package var total: Charge { Charge(tokens: tokens, usd: usd) }

  /// Sets the worst case of a request aside; false, and nothing set aside, when it could pass a limit, or
  /// when there is a limit in dollars and no price.
  func begin(_ worst: Charge) -> Bool {
    if let maxTokens, worst.tokens > maxTokens - tokens { return false }
    if let maxUSD {
      guard let cost = worst.usd, usd + cost <= maxUSD else { return false }
    }
    tokens += worst.tokens
    usd += worst.usd ?? 0
    return true
  }

  /// Puts what a request really took in the place of its worst case.
  func end(_ worst: Charge, actual: Charge) {
    tokens += actual.tokens - worst.tokens
    usd = max(0, usd + (actual.usd ?? 0) - (worst.usd ?? 0))
  }
}
