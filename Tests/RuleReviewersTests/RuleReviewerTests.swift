import CheckModel
import PlanParsing
import Reviewing
import Rubrics
import Testing

@testable import RuleReviewers

@Suite("Reviewers made of rules")
struct RuleReviewerTests {
  private static let notJudged: Set<String> = [
    "intent.2", "intent.4", "clarity.4", "coverage.2", "coverage.4", "grounding.3", "grounding.4",
    "decomposition.3", "reversibility.4",
  ]

  private func review(_ text: String, _ lens: Lens = .planner) async throws -> Review {
    let rubric = try #require(try BuiltinRubrics.rubric("default"))
    return try await RuleReviewer(lens: lens).review(
      ReviewRequest(
        plan: plan(text), rubric: rubric, seat: .b, lens: lens, deadline: .now + .seconds(60)))
  }

  @Test("31 of 40 questions are judged, the same ones for every English plan")
  func coverage() async throws {
    for text in [RankingTests.concrete, RankingTests.hollow, "# Title\n", ""] {
      let answers = try await review(text).answers
      #expect(answers.count == 40)
      #expect(
        Set(answers.filter { $0.answer == .notJudged }.map(\.question)) == Self.notJudged)
    }
  }

  @Test("findings do not decide what is judged")
  func structureOnly() async throws {
    let clean = try await review(RankingTests.concrete)
    let marred = try await review(
      RankingTests.concrete.replacing("waits up to 5 seconds", with: "waits TBD seconds (TBD)"))
    #expect(clean.answers.map(\.question) == marred.answers.map(\.question))
    #expect(
      clean.answers.map { $0.answer == .notJudged }
        == marred.answers.map { $0.answer == .notJudged })
    #expect(!marred.findings.isEmpty)
  }

  @Test("in another language only what needs no words is judged, and lexical rules are silent")
  func otherLanguage() async throws {
    let text = """
      # Einfuhr

      ## Ziel

      Die Einfuhr soll nicht mehr mit einer Meldung abbrechen, wenn der Bericht in der Nacht läuft.

      ## Aufgaben

      - [ ] Die Wartezeit in `Sources/Store/Database.swift` auf 5 Sekunden setzen und dann testen
      - [ ] Der Bericht und die Einfuhr werden mit einer Sperre geprüft, Wartezeit: TBD

      """
    let review = try await review(text)
    let answers = Dictionary(uniqueKeysWithValues: review.answers.map { ($0.question, $0.answer) })
    #expect(answers["clarity.1"] == .notJudged)
    #expect(answers["grounding.1"] != .notJudged)
    #expect(!review.findings.contains { $0.rule == "placeholder-marker" })
  }

  @Test("each lens has its own name, its own rules and the shared ones")
  func lenses() async throws {
    let text = "# A\n\n- [ ] Refactor the sync logic\n- [ ] Retry limit: TBD\n"
    let planner = try await review(text, .planner)
    let executor = try await review(text, .executor)
    #expect(planner.reviewer == ReviewerIdentity(name: "rules/planner", kind: .rules))
    #expect(executor.reviewer == ReviewerIdentity(name: "rules/executor", kind: .rules))
    #expect(planner.findings.contains { $0.rule == "no-acceptance" })
    #expect(!planner.findings.contains { $0.rule == "task-no-path" })
    #expect(executor.findings.contains { $0.rule == "task-no-path" })
    #expect(planner.findings.contains { $0.rule == "placeholder-marker" })
    #expect(executor.findings.contains { $0.rule == "placeholder-marker" })
    #expect(planner.startNow == nil && executor.startNow == nil)
  }

  @Test("every quote of an answer and of a finding stands in the plan")
  func quotes() async throws {
    let text = RankingTests.concrete + RankingTests.hollow
    for lens in Lens.allCases {
      let review = try await review(text, lens)
      for quote in review.answers.compactMap(\.quote) + review.findings.compactMap(\.quote) {
        #expect(text.contains(quote))
      }
    }
  }

  @Test("the checks are the rules that are on no seat")
  func checks() {
    let plan = plan(
      "# A\n\n- [ ] Refactor the sync logic\n- [ ] Retry limit: TBD\n\nThe p\u{0430}yment.\n")
    func rules(_ lenses: Set<Lens>) -> Set<String> {
      Set(RuleChecks.findings(in: PlanReading(plan), lensesOnSeats: lenses).compactMap(\.rule))
    }
    #expect(rules([.planner, .executor]) == ["inj-homoglyph"])
    #expect(rules([.planner]).contains("task-no-path"))
    #expect(!rules([.planner]).contains("placeholder-marker"))
    #expect(!rules([.executor]).contains("task-no-path"))
    #expect(rules([.executor]).contains("no-acceptance"))
    #expect(rules([]).isSuperset(of: ["placeholder-marker", "task-no-path", "no-acceptance"]))
  }

  @Test("a rule lists at most ten places and says how many more there are")
  func cap() throws {
    let rows = (1...14).map { "| limit \($0) | TBD \(String(repeating: ".", count: $0)) |" }
    let text = "# A\n\n| Name | Value |\n|---|---|\n" + rows.joined(separator: "\n") + "\n"
    let found = findings(.placeholderMarker, in: text)
    #expect(found.count == 10)
    #expect(found.last?.problem.contains("4 more") == true)
  }

  @Test("equal words are reported once with a count")
  func repeated() {
    let text = "# A\n\n| Name | Value |\n|---|---|\n| a | TBD |\n| b | TBD |\n| c | TBD |\n"
    let found = findings(.placeholderMarker, in: text)
    #expect(found.count == 1)
    #expect(found.first?.problem.contains("2 more places") == true)
  }
}

@Suite("The catalogue and its pages")
struct RuleCatalogueTests {
  @Test("ids are unique, every family is there, every question is one of the rubric")
  func catalogue() throws {
    let rules = RuleCatalogue.standard.rules
    let rubric = try #require(try BuiltinRubrics.rubric("default"))
    #expect(Set(rules.map(\.id)).count == rules.count)
    #expect(Set(rules.map(\.family)) == Set(Rule.Family.allCases))
    for rule in rules {
      #expect((rule.question == nil) == (rule.family == .checks), "\(rule.id)")
      if let question = rule.question { #expect(rubric.question(question) != nil, "\(rule.id)") }
      #expect(Set(rule.examples.moved.keys) == Set(Examples.Mutation.allCases), "\(rule.id)")
      #expect(!rule.examples.bad.isEmpty && !rule.examples.good.isEmpty, "\(rule.id)")
    }
    #expect(Set(Witness.all.map(\.question)).count == 31)
  }

  @Test("the instrument changes with a severity")
  func instrument() {
    let standard = RuleCatalogue.standard
    var other = standard
    other.rules[0].severity = .info
    #expect(standard.instrument == RuleCatalogue.standard.instrument)
    #expect(other.instrument != standard.instrument)
  }

  @Test(
    "a page holds what the rule says and prints nothing raw",
    arguments: RuleCatalogue.standard.rules.map(\.id))
  func page(id: String) throws {
    let rule = try #require(RuleCatalogue.standard.rule(id))
    let page = RulePage(rule)
    for text in [rule.id, rule.title, rule.detects, rule.matters, rule.fix, rule.severity.rawValue]
    {
      #expect(page.markdown.contains(text))
    }
    #expect(HiddenCharacters.places(in: Array(page.markdown.utf8)).isEmpty)
    #expect(page.markdown.split(separator: "\n").allSatisfy { $0.count <= 600 })
  }

  @Test("the list names every rule on a line of its own")
  func list() {
    let lines = RuleCatalogue.standard.list.split(separator: "\n")
    #expect(lines.count == RuleCatalogue.standard.rules.count)
    #expect(lines.first?.hasPrefix("inj-instruction") == true)
  }

  @Test("where tasks speak of tests, a missing criterion for the whole is told as information")
  func acceptanceBesideTests() throws {
    let rule = try #require(RuleCatalogue.standard.rule("no-acceptance"))
    let bare = "# Export\n\n- [ ] Add `export()` to `a.swift`\n"
    #expect(findings(rule, in: bare).map(\.severity) == [.major])
    let tested = bare + "- [ ] Write unit tests for `export()`: an empty list prints `[]`\n"
    #expect(findings(rule, in: tested).map(\.severity) == [.info])
  }
}
