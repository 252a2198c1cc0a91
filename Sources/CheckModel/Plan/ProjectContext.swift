/// Files of the project that models read beside a plan, so that they can judge it by the project's own
/// rules. They are data like the plan, and nobody judges them.
package struct ProjectContext: Sendable {
  /// The files as one folder of documents, each named by its path below the repository's top. At least one.
  package let documents: Plan

  package init(documents: Plan) { self.documents = documents }

  /// Of names and bytes, as a folder plan's digest is made.
  package var sha256: String { documents.sha256 }
}
