import CheckModel
import Testing

@testable import Evaluation

@Suite("Other tools beside the rules")
struct BaselineTests {
  private static let text = """
    # Export

    ## Goal

    Customers get their orders as CSV.

    ## Tasks

    - [ ] Write `export.py`. It prints one line for each order.

    """

  private static let corpus = Corpus(cases: [
    Plans.subject(text, verdict: .ready, name: "clean"),
    Plans.subject(text, verdict: .nearly, name: "draft"),
  ])

  private static func operation(_ id: String) throws -> MutationOperator {
    try #require(MutationOperator.all.first { $0.id == id })
  }

  private static func tool(_ name: String) throws -> BaselineTool {
    try #require(BaselineTool.all.first { $0.name == name })
  }

  private static func run(_ messages: [ToolMessage]) -> BaselineRun {
    BaselineRun(corpus, messages: messages, mutations: MutationRun(mutants: [], doses: []))
  }

  @Test("the plans are the ready ones, each with its mutants, in files of their own")
  func plans() {
    let plans = BaselinePlan.all(of: Self.corpus)
    #expect(Set(plans.map(\.subject)) == ["clean"])
    #expect(plans.first?.files.map(\.path) == ["clean/plan/plan.md"])
    let paths = plans.flatMap(\.files).map(\.path)
    #expect(Set(paths).count == paths.count)
    #expect(paths.contains("clean/add-soft-word/plan.md"))
  }

  @Test("the word list finds a soft word that was added, and nothing where none was")
  func wordList() throws {
    let run = Self.run([])
    let list = try Self.tool("word list")
    #expect(run.noticed(list, try Self.operation("add-soft-word")) == Proportion(1, of: 1))
    #expect(run.noticed(list, try Self.operation("inject-role")).count == 0)
    #expect(run.alarms(list).messages == 0)
  }

  @Test("a message counts when a check says it oftener than before, and at the change")
  func fresh() throws {
    let operation = try Self.operation("add-soft-word")
    let mutant = try #require(
      BaselinePlan.all(of: Self.corpus).first { $0.mutation?.id == operation.id })
    let line = try #require(mutant.place?.lines.lowerBound)
    func noticed(_ messages: (path: String, line: Int)...) throws -> Int {
      let said = messages.map {
        ToolMessage(tool: "proselint", path: "clean/\($0.path)/plan.md", line: $0.line, code: "a")
      }
      return Self.run(said).noticed(try Self.tool("proselint"), operation).count
    }
    #expect(try noticed((operation.id, line)) == 1)
    #expect(try noticed((operation.id, 1)) == 0)
    #expect(try noticed((operation.id, line), ("plan", 2)) == 0)
  }

  @Test("messages are read line by line, and another form is refused with its line")
  func messages() throws {
    let read = try ToolMessage.read("codespell\ta/plan/plan.md\t3\tteh ==> the\n", path: "m.tsv")
    #expect(
      read == [
        ToolMessage(tool: "codespell", path: "a/plan/plan.md", line: 3, code: "teh ==> the")
      ])
    let error = #expect(throws: CorpusError.self) {
      try ToolMessage.read("codespell\ta\t3\tb\ncodespell a\n", path: "m.tsv")
    }
    #expect(error?.place == "m.tsv:2")
  }
}
