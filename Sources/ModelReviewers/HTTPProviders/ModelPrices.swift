/// What a model costs, US dollars for a million tokens.
package struct ModelPrices: Sendable, Hashable {
  package var input: Double
  package var output: Double
  /// Of input that was read from a cache; nil costs as much as any input.
  package var cacheRead: Double?
  /// Of input that is written to a cache; nil costs as much as any input.
  package var cacheWrite: Double?
  /// What a prompt costs that is longer than the model's usual ones; nil where the length does not matter.
  package var long: LongPrompt?

  /// The prices of all tokens of a request whose prompt is longer than `above`.
  package struct LongPrompt: Sendable, Hashable {
    /// Tokens.
    package var above: Int
    package var input: Double
    package var output: Double

    package init(above: Int, input: Double, output: Double) {
      self.above = above
      self.input = input
      self.output = output
    }
  }

  package init(
    input: Double, output: Double, cacheRead: Double? = nil, cacheWrite: Double? = nil,
    long: LongPrompt? = nil
  ) {
    self.input = input
    self.output = output
    self.cacheRead = cacheRead
    self.cacheWrite = cacheWrite
    self.long = long
  }

  /// What the tokens cost, US dollars; nil when neither input nor output is known.
  func cost(of usage: WireUsage) -> Double? {
    guard usage.input != nil || usage.output != nil else { return nil }
    let total = Double(usage.input ?? 0)
    let cached = min(Double(usage.cachedInput ?? 0), total)
    let written = min(Double(usage.cacheWrites ?? 0), total - cached)
    let isLong = long.map { total > Double($0.above) } ?? false
    let inputPrice = isLong ? long?.input ?? input : input
    let outputPrice = isLong ? long?.output ?? output : output
    // a longer prompt raises the prices of cached tokens in the same measure
    let raise = input > 0 ? inputPrice / input : 1
    let dollars =
      (total - cached - written) * inputPrice + cached * (cacheRead ?? input) * raise
      + written * (cacheWrite ?? input) * raise + Double(usage.output ?? 0) * outputPrice
    return dollars / 1e6
  }
}
