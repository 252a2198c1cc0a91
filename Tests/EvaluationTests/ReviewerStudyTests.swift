import CheckModel
import Testing

@testable import Evaluation

@Suite("Reviewers measured beside the rules")
struct ReviewerStudyTests {
  // nothing in it that a rule would find
  private static let draft = "# Export\n\nIt is blue.\n\nIt is safe.\n\n- [ ] Write `export.py`.\n"
  private static let blue: LabelledGap = {
    var gap = Plans.gap(3...3, .quote("It is blue"))
    gap.missing = "Which blue it is has no number."
    return gap
  }()
  private static let safe: LabelledGap = {
    var gap = Plans.gap(5...5, .quote("It is safe"), severity: .minor)
    gap.id = "g2"
    return gap
  }()
  private static let judge = Result { try PanelJudge(tool: .init(name: "speccheck", version: "")) }

  private static let corpus = Corpus(cases: [
    Plans.subject(draft, verdict: .ready, name: "clean"),
    Plans.subject(draft, verdict: .notReady, gaps: [blue, safe], name: "draft"),
  ])

  /// Findings at "It is blue" and at the title.
  private static let first: Finding = {
    var finding = Plans.finding(10..<20, rule: nil, criterion: "clarity")
    finding.problem = "It is not said which blue; a number is needed."
    return finding
  }()
  private static let other = Plans.finding(0..<8, rule: nil, criterion: "intent")

  private static func opinion(
    on name: String, _ lens: Lens, _ reviews: [Review],
    judgements: [[Int: Judgements.Judgement]] = []
  ) -> Opinion {
    Opinion(subject: name, lens: lens, reviews: reviews, judgements: judgements)
  }

  private static func study(_ opinions: Opinion...) async throws -> ReviewerStudy {
    await ReviewerStudy(
      corpus, reviewers: [MeasuredReviewer(name: "model", opinions: opinions)],
      judge: try judge.get())
  }

  private static func review(
    _ answer: QuestionAnswer.Answer, _ findings: [Finding] = [], start: Bool = false,
    lens: Lens = .planner
  ) throws -> Review {
    Plans.review(
      of: try judge.get().rubric, answer, findings, start: start, lens: lens)
  }

  @Test("a finding on a label is true, another one is not in the labels, and a gap is found or not")
  func tally() async throws {
    let study = try await Self.study(
      Self.opinion(on: "draft", .planner, [try Self.review(.no, [Self.first, Self.other])]))
    let measured = try #require(study.lenses.first { $0.reviewer == "model" })
    let minor = measured.tally(from: .minor)
    #expect((minor.findings, minor.hits, minor.real, minor.wrong) == (2, 1, 0, 0))
    #expect(minor.recall == Proportion(1, of: 2))
    #expect(measured.tally(from: .major).recall == Proportion(1, of: 1))
    #expect(measured.tally("intent", from: .minor).precision == Proportion(0, of: 1))
  }

  @Test("a person's judgement counts before the labels: right beside them, wrong, or another gap")
  func judgements() async throws {
    let findings = [Self.first, Self.other, Self.other]
    let study = try await Self.study(
      Self.opinion(
        on: "draft", .planner, [try Self.review(.no, findings)],
        judgements: [[0: .wrong, 1: .real, 2: .gap("g2")]]))
    let measured = try #require(study.lenses.first { $0.reviewer == "model" })
    let minor = measured.tally(from: .minor)
    #expect((minor.hits, minor.real, minor.wrong) == (1, 1, 1))
    #expect(minor.precision == Proportion(2, of: 3))
    #expect(measured.reviews[0].hasFound(1) && !measured.reviews[0].hasFound(0))
  }

  @Test("a finding on a ready plan is an alarm unless a person called it right")
  func alarms() async throws {
    let study = try await Self.study(
      Self.opinion(
        on: "clean", .planner, [try Self.review(.yes, [Self.first, Self.other])],
        judgements: [[1: .real]]))
    let measured = try #require(study.lenses.first { $0.reviewer == "model" })
    let words = Double(try #require(Self.corpus.cases.first).plan.wordCount)
    #expect(measured.alarmRate(from: .minor) == 1_000 / words)
  }

  @Test("points, starts and their order by label")
  func labels() async throws {
    let study = try await Self.study(
      Self.opinion(on: "clean", .planner, [try Self.review(.yes, start: true)]),
      Self.opinion(on: "draft", .planner, [try Self.review(.no)]))
    let measured = try #require(study.lenses.first { $0.reviewer == "model" })
    #expect(measured.points(.ready) == [100] && measured.points(.notReady) == [0])
    #expect(measured.area == 1)
    #expect(measured.starts(.ready) == Proportion(1, of: 1))
    #expect(measured.starts(.notReady) == Proportion(0, of: 1))
  }

  @Test("repeats have a deviation, equal answers, and verdicts that hold or change")
  func repeats() async throws {
    let study = try await Self.study(
      Self.opinion(
        on: "draft", .planner, [try Self.review(.yes, start: true), try Self.review(.partly)]),
      Self.opinion(
        on: "draft", .executor, [try Self.review(.yes, start: true, lens: .executor)]))
    let measured = try #require(
      study.lenses.first { $0.reviewer == "model" && $0.lens == .planner })
    // 100 and 50: the square root of 25² + 25²
    #expect(abs((measured.deviation ?? 0) - 1250.0.squareRoot()) < 1e-9)
    #expect((measured.widest, measured.ownAgreement.equal.count) == (50, 0))
    #expect(measured.equalStarts == Proportion(0, of: 1))
    let panel = try #require(study.panels.first { $0.rules == 0 })
    #expect(panel.cases.map(\.outcomes.count) == [2])
    #expect(panel.equalVerdicts.of == 1)
  }

  @Test("every reviewer sits beside every other one and beside the rules, where both spoke")
  func panels() async throws {
    let study = try await Self.study(
      Self.opinion(on: "draft", .planner, [try Self.review(.no, [Self.first])]))
    #expect(study.panels.map(\.name) == ["rules twice", "model + rules"])
    #expect(study.panels.map(\.cases.count) == [2, 1])
    #expect(study.lenses.map(\.reviewer) == ["rules", "rules", "model"])
  }

  @Test("pairs are sorted by the gaps that they find together, and chance is told from difference")
  func bestPair() async throws {
    let study = try await Self.study(
      Self.opinion(on: "draft", .planner, [try Self.review(.no, [Self.first])]),
      Self.opinion(on: "draft", .executor, [try Self.review(.no, lens: .executor)]))
    let best = BestPair(study)
    #expect(best.plans == 1)
    #expect(best.pairs.map(\.together.count) == [1, 1, 0, 0])
    #expect(best.pairs.map(\.panel.planner) == ["model", "model", "rules", "rules"])
    #expect(best.sentence.hasPrefix("The best pair cannot be told: model"))
    #expect(best.table.rows.first?.prefix(3) == ["model", "rules", "1 of 2"])
  }

  @Test("an answer that is no review is counted and told, and has no points")
  func failures() async throws {
    let study = try await Self.study(
      Opinion(
        subject: "draft", lens: .planner, reviews: [], failures: ["reply-A-1.json: it is empty"]))
    let measured = try #require(study.lenses.first { $0.reviewer == "model" })
    #expect(measured.failures == 1 && measured.reviews.isEmpty)
    #expect(study.failures == ["reply-A-1.json: it is empty"])
  }

  @Test("a padded plan is laid beside the plan, with how far the points moved")
  func versions() async throws {
    let version = try #require(PlanVersion("line-endings"))
    let study = try await Self.study(
      Self.opinion(on: "draft", .planner, [try Self.review(.yes)]),
      Opinion(
        subject: "draft", version: version, lens: .planner, reviews: [try Self.review(.no)]))
    let pair = try #require(study.versions.first)
    #expect((pair.plan.points, pair.other.points) == (100, 0))
    #expect(study.tables.first { $0.name == "reviewers-versions" }?.rows.count == 1)
  }
}

@Suite("The best pair")
struct BestPairTests {
  @Test(
    "the sign test against binomial sums worked out by hand",
    arguments: [(5, 0, 0.0625), (3, 1, 0.625), (2, 2, 1), (0, 0, 1), (0, 6, 0.03125)])
  func signTest(first: Int, second: Int, likelihood: Double) {
    #expect(abs(BestPair.signTest(first, second) - likelihood) < 1e-12)
  }

  @Test("the sign test has a value for thousands of gaps too")
  func many() {
    #expect(BestPair.signTest(2_000, 1_000) < 1e-9)
    #expect(BestPair.signTest(1_500, 1_500) == 1)
  }
}
