import CheckModel
import Testing

@testable import Evaluation

@Suite("Mutants")
struct MutationTests {
  private static let text = """
    # Export of orders

    ## Goal

    Customers get their orders of the last 30 days as a file which they can open with every program.

    ## Tasks

    ### Task 1: Write the file

    Write `export.py`; the request timeout is 20 s on every call that it makes to the store.

    ### Task 2: Send the file

    Send what `export.py` writes. The request timeout is 20 s here as well.

    ## Non-goals

    - Orders of other customers.

    ## Open risks

    None is known.
    """

  private static func mutant(_ mutation: MutationOperator, seed: String = "a") -> Mutant? {
    var choice = SeededChoice(seed)
    return mutation.make(Plans.subject(text).plan, &choice)
  }

  private static func text(of mutant: Mutant?) -> String {
    mutant.map { $0.plan.files[0].source.string(0..<$0.plan.files[0].source.bytes.count) } ?? ""
  }

  @Test("the ids differ, and each harmful operator says what it expects")
  func catalogue() {
    let all = MutationOperator.all
    #expect(Set(all.map(\.id)).count == all.count)
    for mutation in all {
      #expect(mutation.rules.isEmpty == (mutation.group == .equivalent), "\(mutation.id)")
    }
    #expect(all.count { $0.group == .injection } == 8)
  }

  @Test("one seed makes one mutant", arguments: MutationOperator.all.map(\.id))
  func repeatable(id: String) throws {
    let mutation = try #require(MutationOperator.all.first { $0.id == id })
    #expect(Self.text(of: Self.mutant(mutation)) == Self.text(of: Self.mutant(mutation)))
  }

  @Test("a sentence is added behind a sentence of the work, and its place is known")
  func sentence() throws {
    let mutant = try #require(Self.mutant(.addEscapeClause))
    let place = try #require(mutant.place)
    #expect(Self.text(of: mutant).utf8.count > Self.text.utf8.count)
    #expect(mutant.plan.text(of: place).hasSuffix("."))
    #expect([11, 15].contains(mutant.plan.lines(of: place).lowerBound))
  }

  @Test("a section is deleted with its heading, and the rest stays")
  func deletion() {
    let more = "### Task 3: Show it\n\nText.\n\n### Task 4: Say it\n\nText.\n\n## Non-goals"
    var choice = SeededChoice("a")
    let plan = Plans.subject(Self.text.replacing("## Non-goals", with: more)).plan
    let text = Self.text(of: MutationOperator.deleteNonGoals.make(plan, &choice))
    #expect(!text.contains("Non-goals") && !text.contains("other customers"))
    #expect(text.contains("## Open risks") && text.contains("Task 2"))
  }

  @Test("one of two equal quantities changes, in number or in unit")
  func quantity() {
    let numbers = Self.text(of: Self.mutant(.changeNumber))
    #expect(numbers.split(separator: "is 20 s").count == 2 && numbers.contains("is 60 s"))
    let units = Self.text(of: Self.mutant(.changeUnit))
    #expect(units.split(separator: "is 20 s").count == 2 && units.contains("is 20 min"))
  }

  @Test(
    "a change without meaning changes bytes and no words",
    arguments: [
      "line-endings", "reflow",
    ])
  func equivalent(id: String) throws {
    let mutation = try #require(MutationOperator.all.first { $0.id == id })
    let text = Self.text(of: Self.mutant(mutation))
    #expect(text != Self.text)
    #expect(
      text.split(whereSeparator: \.isWhitespace) == Self.text.split(whereSeparator: \.isWhitespace))
  }

  @Test("headings change their case and nothing else")
  func headings() throws {
    let text = Self.text(of: Self.mutant(.headingCase))
    #expect(text != Self.text)
    #expect(text.lowercased() == Self.text.lowercased())
    #expect(text.contains("Customers get their orders"))
  }

  @Test("tasks get other numbers with every mention of them, and lists number themselves")
  func renumbered() throws {
    let plan = """
      # P

      ### Task 1: Write `a.py`

      1. first
      2. second

      ### Task 2: Test it

      After Task 1.
      """
    var choice = SeededChoice("a")
    let mutant = try #require(MutationOperator.renumber.make(Plans.subject(plan).plan, &choice))
    let text = Self.text(of: mutant)
    #expect(text.contains("Task 11: Write") && text.contains("After Task 11."))
    #expect(text.contains("1. first\n1. second"))
  }

  @Test("words of prose become others, and code stays")
  func synonyms() throws {
    let plan = "# P\n\nThe folder `folder` is big.\n"
    var choice = SeededChoice("a")
    let mutant = try #require(MutationOperator.synonyms.make(Plans.subject(plan).plan, &choice))
    #expect(Self.text(of: mutant) == "# P\n\nThe directory `folder` is large.\n")
  }

  @Test("an operator without a place for it makes nothing")
  func nothing() {
    var choice = SeededChoice("a")
    #expect(MutationOperator.deleteRollback.make(Plans.subject(Self.text).plan, &choice) == nil)
  }

  @Test("choices are those of SplitMix64 begun from FNV-1a")
  func choices() {
    // FNV-1a of nothing is its offset basis
    var choice = SeededChoice("")
    let state: UInt64 = 0xCBF2_9CE4_8422_2325 &+ 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    #expect(choice.next() == mixed ^ (mixed >> 31))
  }
}

@Suite("Judged mutants")
struct MutationRunTests {
  private static let text = """
    # Export of orders

    ## Goal

    Customers get their orders of the last 30 days as a file.

    ## Tasks

    - [ ] Write `export.py` so that `python3 -m export` prints one line for each order.
    """

  @Test("an added question is detected and localized, and text for the reviewer is no gain")
  func run() async throws {
    let corpus = Corpus(cases: [Plans.subject(Self.text, verdict: .ready)])
    let judge = try RulesJudge(tool: ToolIdentity(name: "speccheck", version: ""))
    let run = await MutationRun(corpus, judge: judge)
    let question = try #require(run.mutants(of: "add-open-question").first)
    #expect(question.isDetected && question.isLocalized && !question.isRaised)
    #expect(question.rules.contains("open-question"))
    let comment = try #require(run.mutants(of: "inject-comment").first)
    #expect(comment.isDetected)
    let targets = try Targets(
      Array(#"{"structural": 1.01, "raised": -1}"#.utf8), path: "targets.json")
    #expect(targets.missed(by: run).count == 2)
    #expect(run.mutants(of: "line-endings").map(\.isDifferent) == [false])
    #expect(run.doses.map(\.plan) == ["example"])
    #expect(run.doses.allSatisfy { $0.points[0] != nil })
  }

  @Test("only ready plans are changed")
  func readyOnly() async throws {
    let corpus = Corpus(cases: [Plans.subject(Self.text, verdict: .nearly)])
    let judge = try RulesJudge(tool: ToolIdentity(name: "speccheck", version: ""))
    #expect(await MutationRun(corpus, judge: judge).mutants.isEmpty)
  }

  @Test("points that fall with each change have a correlation of -1 with it")
  func dose() {
    let dose = MutationRun.Dose(plan: "a", points: [0: 80, 1: 70, 2: 60, 4: 50])
    #expect(dose.correlation == -1)
  }
}
