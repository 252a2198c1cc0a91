import CheckModel
import Evaluation
import Files
import Foundation

/// The corpus of this repository.
enum OwnCorpus {
  static let top = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static let folder = FilePath(top.appendingPathComponent("corpus").path)

  /// The text of a file of the corpus; empty when there is none.
  static func text(_ path: String) -> String {
    (try? String(contentsOf: top.appendingPathComponent("corpus/\(path)"), encoding: .utf8)) ?? ""
  }

  static func judge() throws -> RulesJudge {
    try RulesJudge(tool: .init(name: "speccheck", version: ""))
  }

  static func read(locked: Bool) throws -> Corpus {
    try Corpus.read(folder, locked: locked, criteria: judge().rubric.criteria.map(\.id))
  }

  /// The open part, judged once for all tests.
  static let judged = Task { try await judge().judge(read(locked: false)) }
}
