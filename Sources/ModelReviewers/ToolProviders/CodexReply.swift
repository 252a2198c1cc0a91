import CheckModel
import StrictJSON
import Subprocess

/// What the events of one run of Codex say, and the file with its last message.
///
/// An answer is the whole content of that file after exactly one completed turn. Refusals end with status 0 and
/// an empty file; what was said before an error stands in the events all the same.
struct CodexReply {
  private let result: ToolResult
  private let settings: ToolSettings

  init(_ result: ToolResult, _ settings: ToolSettings) {
    self.result = result
    self.settings = settings
  }

  var reply: WireReply {
    switch ToolEvents.read(result.program, settings, where: Self.matters) {
    case .failure(let failure): return WireReply(.failure(failure))
    case .success(let events):
      return WireReply(outcome(of: events), usage: Self.usage(in: events))
    }
  }

  private static func matters(_ event: JSONValue) -> Bool {
    switch event["type"]?.asText {
    case "turn.completed", "turn.failed", "error": true
    case "item.completed":
      ["command_execution", "agent_message"].contains(event["item"]?["type"]?.asText)
    default: false
    }
  }

  private func outcome(of events: [JSONValue]) -> Result<[UInt8], WireFailure> {
    let errors = result.program.errors
    if let old = settings.unknownOption(result) { return .failure(old) }
    let failed = events.last { $0["type"]?.asText == "turn.failed" }?["error"]
    let late = Self.errorBehindTurn(in: events)
    let isFine = result.program.ending == .exited(0)
    let words =
      failed?["message"] ?? late?["message"] ?? (isFine ? nil : Self.lastError(in: events))
    if let words = words?.asText {
      return .failure(CodexFailure(words, settings, errors: errors).failure)
    }
    if let failure = settings.failure(of: result.program) {
      return .failure(CodexFailure.byErrors(errors, settings) ?? failure)
    }
    let types = events.map { $0["type"]?.asText }
    guard late == nil, !types.contains("turn.failed") else {
      return .failure(
        settings.toolFailure(
          .exited, "said that its turn failed, and not why", "see what it says with '-v'",
          errors: errors))
    }
    let turns = types.count { $0 == "turn.completed" }
    guard turns == 1 else {
      return .failure(
        settings.toolFailure(
          turns == 0 ? .empty : .malformed, "ended with \(turns) completed turns instead of one",
          "see what it says with '-v'", errors: errors))
    }
    if settings.access == .repository, Self.couldNotRead(events) {
      return .failure(
        settings.toolFailure(
          .exited, "could not read the repository, since its sandbox did not start",
          "name the program itself and no starter of it as SPECCHECK_CODEX", errors: errors))
    }
    guard let answer = result.answers[Codex.answerFile] else {
      return .failure(
        settings.toolFailure(
          .empty, "left no file with its last message, or none that can be read",
          "see what it says with '-v'",
          errors: errors))
    }
    guard answer.contains(where: { !" \t\r\n".utf8.contains($0) }) else {
      return .failure(
        settings.toolFailure(
          .refused, "ended its turn without a word, as it does when the model refuses",
          "use another model, or change the text it objects to", errors: errors))
    }
    if let failure = settings.fault(ofAnswer: answer, errors) { return .failure(failure) }
    if Self.isContradicted(answer, by: events) { return .failure(settings.severalReplies(errors)) }
    return .success(answer)
  }

  /// An error after its turn was complete; those before it are of tries that it made again.
  private static func errorBehindTurn(in events: [JSONValue]) -> JSONValue? {
    guard let end = events.lastIndex(where: { $0["type"]?.asText == "turn.completed" }) else {
      return nil
    }
    return events[end...].last { $0["type"]?.asText == "error" }
  }

  /// Whether each of its commands failed before it ran.
  private static func couldNotRead(_ events: [JSONValue]) -> Bool {
    let commands = items("command_execution", in: events)
    return !commands.isEmpty
      && commands.allSatisfy { $0["aggregated_output"]?.asText?.hasPrefix("bwrap: ") == true }
  }

  /// Whether it said another whole review than its last message before; words and drafts are none.
  private static func isContradicted(_ answer: [UInt8], by events: [JSONValue]) -> Bool {
    let messages = items("agent_message", in: events).compactMap { $0["text"]?.asText }
    let others = messages.map { Array($0.utf8) }.filter { $0 != answer }
    guard !others.isEmpty else { return false }
    let last = try? ReplyText.document(answer, name: "").root
    return others.contains { other in RivalAnswers.review(in: other).map { $0 != last } ?? false }
  }

  private static func items(_ type: String, in events: [JSONValue]) -> [JSONValue] {
    events.compactMap { event in
      guard event["type"]?.asText == "item.completed" else { return nil }
      return event["item"].flatMap { $0["type"]?.asText == type ? $0 : nil }
    }
  }

  /// Not final while it tries again, but the last thing that is known of a program that then failed.
  private static func lastError(in events: [JSONValue]) -> JSONValue? {
    events.last { $0["type"]?.asText == "error" }?["message"]
  }

  /// The input counts what was cached, the output what was thought.
  private static func usage(in events: [JSONValue]) -> WireUsage {
    let usage = events.last { $0["type"]?.asText == "turn.completed" }?["usage"]
    return WireUsage(
      input: usage?["input_tokens"]?.asCount, cachedInput: usage?["cached_input_tokens"]?.asCount,
      cacheWrites: usage?["cache_write_input_tokens"]?.asCount,
      output: usage?["output_tokens"]?.asCount,
      reasoning: usage?["reasoning_output_tokens"]?.asCount)
  }
}
