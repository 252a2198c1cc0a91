import StrictJSON

/// What a model is asked, in which form the answer is demanded, and what was wrong last time.
struct ModelQuestion: Sendable {
  let system: String
  private let text: String
  /// The form of the answer, as a JSON Schema.
  let schema: JSONValue
  private(set) var form: AnswerForm
  /// The limit of the answer has the name that older servers know.
  private(set) var usesOldLimitName = false
  /// Added to the user text when a reply had to be refused; holds nothing of that reply.
  var correction: String?

  init(system: String, user: String, schema: JSONValue, form: AnswerForm = .schema) {
    self.system = system
    text = user
    self.schema = schema
    self.form = form
  }

  init(prompt: Prompt, form: AnswerForm = .schema, correction: String? = nil) {
    self.init(system: prompt.system, user: prompt.user, schema: prompt.schema, form: form)
    self.correction = correction
  }

  /// A question that costs next to nothing.
  static func tiny(_ form: AnswerForm) -> ModelQuestion {
    ModelQuestion(
      system: "You answer with one JSON object and nothing else.",
      user: "Answer with {\"ready\": true}.",
      schema: [
        "type": "object", "additionalProperties": false, "required": ["ready"],
        "properties": ["ready": ["type": "boolean"]],
      ], form: form)
  }

  /// Gives way to a server that does not know a part of the question; false where there is nothing else to
  /// ask with, so that no part gives way for ever.
  ///
  /// - Parameter forms: those in which the answer can be demanded, each used when the one before is refused.
  mutating func giveWay(in part: RefusedPart, forms: [AnswerForm]) -> Bool {
    switch part {
    case .form:
      guard let index = forms.firstIndex(of: form), index + 1 < forms.count else { return false }
      form = forms[index + 1]
    case .limitName:
      guard !usesOldLimitName else { return false }
      usesOldLimitName = true
    }
    return true
  }

  var user: String { correction.map { text + "\n\n" + $0 } ?? text }
}

/// How a server is made to answer in the reply's form, from the strictest down. The schema stands in the
/// prompt in any case.
enum AnswerForm: Sendable, Hashable, CaseIterable {
  /// The server enforces the schema.
  case schema
  /// The model must call a tool whose input has the schema.
  case tool
  /// The server enforces JSON and no more.
  case object
  /// Nothing but the prompt says it.
  case promptOnly
}
