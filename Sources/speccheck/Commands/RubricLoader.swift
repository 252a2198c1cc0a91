import CheckModel
import CommandLine
import Configuration
import Files
import Rubrics

/// A rubric with the file that it was read from; nil for a built-in one.
struct LoadedRubric {
  let rubric: Rubric
  let file: OutboundFile?
}

/// Finds the rubric that `--rubric` or a config names.
enum RubricLoader {
  /// A rubric is written by hand; a larger file is something else.
  static let sizeLimit = 1 << 20

  /// - Parameters:
  ///   - name: what `--rubric` names: a built-in rubric or a file; nil for the config's, or the default one.
  ///   - config: whose rubric counts without `name`. Where it comes from a commit, so does a rubric that lies in
  ///     the repository.
  static func load(
    _ name: String?, _ config: LoadedConfig, _ arguments: Arguments
  ) throws -> LoadedRubric {
    if name == nil, let rubric = config.rubric { return try read(rubric.name, rubric.bytes) }
    let name = name ?? config.effective.rubric?.name ?? "default"
    do throws(RubricError) {
      if let rubric = try BuiltinRubrics.rubric(name) {
        return LoadedRubric(rubric: rubric, file: nil)
      }
    } catch {
      throw FileTrouble(message: error.summary)
    }
    let path = arguments.path(name)
    if let project = config.project, project.commit != nil,
      WorkingTree.contains(project.top, path.folder)
    {
      let file = path.below(project.top)
      guard let bytes = try project.read(file, limit: sizeLimit, what: "rubric") else {
        throw FileTrouble(message: "there is no rubric '\(file)' in the commit of '--config-from'")
      }
      return try read(name, bytes)
    }
    guard path.exists else {
      let names = BuiltinRubrics.names
      throw UsageError(
        "there is no rubric '\(name)': neither a file nor one of \(names.joined(separator: ", "))",
        suggestion: DidYouMean.nearest(to: name, among: names), command: .check)
    }
    return try read(name, try FileReader.read(path, limit: sizeLimit, what: "rubric"))
  }

  private static func read(
    _ name: String, _ bytes: [UInt8]
  ) throws(FileTrouble) -> LoadedRubric {
    do throws(RubricError) {
      return LoadedRubric(
        rubric: try RubricReader.read(name: name, path: name, bytes: bytes),
        file: OutboundFile(path: name, bytes: bytes))
    } catch {
      throw FileTrouble(message: error.summary)
    }
  }
}
