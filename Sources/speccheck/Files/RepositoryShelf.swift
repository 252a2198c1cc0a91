import CheckModel
import CommandLine
import Configuration
import Files
import ModelReviewers
import RuleReviewers
import Scratch
import TextUnits

/// The repositories that programs on the seats may read, taken once for a run.
struct RepositoryShelf: Sendable {
  private var files: [String: TrackedFiles] = [:]
  private let allowsSecrets: Bool

  /// The most bytes of git's list; a path has about a hundred.
  private static let listingLimit = 64 << 20

  /// Reads the repositories of the plans of which a seat has access to them; none for a run without such a seat.
  ///
  /// - Throws: for a plan that lies in no repository, and where git cannot say what it tracks.
  init(plans: [Plan], choice: PanelChoice, arguments: Arguments) throws {
    let searchPath = Environment.value("PATH")
    allowsSecrets = choice.options.allowSecrets
    var byTree: [FilePath: TrackedFiles] = [:]
    for plan in plans {
      let seats = try choice.seats(for: plan.risk.tier)
      guard let reader = seats.first(where: { $0.access == .repository }) else { continue }
      let path = arguments.path(plan.path)
      guard plan.path != "<stdin>",
        let tree = WorkingTree.top(of: path.isFolder ? path : path.folder)
      else {
        throw UsageError(
          "reviewer '\(reader.name)' has access to the repository, and '\(plan.path)' lies in none",
          command: .check)
      }
      let tracked = try byTree[tree] ?? Self.read(tree, searchPath, keys: seats.compactMap(\.key))
      byTree[tree] = tracked
      files[plan.path] = tracked
    }
  }

  /// What the reviewers get of it.
  var reading: RepositoryReading {
    RepositoryReading(
      files: { [files] plan in files[plan.path] },
      secret: { [allowsSecrets] text in
        allowsSecrets ? nil : SecretSearch.first(in: text)?.label
      })
  }

  /// The files that a plan's reviewers may read; nil where none has access to them.
  func files(of plan: Plan) -> TrackedFiles? { files[plan.path] }

  /// What the reviewers' copy holds, and what is left out of it.
  func diagnostics(for plan: Plan) -> [Diagnostic] {
    guard let files = files[plan.path] else { return [] }
    let size =
      "\(files.count) \(files.count == 1 ? "file" : "files"), \(ByteWords.text(files.bytes))"
    let rest = files.leftOut.words.map { "; left out: \($0)" } ?? ""
    return [
      Diagnostic(
        code: "repository-copy",
        message: "the copy of the repository for reviewers has \(size)\(rest)")
    ]
  }

  private static func read(
    _ tree: FilePath, _ searchPath: String?, keys: [ReviewerKey]
  ) throws(FileTrouble) -> TrackedFiles {
    guard let git = GitProgram(searchPath: searchPath, top: tree) else {
      throw FileTrouble(message: "access to the repository needs git, which is not in PATH")
    }
    let listing = try git.output(
      of: ["ls-files", "-z", "--stage", "--full-name"], limit: listingLimit)
    guard let listing else {
      throw FileTrouble(message: "git cannot list the files of '\(tree.text)'")
    }
    return TrackedFiles(listing: listing, top: tree) { text in
      SecretSearch.first(in: text) != nil || keys.contains { $0.offset(in: text) != nil }
    }
  }
}
