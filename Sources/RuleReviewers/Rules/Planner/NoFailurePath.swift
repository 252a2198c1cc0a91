import CheckModel

extension Rule {
  /// Calls that never fail.
  static let noFailurePath = Rule(
    id: "no-failure-path", title: "Nothing fails", family: .planner, class: .c, severity: .info,
    question: "coverage.1", kind: .missing, zones: [],
    lexical: true,
    detects: """
      An open plan that speaks at least twice of requests, uploads, downloads, queues, webhooks, payments \
      or other calls that can fail, and in no sentence of an error, failure, timeout, retry, status code or \
      anything else that goes wrong, runs of tests aside. Info, because two readers of public plans accepted \
      neither of 2 such findings.
      """,
    matters: "These calls fail every day; what then happens is part of the design.",
    consequence: "The executor lets failures through, or hides them.",
    fix: "Say for each call what happens when it fails, and what the user sees.",
    examples: Examples(
      bad: [
        """
        # Orders

        - [ ] «In `pay.ts` call the payment API with the order's total»
        - [ ] In `mail.ts` send the webhook request to the shop

        """
      ],
      good: [
        """
        # Orders

        - [ ] In `pay.ts` call the payment API with the order's total; on 5xx retry twice
        - [ ] In `mail.ts` send the webhook request to the shop

        """,
        "# Orders\n\n- [ ] In `list.ts` sort the orders by date\n",
      ],
      moved: [
        .carriageReturns: .fires, .emojiBefore: .fires, .fenced: .silent, .quoted: .open,
        .background: .open,
      ]),
    find: { reading in
      guard [.open, .started].contains(reading.plan.state), reading.isEnglish,
        !reading.sentences.contains(where: saysFailure)
      else { return [] }
      let calling = reading.judgedSentences.filter { sentence in
        sentence.binding && speaksOfCall(sentence)
      }
      guard calling.count >= 2, let first = calling.first else { return [] }
      return [
        Hit(first.span, "It is one of \(calling.count) places that call something which can fail.")
      ]
    })

  private static let calls: WordSet = [
    "request", "requests", "upload", "uploads", "download", "downloads", "webhook", "webhooks",
    "payment", "payments", "queue", "queues", "fetch", "fetches", "http", "api", "smtp", "socket",
  ]
  private static let others: Phrases = [
    ["pull", "request"], ["pull", "requests"], ["merge", "request"], ["public", "api"],
    ["feature", "request"], ["api", "docs"], ["api", "documentation"],
  ]

  private static func speaksOfCall(_ sentence: Sentence) -> Bool {
    sentence.has(calls) && !others.occur(in: sentence.tokens)
  }

  private static let checking: WordSet = [
    "expected", "pytest", "lint", "test", "tests", "build", "verify", "passes", "pass",
  ]

  /// What the product does, and not what a run of its tests shows.
  private static func saysFailure(_ sentence: Sentence) -> Bool {
    guard FailureWords.tell(sentence.tokens) else { return false }
    return !sentence.has(checking)
      || sentence.tokens.contains { $0.text == "when" || $0.text == "on" }
  }
}
