import CheckModel

/// Something that people run over their plans today, to tell what this program adds.
package struct BaselineTool: Sendable, Hashable {
  package let name: String
  /// What it is made for.
  package let purpose: String
  /// The operators that make a plan worse in a way that it is made for; of all others nobody can ask it anything.
  package let operators: Set<String>

  /// The word list is our own, the others are programs of that name on PyPI.
  package static let all = [
    BaselineTool(
      name: wordList, purpose: "weak words, wherever they stand",
      operators: ["add-escape-clause", "add-open-list", "add-soft-word", "add-tbd"]),
    BaselineTool(
      name: "proselint", purpose: "the style of English prose",
      operators: ["add-escape-clause", "add-soft-word"]),
    BaselineTool(name: "codespell", purpose: "misspelled words", operators: []),
    BaselineTool(
      name: "pymarkdown", purpose: "the form of Markdown, line lengths aside",
      operators: ["inject-white-text"]),
  ]

  /// The one that needs no other program.
  static let wordList = "word list"
}

/// What a tool says about one line.
package struct ToolMessage: Sendable, Hashable {
  package let tool: String
  /// `CASE/VERSION/plan.md`, as `BaselinePlan` names its files.
  package let path: String
  /// From 1.
  package let line: Int
  /// Which of its checks.
  package let code: String

  package init(tool: String, path: String, line: Int, code: String) {
    self.tool = tool
    self.path = path
    self.line = line
    self.code = code
  }

  /// Reads what `corpus/baselines/run` writes: tool, path, line and check in each line, tabs between them.
  ///
  /// - Throws: for a line of another form.
  package static func read(_ text: String, path: String) throws(CorpusError) -> [ToolMessage] {
    var messages: [ToolMessage] = []
    for (index, line) in text.split(separator: "\n").enumerated() {
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard parts.count == 4, let number = Int(parts[2]) else {
        throw CorpusError("\(path):\(index + 1)", "needs a tool, a path, a line and a check")
      }
      messages.append(
        ToolMessage(
          tool: String(parts[0]), path: String(parts[1]), line: number, code: String(parts[3])))
    }
    return messages
  }
}
