import CheckModel

/// Tokens of one or more attempts, in one arithmetic for all vendors: the input counts cached tokens, the
/// output counts thinking.
struct WireUsage: Sendable, Hashable {
  var input: Int?
  /// The part of the input that was read from a cache.
  var cachedInput: Int?
  /// The part of the input that was written to a cache, which some vendors charge more for.
  var cacheWrites: Int?
  var output: Int?
  /// The part of the output that is thinking.
  var reasoning: Int?
  /// What the server itself says that it cost, US dollars.
  var costUSD: Double?

  /// Adds another attempt's; what neither knows stays unknown.
  mutating func add(_ other: WireUsage) {
    input = Self.sum(input, other.input)
    cachedInput = Self.sum(cachedInput, other.cachedInput)
    cacheWrites = Self.sum(cacheWrites, other.cacheWrites)
    output = Self.sum(output, other.output)
    reasoning = Self.sum(reasoning, other.reasoning)
    if costUSD != nil || other.costUSD != nil { costUSD = (costUSD ?? 0) + (other.costUSD ?? 0) }
  }

  /// The usage as a review carries it; nil when nothing is known.
  var usage: Usage? {
    guard input != nil || output != nil || costUSD != nil else { return nil }
    return Usage(
      inputTokens: input, cachedInputTokens: cachedInput, outputTokens: output,
      reasoningTokens: reasoning, costUSD: costUSD)
  }

  /// Without the zeros that some gateways send where they do not know: every request has a prompt, and every
  /// answer a word.
  var credible: WireUsage {
    var usage = self
    if input == 0 { usage.input = nil }
    if output == 0 { usage.output = nil }
    return usage
  }

  /// Input and output together.
  var tokens: Int { (input ?? 0) + (output ?? 0) }

  /// The sum; unknown only when all are.
  static func sum(_ counts: Int?...) -> Int? {
    let known = counts.compactMap { $0 }
    return known.isEmpty ? nil : known.reduce(0, +)
  }
}
