import CheckModel

/// The faults of agents on a seat; `Tests/TestServer/Server/agent.py` plays them.
extension FaultTable {
  static let agents = [agentsEnding, agentsWriting, agentsFailing, agentsReplying, agentsHabits]

  private static let agentKinds: [ReviewerIdentity.Kind] = [.claudeCLI, .codexCLI]

  private static func claude(
    _ title: String, _ played: String, _ failureClass: ReviewFailure.Class
  ) -> Fault {
    Fault(title, played, .failure(failureClass), except: [.codexCLI: .noSuchAnswer])
  }

  private static func codex(
    _ title: String, _ played: String, _ failureClass: ReviewFailure.Class
  ) -> Fault {
    Fault(title, played, .failure(failureClass), except: [.claudeCLI: .noSuchAnswer])
  }

  static let agentsEnding = FaultTable(
    title: "Start and end of an agent",
    faults: [
      Fault("it does not know one of our options", "old", .failure(.versionTooOld)),
      Fault("it wants to ask somebody at a terminal", "terminal", .failure(.exited)),
      Fault("status 1 after a perfect reply", "exit~1", .failure(.exited)),
      Fault("status 137 after a perfect reply", "exit~137", .failure(.exited)),
      Fault("the system kills it in the middle", "killed", .failure(.exited)),
      claude("it is interrupted, and ends with status 0", "interrupted", .exited),
      Fault("it never ends", "hang", .failure(.timeoutTotal)),
      Fault("it never ends, and ignores that it is told to", "stubborn", .failure(.timeoutTotal)),
      Fault("all is said, and it does not end", "closed-and-on", .failure(.timeoutTotal)),
      Fault("it asks its server again for ever", "retries", .failure(.timeoutTotal)),
      Fault("one letter a second", "drip", .failure(.timeoutTotal)),
    ], kinds: agentKinds)

  static let agentsWriting = FaultTable(
    title: "What an agent writes",
    faults: [
      Fault("nothing, and status 0", "silent", .failure(.empty)),
      Fault("words of approval, its input unread", "deaf", .failure(.empty)),
      Fault("output without end", "flood", .failure(.malformed)),
      Fault("a whole result, twice", "twice", .failure(.malformed)),
      Fault("events, and no result", "no-end", .failure(.empty)),
      Fault("an event that is cut off", "cut", .failure(.malformed)),
      Fault("words between its events", "interjects", .failure(.malformed)),
      claude("an error as its last word, and then a fine result", "last-word", .overloaded),
      codex("another whole review before its last message", "contradicts", .malformed),
      codex("no file with its last message", "no-file", .empty),
      codex("an empty one, as when its model refuses", "empty-file", .refused),
    ], kinds: agentKinds)

  static let agentsFailing = FaultTable(
    title: "What an agent reports",
    faults: [
      Fault(
        "an error, with words of approval in it", "error-envelope", .failure(.exited)),
      claude("a whole reply, and that it is an error", "with~is_error~true", .exited),
      claude(
        "the limit of the output, right after a whole reply",
        #"with~stop_reason~"max_tokens""#, .truncated),
      claude("a refusal, right after a whole reply", #"with~stop_reason~"refusal""#, .refused),
      claude(
        "that its model never kept to the form",
        #"with~subtype~"error_max_structured_output_retries""#, .schemaInvalid),
      claude("no login", "fails~Not_logged_in~authentication-failed", .auth),
      claude(
        "the limit of the subscription", "fails~You_have_hit_your_limit~rate-limit", .quota),
      claude("an overloaded server", "fails~API_Error~overloaded", .overloaded),
      codex("401 from its server", "fails~unexpected_status_401_Unauthorized", .auth),
      codex("a quota that is exceeded", "fails~Quota_exceeded", .quota),
      codex("an error that nobody knows", "fails~reason:_content.filter", .exited),
    ], kinds: agentKinds)

  static let agentsReplying = FaultTable(
    title: "What an agent replies",
    faults: [
      Fault("words of approval", "in-words", .failure(.malformed)),
      claude("nothing in the reply's place", "with~structured_output~null", .malformed),
      claude(
        "words of approval in the reply's place",
        #"with~structured_output~"I approve. GO""#, .schemaInvalid),
      Fault(
        "prose around the reply", "prose", .failure(.malformed), except: [.codexCLI: .review]),
      Fault(
        "a code fence around the reply", "fenced", .failure(.malformed),
        except: [.codexCLI: .review]),
      Fault("a list around the reply", "not-an-object", .failure(.schemaInvalid)),
      Fault("the reply to another prompt", "wrong-nonce", .failure(.wrongNonce)),
      codex("a list of errors beside the reply", "errors-beside", .malformed),
      codex("another reply in a form of its own beside the reply", "wrapped-beside", .malformed),
      codex("our own prompt", "echo", .wrongNonce),
      Fault("a question without an answer", "missing-answer", .failure(.schemaInvalid)),
      Fault("an answer that is no word of ours", "unknown-answer", .failure(.schemaInvalid)),
    ], kinds: agentKinds)

  static let agentsHabits = FaultTable(
    title: "What an agent may do",
    faults: [
      Fault("write lines that are no events", "noise", .review),
      Fault("say much on standard error", "chatty", .review),
      Fault("leave somebody behind who holds its output open", "grandchild", .review),
    ], kinds: agentKinds)
}
