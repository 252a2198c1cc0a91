package import CheckModel
package import Files
package import Grounding
import PlanParsing

/// Plans with their labels, in the order of their names.
package struct Corpus: Sendable {
  package var cases: [CorpusCase]

  package init(cases: [CorpusCase]) { self.cases = cases }

  /// The part that nobody tunes on, or the other one.
  package func part(locked: Bool) -> Corpus {
    Corpus(cases: cases.filter { $0.isLocked == locked })
  }

  /// Reads the folders `base` and `drafts` of a corpus, and those of `locked` when they are asked for.
  ///
  /// - Parameter criteria: the ids that a gap's criterion can have.
  /// - Throws: `CorpusError` for a folder without plans and for bad labels, `FileTrouble` for what cannot be read.
  package static func read(
    _ folder: FilePath, locked: Bool = false, criteria: [String]
  ) throws -> Corpus {
    let reader = LabelsReader(criteria: criteria)
    var cases: [CorpusCase] = []
    let parts = [(folder, false)] + (locked ? [(folder.appending("locked".utf8), true)] : [])
    for (part, isLocked) in parts {
      for name in ["base", "drafts"] {
        let plans = part.appending(name.utf8)
        guard plans.isFolder else { continue }
        for entry in try Folder.entries(of: plans) where entry.kind == .folder {
          cases.append(
            try CorpusCase.read(
              plans.appending(entry.name), isBase: name == "base", isLocked: isLocked, reader))
        }
      }
    }
    guard !cases.isEmpty else {
      throw CorpusError(folder.text, "there is no plan in 'base' or 'drafts'; see corpus/README.md")
    }
    cases.sort { $0.name < $1.name }
    for (first, second) in zip(cases, cases.dropFirst()) where first.name == second.name {
      throw CorpusError(second.folder.text, "another plan of the corpus has the same name")
    }
    return Corpus(cases: cases)
  }
}

/// One plan of a corpus.
package struct CorpusCase: Sendable {
  /// The name of its folder.
  package var name: String
  package var folder: FilePath
  /// It stands among the plans that are ready.
  package var isBase: Bool
  /// It belongs to the part that nobody tunes on.
  package var isLocked: Bool
  package var labels: PlanLabels
  package var plan: Plan
  /// The working tree that the plan speaks of, which lies beside it; nil when there is none.
  package var tree: RepositoryFiles?

  package init(
    name: String, folder: FilePath, isBase: Bool, isLocked: Bool, labels: PlanLabels, plan: Plan,
    tree: RepositoryFiles? = nil
  ) {
    self.name = name
    self.folder = folder
    self.isBase = isBase
    self.isLocked = isLocked
    self.labels = labels
    self.plan = plan
    self.tree = tree
  }

  /// The path of one of the plan's files as labels name it: `plan.md`.
  package func label(of file: Int) -> String {
    let path = plan.files[file].path
    let prefix = folder.text + "/"
    return path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : path
  }

  fileprivate static func read(
    _ folder: FilePath, isBase: Bool, isLocked: Bool, _ reader: LabelsReader
  ) throws -> CorpusCase {
    let path = folder.appending("labels.json".utf8)
    let bytes = try FileReader.read(path, limit: LabelsReader.sizeLimit, what: "labels")
    let labels = try reader.read(bytes, path: path.text)
    let single = folder.appending("plan.md".utf8)
    let input = try PlanLoader.load(single.exists ? single : folder.appending("plan".utf8))
    let name = folder.bytes.split(separator: UInt8(ascii: "/")).last.map { Array($0) } ?? []
    // a corpus may lie in a repository of its own, of which the tree is no part
    let repository = folder.appending("repository".utf8)
    let found = CorpusCase(
      name: String(decoding: name, as: UTF8.self), folder: folder, isBase: isBase,
      isLocked: isLocked, labels: labels, plan: PlanParser.parse(input),
      tree: repository.isFolder ? try RepositoryFiles.walked(repository) : nil)
    try found.check(path.text)
    return found
  }

  /// What the labels say about the plan as a whole.
  private func check(_ path: String) throws(CorpusError) {
    if isBase, labels.verdict != .ready {
      throw CorpusError(path, "a plan under 'base' is ready")
    }
    let lines = plan.files.reduce(0) { $0 + $1.source.lineCount }
    let size = PlanLabels.Size(lines: lines)
    if labels.size != size {
      throw CorpusError(path, "a plan of \(lines) lines is \(size.rawValue)")
    }
    if labels.hasRepository != (tree != nil) {
      throw CorpusError(path, "'repository' says whether that folder lies beside the plan")
    }
  }
}
