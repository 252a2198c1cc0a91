import CheckModel

extension Rule {
  /// A plan that does not say what it is for.
  static let noGoal = Rule(
    id: "no-goal", title: "No goal stated", family: .planner, class: .c, severity: .info,
    question: "intent.1", kind: .missing, zones: [.heading, .paragraph], lexical: true,
    detects: """
      No heading or label such as goal, objective, summary, purpose or why with text below it, and no first \
      paragraph that says what will be different. Info, because readers of nine public plans without such a \
      line found the goal elsewhere in all of them. Finished plans are left alone.
      """,
    matters: "The goal breaks the ties that every plan leaves open.",
    consequence: "Where the plan is silent, the executor has nothing to decide by.",
    fix: "Start with one or two sentences: who can do what afterwards that they cannot do now.",
    examples: Examples(
      bad: ["# Sync\n\n## Task 1\n\nIn `a.swift` call `b()`.\n"],
      good: [
        "# Export\n\n**Goal:** `export` writes CSV that a spreadsheet opens unchanged.\n\n## Task 1\n\nIn `a.swift`.\n",
        "# Export\n\nThis plan adds a CSV export to the report command, so that accountants can open it.\n\n## Task 1\n\nIn `a.swift`.\n",
        "# Export\n\nAfter this change the report ends with a sum.\n\n## Task 1\n\nIn `a.swift`.\n",
        "# Export\n\n## Why\n\nAccountants retype the report.\n\n## Task 1\n\nIn `a.swift`.\n",
      ],
      moved: [
        .carriageReturns: .fires, .emojiBefore: .fires, .fenced: .open, .quoted: .open,
        .background: .open,
      ]),
    find: { reading in
      let plan = reading.plan
      guard [.open, .started].contains(plan.state), reading.isEnglish,
        Statements.goal(in: reading) == nil
      else { return [] }
      return [
        Hit(nil, "No line of its own says what will be different when the plan is carried out.")
      ]
    })
}
