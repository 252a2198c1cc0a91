import Testing

@testable import PlanParsing

@Suite("Headings are reduced to the words that decide their role")
struct HeadingWordsTests {
  @Test(
    "numbering, emoji, marks and remarks are left out",
    arguments: [
      ("2. Core Engine", "core engine"), ("1.3 Parser", "parser"),
      ("🚀 **Success   Criteria** ✅", "success criteria"),
      ("User Scenarios *(mandatory)*", "user scenarios"),
      ("What We’re NOT Doing", "what we're not doing"),
      ("目标：", "目标"), ("IV. Security", "security"), ("2024", "2024"), ("", ""),
    ])
  func words(title: String, words: String) {
    #expect(HeadingWords(title).words == words)
  }

  @Test(
    "kinds with a number, or with a colon",
    arguments: [
      ("Task 3: Wire the CLI", "3", "wire the cli"), ("Phase Two", "two", ""),
      ("Step 1.2 - Run", "1.2", "run"), ("フェーズ1", "1", ""), ("阶段一", "一", ""),
      ("第二阶段：迁移", "二", "迁移"), ("Requirement 4", "4", ""), ("Fase 2: Testes", "2", "testes"),
    ])
  func numbered(title: String, number: String, rest: String) {
    let words = HeadingWords(title)
    #expect(words.kind?.number == number)
    #expect(words.rest == rest)
  }

  @Test(
    "words that only look like a kind",
    arguments: [
      "Tasks", "Steps to take", "Partial failures", "Daylight", "Phased rollout", "Fixtures",
    ])
  func noKind(title: String) {
    #expect(HeadingWords(title).kind == nil)
  }

  @Test("a scenario is one without a number too, a phase is not")
  func namedKinds() {
    #expect(HeadingWords("Scenario: empty folder").kind?.kind == .scenario)
    #expect(HeadingWords("Phase: later").kind == nil)
  }
}
