import CheckModel
import CommandLine
import Configuration
import Files
import ModelReviewers
import RuleReviewers
import Scratch
import TextUnits
import Threads

/// The repositories that programs on the seats may read, taken once for a run.
struct RepositoryShelf: Sendable {
  private var files: [String: TrackedFiles] = [:]
  private let allowsSecrets: Bool

  /// The most bytes of git's list; a path has about a hundred.
  private static let listingLimit = 64 << 20

  /// One repository, and the keys that none of its files may show.
  private struct Tree: Sendable {
    let top: FilePath
    let keys: [ReviewerKey]
  }

  /// Reads the repositories of the plans of which a seat has access to them; none for a run without such a seat.
  ///
  /// It takes seconds for a large one, so it is read on a thread of its own.
  ///
  /// - Throws: for a plan that lies in no repository, and where git cannot say what it tracks.
  init(plans: [Plan], choice: PanelChoice, arguments: Arguments) async throws {
    allowsSecrets = choice.options.allowSecrets
    var trees: [Tree] = []
    var tops: [String: FilePath] = [:]
    for plan in plans {
      let seats = try choice.seats(for: plan.risk.tier)
      guard let reader = seats.first(where: { $0.access == .repository }) else { continue }
      let path = arguments.path(plan.path)
      guard plan.path != "<stdin>",
        let top = WorkingTree.top(of: path.isFolder ? path : path.folder)
      else {
        throw UsageError(
          "reviewer '\(reader.name)' has access to the repository, and '\(plan.path)' lies in none",
          command: .check)
      }
      tops[plan.path] = top
      if !trees.contains(where: { $0.top == top }) {
        trees.append(Tree(top: top, keys: seats.compactMap(\.key)))
      }
    }
    guard !trees.isEmpty else { return }
    let searchPath = Environment.value("PATH")
    let read = try await OwnThread.value { [trees] in
      Result { () throws(FileTrouble) in try Self.read(trees, searchPath) }
    }.get()
    files = tops.compactMapValues { read[$0] }
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
    _ trees: [Tree], _ searchPath: String?
  ) throws(FileTrouble) -> [FilePath: TrackedFiles] {
    var read: [FilePath: TrackedFiles] = [:]
    for tree in trees { read[tree.top] = try files(of: tree, searchPath) }
    return read
  }

  private static func files(
    of tree: Tree, _ searchPath: String?
  ) throws(FileTrouble) -> TrackedFiles {
    guard let git = GitProgram(searchPath: searchPath, top: tree.top) else {
      throw FileTrouble(message: "access to the repository needs git, which is not in PATH")
    }
    let listing = try git.output(
      of: ["ls-files", "-z", "--stage", "--full-name"], limit: listingLimit)
    guard let listing else {
      throw FileTrouble(message: "git cannot list the files of '\(tree.top.text)'")
    }
    return TrackedFiles(listing: listing, top: tree.top) { text in
      SecretSearch.first(in: text) != nil || tree.keys.contains { $0.offset(in: text) != nil }
    }
  }
}
