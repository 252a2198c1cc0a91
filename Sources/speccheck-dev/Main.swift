#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The tool of the repository itself; run by `./dev` at the top of the tree, never installed.
@main
struct Main {
  static func main() {
    switch Array(Swift.CommandLine.arguments.dropFirst()) {
    case ["generate"]: exit(generate())
    case ["generate", "--check"]: exit(check())
    default:
      print("usage: speccheck-dev generate [--check]")
      exit(2)
    }
  }

  /// Writes what is missing or outdated, and names it.
  private static func generate() -> Int32 {
    for file in GeneratedFile.all() where file.state != .current {
      guard TextFile(path: file.path).write(file.contents) else {
        print("cannot write \(file.path)")
        return 1
      }
      print("wrote \(file.path)")
    }
    return 0
  }

  /// Names what is missing or outdated, and fails if anything is.
  private static func check() -> Int32 {
    let files = GeneratedFile.all()
    let stale = files.filter { $0.state != .current }
    for file in stale { print("\(file.path) is \(file.state): run ./dev generate") }
    print("\(files.count - stale.count) of \(files.count) generated files are current")
    return stale.isEmpty ? 0 : 1
  }
}
