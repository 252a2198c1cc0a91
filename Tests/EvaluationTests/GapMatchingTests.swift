import CheckModel
import Evaluation
import Testing

@Suite("Which gap a finding hits")
struct GapMatchingTests {
  // lines 1, 3 and 5; the second sentence of line 3 begins at byte 21
  private static let text = "# Title\n\nIt is fast. It is safe and small.\n\nThe end is near.\n"
  private static let fast = Plans.gap(3...3, .quote("It is fast"), rule: "vague-criterion")

  private static func hits(_ finding: Finding, _ gaps: LabelledGap...) -> [Int] {
    GapMatching(Plans.subject(text, gaps: gaps)).gaps(hitBy: finding)
  }

  @Test("the same rule on the same line hits")
  func sameRule() {
    #expect(Self.hits(Plans.finding(21..<25, rule: "vague-criterion"), Self.fast) == [0])
  }

  @Test("the same rule on another line does not")
  func elsewhere() {
    #expect(Self.hits(Plans.finding(44..<50, rule: "vague-criterion"), Self.fast) == [])
  }

  @Test("a finding without a place hits the gap that names its rule and no other")
  func placeless() {
    #expect(Self.hits(Plans.finding(nil, rule: "vague-criterion"), Self.fast) == [0])
    #expect(Self.hits(Plans.finding(nil, criterion: "clarity"), Self.fast) == [])
  }

  @Test("another rule hits with the same criterion or the same words, and not by the line alone")
  func sameThing() {
    #expect(Self.hits(Plans.finding(21..<25, criterion: "clarity"), Self.fast) == [0])
    #expect(Self.hits(Plans.finding(12..<19), Self.fast) == [0])
    #expect(Self.hits(Plans.finding(24..<30), Self.fast) == [])
  }

  @Test("the gap that names the rule goes before others at the same place")
  func named() {
    let other = Plans.gap(3...3, .quote("It is fast"))
    let finding = Plans.finding(9..<19, rule: "vague-criterion")
    #expect(Self.hits(finding, other, Self.fast) == [1])
    #expect(Self.hits(Plans.finding(9..<19), other, Self.fast) == [0, 1])
  }

  @Test("the other side of a contradiction is a place too")
  func also() {
    let end = LabelledGap.Place(file: "plan.md", lines: 5...5, words: .quote("The end"))
    let gap = Plans.gap(3...3, .quote("It is fast"), also: [end])
    #expect(Self.hits(Plans.finding(44..<51), gap) == [0])
  }
}
