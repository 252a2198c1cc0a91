import CheckModel
import StrictJSON

/// The part of the prompt that says what a reply looks like.
enum ReplyForm {
  static func text(for rubric: Rubric, schema: JSONValue) -> String {
    """
    # The reply

    Reply with one JSON object and nothing else, no text around it and no code fence, after this \
    JSON Schema. Keep the order of its members: evidence comes before the judgment. Write in \
    English, and quote in the language of the plan.

    \(schema.text(indented: false))

    An answer and a gap, as they could look for some other plan:

    \(exampleAnswer(rubric).text(indented: false))
    \(exampleGap(rubric).text(indented: false))
    """
  }

  /// Whether a model has sent back the schema or an example in place of a reply.
  static func isEcho(_ root: JSONValue, rubric: Rubric) -> Bool {
    (root["properties"] != nil && root["required"] != nil) || root == exampleAnswer(rubric)
      || root == exampleGap(rubric)
  }

  private static func exampleAnswer(_ rubric: Rubric) -> JSONValue {
    [
      "question": JSONValue(.string(rubric.questions.last?.id ?? "")), "file": 1,
      "lines": [88, 88],
      "quote": "Read only section 2 and `feed/parse.go` before this task.",
      "reason": "Every task opens with the sections and files it builds on.", "answer": "yes",
    ]
  }

  private static func exampleGap(_ rubric: Rubric) -> JSONValue {
    [
      "file": 1, "first_line": 41, "last_line": 43,
      "quote": "Entries older than the retention period are removed.",
      "problem": """
      No length is given for the retention period. Line 12 calls it configurable, without a default.
      """,
      "consequence": "The executor invents a period, and entries people still need are deleted.",
      "fix": "In line 41 write: older than 90 days, set by feed.retention_days.",
      "kind": "ambiguous", "criterion": JSONValue(.string(rubric.criteria.first?.id ?? "")),
      "severity": "major", "confidence": 75,
    ]
  }
}
