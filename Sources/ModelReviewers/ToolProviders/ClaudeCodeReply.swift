import CheckModel
import StrictJSON
import Subprocess

/// What the events of one run of Claude Code say.
///
/// Its `subtype` is `success` even for errors, its words may say anything, and an answer in words has no
/// `structured_output`: so the exit status, `is_error` and the reason for the end come before that, and nothing
/// but that is an answer. An error that is the last thing the assistant said is final; the program had tried again
/// after those that came before.
struct ClaudeCodeReply {
  let settings: ToolSettings
  private let result: ToolResult
  /// Results, messages and limits; not the pieces of answers, which are repeated as wholes.
  private let events: Result<[JSONValue], WireFailure>

  init(_ result: ToolResult, _ settings: ToolSettings) {
    self.result = result
    self.settings = settings
    events = ToolEvents.read(
      result.program, settings, leavingOut: Array(#"{"type":"stream_event""#.utf8)
    ) { event in
      ["result", "assistant"].contains(event["type"]?.asText) || event["rate_limit_info"] != nil
    }
  }

  private var program: ProgramResult { result.program }

  var reply: WireReply {
    switch events {
    case .failure(let failure): return WireReply(.failure(failure))
    case .success(let events):
      let results = events.filter { $0["type"]?.asText == "result" }
      guard results.count == 1 else {
        return WireReply(.failure(withoutResult(results.count)))
      }
      return WireReply(
        outcome(of: results[0], events), model: Self.model(in: results[0], settings),
        usage: Self.usage(in: results[0]))
    }
  }

  private func withoutResult(_ count: Int) -> WireFailure {
    guard count == 0 else {
      return settings.toolFailure(
        .malformed, "gave \(count) results where there must be one", "update it",
        errors: program.errors)
    }
    if let old = settings.unknownOption(result) { return old }
    return settings.failure(of: program)
      ?? settings.toolFailure(
        .empty, "ended without a result", "see what it says with '-v'", errors: program.errors)
  }

  private func outcome(
    of result: JSONValue, _ events: [JSONValue]
  ) -> Result<[UInt8], WireFailure> {
    let last = events.last { $0["type"]?.asText == "assistant" }
    let isFine =
      result["is_error"]?.content == .bool(false) && !Self.namesError(result)
      && last.map(ClaudeCodeFailure.isError) != true
    guard isFine, program.ending == .exited(0), result["subtype"]?.asText == "success" else {
      return .failure(
        ClaudeCodeFailure(result, events, program, settings).failure)
    }
    // a text that was cut may still be valid
    if let failure = badEnd(result["stop_reason"]?.asText) { return .failure(failure) }
    // older versions do not say it
    if let reason = result.known("terminal_reason")?.asText, reason != "completed" {
      return .failure(otherEnd(reason))
    }
    guard let answer = result.known("structured_output") else {
      return .failure(
        settings.toolFailure(
          .malformed, "let the model answer in words instead of the form that was asked for",
          "try again, or use another model", errors: program.errors))
    }
    let bytes = answer.bytes
    if let failure = settings.fault(ofAnswer: bytes, program.errors) { return .failure(failure) }
    return .success(bytes)
  }

  /// What it says of errors although it calls itself none.
  private static func namesError(_ result: JSONValue) -> Bool {
    if case .array(let errors) = result["errors"]?.content, !errors.isEmpty { return true }
    return ClaudeCodeFailure.isError(result)
  }

  private func badEnd(_ reason: String?) -> WireFailure? {
    switch reason {
    case "tool_use", "end_turn": nil
    case let reason:
      ClaudeCodeFailure.end(reason, settings, errors: program.errors)
        ?? otherEnd(reason ?? "none")
    }
  }

  private func otherEnd(_ reason: String) -> WireFailure {
    settings.toolFailure(
      .malformed, "ended its answer for another reason than completion (\(reason.prefix(60)))",
      "try again, or use another model", errors: program.errors)
  }

  /// The model of the answer: the one that wrote most, where others did chores beside it.
  private static func model(in result: JSONValue, _ settings: ToolSettings) -> String? {
    guard case .object(let members) = result["modelUsage"]?.content else { return nil }
    let answered = members.max {
      ($0.value["outputTokens"]?.asCount ?? 0) < ($1.value["outputTokens"]?.asCount ?? 0)
    }
    return answered.flatMap { ShownModelName.of(settings.masked($0.key)) }
  }

  /// Tokens of all turns; the input counts what was cached.
  private static func usage(in result: JSONValue) -> WireUsage {
    let usage = result["usage"]
    let cached = usage?["cache_read_input_tokens"]?.asCount
    let written = usage?["cache_creation_input_tokens"]?.asCount
    return WireUsage(
      input: WireUsage.sum(usage?["input_tokens"]?.asCount, cached, written), cachedInput: cached,
      cacheWrites: written, output: usage?["output_tokens"]?.asCount,
      reasoning: usage?["output_tokens_details"]?["thinking_tokens"]?.asCount,
      costUSD: result["total_cost_usd"]?.asDollars)
  }
}
