package import CheckModel
package import Configuration

/// A program as it is asked: which one, how it is started, and how much it may take.
package struct ToolSettings: Sendable, Hashable {
  /// As the user named the reviewer: `command:./review`, or a name of the config.
  package var name: String
  /// One of the kinds that are programs on this machine.
  package var kind: ReviewerIdentity.Kind
  /// Its absolute path; a bare name where nobody found it.
  package var program: String
  /// What the user wants it to be started with.
  package var arguments: [String]
  /// Nil leaves it to the program.
  package var model: String?
  /// How much the model thinks, a word of the program's; nil leaves it to the program.
  package var effort: String?
  /// The family that a person declares.
  package var family: String?
  package var access: RepositoryAccess
  /// All that it gets; nothing is inherited.
  package var environment: [String: String]
  /// A key that stands in the environment; it may not come back in a reply.
  package var key: ReviewerKey?
  /// A sentence that names the variable of a key that was chosen and is not set; nil where none is missing.
  package var missingKey: String?
  /// Where its requests go in place of its vendor's own servers; nil for those.
  package var redirect: Endpoint?
  /// The most tokens of one answer, thinking included, as far as the program can be told.
  package var maxOutputTokens: Int
  /// What the config says about prices; nil takes them from the table.
  package var prices: ModelPrices?
  /// US dollars that a whole run may cost, for programs that can count themselves; nil for no limit.
  package var maxUSD: Double?
  /// Without a byte for so long, a program that promises progress has died.
  package var idle: Duration
  /// The longest that one attempt may take.
  package var total: Duration

  package init(
    name: String, kind: ReviewerIdentity.Kind, program: String, arguments: [String] = [],
    model: String? = nil, effort: String? = nil, family: String? = nil,
    access: RepositoryAccess = .plan, environment: [String: String] = [:],
    key: ReviewerKey? = nil, missingKey: String? = nil, redirect: Endpoint? = nil,
    maxOutputTokens: Int = ModelSettings.usualOutputTokens, prices: ModelPrices? = nil,
    maxUSD: Double? = nil, idle: Duration = .seconds(180), total: Duration = .seconds(900)
  ) {
    self.name = name
    self.kind = kind
    self.program = program
    self.arguments = arguments
    self.model = model
    self.effort = effort
    self.family = family
    self.access = access
    self.environment = environment
    self.key = key
    self.missingKey = missingKey
    self.redirect = redirect
    self.maxOutputTokens = maxOutputTokens
    self.prices = prices
    self.maxUSD = maxUSD
    self.idle = idle
    self.total = total
  }

  package var identity: ReviewerIdentity {
    ReviewerIdentity(name: name, kind: kind, host: redirect?.authority, access: access)
  }

  /// Who gets the prompt from it; nil where nobody knows.
  package var next: String? { redirect?.authority ?? kind.agent?.owner }
}
