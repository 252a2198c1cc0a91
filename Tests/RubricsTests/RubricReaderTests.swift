import CheckModel
import Rubrics
import Testing

@Suite("Reading rubrics")
struct RubricReaderTests {
  /// A rubric of one criterion, with places to put mistakes.
  private static func rubric(
    sentence: String = "What is looked at.",
    header: String = "| id | weight | high tier | lens | gate |",
    row: String = "| `one` | 100 | 100 | planner | yes |",
    fourth: String = "4. Is d so? †", last: String = "- **100**: Everything.", tail: String = ""
  ) -> String {
    """
    # A rubric

    ## The one thing

    \(sentence)

    \(header)
    |---|---|---|---|---|
    \(row)

    1. Is a so?
    2. Is b
       so?
    3. Is `c` so?
    \(fourth)

    - **0**: Nothing.
    - **25**: A little.
    - **50**: Half.
    - **75**: Most.
    \(last)
    \(tail)
    """
  }

  private func read(_ text: String) throws(RubricError) -> Rubric {
    try RubricReader.read(name: "mine", path: "mine.md", bytes: Array(text.utf8))
  }

  @Test("a criterion with its questions, anchors, weights, lens and gate")
  func oneCriterion() throws {
    let rubric = try read(Self.rubric())
    let criterion = try #require(rubric.criterion("one"))
    #expect(criterion.title == "The one thing")
    #expect(criterion.summary == "What is looked at.")
    #expect(criterion.weight == 100)
    #expect(criterion.lensFactors == [.planner: 1.5, .executor: 0.75])
    #expect(criterion.gates(in: .low))
    #expect(rubric.questions.map(\.id) == ["one.1", "one.2", "one.3", "one.4"])
    #expect(rubric.question("one.2")?.text == "Is b so?")
    #expect(rubric.question("one.3")?.text == "Is c so?")
    #expect(rubric.questions.map(\.oftenNotApplicable) == [false, false, false, true])
    #expect(criterion.anchors == ["Nothing.", "A little.", "Half.", "Most.", "Everything."])
  }

  @Test(
    "what is wrong is said with its line and column",
    arguments: [
      ("", 1, 1, "no criterion"),
      (rubric(sentence: ""), 7, 1, "one sentence"),
      (rubric(header: "| id | points | high tier | lens | gate |"), 7, 1, "columns must be"),
      (rubric(row: "| One! | 100 | 100 | planner | yes |"), 9, 3, "an id is one word"),
      (rubric(row: "| `one` | many | 100 | planner | yes |"), 9, 11, "a weight is a number"),
      (rubric(row: "| `one` | 100 | -1 | planner | yes |"), 9, 17, "a weight is a number"),
      (rubric(row: "| `one` | 100 | 100 | owner | yes |"), 9, 23, "the lens is one of"),
      (rubric(row: "| `one` | 100 | 100 | both | maybe |"), 9, 30, "the gate is one of"),
      (rubric(row: "| `one` | 90 | 100 | both | no |"), 3, 1, "'weight' column adds up to 90"),
      (rubric(row: "| `one` | 100 | 99 | both | no |"), 3, 1, "'high tier' column adds up to 99"),
      (rubric(fourth: ""), 11, 1, "four questions, here are 3"),
      (rubric(fourth: "4. It is so."), 15, 1, "ends with a question mark"),
      (rubric(last: ""), 17, 1, "here are 4"),
      (rubric(last: "- **90**: Nearly all."), 21, 1, "must begin with '**100**:'"),
      (rubric(tail: "\nMore."), 23, 1, "nothing may follow"),
      (rubric(tail: "\n" + rubric()), 25, 1, "the id 'one' is taken"),
      (rubric(tail: "\n## Another"), 23, 1, "lacks one sentence"),
    ])
  func errors(text: String, line: Int, column: Int, message: String) {
    do throws(RubricError) {
      _ = try read(text)
      Issue.record("it was read")
    } catch {
      #expect(error.message.contains(message), "\(error.summary)")
      #expect([error.line, error.column] == [line, column], "\(error.summary)")
      #expect(error.summary.hasPrefix("mine.md:\(line):\(column): "))
    }
  }
}

@Suite("The default rubric")
struct DefaultRubricTests {
  @Test("ten criteria of four questions, weights of 100, five gates in the high tier")
  func shape() throws {
    let rubric = try #require(try BuiltinRubrics.rubric("default"))
    #expect(
      rubric.criteria.map(\.id) == [
        "intent", "clarity", "coverage", "grounding", "decomposition", "contracts", "verification",
        "consistency", "reversibility", "selfcontained",
      ])
    #expect(rubric.criteria.map(\.weight) == [8, 10, 12, 13, 9, 11, 14, 8, 6, 9])
    #expect(rubric.criteria.map(\.highTierWeight) == [8, 8, 12, 12, 7, 10, 14, 7, 15, 7])
    #expect(rubric.questions.count == 40)
    #expect(
      rubric.criteria.filter { $0.gates(in: .normal) }.map(\.id) == [
        "coverage", "grounding", "verification", "selfcontained",
      ])
    #expect(rubric.criteria.filter { $0.gates(in: .high) }.count == 5)
    #expect(
      rubric.questions.filter(\.oftenNotApplicable).map(\.id) == [
        "coverage.2", "decomposition.4", "contracts.4", "reversibility.1", "reversibility.2",
        "reversibility.3",
      ])
  }

  @Test("its lenses follow the table: own 1.5, other 0.75, two where the planner looks as well")
  func lenses() throws {
    let rubric = try #require(try BuiltinRubrics.rubric("default"))
    #expect(rubric.criterion("coverage")?.lensFactors == [.planner: 1.5, .executor: 0.75])
    #expect(rubric.criterion("grounding")?.lensFactors == [.planner: 1, .executor: 1.5])
    #expect(rubric.criterion("decomposition")?.lensFactors == [.planner: 0.75, .executor: 1.5])
    #expect(rubric.criterion("contracts")?.lensFactors == [.planner: 1, .executor: 1])
  }

  @Test("no other name is built in")
  func names() throws {
    #expect(try BuiltinRubrics.rubric("strict") == nil)
    for name in BuiltinRubrics.names { #expect(try BuiltinRubrics.rubric(name) != nil) }
  }
}
