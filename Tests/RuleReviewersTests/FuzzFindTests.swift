import Testing

@testable import RuleReviewers

@Suite("Inputs that stopped a rule once, made small")
struct FuzzFindTests {
  @Test("a random string behind marks that belong to no name")
  func randomStringWithoutName() {
    let text = "# A\n\n| `q8Zr2LmX0vTb7NcKs4WdYp1HfGj6QaEu` |\n"
    #expect(findings(.secretInPlan, in: text).isEmpty)
  }
}
