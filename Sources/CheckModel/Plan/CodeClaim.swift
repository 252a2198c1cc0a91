/// What a plan says of existing code and the working tree shows otherwise.
package struct CodeClaim: Sendable, Hashable {
  /// The words of the plan that say it.
  package var span: Span
  /// How the tree has it, in one sentence with a full stop; names stand between “ and ”.
  package var truth: String

  package init(span: Span, truth: String) {
    self.span = span
    self.truth = truth
  }
}
