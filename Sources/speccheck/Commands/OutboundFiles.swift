import CheckModel
import CommandLine
import Configuration
import Files
import ModelReviewers
import RuleReviewers

/// Looks at everything that a run is about to send: plans, what their repository has otherwise, rubric and context.
struct OutboundFiles {
  let options: Options
  let config: LoadedConfig
  /// The plans and the rubric as the command line names them.
  let named: [FilePath]
  /// Those that would be sent along; none of them may stand in what is sent.
  let keys: [ReviewerKey]

  /// Throws for a secret, for too much, and for a link that leads out of the repository that it lies in.
  func check(
    _ plans: [Plan], rubric: LoadedRubric, context: ProjectContext?
  ) throws(FileTrouble) {
    for path in named { try Self.staysInside(path) }
    let beside = context?.documents.files ?? []
    let others =
      (rubric.file.map { [$0] } ?? [])
      + beside.map { OutboundFile(path: $0.path, bytes: $0.source.bytes) }
    let check = OutboundCheck(keys: keys) { SecretSearch.first(in: $0) }
    for plan in plans {
      let files = plan.files.map { file in
        OutboundFile(
          path: file.path, bytes: file.source.bytes, allowsSecrets: mayHoldSecrets)
      }
      let facts = OutboundFile(
        path: "facts about the repository", bytes: Array(RepositoryFacts(plan).text.utf8),
        allowsSecrets: mayHoldSecrets)
      do {
        try check.check(files + [facts] + others)
      } catch {
        throw FileTrouble(message: error.message)
      }
    }
  }

  /// The rule about secrets looks at each plan before anybody is asked, unless a config or option says
  /// otherwise; a person may accept what it finds.
  private var mayHoldSecrets: Bool {
    let setting = config.effective.rules["secret-in-plan"]
    let isLowered = setting.map { $0 < .severity(.blocker) } ?? false
    return options.allowSecrets || !(isLowered || options.alwaysReview)
  }

  /// A link inside a repository that leads out of it could show anything of the user's.
  private static func staysInside(_ path: FilePath) throws(FileTrouble) {
    guard !path.isDash, path.exists else { return }
    let isDots = [".", ".."].contains {
      path.bytes.split(separator: UInt8(ascii: "/")).last?.elementsEqual($0.utf8) == true
    }
    let trees = [WorkingTree.top(of: isDots ? path : path.folder), WorkingTree.topAsWritten(path)]
    for tree in trees.compactMap(\.self) where !WorkingTree.contains(tree, path) {
      throw FileTrouble(
        message: "'\(path.text)' leads out of the repository '\(tree.text)'; it is not sent")
    }
  }
}
