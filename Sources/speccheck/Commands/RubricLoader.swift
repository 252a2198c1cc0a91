import CheckModel
import CommandLine
import Rubrics

/// Finds the rubric that `--rubric` names.
enum RubricLoader {
  /// A rubric is written by hand; a larger file is something else.
  static let sizeLimit = 1 << 20

  /// - Parameter name: a built-in rubric's name, a file, or nil for the default one.
  static func load(_ name: String?, _ arguments: Arguments) throws -> Rubric {
    let name = name ?? "default"
    do throws(RubricError) {
      if let rubric = try BuiltinRubrics.rubric(name) { return rubric }
    } catch {
      throw FileTrouble(message: error.summary)
    }
    let path = arguments.path(name)
    guard path.exists else {
      let names = BuiltinRubrics.names
      throw UsageError(
        "there is no rubric '\(name)': neither a file nor one of \(names.joined(separator: ", "))",
        suggestion: DidYouMean.nearest(to: name, among: names), command: .check)
    }
    let bytes = try FileReader.read(path, limit: sizeLimit, what: "rubric")
    do throws(RubricError) {
      return try RubricReader.read(name: name, path: name, bytes: bytes)
    } catch {
      throw FileTrouble(message: error.summary)
    }
  }
}
