/// A pattern of paths below a repository's top, as `plans` of a config holds them.
///
/// `*` stands for any part of one name, `?` for one byte of it, and a whole name `**` for any number of
/// folders, none included. A slash at the end asks for folders. All other characters are themselves.
package struct PlanPattern: Sendable, Hashable {
  /// What matches is a folder, which is one plan.
  package let asksForFolders: Bool
  private let names: [[UInt8]]

  package init(_ text: String) {
    asksForFolders = text.hasSuffix("/")
    names = text.split(separator: "/").filter { $0 != "." }.map { Array($0.utf8) }
  }

  /// How far a path has come: the names of the pattern that may be next.
  package struct Progress: Sendable, Hashable {
    fileprivate var next: Set<Int>

    /// Nothing below this path can match.
    package var isLost: Bool { next.isEmpty }
  }

  /// At the repository's top.
  package var start: Progress { reaching([0]) }

  /// One name further down.
  package func step(_ progress: Progress, to name: [UInt8]) -> Progress {
    reaching(
      progress.next.filter { $0 < names.count }.compactMap { index in
        if names[index] == Self.anyFolders { return index }
        return Self.matches(names[index], name) ? index + 1 : nil
      })
  }

  /// Whether the path that came so far is one that the pattern means.
  package func accepts(_ progress: Progress) -> Bool { progress.next.contains(names.count) }

  /// Adds what follows where `**` stands for nothing.
  private func reaching(_ indices: [Int]) -> Progress {
    var next: Set<Int> = []
    for var index in indices {
      next.insert(index)
      while index < names.count, names[index] == Self.anyFolders {
        index += 1
        next.insert(index)
      }
    }
    return Progress(next: next)
  }

  private static let anyFolders = Array("**".utf8)

  /// One name against one name of a pattern, in time of their product: only the last star ever gives way.
  private static func matches(_ pattern: [UInt8], _ name: [UInt8]) -> Bool {
    let (star, any) = (UInt8(ascii: "*"), UInt8(ascii: "?"))
    var (at, here) = (0, 0)
    var retry: (pattern: Int, name: Int)?
    while here < name.count {
      if at < pattern.count, pattern[at] == star {
        at += 1
        retry = (at, here)
      } else if at < pattern.count, pattern[at] == any || pattern[at] == name[here] {
        at += 1
        here += 1
      } else if let last = retry {
        retry = (last.pattern, last.name + 1)
        (at, here) = (last.pattern, last.name + 1)
      } else {
        return false
      }
    }
    return pattern[at...].allSatisfy { $0 == star }
  }
}
