import CheckModel

/// A verb of deciding with a time that comes only while it is built, or after.
enum LaterDecision {
  /// One of these stands in every such sentence.
  static let words = decided.union(deciding).union([
    "postpone", "postponed", "defer", "deferred", "delay", "park", "open", "worked", "figured",
    "sorted", "figure", "work", "sort", "nailed", "come", "comes", "follow", "follows", "later",
    "wait", "waits", "pending", "discussed", "discussion", "consideration", "cross", "play",
    "evaluated", "see",
  ])

  /// The words that put it off.
  static func place(in words: WordRun, _ sentence: Sentence) -> Range<Int>? {
    guard !words.has(served) else { return nil }
    return settled(words) ?? choiceAhead(words, sentence) ?? postponed(words) ?? leftOpen(words)
      ?? stillComing(words)
  }

  /// What these decide, the product decides.
  static let served: WordSet = [
    "user", "users", "customer", "customers", "visitor", "player", "players", "admin", "admins",
    "caller", "kernel", "runtime", "voters", "votes", "winner", "member", "members", "guest",
  ]

  private static let decided: WordSet = [
    "decided", "chosen", "picked", "settled", "finalized", "finalised", "clarified", "agreed",
    "determined", "defined", "specified", "selected", "set", "named",
  ]
  private static let workedOut: WordSet = [
    "worked", "figured", "sorted", "hashed", "ironed", "nailed",
  ]
  private static let deciding: WordSet = [
    "decide", "choose", "pick", "settle", "finalize", "finalise", "clarify", "agree", "determine",
    "define", "specify", "resolve",
  ]

  /// Times that only somebody who builds knows.
  private static let buildTimes: Phrases = [
    ["as", "we", "go"], ["as", "you", "go"], ["along", "the", "way"], ["down", "the", "road"],
    ["down", "the", "line"], ["in", "due", "course"], ["in", "due", "time"], ["at", "a", "later"],
    ["at", "some", "later"], ["at", "a", "future"], ["at", "some", "point"],
    ["at", "some", "future"], ["in", "a", "later"], ["in", "later"], ["in", "a", "subsequent"],
    ["in", "subsequent"], ["in", "a", "follow-up"], ["in", "the", "follow-up"],
    ["in", "a", "future"], ["in", "the", "future"], ["in", "the", "next", "phase"],
    ["next", "sprint"], ["next", "week"], ["next", "month"], ["next", "iteration"],
    ["next", "quarter"], ["during", "implementation"], ["during", "the", "implementation"],
    ["during", "development"], ["during", "coding"], ["during", "the", "build"],
    ["during", "review"], ["during", "testing"], ["while", "implementing"], ["while", "coding"],
    ["while", "building"], ["while", "we"], ["when", "we"], ["once", "we"], ["after", "we"],
    ["until", "we"], ["before", "we"], ["when", "implementing"], ["when", "the", "time", "comes"],
    ["once", "the", "prototype"], ["after", "the", "prototype"], ["before", "release"],
    ["before", "the", "release"], ["before", "launch"], ["before", "the", "launch"],
    ["before", "go-live"], ["after", "the", "benchmarks"], ["until", "the", "benchmarks"],
    ["after", "the", "first"], ["once", "the", "first"], ["after", "launch"], ["after", "release"],
    ["after", "the", "launch"], ["after", "the", "release"], ["later", "on"], ["on", "the", "fly"],
    ["by", "then"], ["at", "implementation", "time"], ["closer", "to"], ["another", "time"],
    ["some", "other", "time"], ["on", "the", "go"],
  ]
  private static let afterwards: WordSet = [
    "later", "afterwards", "eventually", "soon", "afterward",
  ]
  private static let auxiliaries: WordSet = [
    "be", "is", "are", "gets", "get", "been", "being", "still", "only", "then",
  ]

  private static let turns: WordSet = ["after", "once", "until", "when", "before", "as"]
  /// What happens in a project and to no product.
  private static let events: WordSet = [
    "prototype", "spike", "poc", "mvp", "pilot", "beta", "benchmarks", "benchmark", "measurements",
    "launch", "release", "go-live", "rollout", "kickoff", "retro", "design", "marketing", "legal",
    "feedback", "load", "experiments", "experience", "hardware", "stakeholders", "specs",
  ]

  /// `after the spike`, `as soon as load tests exist`.
  private static func event(in words: WordRun, from start: Int) -> Range<Int>? {
    for index in words.texts.indices.dropFirst(start).prefix(8)
    where turns.contains(words.texts[index]) {
      let isAs = words.texts[index] == "as"
      guard !isAs || words.stands(["as", "soon", "as"], at: index) else { continue }
      let next = index + (isAs ? 3 : 1)
      guard next < words.texts.count else { continue }
      if let end = words.texts[next...].prefix(3).firstIndex(where: events.contains) {
        return index..<end + 1
      }
    }
    return nil
  }

  private static func time(in words: WordRun, from start: Int) -> Range<Int>? {
    guard start < words.texts.count else { return nil }
    if let place = buildTimes.first(in: words, from: start), place.lowerBound - start <= 10 {
      return place
    }
    if let place = event(in: words, from: start) { return place }
    let end = words.texts.count - 1
    return afterwards.contains(words.texts[end]) && end - start <= 10 ? end..<end + 1 : nil
  }

  /// `is settled in a later phase`, `tiers agreed afterwards`, `gets worked out when we reach that point`.
  private static func settled(_ words: WordRun) -> Range<Int>? {
    for index in words.texts.indices.dropFirst() {
      let word = words.texts[index]
      let isPair =
        workedOut.contains(word) && index + 1 < words.texts.count
        && ["out", "down"].contains(words.texts[index + 1])
      guard decided.contains(word) || isPair else { continue }
      let next = index + (isPair ? 2 : 1)
      guard let time = time(in: words, from: next), time.lowerBound - next <= 6 else { continue }
      if auxiliaries.contains(words.word(before: index)) || time.lowerBound == next,
        word != "set" || words.texts[time.lowerBound] != "later"
      {
        return index..<time.upperBound
      }
    }
    return nil
  }

  private static let leading: WordSet = [
    "we", "we'll", "will", "to", "and", "must", "should", "then", "let's", "us", "only", "i'll",
    "can",
  ]
  private static let things: WordSet = ["a", "an", "the", "between", "on", "which", "one", "how"]

  /// `Pick the color later on`, `We'll work out the limits as we go`, `Choose a queue once the prototype runs`.
  private static func choiceAhead(_ words: WordRun, _ sentence: Sentence) -> Range<Int>? {
    for index in words.texts.indices {
      let word = words.texts[index]
      let isPair =
        ["work", "figure", "sort", "iron"].contains(word)
        && index + 1 < words.texts.count && ["out", "down"].contains(words.texts[index + 1])
      guard deciding.contains(word) || isPair,
        index == 0 || leading.contains(words.texts[index - 1])
      else { continue }
      if let time = time(in: words, from: index + 1) {
        let place = index..<time.upperBound
        // behind a semicolon another clause begins
        let tokens = sentence.tokens[words.tokenRange(place)]
        if !tokens.contains(where: { $0.text == ";" }) { return place }
      }
      guard word == "choose" || word == "decide" || word == "settle" || word == "agree",
        index == 0, words.texts.count > 3, things.contains(words.texts[1]),
        let once = words.texts.prefix(9).firstIndex(where: {
          ["once", "after", "as"].contains($0)
        }), words.texts[once] != "as" || words.stands(["as", "soon", "as"], at: once)
      else { continue }
      return index..<once + 1
    }
    return nil
  }

  private static let putting: WordSet = [
    "postpone", "postponed", "defer", "deferred", "delay", "put", "park", "postponing", "leave",
    "left", "keep", "remains", "stays", "remain", "stay", "kept", "is", "are",
  ]
  /// What is decided, by its names.
  private static let matters: WordSet = [
    "choice", "decision", "question", "definition", "details", "selection", "choosing", "deciding",
    "naming", "name", "format", "wording", "schema", "limit", "limits", "type", "algorithm",
    "exact", "order", "specifics", "design", "whether", "which", "how", "what", "number", "value",
    "values", "names", "library", "rules", "criterion", "criteria", "layout", "structure",
    "version", "thresholds", "threshold", "settings", "defaults", "timeouts", "final", "rest",
    "remaining", "period", "policy", "formula", "numbers", "semantics",
    "behavior", "behaviour", "strategy", "choices", "decisions",
  ]

  /// `Postpone the choice between both`.
  private static func postponed(_ words: WordRun) -> Range<Int>? {
    for index in words.texts.indices {
      guard
        ["postpone", "defer", "postponed", "deferred", "delay", "park"].contains(words.texts[index])
      else { continue }
      let rest = words.texts[(index + 1)...].prefix(3)
      if let matter = rest.firstIndex(where: {
        [
          "choice", "decision", "question", "definition", "details", "selection", "choosing",
          "deciding", "choices", "decisions", "specifics", "naming",
        ].contains($0)
      }) {
        return index..<matter + 1
      }
    }
    return nil
  }

  private static let forNow: Phrases = [
    ["open", "for", "now"], ["open", "for", "later"], ["open", "for", "the", "moment"],
    ["open", "for", "the", "time", "being"], ["open", "until"], ["open", "at", "this", "point"],
  ]

  /// `Leave the naming open for now`, `The limit remains open`.
  private static func leftOpen(_ words: WordRun) -> Range<Int>? {
    for index in words.texts.indices.dropFirst() where words.texts[index] == "open" {
      let before = words.texts[max(0, index - 10)..<index]
      guard let verb = before.firstIndex(where: putting.contains) else { continue }
      let isForNow = forNow.first(in: words, from: index)?.lowerBound == index
      let isPoint =
        index + 1 < words.texts.count
        && ["point", "question", "issue", "topic", "matter"].contains(words.texts[index + 1])
        && words.texts[index - 1] == "an"
      guard isForNow || index + 1 == words.texts.count || isPoint else { continue }
      let subject = words.texts[max(0, verb - 4)..<index]
      if subject.contains(where: matters.contains) { return verb..<index + 1 }
    }
    return nil
  }

  private static let coming: Phrases = [
    ["comes", "later"], ["come", "later"], ["follows", "later"], ["follow", "later"],
    ["comes", "in", "a", "later"], ["come", "in", "a", "later"], ["follows", "in", "a", "later"],
    ["follow", "in", "a", "later"], ["follow", "soon"], ["follows", "soon"],
    ["will", "follow"], ["to", "follow"],
  ]
  private static let forLater: Phrases = [
    ["left", "for", "later"], ["left", "for", "a", "later"], ["left", "to", "a", "later"],
    ["leave", "for", "later"], ["kept", "for", "later"], ["saved", "for", "later"],
    ["left", "for", "another"], ["left", "for", "the", "next"], ["left", "to", "the", "next"],
    ["tuned", "later"], ["adjusted", "later"], ["refined", "later"], ["revised", "later"],
    ["fleshed", "out", "later"], ["polished", "later"],
  ]
  private static let seeing: Phrases = [
    ["wait", "for", "a", "decision"], ["waits", "for", "a", "decision"],
    ["pending", "a", "decision"],
    ["still", "being", "discussed"], ["under", "discussion"], ["still", "under", "consideration"],
    ["cross", "that", "bridge"], ["play", "it", "by", "ear"], ["we", "will", "come", "back"],
    ["we'll", "come", "back"], ["still", "being", "evaluated"], ["being", "discussed"],
    ["we'll", "see"], ["we", "will", "see"], ["let's", "see"], ["let", "us", "see"],
  ]

  /// `the criterion follows later`, `Let's see which fields are needed`.
  private static func stillComing(_ words: WordRun) -> Range<Int>? {
    if let place = coming.first(in: words), place.lowerBound > 0,
      words.texts[max(0, place.lowerBound - 6)..<place.lowerBound].contains(
        where: matters.contains),
      place.upperBound == words.texts.count || place.count > 2
    {
      return place
    }
    if let place = seeing.first(in: words) { return place }
    let end = words.texts.count - 1
    if words.texts.count <= 6, ["follows", "follow"].contains(words.texts[end]),
      words.texts[max(0, end - 4)..<end].contains(where: matters.contains)
    {
      return end..<end + 1
    }
    // "the details are left for a later iteration"
    guard let place = forLater.first(in: words),
      words.texts[max(0, place.lowerBound - 9)..<place.lowerBound].contains(where: matters.contains)
    else { return nil }
    return place
  }
}
