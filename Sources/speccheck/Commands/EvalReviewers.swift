import CheckModel
import CommandLine
import Evaluation
import Files

/// The reviewers that `eval` measures beside the rules.
struct EvalReviewers {
  let options: Options
  /// The corpus as the user named it.
  let folder: FilePath
  let arguments: Arguments
  let console: Console

  /// Whether any are named.
  var areNamed: Bool { !options.replies.isEmpty || !options.reviewers.isEmpty }

  /// All of them, in the order of the options, with what they say about plans of the corpus.
  ///
  /// - Parameter asked: those of the plans that are measured.
  func reviewers(
    _ corpus: Corpus, about asked: Corpus, _ rubric: Rubric
  ) async throws -> [MeasuredReviewer] {
    let specs = try EvalAsking.specs(options)
    var folders: [ReplyFolder] = []
    for name in options.replies {
      let folder = try ReplyFolder.read(arguments.path(name), corpus: corpus)
      let others = ["rules"] + specs.map(\.spelling) + folders.map(\.name)
      guard !others.contains(folder.name) else {
        throw UsageError("two reviewers are called '\(folder.name)'", command: .eval)
      }
      folders.append(folder)
      for stranger in folder.strangers {
        console.complain("'\(name)' holds replies to '\(stranger)', which the corpus does not have")
      }
    }
    let secret = folders.contains { $0.secret == nil } ? try machineSecret() : []
    var reviewers =
      specs.isEmpty
      ? []
      : try await EvalAsking(
        options, corpus: self.folder, arguments: arguments, console: console
      ).reviewers(specs, about: asked, rubric)
    for reviewer in reviewers {
      let silent = asked.cases.count { subject in
        !reviewer.opinions.contains { $0.subject == subject.name }
      }
      guard silent > 0 else { continue }
      console.complain("'\(reviewer.name)' says nothing about \(silent) of the plans")
    }
    for folder in folders {
      reviewers.append(try await folder.reviewer(corpus: asked, rubric: rubric, secret: secret))
    }
    return reviewers
  }

  /// What `prompt` makes nonces with on this machine.
  private func machineSecret() throws(FileTrouble) -> [UInt8] {
    try StateFolder(environment: Environment.current).nonceSecret(
      writingBy: AtomicFile(interruption: console.interruption), complain: console.complain)
  }
}
