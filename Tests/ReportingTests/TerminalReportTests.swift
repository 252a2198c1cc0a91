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
    for line in text.split(separator: "\n") {
      #expect(TerminalWidth.of(line) <= width, "\(line)")
    }
  }
}
