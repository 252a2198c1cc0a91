import CheckModel
import CommandLine
import Configuration
import ModelReviewers
import Subprocess

/// How the programs on the seats are reached: where they are, and what of the environment they get.
struct ToolAccess {
  let options: Options
  /// The repositories under review; nothing is taken from them unless a person names its path.
  let trees: Set<FilePath>

  /// Everything that is known of a program before it is asked.
  ///
  /// Whether it can be run is not looked at: a seat whose program is missing has failed, as one whose server is
  /// down.
  ///
  /// - Parameter name: the SPEC, or the name in the config, that the user gave.
  func tool(_ name: String, _ reviewer: ReviewerSettings) -> ToolSettings {
    let program = reviewer.command.first ?? ""
    let variables = ProgramEnvironment.current
    let key = reviewer.apiKeyEnv.flatMap { variable in
      variables[variable].map { ReviewerKey(variable: variable, value: $0) }
    }
    return ToolSettings(
      name: name, kind: reviewer.kind, program: path(of: program) ?? program,
      arguments: Array(reviewer.command.dropFirst()), model: reviewer.model,
      effort: reviewer.effort, family: reviewer.family, access: reviewer.access,
      environment: environment(from: variables, key), key: key,
      idle: .seconds(options.idleTimeout), total: .seconds(options.timeout))
  }

  /// The absolute path of a program; nil when it is not found.
  private func path(of name: String) -> String? {
    ProgramSearch.path(
      of: name, in: searchPath, from: FilePath(".").resolved?.text ?? "/"
    ) { path in
      !isUnderReview(FilePath(path))
    }
  }

  /// `PATH` without the folders in which a repository could put its own programs.
  private var searchPath: String {
    let folders = (ProgramEnvironment.current["PATH"] ?? "").split(separator: ":").filter {
      $0.hasPrefix("/") && !isUnderReview(FilePath(String($0)))
    }
    return folders.isEmpty ? "/usr/bin:/bin" : folders.joined(separator: ":")
  }

  private func isUnderReview(_ path: FilePath) -> Bool {
    trees.contains { WorkingTree.contains($0, path) }
  }

  private func environment(
    from variables: [String: String], _ key: ReviewerKey?
  ) -> [String: String] {
    var environment = ProgramEnvironment.allowing(from: variables)
    environment["PATH"] = searchPath
    if let key { environment[key.variable] = key.value }
    return environment
  }
}
