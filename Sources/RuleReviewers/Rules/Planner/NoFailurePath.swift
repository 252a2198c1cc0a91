import CheckModel

extension Rule {
  /// Calls that never fail.
  static let noFailurePath = Rule(
    id: "no-failure-path", title: "Nothing fails", family: .planner, class: .b, severity: .major,
    question: "coverage.1", kind: .missing, zones: [],
    lexical: true,
    detects: """
      An open plan that speaks at least twice of requests, uploads, downloads, queues, webhooks, payments \
      or other calls that can fail, and nowhere of an error, failure, timeout, retry, status code or \
      anything else that goes wrong.
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
      guard [.open, .started].contains(reading.plan.state), reading.isEnglish else { return [] }
      let fails = reading.plan.files.contains { file in
        failures.occurs(in: file.source.bytes, 0..<file.source.bytes.count)
      }
      guard !fails else { return [] }
      let calling = reading.judgedSentences.filter { sentence in
        sentence.binding && sentence.tokens.contains { calls.contains($0.text) }
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
  private static let failures = ByteSearch([
    "fail", "error", "timeout", "time out", "timed out", "retry", "retries", "invalid", "exception",
    "reject", "unavailable", "offline", "abort", "4xx", "5xx", "400", "401", "403", "404", "409",
    "422", "429", "500", "502", "503", "throws", "catch", "fallback", "fall back", "broken",
    "exit code", "not found", "missing", "unreachable", "expired", "refuse",
  ])
}
