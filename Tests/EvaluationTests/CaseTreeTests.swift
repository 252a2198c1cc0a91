import CheckModel
import Evaluation
import Files
import Foundation
import Testing

@Suite("The working tree beside a plan of a corpus")
struct CaseTreeTests {
  private static let plan = """
    # Export

    - [ ] Modify `src/exprot.py`: write a line for each order
    - [ ] Modify `.github/check.yml`: run it

    """

  private static func labels(hasRepository: Bool) -> String {
    #"""
    {"verdict": "ready", "style": "tasks", "size": "small", "language": "en", "tier": "normal",
     "repository": \#(hasRepository), "topics": ["cli"], "gaps": []}
    """#
  }

  /// A corpus of one plan, in a repository that leaves the plan's tree out.
  private static func folder(hasRepository: Bool) throws -> URL {
    let top = FileManager.default.temporaryDirectory
      .appendingPathComponent("speccheck-eval-\(UInt64.random(in: .min ... .max))")
    var files = ["plan.md": plan, "labels.json": labels(hasRepository: hasRepository)]
    if hasRepository {
      files["repository/src/export.py"] = "print()\n"
      files["repository/.github/check.yml"] = "on: push\n"
      files["repository/node_modules/left.js"] = "0\n"
    }
    for (path, text) in files {
      let file = top.appendingPathComponent("drafts/export/\(path)")
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    try Data("repository\n".utf8).write(to: top.appendingPathComponent(".gitignore"))
    return top
  }

  private static func found(hasRepository: Bool) async throws -> [Finding] {
    let folder = try folder(hasRepository: hasRepository)
    defer { try? FileManager.default.removeItem(at: folder) }
    let corpus = try Corpus.read(FilePath(folder.path), criteria: ["grounding"])
    let judge = try RulesJudge(tool: ToolIdentity(name: "speccheck", version: ""))
    return await judge.judge(corpus).flatMap(\.findings).map(\.finding)
  }

  @Test("what the plan says is compared with it, also where a repository around leaves it out")
  func compared() async throws {
    let missing = try await Self.found(hasRepository: true).filter { $0.rule == "path-not-found" }
    #expect(
      missing.map(\.problem) == [
        "“src/exprot.py” is not in the repository; nearest: “src/export.py”."
      ])
  }

  @Test("without one nothing is looked up")
  func alone() async throws {
    #expect(try await Self.found(hasRepository: false).allSatisfy { $0.evidence != .repository })
  }
}
