import CommandLine
import Configuration
import Files
import PlanParsing

/// Finds a repository's plans by the patterns of its config.
///
/// A plan is a `.md` file, or a folder with one below it. As everywhere, links are not followed and hidden
/// folders not entered; nor are other repositories below this one.
struct PlanFinder {
  /// The most plans that a run takes on without being told by name.
  static let limit = 200
  /// The most files and folders that are looked at.
  static let entryLimit = 200_000

  private let patterns: [PlanPattern]
  private var found: Set<[UInt8]> = []
  private var looked = 0

  private init(_ patterns: [PlanPattern]) { self.patterns = patterns }

  /// The plans that the config in force means, by the bytes of their paths, as seen from the current folder.
  ///
  /// - Throws: where no config names patterns, and where they match nothing or too much.
  static func plans(_ config: LoadedConfig) throws -> [FilePath] {
    guard let top = config.project?.top, !config.effective.plans.isEmpty else {
      throw UsageError(
        "'check' needs PLAN..., or a repository whose plans a config names: 'plans' of yours, or of a "
          + "project's that you trust", command: .check)
    }
    var finder = PlanFinder(config.effective.plans.map { PlanPattern($0) })
    try finder.look(in: top, at: [], finder.patterns.map(\.start), plan: nil)
    guard !finder.found.isEmpty else {
      throw FileTrouble(
        message: "nothing in '\(top.text)' matches 'plans' of the config: "
          + config.effective.plans.joined(separator: ", "))
    }
    let here = FilePath(".").resolved ?? top
    let depth = here.bytes.dropFirst(top.bytes.count).split(separator: UInt8(ascii: "/")).count
    let up = Array(String(repeating: "../", count: depth).utf8)
    return finder.found.sorted { $0.lexicographicallyPrecedes($1) }.map {
      FilePath(bytes: up + $0)
    }
  }

  /// - Parameter plan: the folder around this one that is a plan; what lies in it is part of that.
  private mutating func look(
    in folder: FilePath, at path: [[UInt8]], _ progress: [PlanPattern.Progress], plan: [[UInt8]]?
  ) throws(FileTrouble) {
    guard path.count <= PlanLoader.depthLimit else {
      throw FileTrouble(
        message: "'\(folder.text)' lies more than \(PlanLoader.depthLimit) folders deep")
    }
    let entries = try Folder.entries(of: folder)
    looked += entries.count
    guard looked <= Self.entryLimit else {
      throw FileTrouble(
        message: "'plans' of the config leads to more than \(Self.entryLimit) files and folders; "
          + "name fewer folders")
    }
    if !path.isEmpty, entries.contains(where: { $0.name.elementsEqual(".git".utf8) }) { return }
    for entry in entries {
      let here = path + [entry.name]
      let steps = zip(patterns, progress).map { $0.step($1, to: entry.name) }
      switch entry.kind {
      case .file where entry.name.suffix(3).elementsEqual(".md".utf8):
        if let plan = plan ?? (isMeant(steps, asFolder: false) ? here : nil) { try add(plan) }
      case .folder where entry.name.first != UInt8(ascii: "."):
        let plan = plan ?? (isMeant(steps, asFolder: true) ? here : nil)
        if plan != nil || steps.contains(where: { !$0.isLost }) {
          try look(in: folder.appending(entry.name), at: here, steps, plan: plan)
        }
      default: break
      }
    }
  }

  private func isMeant(_ steps: [PlanPattern.Progress], asFolder: Bool) -> Bool {
    zip(patterns, steps).contains { $0.asksForFolders == asFolder && $0.accepts($1) }
  }

  private mutating func add(_ plan: [[UInt8]]) throws(FileTrouble) {
    found.insert(Array(plan.joined(separator: [UInt8(ascii: "/")])))
    guard found.count <= Self.limit else {
      throw FileTrouble(
        message: "'plans' of the config means more than \(Self.limit) plans; name some of them")
    }
  }
}
