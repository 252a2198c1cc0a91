#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Finds programs by name, as a shell does.
package enum ProgramSearch {
  /// The absolute path of the program that a name means; nil when there is none.
  ///
  /// A name with a slash is a path from `directory` and need not exist. Any other is looked up in the folders of
  /// `searchPath`; those that are not absolute are passed over, since they mean another folder in each place.
  ///
  /// - Parameters:
  ///   - searchPath: the value of `PATH`; nil where it is not set.
  ///   - directory: an absolute path.
  ///   - accepts: whether a path that was found may be taken; the search goes on where not.
  package static func path(
    of name: String, in searchPath: String?, from directory: String,
    accepts: (String) -> Bool = { _ in true }
  ) -> String? {
    guard !name.utf8.contains(UInt8(ascii: "/")) else {
      return name.hasPrefix("/") ? name : "\(directory)/\(name)"
    }
    return places(of: name, in: searchPath).first { isProgram($0) && accepts($0) }
  }

  /// The first file of that name that may not be run, for who must be told why there is no program.
  package static func unfit(
    _ name: String, in searchPath: String?, accepts: (String) -> Bool = { _ in true }
  ) -> String? {
    places(of: name, in: searchPath).first { obstacle($0) == .notExecutable && accepts($0) }
  }

  private static func places(of name: String, in searchPath: String?) -> some Sequence<String> {
    let folders = name.isEmpty ? [] : (searchPath ?? "/usr/bin:/bin").split(separator: ":")
    return folders.lazy.filter { $0.hasPrefix("/") }.map { "\($0)/\(name)" }
  }

  /// Whether a path leads to a file that may be run.
  package static func isProgram(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
      && access(path, X_OK) == 0
  }

  /// Why a path cannot be run; nil when it looks as if it could.
  package static func obstacle(_ path: String) -> ProgramFailure.Reason? {
    // a bare name is one that nobody found
    guard path.hasPrefix("/") else { return .missing }
    var status = stat()
    guard stat(path, &status) == 0 else {
      return errno == EACCES ? .notExecutable : .missing
    }
    return isProgram(path) ? nil : .notExecutable
  }
}
