import CheckModel

/// Sentences whose content stands with a person, in a talk or in a habit, where no executor can read it.
enum OutsideSources {
  /// One of these stands in every such sentence.
  static let words = meetings.union(bare).union(groups).union(roles).union(People.telling)
    .union(People.papers).union(People.giving).union([
      "usual", "always", "used", "usually", "normally", "habit", "knows", "did", "phone", "hallway",
      "know", "remember", "around", "other", "old", "last", "previous", "notes", "sketch", "laptop",
      "desk", "team's", "company", "company's", "department", "figma", "email", "mail",
    ])

  /// Whether the sentence, an instruction, leaves what is meant to such a source.
  static func name(_ sentence: Sentence, _ reading: PlanReading) -> Bool {
    guard sentence.has(words) else { return false }
    let run = WordRun(sentence.tokens)
    let bytes = reading.plan.files[sentence.file].source.bytes
    let people = People(sentence: sentence, run: run, bytes: bytes)
    return refersToHabit(run, sentence) || people.areAsked || people.told || people.know
      || !run.has(product) && (refersToTalk(run) || refersToMail(run) || people.own)
  }

  /// What the product itself stores or shows is no source of the plan.
  private static let product: WordSet = [
    "show", "shows", "display", "displays", "click", "clicks", "row", "rows", "column", "render",
    "endpoint", "invite",
  ]

  // MARK: Talks

  private static let meetings: WordSet = [
    "meeting", "call", "workshop", "retro", "retrospective", "standup", "stand-up", "kickoff",
    "kick-off", "planning", "offsite", "off-site", "discussion", "conversation", "chat", "thread",
    "interview", "session", "demo", "brainstorming", "huddle", "lunch", "sync", "talk", "review",
    "mail", "email", "presentation", "whiteboard",
  ]
  /// Of these no product speaks.
  private static let teamMeetings: WordSet = [
    "workshop", "retro", "retrospective", "standup", "stand-up", "kickoff", "kick-off", "offsite",
    "off-site", "huddle", "brainstorming", "whiteboard", "hallway",
  ]
  private static let days: WordSet = [
    "yesterday's", "monday's", "tuesday's", "wednesday's", "thursday's", "friday's", "saturday's",
    "sunday's", "week's", "month's", "morning's", "today's", "sprint's", "our", "quarter's",
  ]
  private static let spoken: WordSet = [
    "discussed", "explained", "agreed", "described", "mentioned", "decided", "talked", "arranged",
    "clarified", "told", "said", "settled", "promised", "shown", "presented", "sketched",
    "outlined",
  ]
  private static let inTalk: WordSet = ["in", "on", "at", "during", "over", "from", "via", "by"]

  /// `from last week's planning`, `from the kick-off`, `explained on the phone`.
  private static func refersToTalk(_ run: WordRun) -> Bool {
    run.texts.indices.dropFirst(2).contains { index in
      let word = run.texts[index]
      let isPhone = ["phone", "hallway"].contains(word)
      guard meetings.contains(word) || isPhone else { return false }
      let before = run.texts[max(0, index - 3)..<index]
      if !isPhone, before.contains(where: days.contains),
        before.contains(where: inTalk.contains) || before.contains("to")
      {
        return true
      }
      let article = run.texts[index - 1]
      guard ["the", "a", "our", "last"].contains(article), inTalk.contains(run.texts[index - 2])
      else { return false }
      if teamMeetings.contains(word) { return true }
      return run.texts[max(0, index - 8)..<index].contains(where: spoken.contains)
    }
  }

  private static let mails: WordSet = ["mail", "email", "e-mail", "message", "thread", "chat"]

  /// `as per the email from last Thursday`.
  private static func refersToMail(_ run: WordRun) -> Bool {
    run.texts.indices.dropLast(2).contains { index in
      mails.contains(run.texts[index]) && ["from", "of"].contains(run.texts[index + 1])
        && (run.texts[index + 2] == "last" || run.texts[index + 2] == "yesterday"
          || weekdays.contains(run.texts[index + 2]))
    }
  }

  private static let weekdays: WordSet = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

  // MARK: Habits

  private static let habits: Phrases = [
    ["way", "we", "always"], ["as", "we", "always"], ["like", "we", "always"],
    ["we", "always", "use"],
    ["we", "always", "do"], ["we", "normally", "use"], ["we", "usually", "use"],
    ["way", "we", "usually"], ["as", "we", "usually"], ["as", "we", "normally"],
    ["like", "we", "usually"], ["like", "we", "normally"], ["we", "are", "used", "to"],
    ["we're", "used", "to"], ["team", "is", "used", "to"], ["here", "is", "used", "to"],
    ["everyone", "is", "used", "to"], ["everybody", "is", "used", "to"],
    ["everyone", "knows"], ["everybody", "knows"], ["as", "everyone", "knows"],
    ["as", "we", "did", "in"], ["as", "we", "did", "for"], ["as", "we", "did", "last"],
    ["like", "we", "did", "in"], ["like", "we", "did", "for"], ["like", "we", "did", "last"],
    ["our", "usual"], ["as", "is", "our", "habit"], ["as", "always"],
    ["as", "it's", "always", "done"],
    ["as", "is", "usual", "here"], ["we", "all", "know"], ["as", "you", "remember"],
    ["ask", "around"], ["as", "in", "the", "other"], ["like", "in", "the", "other"],
    ["as", "in", "the", "old"], ["like", "in", "the", "old"], ["as", "in", "the", "last"],
    ["like", "in", "the", "last"], ["like", "in", "the", "previous"], ["in", "my", "notes"],
    ["see", "my", "notes"], ["from", "my", "notes"], ["per", "my", "notes"], ["my", "sketch"],
    ["his", "laptop"], ["her", "laptop"], ["my", "laptop"], ["their", "laptop"], ["his", "desk"],
    ["her", "desk"], ["the", "team's", "conventions"], ["the", "team's", "convention"],
    ["the", "team's", "style"], ["the", "team's", "habits"], ["the", "team's", "standards"],
    ["of", "our", "company"], ["in", "our", "company"], ["in", "our", "team"],
    ["in", "our", "department"], ["our", "company's"], ["the", "figma", "file"],
    ["the", "figma", "design"], ["the", "figma", "board"], ["in", "figma"], ["from", "figma"],
    ["the", "way", "it's", "always"], ["the", "way", "it", "is", "always"],
  ]
  private static let taking: WordSet = [
    "with", "use", "apply", "follow", "in", "by", "at", "to", "set", "choose", "take", "per", "as",
  ]

  /// `the way we always do`, `with the usual settings`.
  private static func refersToHabit(_ run: WordRun, _ sentence: Sentence) -> Bool {
    if let place = habits.first(in: run) {
      return !sentence.explains(after: run.tokenRange(place).upperBound - 1)
    }
    return run.texts.indices.dropFirst(2).dropLast().contains { index in
      run.texts[index] == "usual" && run.texts[index - 1] == "the"
        && taking.contains(run.texts[index - 2])
        && !["case", "cases", "sense", "path", "situation"].contains(run.texts[index + 1])
        && !sentence.explains(after: run.positions[index])
    }
  }

  // MARK: People

  static let departments: WordSet = [
    "sales", "marketing", "legal", "finance", "accounting", "hr", "ops", "operations", "security",
    "hardware", "firmware", "design", "platform", "infra", "infrastructure", "support", "product",
    "devops", "compliance", "procurement", "qa", "backend", "frontend", "mobile", "data", "it",
    "business", "network", "electrical", "mechanical", "logistics", "purchasing", "testing",
    "research", "art", "content", "localization", "customer", "release", "dba", "sre", "our",
  ]
  /// These are people also without a "team" behind them.
  static let bare: WordSet = [
    "marketing", "legal", "accounting", "finance", "hr", "procurement", "purchasing", "compliance",
    "ops", "management", "support", "sales",
  ]
  static let groups: WordSet = [
    "team", "department", "people", "folks", "guys", "colleagues", "group", "engineers", "staff",
    "crowd", "side",
  ]
  static let roles: WordSet = [
    "designer", "designers", "boss", "architect", "stakeholder", "stakeholders", "colleagues",
    "colleague", "cto", "ceo", "po", "consultant", "consultants", "electrician", "lawyer",
    "lawyers",
    "client", "customer", "customers", "vendor", "supplier", "manager", "owner", "lead", "team",
    "author", "maintainer", "maintainers", "expert", "experts", "somebody", "someone",
  ]
}

/// Who is named in a sentence.
struct People {
  let sentence: Sentence
  let run: WordRun
  let bytes: [UInt8]

  /// Who is asked is nobody whom the product serves.
  private static let askable: WordSet = [
    "designer", "designers", "boss", "architect", "stakeholder", "stakeholders", "colleagues",
    "colleague", "cto", "ceo", "po", "consultant", "consultants", "electrician", "lawyer",
    "lawyers",
    "vendor", "supplier", "dba", "dbas", "sysadmin", "sysadmins",
  ]
  /// What only people give.
  private static let answers: WordSet = [
    "feedback", "approval", "sign-off", "input", "go-ahead", "confirmation", "wishes", "answer",
  ]
  private static let asking: WordSet = ["ask", "consult", "ping", "contact", "phone", "bug"]
  private static let withWhom: WordSet = [
    "check", "confirm", "clarify", "coordinate", "align", "clear", "agree", "sync", "discuss",
    "settle", "verify", "talk", "speak",
  ]
  private static let fromWhom: WordSet = [
    "get", "obtain", "request", "take", "collect", "fetch", "wait",
  ]

  private func isName(_ index: Int) -> Bool {
    guard index > 0, index < run.texts.count else { return false }
    let token = sentence.tokens[run.positions[index]]
    return token.kind == .word && !token.allCaps && token.text.count > 2
      && bytes[token.range.lowerBound].isUpper
  }

  /// Where a department or a person begins there, the index behind it.
  private func party(at start: Int, roles: WordSet) -> Int? {
    var index = start
    while index < run.texts.count,
      ["the", "our", "a", "your", "one", "of"].contains(run.texts[index])
    {
      index += 1
    }
    guard index < run.texts.count else { return nil }
    let word = run.texts[index]
    let next = index + 1
    if OutsideSources.departments.contains(word), next < run.texts.count,
      OutsideSources.groups.contains(run.texts[next])
    {
      return next + 1
    }
    if OutsideSources.bare.contains(word), index == start { return next }
    if word == "product", next < run.texts.count, run.texts[next] == "owner" { return next + 1 }
    return roles.contains(word) ? next : nil
  }

  /// `Ask the designers …`, `Clarify the rounding with accounting`, `Get the list from the ops team`.
  var areAsked: Bool {
    for index in run.texts.indices {
      let word = run.texts[index]
      let isOrder =
        index == 0 || ["then", "and", "please", "first", "also"].contains(run.texts[index - 1])
      guard isOrder else { continue }
      if Self.asking.contains(word), party(at: index + 1, roles: Self.askable) != nil {
        return true
      }
      let preposition: Word? =
        Self.withWhom.contains(word) ? "with" : Self.fromWhom.contains(word) ? "from" : nil
      guard let preposition,
        let with = run.texts[index...].prefix(9).firstIndex(where: {
          $0 == preposition || $0 == "to" && (word == "talk" || word == "speak")
        })
      else { continue }
      let isAnswer = run.texts[index..<with].contains(where: Self.answers.contains)
      let roles = isAnswer ? OutsideSources.roles : Self.askable
      if party(at: with + 1, roles: roles) != nil { return true }
    }
    return false
  }

  static let telling: WordSet = [
    "told", "said", "described", "explained", "wanted", "asked", "mentioned", "suggested",
    "proposed", "sketched", "mailed", "agreed", "outlined", "drew", "wished", "promised", "wants",
    "demanded", "recommended", "prefers", "decided", "emailed", "tells", "insisted",
  ]
  /// What a department does with what it knows.
  private static let holding: WordSet = [
    "maintains", "keeps", "owns", "provides", "provided", "gave", "prepared", "does", "do", "did",
    "handles", "likes",
  ]
  static let giving: WordSet = ["gave", "sent", "showed", "handed", "promised", "told"]
  private static let source: WordSet = [
    "as", "like", "what", "how", "that", "which", "way", "whatever",
  ]

  /// `what marketing told us`, `like the client described it`, `the numbers Tom mailed around`.
  var told: Bool {
    run.texts.indices.contains { index in
      let verb = run.texts[index]
      let isHeld = Self.holding.contains(verb)
      guard index >= 1, isHeld || Self.telling.contains(verb) || Self.giving.contains(verb) else {
        return false
      }
      let isToUs =
        index + 1 < run.texts.count && ["us", "me", "you"].contains(run.texts[index + 1])
      // a person named by name, and not a program that asks or proposes
      if isName(index - 1), index >= 2,
        isToUs || Self.source.contains(run.texts[index - 2])
          || ["mailed", "emailed", "mentioned", "sketched", "drew", "told", "said"].contains(
            run.texts[index])
      {
        return true
      }
      for start in max(0, index - 4)..<index {
        guard let end = party(at: start, roles: OutsideSources.roles), end == index else {
          continue
        }
        if isToUs { return true }
        return start > 0
          && run.texts[max(0, start - 2)..<start].contains(where: Self.source.contains)
          && !(isHeld && run.texts[start - 1] == "that" && run.texts[index] == "does")
      }
      return isToUs && ["us", "me"].contains(run.texts[index + 1])
    }
  }

  private static let nobody: WordSet = [
    "it", "he", "she", "this", "that", "who", "nobody", "which", "everyone", "everybody", "what",
    "claude", "codex", "git", "copilot", "one", "server", "client", "user", "users",
  ]
  private static let asked: WordSet = [
    "which", "what", "how", "where", "who", "the", "why", "when", "whether",
  ]

  /// `Olga knows which tables are live`.
  var know: Bool {
    run.texts.count > 2 && run.texts[1] == "knows" && Self.asked.contains(run.texts[2])
      && !Self.nobody.contains(run.texts[0])
      && sentence.tokens[run.positions[0]].kind == .word
      && bytes[sentence.tokens[run.positions[0]].range.lowerBound].isUpper
  }

  static let papers: WordSet = [
    "mock-ups", "mockups", "mock-up", "mockup", "sketches", "sketch", "wireframes", "drawings",
    "slides", "wishes", "ideas", "instructions", "feedback", "draft", "drafts", "whiteboard",
    "figma", "spreadsheet", "notes",
  ]
  private static let owners: WordSet = [
    "designer's", "designers", "architect's", "boss's", "cto's", "ceo's", "po's", "manager's",
    "stakeholder's", "stakeholders", "consultant's", "client's", "customer's", "colleague's",
    "vendor's", "lead's", "team's", "latest", "owner's",
  ]
  private static let following: WordSet = [
    "according", "per", "from", "following", "like", "after", "follow", "match", "on", "by", "as",
  ]

  /// `according to the designer's latest mock-ups`.
  var own: Bool {
    run.texts.indices.dropFirst(2).contains { index in
      guard Self.papers.contains(run.texts[index]) else { return false }
      let before = run.texts[max(0, index - 3)..<index]
      return before.contains(where: Self.owners.contains)
        && run.texts[max(0, index - 6)..<index].contains(where: Self.following.contains)
    }
  }
}
