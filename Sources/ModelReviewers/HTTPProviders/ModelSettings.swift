package import CheckModel

/// A model as it is asked: which one, where, with which key, and how much it may take.
package struct ModelSettings: Sendable, Hashable {
  /// How a request shows who pays for it.
  package enum Credential: Sendable, Hashable {
    /// A server that asks for none, such as one on this machine.
    case none
    case key(Secret)
    /// A token that is sent as `Authorization: Bearer`, whatever the vendor's own header is.
    case bearer(Secret)
  }

  /// As the user named the reviewer: `anthropic/MODEL`, or a name of the config.
  package var name: String
  /// One of the kinds that are reached over HTTP.
  package var kind: ReviewerIdentity.Kind
  package var model: String
  /// How much the model thinks, a word of the vendor's; nil leaves it to the vendor.
  package var effort: String?
  package var endpoint: Endpoint
  package var credential: Credential
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
    endpoint: Endpoint, credential: Credential = .none, family: String? = nil,
    maxOutputTokens: Int = Self.usualOutputTokens, idle: Duration = .seconds(180),
    total: Duration = .seconds(900), prices: ModelPrices? = nil
  ) {
    self.name = name
    self.kind = kind
    self.model = model
    self.effort = effort
    self.endpoint = endpoint
    self.credential = credential
    self.family = family
    self.maxOutputTokens = max(maxOutputTokens, Self.leastOutputTokens)
    self.idle = idle
    self.total = total
    self.prices = prices
  }

  /// Less would cut most reviews short.
  package static let leastOutputTokens = 24_000

  /// Room for the answers of a model that thinks for a while first.
  package static let usualOutputTokens = 32_000

  /// The text without the key, should a server have repeated it.
  func masked(_ text: String) -> String {
    switch credential {
    case .none: text
    case .key(let secret), .bearer(let secret): secret.masked(in: text)
    }
  }
}
