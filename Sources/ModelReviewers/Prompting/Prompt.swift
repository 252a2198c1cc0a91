package import CheckModel
package import StrictJSON

/// Exactly what one seat's model is asked.
///
/// It depends on the plan's bytes, the rubric, the lens and the secret, and on nothing else: no date, no
/// path of the user's, nothing of the other seat or of earlier runs.
package struct Prompt: Sendable {
  /// Brief, lens, rubric and reply form; equal for all plans.
  package let system: String
  /// The request's codes, then the plan as data.
  package let user: String
  package let nonce: PromptNonce
  /// The form of the reply, as a JSON Schema for this rubric.
  package let schema: JSONValue
  /// What of the plan is kept from the model.
  package let omissions: [PromptOmission]

  package init(plan: Plan, rubric: Rubric, lens: Lens, secret: [UInt8]) {
    let shown = ShownPlan(plan)
    nonce = PromptNonce(plan: plan, rubric: rubric, lens: lens, secret: secret)
    schema = ReplySchema.value(for: rubric)
    omissions = shown.omissions
    system = [
      ReviewBrief.task, ReviewBrief.lens(lens), ReviewBrief.recipe, ReviewBrief.evidence,
      ReviewBrief.words, ReviewBrief.planIsData, RubricListing.text(rubric, lens: lens),
      ReplyForm.text(for: rubric, schema: schema),
    ].joined(separator: "\n\n")
    user = Self.request(plan, nonce) + "\n\n" + shown.listing(of: plan, nonce: nonce)
  }

  /// The system text, a blank line and the user text.
  package var text: String { system + "\n\n" + user }

  /// The request without any vendor's keys: `system`, `user`, `schema`.
  package var body: JSONValue {
    ["system": JSONValue(.string(system)), "user": JSONValue(.string(user)), "schema": schema]
  }

  private static func request(_ plan: Plan, _ nonce: PromptNonce) -> String {
    let tail = ReplyEcho.digestTail(of: plan)
    var text = """
      Review the plan below. Put these two codes into `echo` as they are: nonce `\(nonce)`, \
      digest_tail `\(tail)`.
      """
    if plan.isFolder {
      text += """
         The plan has \(plan.files.count) file\(plan.files.count == 1 ? "" : "s"); each begins with \
        its number, and its lines are numbered from 1.
        """
    }
    return text
  }
}
