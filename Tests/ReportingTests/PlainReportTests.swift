import CheckModel
import Reporting
import Testing

@Suite("Plain report")
struct PlainReportTests {
  @Test("looks as recorded", arguments: Sample.all)
  func goldens(_ sample: Sample) throws {
    try expectGolden(PlainReport.render(sample.results), "\(sample.name).plain.txt")
  }

  @Test("every line but the last has the form of a compiler's", arguments: Sample.all)
  func form(_ sample: Sample) throws {
    for result in sample.results {
      let lines = PlainReport.render([result]).split(separator: "\n")
      #expect(lines.count == result.merged.findings.count + 1)
      for line in lines.dropLast() {
        #expect(
          line.contains(
            /^.+:\d+:\d+: (blocker|major|minor|info): .+ \[.+\] \((A|B|checks)(,(A|B|checks))*\)/),
          "\(line)")
      }
      let last = try #require(lines.last)
      #expect(last.contains(": verdict: \(result.verdict.outcome.rawValue) ["))
    }
  }

  @Test("a finding without a place is shown at the start of the file")
  func withoutPlace() {
    let text = PlainReport.render(Sample.rulesOnly.results)
    #expect(
      text.contains(
        "docs/plans/rate-limit.md:1:1: major: The plan never says when it is done [no-acceptance] (A)\n"
      ))
  }

  @Test("each format says what the seats could see, and nothing of those that were not asked")
  func access() throws {
    var result = try #require(Sample.farApart.results.first)
    result.seats[0].reviewer = ReviewerIdentity(name: "openai/x", kind: .openai)
    result.seats[1].reviewer = ReviewerIdentity(
      name: "codex-cli", kind: .codexCLI, access: .repository)
    #expect(
      PlainReport.render([result]).contains(
        "; A given the plan only, B may read the repository; "))
    let terminal = TerminalReport.render([result], width: 120, color: false)
    #expect(terminal.contains("(north), given the plan only"))
    #expect(terminal.contains("declared), may read the repository"))
    result.seats[0].outcome = .skipped(reason: "decided")
    #expect(PlainReport.render([result]).contains("; B may read the repository; "))
  }

  @Test("all findings are there, also those that the terminal leaves out")
  func all() {
    let text = PlainReport.render(Sample.many.results)
    #expect(text.split(separator: "\n").count == 301)
  }
}
