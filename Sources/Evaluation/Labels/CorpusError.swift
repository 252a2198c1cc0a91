/// Why a corpus cannot be read: where, and what is wrong there.
package struct CorpusError: Error, Sendable, Hashable {
  /// The file or folder, with line and column where there are some: `corpus/base/a/labels.json:3:12`.
  package let place: String
  /// One clause without a final period.
  package let problem: String

  package init(_ place: String, _ problem: String) {
    self.place = place
    self.problem = problem
  }

  /// Both in one line.
  package var message: String { "\(place): \(problem)" }
}
