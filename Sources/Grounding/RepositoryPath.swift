/// A path of a plan in the form in which a tree names its files.
struct RepositoryPath: Hashable {
  /// Without `.` and `..`, joined by slashes; never empty.
  let text: String
  /// Written with a slash at its end.
  let isFolder: Bool
  /// Written with a dot before it: from the plan's own folder, or from the top.
  let isDotted: Bool

  var name: String { RepositoryFiles.parts(of: text).name }
  var folder: String { RepositoryFiles.parts(of: text).folder }
  var isBare: Bool { !text.utf8.contains(UInt8(ascii: "/")) }

  /// Nil for what no tree can say anything about: absolute paths, blanks to fill in, variables, other notations, and
  /// what leads out of the tree.
  ///
  /// - Parameter folder: where `../` starts, relative to the top; nil when that is outside of the tree.
  init?(_ written: String, from folder: String?) {
    let path = written.hasPrefix("./") ? String(written.dropFirst(2)) : written
    guard !path.isEmpty, path.utf8.count <= 400, !Self.isOpen(path) else { return nil }
    let goesUp = path.hasPrefix("../")
    var parts: [Substring] = []
    if goesUp {
      guard let folder else { return nil }
      parts = folder.split(separator: "/")
    }
    for part in path.split(separator: "/") where part != "." {
      if part == ".." {
        guard parts.popLast() != nil else { return nil }
      } else {
        parts.append(part)
      }
    }
    guard !parts.isEmpty else { return nil }
    text = parts.joined(separator: "/")
    isFolder = path.hasSuffix("/")
    isDotted = goesUp || written.hasPrefix("./")
  }

  init(_ text: String) {
    self.text = text
    isFolder = false
    isDotted = false
  }

  /// Whether something in it stands for names that it does not say.
  private static func isOpen(_ path: String) -> Bool {
    if path.hasPrefix("/") || path.hasPrefix("~") || path.hasPrefix("@") { return true }
    for byte in path.utf8 where openBytes.contains(byte) { return true }
    return ["...", "…", "YYYY", "XXX", "NNN", "yyyy", "xxx"].contains { path.contains($0) }
  }

  /// `$ < > % | # \ : " @`
  private static let openBytes: Set<UInt8> = [
    0x24, 0x3C, 0x3E, 0x25, 0x7C, 0x23, 0x5C, 0x3A, 0x22, 0x40,
  ]

  /// Whether what is made while working lies there, by the usual names; git ignores it, so nobody can say that it is
  /// missing.
  var isGenerated: Bool {
    text.split(separator: "/").contains { Self.generatedFolders.contains(String($0)) }
  }

  static let generatedFolders: Set<String> = [
    ".build", ".cache", ".gradle", ".mypy_cache", ".next", ".nuxt", ".output", ".pytest_cache",
    ".ruff_cache", ".svelte-kit", ".terraform", ".tox", ".turbo", ".venv", "__pycache__",
    "_build", "build", "cache", "coverage", "DerivedData", "dist", "env", "generated", "htmlcov",
    "logs", "node_modules", "out", "Pods", "target", "temp", "tmp", "var", "vendor", "venv", ".env",
    ".env.local", ".worktrees", ".git",
  ]

  /// All paths that `{a,b}` stands for; nil for braces without a comma, which are blanks, and for too many.
  var alternatives: [String]? {
    guard let open = text.firstIndex(of: "{") else { return [text] }
    guard let close = text[open...].firstIndex(of: "}") else { return nil }
    let choices = text[text.index(after: open)..<close].split(
      separator: ",", omittingEmptySubsequences: false)
    guard (2...16).contains(choices.count) else { return nil }
    let rest = text[text.index(after: close)...]
    guard !rest.contains("{") else { return nil }
    return choices.map { String(text[..<open]) + String($0) + String(rest) }
  }

  var isPattern: Bool { text.utf8.contains(UInt8(ascii: "*")) }

  /// Whether a path of the tree is one that the pattern means: `*` within a part, `**` over parts.
  func matches(_ path: String) -> Bool {
    Self.matches(Array(text.utf8)[...], Array(path.utf8)[...])
  }

  /// Both are walked at once with one place to come back to, so the time is their product at most.
  private static func matches(_ pattern: ArraySlice<UInt8>, _ path: ArraySlice<UInt8>) -> Bool {
    let star = UInt8(ascii: "*")
    let slash = UInt8(ascii: "/")
    var at = pattern.startIndex
    var here = path.startIndex
    var retry: (pattern: Int, path: Int, crosses: Bool)?
    while here < path.endIndex {
      if at < pattern.endIndex, pattern[at] == star {
        let crosses = at + 1 < pattern.endIndex && pattern[at + 1] == star
        at += crosses ? 2 : 1
        if crosses, at < pattern.endIndex, pattern[at] == slash { at += 1 }
        retry = (at, here, crosses || retry?.crosses == true)
      } else if at < pattern.endIndex, pattern[at] == path[here] {
        at += 1
        here += 1
      } else if let last = retry, last.crosses || path[last.path] != slash {
        retry = (last.pattern, last.path + 1, last.crosses)
        at = last.pattern
        here = last.path + 1
      } else {
        return false
      }
    }
    while at < pattern.endIndex, pattern[at] == star { at += 1 }
    return at == pattern.endIndex
  }
}
