import CheckModel
import Merging
import Testing

@Suite("Merging two reviews and the checks")
struct MergerTests {
  private let order = "Print the matches, newest first."
  private let tests = "Add tests for the search."
  private let cache = "Replace the old command and delete its cache."

  private var unclearA: Finding {
    finding(
      "The order is unclear: newest by creation or by last change?", quote: order, severity: .minor,
      fix: "Say which date decides the order.")
  }
  private var unclearB: Finding {
    finding(
      "It is not said which date decides what is newest.", quote: order,
      fix: "Name the date that decides the order: creation or change.")
  }
  private var noCases: Finding {
    finding("The tests have no cases.", quote: tests, criterion: "verification")
  }
  private var noWayBack: Finding {
    finding(
      "The cache cannot be brought back.", quote: cache, severity: .blocker,
      criterion: "reversibility", kind: .risk)
  }

  private func merge(
    _ a: [Finding], _ b: [Finding], checks: [Finding] = [], plan: Plan = search
  ) -> MergedFindings {
    Merger.merge(plan: plan, a: a, b: b, checks: checks)
  }

  @Test("a gap that both name is one finding with the worse severity and both quotes")
  func pairs() throws {
    let merged = merge([unclearA], [unclearB])
    let only = try #require(merged.findings.first)
    #expect(merged.findings.count == 1)
    #expect(only.id == "F1")
    #expect(only.foundBy == [.a, .b])
    #expect(only.agreement == .both)
    #expect(only.finding.severity == .major)
    #expect(Set(only.everyMember.map(\.finding)) == [unclearA, unclearB])
    #expect((merged.countA, merged.countB, merged.matched, merged.matchedAtMost) == (1, 1, 1, 1))
  }

  @Test("the better evidence speaks: what is quoted before what is missed")
  func speaks() throws {
    var absent = unclearB
    absent.quote = nil
    absent.evidence = .absence
    let only = try #require(merge([unclearA], [absent]).findings.first)
    #expect(only.lead == MergedFinding.Member(finder: .a, finding: unclearA))
    #expect(only.finding.problem == unclearA.problem)
    #expect(only.finding.severity == .major)
    #expect(only.members.map(\.finder) == [.b])
  }

  @Test("two steps of severity between the seats are a dispute")
  func disputes() {
    var blocker = unclearB
    blocker.severity = .blocker
    #expect(merge([unclearA], [blocker]).findings.map(\.agreement) == [.disputed])
  }

  @Test("what one seat alone names stands alone")
  func single() {
    let merged = merge([unclearA, noWayBack], [unclearB, noCases])
    #expect(merged.findings.map(\.foundBy) == [[.a], [.a, .b], [.b]])
    #expect((merged.countA, merged.countB, merged.matched) == (2, 2, 1))
  }

  @Test("most severe first, then most agreed, then by place")
  func orders() {
    let early = finding("Nobody is named.", quote: "# Goal", criterion: "intent")
    let merged = merge([early, unclearA, noWayBack], [unclearB, noCases])
    #expect(merged.findings.map(\.finding.problem).last == noCases.problem)
    #expect(merged.findings.map(\.finding.severity) == [.blocker, .major, .major, .major])
    #expect(merged.findings[1].agreement == .both)
    #expect(merged.findings.map(\.id) == ["F1", "F2", "F3", "F4"])
  }

  @Test("in the high tier verification, grounding and the way back come before the others")
  func ordersByTier() {
    let early = finding("Nobody is named.", quote: "# Goal", criterion: "intent")
    var risky = search
    risky.risk.tier = .high
    #expect(
      merge([early], [noCases]).findings.map(\.finding.criterion) == ["intent", "verification"])
    #expect(
      merge([early], [noCases], plan: risky).findings.map(\.finding.criterion)
        == ["verification", "intent"])
  }

  @Test("findings that may be the same point at each other and count as two")
  func possible() throws {
    let a = finding(
      "No test case is named, so an executor could write a single trivial one and be done.",
      quote: tests, criterion: "verification", fix: "List the words, notes and expected lines.")
    let b = finding(
      "How the search behaves on an empty index is left open, and no test pins it down.",
      quote: tests, criterion: "coverage", fix: "Decide between silence and a message.")
    let merged = merge([a], [b])
    try #require(merged.findings.count == 2)
    #expect(merged.findings[0].related == ["F2"])
    #expect(merged.findings[1].related == ["F1"])
    #expect((merged.matched, merged.matchedAtMost) == (0, 1))
  }

  @Test("one reviewer's gap told twice counts once")
  func withinReviewer() {
    let again = finding(
      unclearA.problem, quote: order, fix: "Say which date decides the order here.")
    let merged = merge([unclearA, again], [])
    #expect(merged.findings.count == 1)
    #expect(merged.findings[0].everyMember.count == 2)
    #expect(merged.countA == 1)
  }

  @Test("a rule that fires twice in one sentence is one finding, in two sentences two")
  func ruleInSentence() {
    func hit(_ quote: String) -> Finding {
      finding("“\(quote)” is vague.", quote: quote, rule: "vague")
    }
    #expect(merge([hit("all notes"), hit("Build the")], []).findings.count == 1)
    #expect(merge([hit("all notes"), hit("in memory")], []).findings.count == 2)
  }

  @Test("a third telling of a pair's gap joins the pair")
  func also() {
    let elsewhere = finding(
      unclearA.problem, quote: "# Tasks", fix: "Name the date that decides the order of matches.")
    var close = elsewhere
    close.span = unclearA.span
    close.criterion = "clarity"
    close.quote = unclearA.quote
    let merged = merge([unclearA, close], [unclearB])
    #expect(merged.findings.count == 1)
    #expect(merged.findings[0].everyMember.count == 3)
    #expect((merged.countA, merged.countB, merged.matched) == (1, 1, 1))
  }

  @Test("a check confirms one finding, and changes neither count nor agreement")
  func confirms() throws {
    let check = finding(
      "The tests have no cases.", quote: tests, severity: .blocker, criterion: "verification",
      rule: "tests-unspecified")
    let merged = merge([unclearA], [noCases], checks: [check])
    let confirmed = try #require(merged.findings.first)
    #expect(merged.findings.count == 2)
    #expect(confirmed.foundBy == [.b, .checks])
    #expect(confirmed.agreement == .single)
    #expect(confirmed.finding.severity == .blocker)
    #expect(confirmed.finding.problem == noCases.problem)
    #expect(confirmed.lead.finder == .b)
    #expect((merged.countA, merged.countB, merged.matched) == (1, 1, 0))
  }

  @Test("a check that nobody shares stands alone, and two checks never join each other")
  func checksAlone() {
    let check = finding("The tests have no cases.", quote: tests, rule: "tests-unspecified")
    let other = finding("The tests have no cases.", quote: tests, rule: "vague-tests")
    let merged = merge([], [], checks: [check, other])
    #expect(merged.findings.map(\.foundBy) == [[.checks], [.checks]])
  }

  @Test("waived findings and quotes that are nowhere are kept, last, and count nowhere")
  func setAside() {
    var waived = noWayBack
    waived.waiver = Waiver(by: "plan", reason: "the cache is rebuilt")
    var invented = unclearB
    invented.evidence = .notFound
    let merged = merge([waived, unclearA], [invented, waived])
    #expect(merged.findings.map(\.finding.severity) == [.minor, .blocker, .major])
    #expect(merged.findings.map(\.status) == [.open, .waived, .open])
    #expect(merged.findings[1].statusReason == "plan: the cache is rebuilt")
    #expect(merged.findings[1].foundBy == [.a, .b])
    #expect(merged.findings.map(\.stands) == [true, false, false])
    #expect((merged.countA, merged.countB, merged.matched) == (1, 0, 0))
  }

  @Test("information counts no gap")
  func countsFromMinor() {
    let note = finding("The goal could be shorter.", quote: "# Goal", severity: .info)
    let merged = merge([note], [note])
    #expect(merged.findings.count == 1)
    #expect((merged.countA, merged.countB, merged.matched) == (0, 0, 0))
  }

  @Test("at most five questions, from majors, each with its place")
  func questions() {
    let merged = merge([unclearA, noWayBack], [noCases])
    #expect(
      merged.questions == [
        "F1, line 8: The cache cannot be brought back. What guards against it, or who accepts it?",
        "F2, line 6: The tests have no cases. What belongs there?",
      ])
    let many = (1...9).map { finding("Point \($0) of its own is open.", criterion: "c\($0)") }
    #expect(merge(many, []).questions.count == 5)
  }

  @Test("survives spans outside the plan, empty texts and a plan without blocks")
  func survives() {
    var far = noCases
    far.span = Span(file: 3, range: 10..<20)
    var beyond = noCases
    beyond.span = Span(file: 0, range: 100_000..<100_010)
    var empty = finding("")
    empty.title = ""
    let merged = merge([far, beyond, empty], [far, empty], checks: [beyond])
    #expect(!merged.findings.isEmpty)
    #expect(!merge([noCases], [noCases], plan: plan("")).findings.isEmpty)
    #expect(merge([], []).findings.isEmpty)
  }
}
