import CheckModel
import Testing

@testable import Evaluation

@Suite("Agreement of answers, against values worked out by hand")
struct AnswerAgreementTests {
  private static func agreement(_ first: String, _ second: String) -> AnswerAgreement {
    AnswerAgreement([(Plans.review(first), Plans.review(second))])
  }

  @Test("equal answers are counted over what both judged")
  func equal() {
    #expect(Self.agreement("yypn", "yynn").equal == Proportion(3, of: 4))
    #expect(Self.agreement("yy--", "yn-y").equal == Proportion(1, of: 2))
  }

  @Test("AC1 takes off what chance alone would give over five answers")
  func ac1() throws {
    // pa 0.75; π 0.625 and 0.375, so pe = 0.46875 / 4
    let value = try #require(Self.agreement("yyyn", "yynn").ac1)
    #expect(abs(value - 0.632_812_5 / 0.882_812_5) < 1e-9)
  }

  @Test("AC2 gives half for neighbors and leaves out what is no degree")
  func ac2() throws {
    // pa 0.75; T = 5, so pe = 5 / 6 · 0.46875
    let value = try #require(Self.agreement("yyyn?", "yynna").ac2)
    #expect(abs(value - 0.359_375 / 0.609_375) < 1e-9)
    let near = try #require(Self.agreement("yyyp", "yyyy").ac2)
    let far = try #require(Self.agreement("yyyn", "yyyy").ac2)
    #expect(near > far)
  }

  @Test("the same answers are worth 1, no answers nothing")
  func ends() {
    #expect(Self.agreement("ypn", "ypn").ac1 == 1)
    #expect(Self.agreement("ypn", "ypn").ac2 == 1)
    #expect(AnswerAgreement([]).ac1 == nil)
  }
}
