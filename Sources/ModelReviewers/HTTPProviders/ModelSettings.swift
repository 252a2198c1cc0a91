package import CheckModel
package import Configuration

/// A model as it is asked: which one, where, with which key, and how much it may take.
package struct ModelSettings: Sendable, Hashable {
  /// As the user named the reviewer: `anthropic/MODEL`, or a name of the config.
  package var name: String
  /// One of the kinds that are reached over HTTP.
  package var kind: ReviewerIdentity.Kind
  package var model: String
  /// How much the model thinks, a word of the vendor's; nil leaves it to the vendor.
  package var effort: String?
  package var endpoint: Endpoint
  /// Nil for a server that asks for none, such as one on this machine.
  package var key: ReviewerKey?
  /// The family that a person declares, for models whose name does not tell it.
  package var family: String?
  /// The most tokens of one answer, thinking included; 40 answers with reasons need 24,000 at least.
  package var maxOutputTokens: Int
  /// Without a byte for so long, a streamed answer has died.
  package var idle: Duration
  /// The longest that one attempt may take.
  package var total: Duration
  /// What the config says about prices; nil takes them from the table.
  package var prices: ModelPrices?

  package init(
    name: String, kind: ReviewerIdentity.Kind, model: String, effort: String? = nil,
    endpoint: Endpoint, key: ReviewerKey? = nil, family: String? = nil,
    maxOutputTokens: Int = Self.usualOutputTokens, idle: Duration = .seconds(180),
    total: Duration = .seconds(900), prices: ModelPrices? = nil
  ) {
    self.name = name
    self.kind = kind
    self.model = model
    self.effort = effort
    self.endpoint = endpoint
    self.key = key
    self.family = family
    self.maxOutputTokens = max(maxOutputTokens, Self.leastOutputTokens)
    self.idle = idle
    self.total = total
    self.prices = prices
  }

  package var identity: ReviewerIdentity {
    ReviewerIdentity(name: name, kind: kind, host: endpoint.authority)
  }

  /// Less would cut most reviews short.
  package static let leastOutputTokens = 24_000

  /// Room for the answers of a model that thinks for a while first.
  package static let usualOutputTokens = 32_000
}
