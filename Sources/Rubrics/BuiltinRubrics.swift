package import CheckModel

/// The rubrics that are compiled into the program, one for each file in `rubrics/`.
package enum BuiltinRubrics {
  /// The names that `--rubric` knows.
  package static let names = ["default"]

  /// The rubric of that name; nil when there is none.
  ///
  /// Throws only if the file was broken when the program was built.
  package static func rubric(_ name: String) throws(RubricError) -> Rubric? {
    guard name == "default" else { return nil }
    return try RubricReader.read(
      name: name, path: "rubrics/default.md", bytes: PackageResources.default_md)
  }
}
