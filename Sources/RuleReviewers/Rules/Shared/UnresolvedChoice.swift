import CheckModel

extension Rule {
  /// Two ways to build it, and no word on which.
  static let unresolvedChoice = Rule(
    id: "unresolved-choice", title: "Undecided choice", family: .shared, class: .b,
    severity: .major, question: "selfcontained.1", kind: .ambiguous,
    zones: [.paragraph, .item, .table, .heading],
    lexical: true,
    detects: """
      An instruction that names two products or two files for one job (`Store it in Redis or Postgres`), starts with \
      "either", ends with "whichever is simpler" or "or something similar", joins two means, values or orders by \
      "or" (`in a dialog or a drawer`, `Remove or keep it`), adds another in brackets, or leaves \
      `Option A or B` open; and a list of options (`Option A:`, `Option B:`) in a plan \
      that never says which was chosen. Conditions (if, when, depending on), formats that are all \
      supported and choices that are decided in the next sentence are left alone.
      """,
    matters: "Two executors build two different things, and both followed the plan.",
    consequence: "The executor takes the one it happens to prefer.",
    fix: "Choose one, and say in half a sentence why not the other.",
    examples: Examples(
      bad: [
        "# Cache\n\n- [ ] «Store the sessions in Redis or Postgres»\n",
        "# Cache\n\n- [ ] «Keep them in Redis or in a map, whichever turns out simpler»\n",
        "# Cache\n\n- [ ] «Create `src/redis.ts` (or `src/lru.ts`)»\n",
        "# Cache\n\n## Tasks\n\n1. «Either extend the old client or write a new one.»\n",
        "# Cache\n\n## Design\n\n«We will use Kafka or RabbitMQ for the queue.»\n",
        "# Cache\n\n## Tasks\n\n- [ ] «Build option A or option B»\n",
        "# Cache\n\n## Design\n\n### «Option A: keep the table»\n\nText.\n\n### Option B: two tables\n\nText.\n",
      ],
      good: [
        "# Cache\n\n- [ ] Store the sessions in Postgres (Redis rejected: no durability)\n",
        "# Cache\n\n- [ ] Store them in Redis or Postgres, depending on `CACHE_URL`\n",
        "# Cache\n\n- [ ] Write JSON or CSV to the file\n",
        "# Cache\n\n## Tasks\n\n1. Use Redis or Memcached. Decision: Redis.\n",
        "# Cache\n\n## Alternatives considered\n\nWe could store them in Redis or Postgres.\n",
        "# Cache\n\n- [ ] The value is either `on` or `off`\n",
        "# Cache\n\n## Design\n\n- Option A: one table\n- Option B: two tables\n\nWe chose option B.\n",
      ],
      moved: [
        .carriageReturns: .fires, .emojiBefore: .fires, .fenced: .silent, .quoted: .open,
        .background: .open,
      ]),
    find: { reading in
      let sentences = reading.sentences
      var hits: [Hit] = []
      for index in sentences.indices {
        let sentence = sentences[index]
        guard sentence.english, !sentence.finished, instructs(sentence, reading),
          !UndecidedWords.areSettled(index, sentences)
        else { continue }
        if UndecidedWords.leaveOpen(sentence, reading)
          || reading.isInstruction(sentence)
            && (Alternatives.stand(in: sentence, reading) || OpposedOrders.stand(in: sentence))
        {
          hits.append(Hit(sentence.span, "Two ways are named and neither is chosen."))
        }
      }
      if let option = UndecidedOptions.first(in: reading) {
        hits.append(Hit(option, "Options are listed and the plan never says which one it takes."))
      }
      return hits
    })

  private static func instructs(_ sentence: Sentence, _ reading: PlanReading) -> Bool {
    [.paragraph, .item, .table].contains(sentence.zone) && !reading.explains(sentence.block)
      && !reading.block(sentence.block, isIn: .openQuestions)
  }
}
