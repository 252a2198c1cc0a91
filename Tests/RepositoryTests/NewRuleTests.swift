import Testing

@testable import speccheck_dev

@Suite("Starting a rule")
struct NewRuleTests {
  @Test("the file lies in its family's folder and is named for the gap")
  func file() throws {
    let rule = try #require(NewRule(family: "planner", id: "no-owner"))
    #expect(rule.file.path == "Sources/RuleReviewers/Rules/Planner/NoOwner.swift")
    #expect(rule.constant == "noOwner")
    #expect(rule.file.contents.contains("static let noOwner = Rule(\n    id: \"no-owner\""))
    #expect(HouseRules.undocumented(SwiftFile(rule.file.contents)) == [])
  }

  @Test(
    "unknown families and odd names start nothing",
    arguments: [
      ("planer", "no-owner"), ("planner", "NoOwner"), ("planner", "no--owner"), ("planner", ""),
      ("planner", "../../x"), ("planner", "no-owner-"),
    ])
  func refused(family: String, id: String) {
    #expect(NewRule(family: family, id: id) == nil)
  }
}
