import CheckModel
import StrictJSON
import Subprocess

/// Why Claude Code reports an error. Its names for errors come before its words, which are for people.
struct ClaudeCodeFailure {
  private let result: JSONValue
  /// The last thing it calls an error of the API, if any.
  private let event: JSONValue?
  /// A limit of the subscription is reached, until a time that is named.
  private let hasRejectedLimit: Bool
  private let program: ProgramResult
  private let settings: ToolSettings

  init(
    _ result: JSONValue, _ events: [JSONValue], _ program: ProgramResult, _ settings: ToolSettings
  ) {
    self.result = result
    event = events.last { $0["type"]?.asText == "assistant" && Self.isError($0) }
    // a refusal without a time is a server's busy minute
    hasRejectedLimit = events.contains {
      $0["rate_limit_info"]?["status"]?.asText == "rejected"
        && $0["rate_limit_info"]?.known("resetsAt") != nil
    }
    self.program = program
    self.settings = settings
  }

  var failure: WireFailure {
    if let failure = bySubtype { return failure }
    if let failure = Self.end(result["stop_reason"]?.asText, settings, errors: program.errors) {
      return failure
    }
    if result["is_error"]?.content == .bool(false), let failure = settings.failure(of: program) {
      return failure
    }
    let words = words
    var failureClass =
      (result["api_error"]?.asText ?? event?["api_error"]?.asText).flatMap(Self.failureClass)
      ?? Self.failureClass(
        named: event?["error"]?.asText,
        status: (result.known("api_error_status") ?? event?.known("api_error_status"))?.asInteger,
        words: words) ?? .exited
    if hasRejectedLimit || event?["api_error_code"]?.asText == "enforced_spend_limit_reached" {
      failureClass = .quota
    }
    if result["terminal_reason"]?.asText == "prompt_too_long" { failureClass = .contextOverflow }
    return told(failureClass, words)
  }

  /// Whether an event says in one of its ways that the API failed; `error` and `api_error` are names, of which there
  /// are more with each version.
  static func isError(_ event: JSONValue) -> Bool {
    let names = ["error", "api_error", "api_error_type", "api_error_status"]
    return names.contains { event.known($0) != nil }
      || event["is_api_error_message"]?.content == .bool(true)
  }

  /// What it says for people; a result that is none of an error has an answer there.
  private var words: String {
    guard let event, result["is_error"]?.content != .bool(true) else {
      return result["result"]?.asText ?? ""
    }
    let parts = event["message"]?["content"]?.elements ?? []
    return parts.compactMap { $0["text"]?.asText }.joined(separator: " ")
  }

  /// Errors of the program's own.
  private var bySubtype: WireFailure? {
    let errors = (result["errors"]?.elements ?? []).compactMap(\.asText).joined(separator: "; ")
    return switch result["subtype"]?.asText {
    case "error_max_structured_output_retries":
      told(.schemaInvalid, errors)
    case "error_max_budget_usd":
      settings.toolFailure(
        .quota, "stopped since the next request could pass the limit on cost",
        "raise --max-cost to allow it", errors: program.errors)
    case "error_max_turns": told(.truncated, errors)
    case "error_during_execution": told(.exited, errors)
    default: nil
    }
  }

  private func told(_ failureClass: ReviewFailure.Class, _ words: String) -> WireFailure {
    let plain = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let quoted = plain.isEmpty ? "" : ": " + plain.prefix(300) + (plain.count > 300 ? "…" : "")
    return settings.toolFailure(
      failureClass, "reports an error\(quoted)", Self.advice(failureClass, settings),
      errors: program.errors)
  }

  /// How an answer can end that is none; nil for every other reason.
  static func end(
    _ reason: String?, _ settings: ToolSettings, errors: [UInt8]
  ) -> WireFailure? {
    switch reason {
    case "refusal":
      settings.toolFailure(
        .refused, "reports that the model refuses to answer",
        "use another model, or change the text it objects to", errors: errors)
    case "max_tokens":
      settings.toolFailure(
        .truncated, "had its answer cut at \(settings.maxOutputTokens) tokens",
        "use a model that thinks less, or a lower effort", errors: errors)
    case "model_context_window_exceeded":
      settings.toolFailure(
        .contextOverflow, "reports that plan and answer do not fit the model's context",
        "use a model with a larger context, or a smaller plan", errors: errors)
    default: nil
    }
  }

  /// The class of an error by the program's name for it, else by the status of the response, else by its words;
  /// nil where none of them tells it.
  static func failureClass(
    named name: String?, status: Int?, words: String
  ) -> ReviewFailure.Class? {
    let told = ErrorWords.failureClass(of: words)
    if told == .quota { return .quota }
    // its name for these is that of a server's error
    if status == nil, told == .unreachable { return .unreachable }
    switch name {
    case "authentication_failed", "oauth_org_not_allowed", "account_on_hold",
      "verification_required", "cloud_credential_error":
      return .auth
    case "billing_error": return .quota
    case "rate_limit": return .rateLimited
    case "overloaded", "server_error": return .overloaded
    case "model_not_found": return .notFound
    case "max_output_tokens": return .truncated
    case "invalid_request": return status == 413 ? .contextOverflow : .invalidRequest
    default: break
    }
    return status.map { ErrorClass.of(status: $0) } ?? told
  }

  /// The class of an error by its finer name, which most errors do not have; nil for names that tell no class.
  private static func failureClass(_ name: String) -> ReviewFailure.Class? {
    switch name {
    case "claude_code_version_too_old": .versionTooOld
    case "usage_limit_reached", "model_requires_usage_credits", "long_context_credits_required":
      .quota
    case "message_over_context_limit": .contextOverflow
    case "max_output_tokens": .truncated
    case "safety_monitor_blocked", "dlp_request_denied": .contentFilter
    case "stored_login_refused", "provider_credentials", "gateway_signin_required",
      "gateway_session_expired", "api_key_auth_disabled", "org_disabled_credential",
      "invalid_credential_header":
      .auth
    case "connection_failed", "tls_untrusted_ca", "tls_cert_signature_failure",
      "network_edge_blocked":
      .unreachable
    case "empty_completion", "no_response": .empty
    default: nil
    }
  }

  private static func advice(_ failureClass: ReviewFailure.Class, _ settings: ToolSettings)
    -> String
  {
    switch failureClass {
    case .versionTooOld: "update it"
    case .auth where settings.key == nil: settings.loginAdvice
    case .quota: "wait until the limit is reset, or use another account"
    case .schemaInvalid: "use another model"
    case .exited: "see what it says with '-v'"
    default: ErrorClass.advice(failureClass)
    }
  }
}
