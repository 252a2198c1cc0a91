package import CheckModel

/// A reviewer as the user's config describes it.
package struct ReviewerSettings: Sendable, Hashable {
  /// What a model costs, US dollars for a million tokens.
  package struct Prices: Sendable, Hashable {
    package var inputPerMTok: Double
    package var outputPerMTok: Double

    package init(inputPerMTok: Double, outputPerMTok: Double) {
      self.inputPerMTok = inputPerMTok
      self.outputPerMTok = outputPerMTok
    }
  }

  package var kind: ReviewerIdentity.Kind
  package var model: String?
  /// How much the model thinks: a word of the vendor's.
  package var effort: String?
  package var baseURL: String?
  /// The environment variable that holds the key.
  package var apiKeyEnv: String?
  /// The family that a person declares.
  package var family: String?
  package var prices: Prices?
  /// The program and its arguments, of kind `command`.
  package var command: [String]
  package var access: RepositoryAccess

  package init(
    kind: ReviewerIdentity.Kind, model: String? = nil, effort: String? = nil,
    baseURL: String? = nil, apiKeyEnv: String? = nil, family: String? = nil,
    prices: Prices? = nil, command: [String] = [], access: RepositoryAccess = .plan
  ) {
    self.kind = kind
    self.model = model
    self.effort = effort
    self.baseURL = baseURL
    self.apiKeyEnv = apiKeyEnv
    self.family = family
    self.prices = prices
    self.command = command
    self.access = access
  }
}
