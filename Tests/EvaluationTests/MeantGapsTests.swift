import CheckModel
import Testing

@testable import Evaluation

@Suite("Which gap a finding in a reviewer's own words means")
struct MeantGapsTests {
  private static let text = """
    # Upload

    Files of up to 10 GB are taken in chunks of 8 MiB, and two chunks go at once.

    ## Limits

    The largest file has 5 GB.

    ## Out of scope

    Parallel chunks.

    """
  private static let size = gap(
    "g1", 3, "up to 10 GB",
    "Files between 5 and 10 GB are accepted by one place and refused by the other.")
  private static let parallel = gap(
    "g2", 3, "two chunks go at once", "Parallel chunks are excluded and built.")

  private static func gap(
    _ id: String, _ line: Int, _ quote: String, _ missing: String
  ) -> LabelledGap {
    var gap = Plans.gap(line...line, .quote(quote), criterion: "consistency")
    gap.id = id
    gap.missing = missing
    return gap
  }

  private static func meant(
    _ problem: String, line: Int, quote: String? = nil, criterion: String = "consistency"
  ) -> [Int] {
    let subject = Plans.subject(text, gaps: [size, parallel])
    var finding = Plans.finding(
      subject.plan.files[0].source.lineRange(line), rule: nil, criterion: criterion)
    finding.problem = problem
    finding.quote = quote
    return MeantGaps(subject).gaps(of: finding)
  }

  @Test("of two gaps in one line the words choose")
  func oneLine() {
    #expect(
      Self.meant("Two sizes are accepted: files of 10 GB here, at most 5 GB below.", line: 3) == [0]
    )
    #expect(
      Self.meant("Chunks go in parallel, and parallel chunks are excluded.", line: 3) == [1])
  }

  @Test("another matter at the same line and criterion means none of them")
  func otherMatter() {
    #expect(Self.meant("Nobody says who may upload, and with which token.", line: 3) == [])
  }

  @Test("the gap may be told at another line and under another criterion")
  func elsewhere() {
    #expect(
      Self.meant(
        "Files between 5 and 10 GB are refused by this limit and accepted above.", line: 7,
        criterion: "contracts") == [0])
  }

  @Test("the same words far away and about something else are not enough")
  func far() {
    #expect(Self.meant("The file list is open.", line: 7) == [])
  }
}
