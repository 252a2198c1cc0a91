/// What is wrong with a rubric file, where, and how to mend it.
package struct RubricError: Error, Sendable, Hashable {
  /// As the user named it.
  package let path: String
  /// 1-based.
  package let line: Int
  /// 1-based, in Unicode scalars.
  package let column: Int
  /// What is wrong and what should stand there instead; no capital, no full stop.
  package let message: String
  /// The offending line's text.
  package let lineText: String

  /// `path:line:column: message`.
  package var summary: String { "\(path):\(line):\(column): \(message)" }
}
