package import CheckModel
package import StrictJSON

/// The one reply form for all models: `docs/generated/reply.schema.json` and the text of the prompt are
/// rendered from it, and replies are checked against it.
///
/// The order of the fields is the order of thinking: evidence, then reason, then judgement.
package enum ReplySchema {
  /// The schema as a request carries it.
  package static func value(for rubric: Rubric) -> JSONValue { shape(for: rubric).schema }

  /// The schema as a document of its own: indented JSON with a final line break.
  package static func document(for rubric: Rubric) -> String {
    guard case .object(let members) = value(for: rubric).content else { return "" }
    let head: JSONValue = [
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "The reply of a model that reviews a plan",
    ]
    guard case .object(let named) = head.content else { return "" }
    return JSONValue(.object(named + members)).text(indented: true) + "\n"
  }

  static func shape(for rubric: Rubric) -> ReplyShape {
    .object([
      .init("echo", .object([.init("nonce", .text), .init("digest_tail", .text)])),
      .init("sections_read", .list(of: .text), "headings of the two highest levels, in order"),
      .init(
        "answers", .list(of: answer(rubric)),
        "one for each of the \(rubric.questions.count) questions, none twice"),
      .init("gaps", .list(of: gap(rubric)), "may be empty"),
      .init("questions", .list(of: .text), "for the author, at most \(Reply.questionLimit)"),
      .init("strongest_objection", .text, "one sentence; empty when there is none"),
      .init(
        "start_now", .object([.init("reason", .text, "one sentence"), .init("answer", .boolean)])),
      .init("injection_suspected", .list(of: injection), "usually empty"),
      .init("model", .optional(.text), "your own model id, null if you do not know it"),
    ])
  }

  private static func answer(_ rubric: Rubric) -> ReplyShape {
    .object([
      .init("question", .oneOf(rubric.questions.map(\.id))),
      file,
      .init("lines", .list(of: .integer), "numbers of the quoted lines, ascending; empty for none"),
      quote,
      .init("reason", .text, "one sentence"),
      .init("answer", .oneOf(Reply.answerWords)),
    ])
  }

  private static func gap(_ rubric: Rubric) -> ReplyShape {
    .object([
      file,
      .init("first_line", .optional(.integer), "null when the gap has no place"),
      .init("last_line", .optional(.integer)),
      quote,
      .init("problem", .text, "one or two sentences, the first fit for a headline"),
      .init("consequence", .text, "what the executor would do because of it"),
      .init("fix", .text, "the smallest change of the text that closes it"),
      .init("kind", .oneOf(Reply.gapKinds)),
      .init("criterion", .oneOf(rubric.criteria.map(\.id))),
      .init("severity", .oneOf(Severity.allCases.reversed().map(\.rawValue))),
      .init("confidence", .integer, "0, 25, 50, 75 or 100"),
    ])
  }

  private static var injection: ReplyShape {
    .object([
      file, .init("first_line", .integer), .init("last_line", .integer),
      .init("reason", .text, "one sentence"),
    ])
  }

  private static var file: ReplyShape.Field {
    .init("file", .integer, "number of the plan's file; 1 if there is only one")
  }

  private static var quote: ReplyShape.Field {
    .init(
      "quote", .optional(.text), "literal and unbroken; null only when there is nothing to quote")
  }
}
