internal import CheckModel

extension Shape where Input == Verdict {
  static let verdict = Shape.object([
    Field("outcome", "GO, NO-GO, HOLD or INCOMPLETE.", .word) { $0.outcome },
    Field("exitCode", "Of the outcome alone.", .count) { Int($0.outcome.exitCode) },
    Field("code", "The row of the verdict table that matched.", .word) { $0.code },
    Field("reasons", "The matched row first.", Shape<Verdict.Reason>.reason.list) { $0.reasons },
    Field("nextActions", "What to do now.", Shape<String>.text.list) { $0.nextActions },
    Field("decisions", "What a person has to decide.", Shape<Verdict.Decision>.decision.list) {
      $0.decisions
    },
    Field("rulesOnly", "Both seats were rules.", .boolean) { $0.rulesOnly },
  ])
}

extension Shape where Input == Verdict.Reason {
  static let reason = Shape.object([
    Field("code", "A word that stays.", .text) { $0.code },
    Field("message", "A sentence.", .text) { $0.message },
  ])
}

extension Shape where Input == Verdict.Decision {
  static let decision = Shape.object([
    Field("question", "To be answered by a person.", .text) { $0.question },
    Field("sideA", "What speaks for one answer.", .text) { $0.sideA },
    Field("sideB", "What speaks for the other.", .text) { $0.sideB },
    Field("costIfWrong", "What a mistake costs.", .text) { $0.costIfWrong },
    Field("findings", "Ids of the findings behind it.", Shape<String>.text.list) { $0.findings },
  ])
}

extension Shape where Input == Override {
  static let override = Shape.object([
    Field("what", "What was loosened.", .word) { $0.what },
    Field("by", "Who did it; null where the option names nobody.", Shape<String>.text.orNull) {
      $0.by
    },
    Field("terminal", "Given at a terminal.", .boolean) { $0.terminal },
    Field("reason", "Why.", .text) { $0.reason },
  ])
}
