package import CheckModel
package import Scratch

/// What programs on the seats may read of the repositories that plans lie in, and what none of them may tell.
package struct RepositoryReading: Sendable {
  /// The repository's files; nil for a plan that lies in none.
  let files: @Sendable (Plan) -> TrackedFiles?
  /// What a text holds that must not be shown, in words that can be; nil where it holds nothing of that kind.
  let secret: @Sendable ([UInt8]) -> String?

  package init(
    files: @escaping @Sendable (Plan) -> TrackedFiles?,
    secret: @escaping @Sendable ([UInt8]) -> String?
  ) {
    self.files = files
    self.secret = secret
  }

  /// For programs that read plans alone.
  package static let none = RepositoryReading(files: { _ in nil }, secret: { _ in nil })
}
