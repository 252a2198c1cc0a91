import CheckModel
import PlanParsing
import Testing

@Suite("Sections get their roles from words, content, parent and file name")
struct RoleClassifierTests {
  private func roles(_ markdown: String, path: String = "plan.md") -> [String: [SectionRole]] {
    let plan = parse(markdown, path: path)
    return Dictionary(
      plan.sections.map { ($0.title, $0.roles.map(\.role)) },
      uniquingKeysWith: { first, _ in first })
  }

  @Test(
    "a heading's own words",
    arguments: [
      ("Overview", .goal), ("Why", .problem), ("Current State Analysis", .context),
      ("In scope", .scope), ("What We're NOT Doing", .outOfScope),
      ("3. Out of scope (v1)", .outOfScope),
      ("Functional requirements", .requirements), ("User Stories", .userStories),
      ("Definition of Done", .acceptance), ("Implementation Plan", .tasks), ("Phase 2", .tasks),
      ("Files to modify", .files), ("Test plan (nightly)", .tests), ("Architecture", .design),
      ("Data model", .data), ("API changes", .api), ("Edge cases", .errors),
      ("Decision: keep SQLite", .decisions), ("Alternatives considered", .alternatives),
      ("Prerequisites", .dependenciesAndOrder), ("Rollout", .rollout), ("Rollback plan", .rollback),
      ("Risks and Mitigations", .risks), ("Open questions", .openQuestions),
      ("Assumptions", .assumptions), ("Constraints", .constraints), ("Security", .security),
      ("Performance", .performance), ("Monitoring", .ops), ("Progress", .progress),
      ("See also", .references), ("Future work", .future), ("Timeline", .estimate),
      ("Glossary", .glossary), ("How we teach this", .docs), ("Notes", .notes),
    ] as [(String, SectionRole)])
  func english(title: String, role: SectionRole) {
    #expect(roles("# Title\n\n## \(title)\n\ntext\n")[plainTitle(title)]?.first == role)
  }

  private func plainTitle(_ title: String) -> String { title }

  @Test(
    "headings in other languages",
    arguments: [
      ("目标", .goal), ("要件定義", .requirements), ("범위 외", .outOfScope),
      ("Critérios de aceitação", .acceptance), ("Étapes", .tasks), ("Anforderungen", .requirements),
      ("Открытые вопросы", .openQuestions), ("Mục tiêu", .goal), ("フェーズ2", .tasks),
      ("Riesgos", .risks), ("테스트 계획", .tests), ("回滚", .rollback),
    ] as [(String, SectionRole)])
  func otherLanguages(title: String, role: SectionRole) {
    #expect(roles("# Title\n\n## \(title)\n\ntext\n")[title]?.first == role)
  }

  @Test("two roles in one heading are both kept")
  func twoRoles() {
    let found = roles("# T\n\n## Goals / Non-Goals\n\n## Risks and guardrails\n")
    #expect(Set(found["Goals / Non-Goals"] ?? []).isSuperset(of: [.goal, .outOfScope]))
    #expect(Set(found["Risks and guardrails"] ?? []).isSuperset(of: [.risks, .constraints]))
  }

  @Test("an unknown heading inherits, and is a topic where there is nothing to inherit")
  func inheriting() {
    let plan = parse("# T\n\n## Phase 1\n\n### Retry wheel\n\ntext\n\n## Retry wheel\n\ntext\n")
    let below = plan.sections[2].roles
    #expect(below.first?.role == .tasks)
    #expect(below.first?.inherited == true)
    #expect(plan.sections[3].roles.map(\.role) == [.topic])
  }

  @Test("the document's title is its topic")
  func documentTitle() {
    #expect(
      roles("# Checkout Implementation Plan\n\n## Goal\n\nx\n")["Checkout Implementation Plan"]?
        .first == .topic)
  }

  @Test("several first-level headings are sections like others")
  func manyTitles() {
    let found = roles("# Summary\n\nx\n\n# Motivation\n\ny\n")
    #expect(found["Summary"]?.first == .goal)
    #expect(found["Motivation"]?.first == .problem)
  }

  @Test("content speaks where the words do not: checkboxes, paths, scenarios")
  func content() {
    let found = roles(
      """
      # T

      ## Sync engine

      - [ ] Add the queue
      - [ ] Drain the queue

      ## Where it lives

      - `Sources/App/Queue.swift` holds it
      - `Sources/App/Drain.swift` empties it

      ## Export

      - **WHEN** the list is empty
      - **THEN** nothing is written

      1. **WHEN** the disk is full
      2. **THEN** exit 4
      """)
    #expect(found["Sync engine"]?.first == .tasks)
    #expect(found["Where it lives"]?.first == .files)
    #expect(found["Export"]?.first == .acceptance)
  }

  @Test("commands make a verification section tests, conditions make it acceptance")
  func ambiguous() {
    let commands = roles("# T\n\n## Verification\n\n```sh\nswift test\n```\n")
    #expect(commands["Verification"]?.first == .tests)
    let conditions = roles("# T\n\n## Verification\n\n- the list is empty after logout\n")
    #expect(conditions["Verification"]?.first == .acceptance)
  }

  @Test("labels are sections, and labels about the document are metadata")
  func labels() {
    let found = roles(
      "# T\n\n**Status**: Draft\n\n**Goal:** Export as CSV.\n\n**Date**: 2025-01-01\n")
    #expect(found["Status"]?.first == .metadata)
    #expect(found["Goal"]?.first == .goal)
    #expect(found["Date"]?.first == .metadata)
  }

  @Test("a heading that only starts like metadata is none, and what stands below keeps its roles")
  func noMetadata() {
    let found = roles(
      "# T\n\n## Updated: retry wheel\n\n### Risks\n\nx\n\n## Status\n\n### Tests\n\nx\n")
    #expect(found["Updated: retry wheel"] == [.topic])
    #expect(found["Risks"] == [.risks])
    #expect(found["Tests"]?.first == .tests)
  }

  @Test("an issue label is a number for the document, or a problem in words")
  func issueLabels() {
    #expect(roles("# T\n\n**Issue:** #12\n")["Issue"]?.first == .metadata)
    let words = "The list shows orders of other clerks, and nobody knows whose they are."
    #expect(roles("# T\n\n**Issue:** \(words)\n")["Issue"]?.first == .problem)
  }

  @Test("checklists that judge the document are metadata, with everything below them")
  func documentChecklists() {
    let plan = parse(
      """
      # Spec

      ## Review & Acceptance Checklist

      ### Content Quality

      - [ ] No implementation details

      ## Release Signoff Checklist

      - [x] Reviewed
      """)
    #expect(plan.sections.dropFirst().allSatisfy { $0.roles.first?.role == .metadata })
    #expect(plan.tasks.isEmpty)
    #expect(plan.criteria.isEmpty)
  }

  @Test("a file's name is a prior for headings that say nothing")
  func fileNames() {
    #expect(roles("## Queue\n\ntext\n", path: "change/tasks.md")["Queue"]?.first == .tasks)
    #expect(roles("## Queue\n\ntext\n", path: "change/design.md")["Queue"]?.first == .design)
    #expect(roles("## Queue\n\ntext\n", path: "contracts/queue.md")["Queue"]?.first == .api)
    #expect(roles("## Queue\n\ntext\n", path: "notes.md")["Queue"]?.first == .topic)
  }

  @Test("what stands below an excluded part is excluded with it")
  func colour() {
    let plan = parse("# T\n\n## Out of scope\n\n### Design\n\nlater\n")
    #expect(plan.sections[2].roles.map(\.role) == [.design, .outOfScope])
  }

  @Test("every section has at least one role")
  func neverEmpty() {
    let plan = parse("# \n## 1.\n## ???\n**::**\n\n## 🚀\n")
    #expect(plan.sections.allSatisfy { !$0.roles.isEmpty })
  }
}
