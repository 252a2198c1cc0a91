/// The folder in which a line of shell commands runs, as far as its `cd` commands tell.
struct ShellFolder: Sendable, Hashable {
  /// Relative to where the plan's commands start; nil when it cannot be known.
  private(set) var current: String? = ""

  mutating func enter(_ target: String) {
    guard let folder = current, target.utf8.count <= 200, folder.utf8.count <= 400 else {
      current = nil
      return
    }
    if target.hasPrefix("/") || target.hasPrefix("~") || target.utf8.contains(UInt8(ascii: "$"))
      || target == "-"
    {
      current = nil
    } else {
      current = Self.joined(folder, target)
    }
  }

  /// The path from the start; nil when the folder is unknown and the path depends on it.
  func path(to path: String) -> String? {
    if path.hasPrefix("/") || path.hasPrefix("~") || path.hasPrefix("$") { return path }
    guard let current else { return nil }
    return current.isEmpty ? path : Self.joined(current, path)
  }

  private static func joined(_ folder: String, _ path: String) -> String {
    var parts = folder.split(separator: "/").map(String.init)
    for part in path.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else {
        parts.append(String(part))
      }
    }
    return parts.joined(separator: "/") + (path.hasSuffix("/") && !parts.isEmpty ? "/" : "")
  }
}
