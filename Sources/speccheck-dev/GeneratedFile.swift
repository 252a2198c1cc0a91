/// A committed file that is made from the code, so that it cannot tell something else.
struct GeneratedFile {
  /// Relative to the top of the repository.
  var path: String
  var contents: String

  init(_ path: String, _ contents: String) {
    self.path = path
    self.contents = contents
  }

  /// How the committed file compares with what the code says now.
  enum State {
    case current, missing, outdated
  }

  var state: State {
    guard let committed = TextFile(path: path).read() else { return .missing }
    return committed == Array(contents.utf8) ? .current : .outdated
  }
}
