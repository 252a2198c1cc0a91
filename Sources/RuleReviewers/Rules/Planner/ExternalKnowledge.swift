import CheckModel

extension Rule {
  /// What was said somewhere else.
  static let externalKnowledge = Rule(
    id: "external-knowledge", title: "Refers to a conversation", family: .planner, class: .a,
    severity: .major, question: "selfcontained.2", kind: .missing,
    zones: [.paragraph, .item, .table],
    lexical: true,
    detects: """
      "As discussed", "as agreed", "per our call", "see Slack", "the usual way", "like last time", "as \
      Peter suggested", "what marketing told us", "get it from the hardware team", "last week's retro" and the \
      like, when no file, link or section is named in the same sentence.
      """,
    matters: "The executor was not in the room.",
    consequence: "The executor invents what was agreed.",
    fix: "Write down what was said, or link to where it stands.",
    examples: Examples(
      bad: [
        "# Names\n\n- [ ] «Name the commands as discussed yesterday»\n",
        "# Names\n\n## Design\n\n«The limits are the ones from our call.»\n",
        "# Names\n\n- [ ] «Deploy it the usual way»\n",
      ],
      good: [
        "# Names\n\n- [ ] Name the commands `noun-verb`, for example `plan-check`\n",
        "# Names\n\n- [ ] Name the commands as agreed in `docs/names.md`\n",
        "# Names\n\n- [ ] Name the commands as discussed in the section on naming\n",
        "# Names\n\n- [ ] Remove the words \"as discussed\" from the page\n",
      ],
      moved: [
        .carriageReturns: .fires, .emojiBefore: .fires, .fenced: .silent, .quoted: .open,
        .background: .open,
      ]),
    find: { reading in
      let linked = Set(
        reading.plan.blocks.indices.filter { block in
          reading.plan.blocks[block].inlines.contains { $0.kind == .linkDestination }
        })
      return reading.judgedSentences.compactMap { sentence in
        guard [.paragraph, .item, .table].contains(sentence.zone),
          !linked.contains(sentence.block),
          !namesPlace(sentence)
            && (conversations.occur(in: sentence.tokens) || names(sentence, reading))
            || !reading.explains(sentence.block) && !pointsTo(sentence)
              && OutsideSources.name(sentence, reading),
          !quotes(sentence)
        else { return nil }
        return Hit(sentence.span, "What was said there does not stand in the plan.")
      }
    })

  private static let conversations: Phrases = [
    ["as", "discussed"], ["as", "agreed"], ["as", "we", "discussed"], ["as", "we", "agreed"],
    ["as", "talked", "about"], ["we", "talked", "about"],
    ["the", "usual", "one"], ["as", "we", "said"], ["per", "our", "call"],
    ["per", "our", "discussion"],
    ["per", "our", "conversation"], ["per", "our", "chat"], ["from", "our", "call"],
    ["from", "our", "discussion"], ["from", "our", "conversation"], ["in", "our", "last", "call"],
    ["see", "slack"], ["in", "the", "slack", "thread"], ["on", "slack"], ["the", "usual", "way"],
    ["like", "last", "time"], ["same", "as", "last", "time"], ["in", "the", "standup"],
    ["as", "mentioned", "in", "the", "meeting"], ["from", "the", "meeting"],
    ["ask", "the", "team"], ["agreed", "on", "last"], ["we", "agreed", "on"],
    ["as", "previously", "discussed"], ["as", "previously", "agreed"], ["as", "agreed", "upon"],
    ["as", "we", "talked"], ["like", "we", "discussed"], ["like", "we", "agreed"],
    ["like", "we", "said"], ["discussed", "last", "week"], ["discussed", "yesterday"],
    ["discussed", "offline"], ["discussed", "in", "the", "meeting"],
    ["discussed", "in", "the", "call"], ["agreed", "in", "the", "meeting"],
    ["agreed", "in", "the", "call"], ["per", "the", "call"], ["per", "the", "meeting"],
    ["per", "yesterday's"], ["in", "yesterday's", "call"], ["in", "yesterday's", "meeting"],
    ["in", "last", "week's", "call"], ["in", "last", "week's", "meeting"],
    ["follow", "the", "usual"], ["the", "usual", "conventions"], ["the", "usual", "pattern"],
    ["the", "usual", "process"], ["the", "usual", "place"], ["as", "last", "time"],
    ["as", "in", "the", "last", "project"], ["as", "in", "the", "previous", "project"],
    ["the", "way", "the", "other", "team"], ["in", "my", "mail"], ["in", "my", "email"],
    ["on", "the", "whiteboard"], ["from", "the", "whiteboard"],
    ["you", "know", "what"], ["you", "know", "how"], ["you", "know", "which"],
    ["see", "the", "slack"], ["slack", "thread"], ["you", "know", "where"], ["you", "know", "who"],
  ]

  private static let telling: WordSet = [
    "suggested", "said", "wanted", "asked", "mentioned", "proposed", "explained", "told", "wants",
    "suggests", "recommended",
  ]
  private static let wanting: WordSet = [
    "for", "about", "what", "which", "how", "whether", "where", "when", "who",
  ]
  /// Programs that are asked, and whoever sits before the screen.
  private static let programs: WordSet = [
    "claude", "codex", "gpt", "chatgpt", "gemini", "copilot", "cursor", "llm", "user", "users",
    "ai", "git", "siri", "alexa",
  ]

  /// `As Peter suggested, …`, `Ask Maria for …`: a person is named who is not in the room.
  private static func names(_ sentence: Sentence, _ reading: PlanReading) -> Bool {
    guard sentence.tokens.contains(where: { $0.text == "as" || $0.text == "ask" }) else {
      return false
    }
    let bytes = reading.plan.files[sentence.file].source.bytes
    let tokens = sentence.tokens
    return tokens.indices.dropLast(2).contains { index in
      let (name, next) = (tokens[index + 1], tokens[index + 2].text)
      guard name.kind == .word, !name.allCaps, (0x41...0x5A).contains(bytes[name.range.lowerBound]),
        !programs.contains(name.text)
      else { return false }
      if tokens[index].text == "as" { return telling.contains(next) }
      return tokens[index].text == "ask" && index == tokens.startIndex && wanting.contains(next)
    }
  }

  private static let places: WordSet = [
    "section", "above", "below", "spec", "adr", "rfc", "appendix", "chapter", "issue", "document",
    "message", "messages", "notification", "notifications", "channel",
  ]

  /// A file, a section or a document is named, or the talk is of the product and not of people.
  private static func namesPlace(_ sentence: Sentence) -> Bool {
    sentence.tokens.contains { $0.kind == .code || places.contains($0.text) }
  }

  private static let pointing: WordSet = [
    "in", "see", "at", "from", "per", "of", "under", "(", ":", "→", "like", "is", "are", "namely",
  ]

  /// The sentence says where it stands, or what it is: in code right behind a word that points there.
  private static func pointsTo(_ sentence: Sentence) -> Bool {
    sentence.tokens.indices.contains { index in
      let token = sentence.tokens[index]
      if token.kind == .code {
        return index > sentence.tokens.startIndex
          && pointing.contains(sentence.tokens[index - 1].text)
      }
      return documents.contains(token.text)
    }
  }

  private static let documents: WordSet = [
    "section", "above", "below", "spec", "adr", "rfc", "appendix", "chapter", "document",
    "message", "messages", "notification", "notifications", "channel",
  ]

  private static func quotes(_ sentence: Sentence) -> Bool {
    sentence.tokens.contains { ["\"", "“", "«", "„"].contains($0.text) }
  }
}
