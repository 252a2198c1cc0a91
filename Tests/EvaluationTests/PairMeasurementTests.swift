import CheckModel
import Merging
import Testing

@testable import Evaluation

@Suite("Merging measured by labelled pairs")
struct PairMeasurementTests {
  private static let plan = Plans.subject(
    "# Export\n\nIt is fast.\n\nIt keeps the order.\n\n- [ ] Write `export.py`.\n"
  ).plan

  private static func finding(
    _ problem: String, severity: Severity = .major, criterion: String = "coverage"
  ) -> Finding {
    var finding = Plans.finding(nil, rule: nil, criterion: criterion, severity: severity)
    finding.problem = problem
    finding.fix = ""
    return finding
  }

  private static let speed = "Nobody says how many rows a second an export must reach."
  private static let order = "By which column the lines are sorted stays open."
  private static let mode = "Whether an existing target is overwritten or refused is undecided."

  private static func item(
    _ a: [Finding], _ b: [Finding], same: [(Int, Int)], related: [(Int, Int)] = [],
    name: String = "draft"
  ) -> PairStudy.Case {
    let labels = Dictionary(
      same.map { (PairLabels.Pair($0.0, $0.1), PairLabels.Label.same) }
        + related.map { (PairLabels.Pair($0.0, $0.1), PairLabels.Label.related) },
      uniquingKeysWith: { first, _ in first })
    return PairStudy.Case(
      name: name, plan: plan, a: a, b: b, labels: PairLabels(first: labels, second: labels))
  }

  @Test("pairs that are made one count as right when they are labelled the same")
  func figures() {
    let item = Self.item(
      [Self.finding(Self.speed), Self.finding(Self.order)],
      [Self.finding(Self.speed), Self.finding(Self.order), Self.finding(Self.mode)],
      same: [(0, 0), (1, 2)])
    let measured = PairMeasurement([item], .shipped)
    #expect(measured.precision == Proportion(1, of: 2))
    #expect(measured.recall == Proportion(1, of: 2))
    #expect(measured.f1 == 0.5)
    #expect((measured.matches, measured.labelledMatches, measured.absoluteError) == (2, 2, 0))
  }

  @Test("of a gap that is split, the assignment gives one pair, and every pair is asked for")
  func split() {
    let item = Self.item(
      [Self.finding(Self.speed), Self.finding(Self.order)], [Self.finding(Self.speed)],
      same: [(0, 0), (1, 0)])
    let measured = PairMeasurement([item], .shipped)
    #expect(measured.recall == Proportion(1, of: 2))
    #expect(measured.oneToOneF1 == 1)
    #expect(measured.labelledMatches == 1)
  }

  @Test("related pairs are shown, made one, or neither")
  func related() {
    let findings = [Self.finding(Self.speed), Self.finding(Self.order)]
    let item = Self.item(findings, findings, same: [(0, 0)], related: [(1, 1), (0, 1)])
    let measured = PairMeasurement([item], .shipped)
    #expect(measured.relatedMerged == Proportion(1, of: 2))
    #expect(measured.relatedShown == Proportion(0, of: 2))
    var strict = MatchingValues.shipped
    (strict.match, strict.possible) = (1.1, 0.5)
    let shown = PairMeasurement([item], strict)
    #expect(shown.relatedShown == Proportion(1, of: 2))
    #expect(shown.possibleSame == Proportion(1, of: 2))
  }

  @Test("gaps of both seats are counted one to one, from minor on")
  func matches() {
    let info = Self.finding(Self.mode, severity: .info)
    let item = Self.item(
      [Self.finding(Self.speed), Self.finding(Self.order), info],
      [Self.finding(Self.speed), info], same: [(0, 0), (1, 0), (2, 1)])
    #expect(item.labelledMatches == 1)
    #expect(PairMeasurement([item], .shipped).matches == 1)
  }

  @Test(
    "the most pairs one to one, where the first choice stands in the way",
    arguments: [
      ([(0, 0), (0, 1), (1, 0)], 2), ([(0, 0), (1, 0), (2, 0)], 1), ([(0, 0), (0, 1)], 1),
      ([(0, 0), (0, 1), (1, 0), (1, 2), (2, 0)], 3), ([], 0),
    ])
  func most(pairs: [(Int, Int)], count: Int) {
    let pairs = Set(pairs.map { PairLabels.Pair($0.0, $0.1) })
    #expect(PairStudy.Case.most(of: pairs) == count)
  }

  @Test("tuning finds a threshold that the shipped values miss, and keeps the shipped ones else")
  func tuning() {
    let (a, b) = (Self.finding(Self.speed), Self.finding(Self.mode))
    var reworded = Self.finding(
      "How many rows must be written in a second cannot be measured.", criterion: "verification")
    reworded.fix = "Give the speed that an export must have on the smallest machine."
    let missed = Self.item([a], [reworded], same: [(0, 0)])
    #expect(PairMeasurement([missed], .shipped).f1 == 0)
    #expect(PairMeasurement([missed], PairTuning.best(on: [missed])).f1 == 1)
    let found = Self.item([a, b], [a, b], same: [(0, 0), (1, 1)])
    #expect(PairTuning.best(on: [found]) == .shipped)
  }

  @Test("every other plan by name is in the first half, whatever the order")
  func halves() {
    let study = PairStudy(
      cases: ["c", "a", "d", "b"].map { Self.item([], [], same: [], name: $0) })
    #expect(study.half(true).map(\.name) == ["a", "c"])
    #expect(study.half(false).map(\.name) == ["b", "d"])
  }
}

@Suite("Agreement of two labellings")
struct PairAgreementTests {
  @Test("kappa and AC1 against figures worked out by hand")
  func coefficients() throws {
    var agreement = PairAgreement()
    agreement.count(.same, .same, times: 6)
    agreement.count(.same, .related, times: 2)
    agreement.count(.different, .different, times: 2)
    #expect(agreement.equal == Proportion(8, of: 10))
    // by chance 0.8 · 0.6 + 0.2 · 0.2 = 0.52, so (0.8 - 0.52) / 0.48
    #expect(abs(try #require(agreement.kappa) - 0.28 / 0.48) < 1e-9)
    // shares 0.7, 0.1 and 0.2: by chance (0.21 + 0.09 + 0.16) / 2 = 0.23
    #expect(abs(try #require(agreement.ac1) - 0.57 / 0.77) < 1e-9)
  }

  @Test("nothing to agree on has no figure")
  func empty() {
    #expect(PairAgreement().kappa == nil)
    #expect(PairAgreement().ac1 == nil)
    var one = PairAgreement()
    one.count(.same, .same)
    #expect(one.kappa == nil)
  }
}
