import CheckModel
import Grounding
import PlanParsing

/// A working tree in memory.
struct Tree {
  var files: [String: String]
  var opaque: [String] = []

  var repository: RepositoryFiles {
    RepositoryFiles(paths: files.keys.sorted(), opaque: opaque) { [files] path, limit in
      guard let text = files[path] else { return .absent }
      return text.utf8.count > limit ? .unread : .bytes(Array(text.utf8))
    }
  }

  /// The plan after it was looked up, lying in a folder of the tree.
  func grounded(_ text: String, in folder: String = "docs") -> GroundedPlan {
    let plan = PlanParser.parse(PlanInput(path: "plan.md", bytes: Array(text.utf8)))
    return PlanGrounding(files: repository, planFolder: folder).grounded(plan)
  }

  /// The references of one kind after they were looked up.
  func references(_ text: String, _ kind: Reference.Kind = .path) -> [Reference] {
    grounded(text).plan.references.filter { $0.kind == kind }
  }

  /// The state of the last reference to a name.
  func state(of name: String, in text: String) -> Reference.State? {
    grounded(text).plan.references.last { $0.text == name }?.state
  }
}
