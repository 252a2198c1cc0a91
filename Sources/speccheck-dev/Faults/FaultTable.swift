import CheckModel

/// The faults that are played, by what is at fault.
struct FaultTable: Sendable {
  var title: String
  var faults: [Fault]
  /// Who is asked when they are played.
  var kinds = Fault.kinds

  /// Those of servers.
  static let all = [connection, status, transmission, ending, reply, harmless]

  static let connection = FaultTable(
    title: "The connection",
    faults: [
      Fault("nobody listens", "ok", .failure(.unreachable), at: .refused),
      Fault("the host's name does not exist", "ok", .failure(.unreachable), at: .unknownHost),
      Fault("a certificate that nobody vouches for", "ok", .failure(.unreachable), at: .selfSigned),
      Fault("a certificate of another host", "ok", .failure(.unreachable), at: .elsewhere),
      Fault("closed without an answer", "close", .failure(.unreachable)),
      Fault("reset without an answer", "reset", .failure(.unreachable)),
      Fault("something else than HTTP", "no-http", .failure(.unreachable)),
    ])

  static let status = FaultTable(
    title: "The status",
    faults: [
      Fault("400", "status~400", .failure(.invalidRequest)),
      Fault("401", "status~401", .failure(.auth)),
      Fault("403", "status~403", .failure(.auth)),
      Fault("404", "status~404", .failure(.notFound)),
      Fault("408", "status~408", .failure(.overloaded)),
      Fault("413", "status~413", .failure(.contextOverflow)),
      Fault("422", "status~422", .failure(.invalidRequest)),
      Fault("429", "status~429", .failure(.rateLimited)),
      Fault("429, `Retry-After` in seconds", "retry-after~seconds", .failure(.rateLimited)),
      Fault("429, `Retry-After` as a date", "retry-after~date", .failure(.rateLimited)),
      Fault("429, `retry-after-ms`", "retry-after~milliseconds", .failure(.rateLimited)),
      Fault("429, a gateway's `Retry-After`", "retry-after~gateway", .failure(.rateLimited)),
      Fault(
        "429, the delay in the body", "retry-after~body", .failure(.rateLimited),
        except: [.ollama: .noSuchAnswer]),
      Fault("429, `Retry-After` that means nothing", "retry-after~garbage", .failure(.rateLimited)),
      Fault("429, an hour to wait", "retry-after~seconds~3600", .failure(.rateLimited)),
      Fault(
        "the account has spent its money", "quota", .failure(.quota),
        except: [.ollama: .noSuchAnswer]),
      Fault("the prompt is too long", "overflow", .failure(.contextOverflow)),
      Fault("500", "status~500", .failure(.overloaded)),
      Fault("502 with a page of HTML", "plain-status~502", .failure(.overloaded)),
      Fault("503", "status~503", .failure(.overloaded)),
      Fault("529", "status~529", .failure(.overloaded)),
      Fault("a redirect to another host", "redirect", .failure(.invalidRequest)),
    ])

  static let transmission = FaultTable(
    title: "The body on its way",
    faults: [
      Fault("silence before the answer", "hang", .failure(.timeoutIdle)),
      Fault("silence in the middle", "hang-in-body", .failure(.timeoutIdle)),
      Fault("one byte a second", "drip~1", .failure(.timeoutTotal)),
      Fault("reset in the middle", "reset-in-body", .failure(.unreachable)),
      Fault("closed before the announced length", "short", .failure(.unreachable)),
      Fault("a stream that ends before the answer does", "no-end", .failure(.malformed)),
      Fault("an empty body", "empty", .failure(.empty)),
      Fault("a page of HTML", "html", .failure(.malformed)),
      Fault("the right body as `text/plain`", "wrong-type", .failure(.malformed)),
      Fault("50 MiB", "large~52428800", .failure(.malformed)),
      Fault("4 GiB of zeros in 4 MiB of gzip", "gzip-bomb", .failure(.malformed)),
      Fault("gzip that is none", "bad-gzip", .failure(.unreachable)),
      Fault("headers without end", "many-headers", .failure(.malformed)),
      Fault("status 200 and an error for a body", "error-object", .failure(.overloaded)),
      Fault("an error in the middle of the stream", "error-event", .failure(.overloaded)),
      Fault("an error, and the stream stays open", "error-stays-open", .failure(.overloaded)),
    ])

  static let ending = FaultTable(
    title: "The end of the answer",
    faults: [
      Fault(
        "a refusal", "refusal", .failure(.refused),
        except: [.gemini: .noSuchAnswer, .ollama: .noSuchAnswer]),
      Fault("the limit of the output, right after a whole reply", "length", .failure(.truncated)),
      Fault(
        "the content filter, right after a whole reply", "filter", .failure(.contentFilter),
        except: [.anthropic: .noSuchAnswer, .ollama: .noSuchAnswer]),
      Fault(
        "the end of the context, right after a whole reply", "context", .noSuchAnswer,
        except: [.anthropic: .failure(.contextOverflow)]),
    ])

  static let reply = FaultTable(
    title: "The reply",
    faults: [
      Fault("JSON that is cut off", "truncated-json", .failure(.malformed)),
      Fault("a key that stands twice", "duplicate-keys", .failure(.malformed)),
      Fault("`NaN`", "nan", .failure(.malformed)),
      Fault("100,000 brackets deep", "deep", .failure(.malformed)),
      Fault("words of approval", "approval", .failure(.malformed)),
      Fault("nothing but white space", "no-words", .failure(.empty)),
      Fault("a list around the reply", "not-an-object", .failure(.schemaInvalid)),
      Fault("the reply to another prompt", "wrong-nonce", .failure(.wrongNonce)),
      Fault("the reply to another plan", "wrong-digest", .failure(.wrongNonce)),
      Fault("our own prompt", "echo", .failure(.wrongNonce)),
      Fault("the schema", "echo-schema", .failure(.wrongNonce)),
      Fault("a question without an answer", "missing-answer", .failure(.schemaInvalid)),
      Fault("a question with two answers", "doubled-answer", .failure(.schemaInvalid)),
      Fault("an answer that is no word of ours", "unknown-answer", .failure(.schemaInvalid)),
      Fault("a line that the plan does not have", "no-such-line", .failure(.schemaInvalid)),
    ])

  static let harmless = FaultTable(
    title: "What does no harm, or little",
    faults: [
      Fault("prose around the reply", "prose", .review),
      Fault("a code fence around the reply", "fenced", .review),
      Fault("one document where a stream was asked for", "whole", .review),
      Fault("cuts inside of characters and events", "split-bytes", .review),
      Fault("CRLF in place of LF", "carriage-returns", .review),
      Fault("a compressed body", "gzipped", .review),
      Fault("events that nobody knows", "unknown-events", .review),
      Fault("a stream that stays open behind the answer", "stays-open", .review),
      Fault("signs of life behind the answer", "alive-after-end", .review),
      Fault("a reset behind the answer", "reset-after-end", .review),
      Fault(
        "each event twice", "doubled-events", .failure(.schemaInvalid),
        except: [.anthropic: .failure(.malformed), .openai: .review]),
      Fault("503 once", "status~503:first~1~TOKEN", .review),
      Fault("429 once, `Retry-After`", "retry-after~seconds:first~1~TOKEN", .review),
      Fault("a connection that was reset once", "reset:first~1~TOKEN", .review),
      Fault("a reply that was cut off once", "truncated-json:first~1~TOKEN", .review),
    ])
}
