package import CheckModel
package import StrictJSON

/// Exactly what one seat's model is asked.
///
/// It depends on the bytes of the plan and of the project's context, on what the working tree has otherwise than the
/// plan says, the rubric, the lens, the access and the secret, and on nothing else: no date, no path of the user's, nothing of the other seat or of earlier runs.
package struct Prompt: Sendable {
  /// Brief, lens, rubric and reply form; equal for all plans that have the same of context and facts beside them.
  package let system: String
  /// The request's codes, then the context, the facts about the repository and the plan as data.
  package let user: String
  package let nonce: PromptNonce
  /// The form of the reply, as a JSON Schema for this rubric.
  package let schema: JSONValue
  /// What of the plan and of the context is kept from the model, for whoever runs the check.
  package let omissions: [Diagnostic]

  package init(
    plan: Plan, rubric: Rubric, lens: Lens, context: ProjectContext? = nil,
    access: RepositoryAccess = .plan, secret: [UInt8]
  ) {
    let shown = ShownPlan(plan)
    let beside = context.map { ShownPlan($0.documents) }
    let facts = RepositoryFacts(plan)
    nonce = PromptNonce(plan: plan, rubric: rubric, lens: lens, context: context, secret: secret)
    schema = ReplySchema.value(for: rubric)
    omissions = (beside?.diagnostics ?? []) + shown.diagnostics
    system = [
      ReviewBrief.task, ReviewBrief.lens(lens), ReviewBrief.recipe, ReviewBrief.evidence,
      ReviewBrief.words, ReviewBrief.planIsData, context.map { _ in ReviewBrief.contextIsData },
      facts.isEmpty ? nil : ReviewBrief.factsAreData,
      access == .repository ? ReviewBrief.repositoryIsData : nil,
      RubricListing.text(rubric, lens: lens), ReplyForm.text(for: rubric, schema: schema),
    ].compactMap(\.self).joined(separator: "\n\n")
    user = [
      Self.request(plan, nonce), beside?.listing(as: .context, nonce),
      facts.isEmpty ? nil : facts.listing(nonce), shown.listing(as: .plan, nonce),
    ].compactMap(\.self).joined(separator: "\n\n")
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
