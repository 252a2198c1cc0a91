import CheckModel
import Reporting
import Testing
import TextUnits

@Suite("Terminal report")
struct TerminalReportTests {
  @Test("looks as recorded", arguments: Sample.all, [80, 120])
  func goldens(_ sample: Sample, _ width: Int) throws {
    try expectGolden(
      TerminalReport.render(sample.results, width: width, color: false),
      "\(sample.name).\(width).txt")
  }

  @Test("color adds sequences and changes nothing else", arguments: Sample.all)
  func color(_ sample: Sample) throws {
    let colored = TerminalReport.render(sample.results, width: 80, color: true)
    let plain = TerminalReport.render(sample.results, width: 80, color: false)
    #expect(colored.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
    try expectGolden(colored, "\(sample.name).color.ansi")
  }

  @Test(
    "no line is wider than the page", arguments: Sample.all, [40, 61, 80, 120, 200])
  func width(_ sample: Sample, _ width: Int) {
    let text = TerminalReport.render(sample.results, width: width, color: false)
    // a place is never cut, so that it can be opened
    for line in text.split(separator: "\n") where !line.contains("--> ") {
      #expect(TerminalWidth.of(line) <= width, "\(line)")
    }
  }

  @Test("only the sixteen basic colors, bold and dim are used", arguments: Sample.all)
  func palette(_ sample: Sample) {
    let text = TerminalReport.render(sample.results, width: 80, color: true)
    let parameters = Set(
      text.matches(of: /\u{1B}\[([0-9;]*)m/).flatMap { $0.1.split(separator: ";") })
    let basic = (30...37).map(String.init) + (40...47).map(String.init) + ["97", "0", "1", "2"]
    #expect(parameters.allSatisfy { basic.contains(String($0)) }, "\(parameters)")
  }

  @Test(
    "the marks stand under the very words, whatever comes before them",
    arguments: [
      ("適切に実装する", "適切に実装する"), ("あとで決める", "あとで決める"), ("maybe", "maybe"),
      ("cafe\u{301}", "cafe\u{301}"), ("\tキュー\t", "    キュー"),
    ], [40, 60, 80, 120])
  func marks(_ words: (inPlan: String, drawn: String), _ width: Int) throws {
    var result = try #require(Sample.wideCharacters.results.first)
    result.merged.findings = [
      merged(1, .major, "title", in: Sample.widePlan, at: words.inPlan, by: [.a])
    ]
    let lines = TerminalReport.render([result], width: width, color: false)
      .split(separator: "\n").map(String.init)
    let marks = try #require(lines.firstIndex { $0.contains("^") })
    let before = try #require(lines[marks].firstIndex(of: "^"))
    let start = TerminalWidth.of(lines[marks][..<before])
    let count = lines[marks].count { $0 == "^" }
    let line = lines[marks - 1]
    let head = TerminalWidth.prefix(of: line, cells: start)
    let marked = TerminalWidth.prefix(of: String(line[head.endIndex...]), cells: count)
    #expect(TerminalWidth.of(head) == start)
    #expect(String(marked).trimmingPrefix { $0 == " " } == words.drawn.trimmingPrefix { $0 == " " })
  }

  @Test("a place in a very long line is shown with what stands around it")
  func longLine() throws {
    let text = TerminalReport.render(Sample.hostile.results, width: 80, color: false)
    #expect(text.contains("4 │ … filler"))
    #expect(text.contains("HERE it is and on…"))
  }

  @Test("all majors are shown, and of the rest some with a count")
  func cap() {
    let text = TerminalReport.render(Sample.many.results, width: 80, color: false)
    #expect(text.matches(of: /\nmajor\[/).count == 3)
    #expect(text.matches(of: /\nminor\[/).count == 8)
    #expect(text.contains("… and 289 more (use --format plain to list all)"))
  }

  @Test("findings that say the same say it once, below all their places")
  func groups() throws {
    var result = try #require(Sample.rulesOnly.results.first)
    let places = ["Add a token bucket", "Migrate", "Update the tests"]
    result.merged.findings = places.enumerated().map { index, words in
      merged(
        index + 1, index == 1 ? .minor : .major, "title", in: Sample.limitPlan, at: words,
        problem: "The same words.")
    }
    let text = TerminalReport.render([result], width: 80, color: false)
    #expect(text.matches(of: /-->/).count == 3)
    #expect(text.matches(of: /The same words\./).count == 2)
    let last = try #require(text.firstRange(of: "Update the tests"))
    let between = try #require(text.firstRange(of: "Migrate"))
    #expect(last.lowerBound < between.lowerBound, "the minor stands after both majors")
  }

  @Test("a place is written whole even where it is wider than the page")
  func longPath() {
    let path = String(repeating: "deep/", count: 30) + "plan.md"
    let plan = SamplePlan(path: path, "# Title\n\nTBD\n")
    var result = Sample.rulesOnly.results[0]
    result.plan = plan.plan
    result.merged.findings = [merged(1, .major, "title", in: plan, at: "TBD")]
    let text = TerminalReport.render([result], width: 80, color: false)
    #expect(text.contains("--> \(path):3:1\n"))
  }

  @Test("a score of rules is called one, and how much they judged is said")
  func ruleScores() {
    let rules = TerminalReport.render(Sample.rulesOnly.results, width: 80, color: false)
    #expect(rules.contains("Rule score  A 38 · B 41 (needs 80 together, 68 each)"))
    #expect(rules.contains("rules only: 24 of 40 questions judged"))
    #expect(!rules.contains("Confidence"))
    let mixed = TerminalReport.render(Sample.oneModel.results, width: 80, color: false)
    #expect(mixed.contains("Confidence  A 77 · rule score B 70 (needs 65 together, 55 each)"))
    let models = TerminalReport.render(Sample.farApart.results, width: 80, color: false)
    #expect(models.contains("A 79 · B 54 (needs 65 together, 55 each)"))
    #expect(models.contains("Gap 25: far apart"))
  }

  @Test("the first line says who reviews, and the header that nothing is sent")
  func header() {
    let text = TerminalReport.render(Sample.rulesOnly.results, width: 80, color: false)
    let first = text.prefix { $0 != "\n" }
    #expect(
      first == "docs/plans/rate-limit.md · rules only: rules/planner + rules/executor")
    #expect(text.contains("nothing leaves this machine"))
  }
}
