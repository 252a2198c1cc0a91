import CheckModel
import CommandLine
import Files
import Grounding
import RuleReviewers

/// The plans of a run, compared with the working trees that they are about; each tree is read once.
struct RepositoryCheck: Sendable {
  /// In the order given; one that is compared with no tree is as it was.
  private(set) var plans: [Plan] = []
  private var said: [String: [Diagnostic]] = [:]
  private var trees: [FilePath: RepositoryFiles] = [:]

  /// Plans that were compared before, or with nothing.
  init(compared plans: [Plan]) { self.plans = plans }

  /// Reads the trees and looks up what the plans name. A tree that cannot be read is a diagnostic.
  ///
  /// - Throws: when the folder that the user named is none, or cannot be read.
  init(_ plans: [Plan], options: Options, arguments: Arguments) throws {
    let named = try options.repository.map { try Self.folder(named: $0, arguments) }
    for plan in plans {
      let folder = Self.folder(of: plan, arguments)
      let top = named ?? folder.flatMap(WorkingTree.top)
      guard let top, !options.noRepository else {
        self.plans.append(plan)
        continue
      }
      do throws(FileTrouble) {
        let grounded = PlanChecks.compared(
          plan, with: try files(of: top), planFolder: folder.flatMap { Self.place(of: $0, in: top) }
        )
        self.plans.append(grounded.plan)
        said[plan.path] = grounded.diagnostics
      } catch {
        guard named == nil else { throw error }
        self.plans.append(plan)
        said[plan.path] = [
          Diagnostic(
            code: "unreadable-repository",
            message: "\(plan.path): nothing is looked up in the repository: \(error.message)")
        ]
      }
    }
  }

  /// What could not be looked up.
  func diagnostics(for plan: Plan) -> [Diagnostic] { said[plan.path] ?? [] }

  private mutating func files(of top: FilePath) throws(FileTrouble) -> RepositoryFiles {
    if let known = trees[top] { return known }
    let files = try RepositoryFolder(top, searchPath: Environment.value("PATH")).files()
    trees[top] = files
    return files
  }

  private static func folder(
    named text: String, _ arguments: Arguments
  ) throws(FileTrouble) -> FilePath {
    let path = arguments.path(text)
    guard let folder = path.resolved, folder.isFolder else {
      throw FileTrouble(message: "'--repo' needs a folder, and '\(path.text)' is none")
    }
    return folder
  }

  /// The folder that a plan lies in, or is; nil for standard input.
  private static func folder(of plan: Plan, _ arguments: Arguments) -> FilePath? {
    guard plan.path != "<stdin>" else { return nil }
    let path = arguments.path(plan.path)
    return (plan.isFolder ? path : path.folder).resolved
  }

  /// A folder as seen from the top of a tree; nil when it lies elsewhere.
  private static func place(of folder: FilePath, in top: FilePath) -> String? {
    guard WorkingTree.contains(top, folder) else { return nil }
    return folder == top ? "" : folder.below(top)
  }
}
