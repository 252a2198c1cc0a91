import CheckModel

/// Which class a server's error belongs to. Vendors agree on little, so names and words of the body are
/// looked at before the status, the more expensive mistakes first: a quota must not be retried.
enum ErrorClass {
  static func of(_ error: ServerError) -> ReviewFailure.Class {
    let names = Set(error.names.map { $0.lowercased() })
    let message = error.message.lowercased()
    if let named = byName(names, message) { return named }
    return error.status.map { of(status: $0) } ?? byKind(names)
  }

  /// The class of an error of which nothing but the status of the response is known.
  static func of(status: Int) -> ReviewFailure.Class {
    switch status {
    case 401, 403, 407: .auth
    case 402: .quota
    case 404: .notFound
    case 413: .contextOverflow
    case 429: .rateLimited
    case 408, 409, 425: .overloaded
    case 500...: .overloaded
    default: .invalidRequest
    }
  }

  /// What the body says plainly, whatever the status.
  private static func byName(_ names: Set<String>, _ message: String) -> ReviewFailure.Class? {
    let says = { (words: [String]) in words.contains(where: message.contains) }
    if !names.isDisjoint(with: quotaNames) || says(quotaWords) || isDailyQuota(names) {
      return .quota
    }
    if !names.isDisjoint(with: ["context_length_exceeded", "exceed_context_size_error"])
      || says(contextWords)
    {
      return .contextOverflow
    }
    if !names.isDisjoint(with: ["content_filter", "content_policy_violation"]) {
      return .contentFilter
    }
    if !names.isDisjoint(with: authNames) || says(["no connected db", "api key not valid"]) {
      return .auth
    }
    return names.contains("model_not_found") ? .notFound : nil
  }

  private static let quotaNames: Set<String> = [
    "insufficient_quota", "billing_error", "billing_hard_limit_reached", "billing_not_active",
    "enforced_spend_limit_reached", "budget_exceeded",
  ]
  private static let quotaWords = [
    "credit balance is too low", "insufficient credits", "specified api usage limits",
  ]
  private static let contextWords = [
    "prompt is too long", "maximum context length", "input token count", "context length of",
    "exceeds the available context size", "exceed context limit", "context window",
  ]
  private static let authNames: Set<String> = [
    "authentication_error", "invalid_api_key", "permission_error", "api_key_invalid",
    "unauthenticated", "permission_denied", "no_db_connection",
  ]

  /// Gemini tells a limit of the day from one of the minute only by the name of the violated quota.
  private static func isDailyQuota(_ names: Set<String>) -> Bool {
    names.contains { $0.contains("perday") }
  }

  /// For an error in the middle of a stream, which has no status of its own.
  private static func byKind(_ names: Set<String>) -> ReviewFailure.Class {
    if !names.isDisjoint(with: ["rate_limit_error", "rate_limit_exceeded", "throttling_error"]) {
      return .rateLimited
    }
    if !names.isDisjoint(with: ["invalid_request_error", "invalid_prompt", "bad_request_error"]) {
      return .invalidRequest
    }
    return names.contains("not_found_error") ? .notFound : .overloaded
  }

  /// What of the question the server says that it cannot do: the words that servers use for it, with a
  /// status that some of them choose badly.
  static func refusedPart(_ error: ServerError) -> RefusedPart? {
    guard let status = error.status, [400, 404, 422, 500, 501].contains(status) else { return nil }
    let message = error.message.lowercased()
    // a limit that is known and too high would be so under any name
    if message.contains("max_completion_tokens"), unknownWords.contains(where: message.contains) {
      return .limitName
    }
    return formWords.contains(where: message.contains) ? .form : nil
  }

  private static let unknownWords = [
    "unknown", "unrecogni", "unsupported", "not supported", "unexpected", "not permitted",
    "not allowed", "extra ", "additional propert", "invalid argument", "no such",
  ]

  private static let formWords = [
    "response_format", "response format", "json_schema", "json schema", "json_object",
    "structured output", "compiled grammar", "output_config.format", "grammar", "peg-native format",
    "no endpoints found that can handle the requested parameters", "invalid schema",
  ]

  /// What a person can do about it.
  static func advice(_ failureClass: ReviewFailure.Class) -> String {
    switch failureClass {
    case .auth: "check the key and what it may use"
    case .quota: "check plan and billing of the account"
    case .notFound: "check the model's name and the endpoint"
    case .contextOverflow: "use a model with a larger context, or a smaller plan"
    case .contentFilter: "use another model, or change the text it objects to"
    case .invalidRequest: "check model, effort and endpoint of the reviewer"
    default: "try again later"
    }
  }
}
