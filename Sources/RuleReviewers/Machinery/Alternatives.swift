import CheckModel

/// Orders that name two ways to do one thing and take none.
enum Alternatives {
  /// Verbs that give one job to what is named behind them.
  private static let jobs: WordSet = [
    "use", "store", "cache", "persist", "adopt", "deploy", "host", "implement", "build", "put",
    "keep", "save", "migrate", "switch", "queue", "call", "name", "rename", "place", "write",
    "send", "base", "encode", "serialize", "serialise", "move", "add", "create", "log", "model",
    "define", "expose", "generate", "schedule", "sort", "convert", "port", "rewrite", "replace",
    "hash", "sign", "encrypt", "compress", "bundle", "publish", "record", "introduce", "extend",
    "authenticate", "solve", "wire", "realize", "realise", "mount", "debounce", "poll", "display",
    "show", "render", "draw", "return", "answer", "respond", "set", "cap", "limit", "choose",
    "pick", "make", "notify", "identify", "split", "drop", "delete", "fetch", "load", "read",
  ]
  /// The same of what is done: `is kept as …`.
  private static let deeds: WordSet = [
    "stored", "cached", "persisted", "deployed", "hosted", "implemented", "built", "put", "kept",
    "saved", "queued", "placed", "written", "sent", "encoded", "serialized", "serialised",
    "generated", "scheduled", "computed", "calculated", "hashed", "signed", "encrypted",
    "compressed", "published", "recorded", "authenticated", "solved", "realized", "realised",
    "done", "handled", "held", "moved", "modeled", "modelled", "enforced", "made", "rendered",
    "displayed", "shown", "drawn", "identified", "named", "called", "updated",
  ]
  /// With these the sentence says who or what takes one, that all are meant or that none is.
  private static let selecting: WordSet = [
    "if", "unless", "depending", "depends", "based", "according", "whichever", "both", "neither",
    "nor", "without", "instead", "rather", "default", "defaults", "prefer", "preferred", "rejected",
    "fallback", "e.g", "i.e", "such", "example", "user", "users", "optional", "toggle", "choice",
    "choices", "selected", "selects", "chooses", "chosen", "decided", "decision", "recommended",
    "otherwise", "respectively", "allow", "allows", "accept", "accepts", "support", "supports",
    "detect", "could", "might", "whenever", "never", "don't", "cannot", "until", "avoid", "todo",
  ]
  /// What is joined behind these may be one thing of a kind, or each of them.
  private static let general: WordSet = [
    "each", "every", "any", "no", "not", "than", "falls", "like", "can", "one", "per", "where",
    "while", "existing", "equivalent", "other", "means", "old", "current",
  ]
  /// Orders that only another order makes a choice of.
  private static let orders: WordSet = [
    "throw", "raise", "fail", "reject", "retry", "abort", "skip", "ignore", "block", "disable",
    "enable", "refactor", "fix", "wrap", "remove", "change", "modify", "update", "leave", "copy",
    "merge", "inline", "patch", "hide", "close", "cancel", "restart", "clear", "import", "export",
  ]
  private static let hesitating: WordSet = [
    "else", "simply", "just", "alternatively", "maybe", "perhaps", "possibly", "even", "better",
  ]

  /// One of these stands in every such sentence.
  private static let joining: WordSet = [
    "or", "alternatively", "/", "vs", "versus", "whatever", "of",
  ]

  /// Whether the sentence, an instruction, names two ways and takes none.
  static func stand(in sentence: Sentence, _ reading: PlanReading) -> Bool {
    let tokens = sentence.tokens
    guard sentence.has(joining) else { return false }
    if comparesNames(sentence, reading) { return true }
    if announces(tokens) || opensWithWhether(tokens) { return true }
    guard let verb = verb(in: tokens) else { return false }
    if namesOther(tokens, behind: verb) { return true }
    if namesForms(tokens, behind: verb) || takesOne(tokens, of: verb) { return true }
    return tokens.indices.contains { joint in
      guard tokens[joint].text == "or", joint > verb + 1, joint + 1 < tokens.endIndex,
        joint - verb <= 20, !sentence.isQuoted(joint..<joint + 1)
      else { return false }
      return joins(Joint(sentence, at: joint, verb: verb, reading))
    }
  }

  /// An "or" and what stands around it.
  private struct Joint {
    let tokens: ArraySlice<Token>
    /// The verb whose job it is.
    let verb: Int
    let place: Int
    /// Behind the "or" and words that hesitate.
    let next: Int
    let bytes: [UInt8]

    init(_ sentence: Sentence, at place: Int, verb: Int, _ reading: PlanReading) {
      tokens = sentence.tokens
      self.verb = verb
      self.place = place
      bytes = reading.plan.files[sentence.file].source.bytes
      next = tokens[(place + 1)...].firstIndex { !hesitating.contains($0.text) } ?? tokens.endIndex
    }

    var before: Token { tokens[place - 1] }

    func isName(_ index: Int) -> Bool {
      let token = tokens[index]
      return token.kind == .word && !token.allCaps && token.text.count >= 2
        && bytes[token.range.lowerBound].isUpper
    }

    /// The words between the verb and the "or", at most so many.
    func nearest(_ count: Int) -> ArraySlice<Token> {
      tokens[max(verb + 1, place - count)..<place]
    }
  }

  private static func joins(_ joint: Joint) -> Bool {
    let tokens = joint.tokens
    guard joint.next < tokens.endIndex else { return false }
    guard !tokens.contains(where: { selecting.contains($0.text) }) else { return false }
    if joinsOrders(joint) { return true }
    guard !orders.contains(tokens[joint.verb].text) else { return false }
    guard !tokens.contains(where: { general.contains($0.text) }) else { return false }
    return joinsMeans(joint) || joinsValues(joint) || joinsNames(joint) || joinsTools(joint)
      || joint.tokens[joint.verb..<joint.place].contains { $0.text == "either" }
  }
}

// MARK: What an "or" joins

extension Alternatives {
  /// `Delete the rows, or else move them to an archive`.
  private static func joinsOrders(_ joint: Joint) -> Bool {
    let tokens = joint.tokens
    let (verb, next) = (tokens[joint.next].text, joint.next + 1)
    guard joint.place - joint.verb >= 3, next < tokens.endIndex,
      tokens[next].kind == .word || tokens[next].kind == .code,
      jobs.contains(verb) || Vocabulary.imperatives.contains(verb)
        || joint.next > joint.place + 1 && Vocabulary.orders.contains(verb)
        || ["keep", "poll", "throw", "retry", "leave"].contains(verb)
    else { return false }
    // "the update or delete of a row", "the read or write lock"
    return joint.next > joint.place + 1 || joint.before.text == ","
      || objects.contains(tokens[next].text)
  }

  private static let objects: WordSet = [
    "it", "them", "the", "a", "an", "this", "that", "its", "all", "\u{FFFC}",
  ]

  private static let means: WordSet = ["in", "on", "with", "via", "by", "through", "as", "using"]

  /// `in the sidebar or in the header`, `in a dialog or a drawer`.
  private static func joinsMeans(_ joint: Joint) -> Bool {
    let tokens = joint.tokens
    let word = tokens[joint.next].text
    let near = joint.nearest(9)
    if word == "to", joint.before.kind == .code { return near.contains { $0.text == "to" } }
    if means.contains(word) {
      let next: Word = joint.next + 1 < tokens.endIndex ? tokens[joint.next + 1].text : ""
      return near.contains { means.contains($0.text) } || next == "a" || next == "an"
    }
    guard joint.before.kind == .word else { return false }
    if word == "a" || word == "an" {
      return joint.nearest(6).contains { $0.text == "a" || $0.text == "an" }
    }
    return word == "the" && placing.contains(tokens[joint.verb].text)
      && joint.nearest(5).contains { means.contains($0.text) || $0.text == "the" }
  }

  private static let placing: WordSet = [
    "put", "place", "store", "stored", "keep", "kept", "save", "saved", "host", "hosted", "cache",
    "cached", "persist", "persisted", "move",
  ]
  private static let making: WordSet = [
    "hash", "hashed", "sign", "signed", "encrypt", "encrypted", "deploy", "deployed", "build",
    "built", "implement", "implemented", "write", "written", "schedule", "scheduled", "generate",
    "generated", "render", "rendered", "solve", "solved", "host", "hosted", "store", "stored",
    "save", "saved", "cache", "cached", "compress", "compressed", "serialize", "encode", "encoded",
    "authenticate", "draw", "use", "adopt", "rewrite", "port", "log", "show", "make", "model",
  ]
  private static let with: WordSet = ["with", "via", "using", "in", "as", "on", "use", "adopt"]
  private static let closing: WordSet = [
    "for", "in", "on", "to", "as", "between", ".", ",", ";", ")", "under", "at",
  ]
  /// Words that name two sides of one thing.
  private static let sides: WordSet = [
    "left", "right", "up", "down", "first", "last", "true", "false", "null", "none", "two", "more",
    "less", "later", "newer", "higher", "lower", "public", "private", "read", "write", "on", "off",
    "yes", "no", "success", "failure", "empty", "nothing", "zero", "undefined", "nil", "similar",
    "equal", "above", "below", "better", "greater", "fewer", "so", "none", "all", "both", "even",
  ]

  /// `Hash with bcrypt or argon2`, `Use UUIDs or auto-increment ids as keys`.
  private static func joinsTools(_ joint: Joint) -> Bool {
    let tokens = joint.tokens
    guard making.contains(tokens[joint.verb].text), joint.before.kind == .word,
      tokens[joint.next].kind == .word, !sides.contains(joint.before.text),
      !sides.contains(tokens[joint.next].text)
    else { return false }
    let isNear =
      joint.nearest(3).contains { with.contains($0.text) }
      || ["use", "adopt"].contains(tokens[joint.verb].text) && joint.place - joint.verb <= 3
    guard isNear else { return false }
    let rest = tokens[(joint.next + 1)...]
    // of "local or remote mode" both words say which
    guard let next = rest.first else { return true }
    return closing.contains(next.text)
      || tokens[joint.verb].text == "use" && rest.prefix(3).contains { closing.contains($0.text) }
  }

  private static let naming: WordSet = ["use", "call", "name", "rename", "named", "called"]
  private static let answering: WordSet = [
    "return", "answer", "respond", "set", "cap", "limit", "use", "send", "make", "wait",
  ]

  /// `409 or 422`, and two names of which one can be given.
  private static func joinsValues(_ joint: Joint) -> Bool {
    let (first, second) = (joint.before, joint.tokens[joint.next])
    let verb = joint.tokens[joint.verb].text
    if first.kind == .number, second.kind == .number {
      return answering.contains(verb) && first.text != "0"
        && !joint.nearest(3).contains { $0.text == "," }
    }
    guard first.kind == .code, second.kind == .code, naming.contains(verb) else { return false }
    // "`a`, `b` or `c`" are the values of something
    return !joint.nearest(3).contains { $0.text == "," }
  }

  /// `Netlify, Vercel or Cloudflare`.
  private static func joinsNames(_ joint: Joint) -> Bool {
    guard joint.isName(joint.next), joint.before.kind == .word || joint.before.text == "," else {
      return false
    }
    let range = max(joint.verb + 1, joint.place - 5)..<joint.place
    return range.contains { joint.isName($0) }
  }
}

// MARK: Sentences with alternatives

extension Alternatives {
  private static let leading: WordSet = [
    "then", "also", "please", "finally", "we", "will", "shall", "must", "should", "and", "either",
    "first", "next", "to", "simply",
  ]

  /// The place of the verb that gives the job: the sentence opens with it, or says that it is done.
  private static func verb(in tokens: ArraySlice<Token>) -> Int? {
    var isOpening = true
    for index in tokens.indices.prefix(24) {
      let token = tokens[index]
      guard token.kind == .word else {
        if token.text == ":" || token.text == ";" { isOpening = true }
        continue
      }
      if isOpening, jobs.contains(token.text) || orders.contains(token.text) { return index }
      if deeds.contains(token.text), index > tokens.startIndex,
        ["is", "are", "be", "gets", "get"].contains(tokens[index - 1].text)
      {
        return index
      }
      if !leading.contains(token.text), !token.text.isTaskID { isOpening = false }
    }
    return nil
  }

  /// `Redis vs. Memcached for the cache` as an item of the work.
  private static func comparesNames(_ sentence: Sentence, _ reading: PlanReading) -> Bool {
    let tokens = sentence.tokens
    guard sentence.zone == .item, sentence.opensBlock, tokens.count <= 12,
      let versus = tokens.prefix(5).firstIndex(where: { $0.text == "vs" || $0.text == "versus" }),
      versus > tokens.startIndex, versus + 2 < tokens.endIndex,
      !tokens.contains(where: { [":", "→", "->", "—"].contains($0.text) })
    else { return false }
    let bytes = reading.plan.files[sentence.file].source.bytes
    let next = tokens[versus + 1].text == "." ? versus + 2 : versus + 1
    return [versus - 1, next].allSatisfy {
      tokens[$0].kind == .word && bytes[tokens[$0].range.lowerBound].isUpper
    }
  }

  private static let obligations: WordSet = [
    "must", "shall", "same", "always", "user", "users", "should", "both", "identical",
  ]

  /// `Whether by a trigger or by the caller, the field is filled`.
  private static func opensWithWhether(_ tokens: ArraySlice<Token>) -> Bool {
    guard let first = tokens.first, first.text == "whether", tokens.count > 6,
      !tokens.contains(where: { obligations.contains($0.text) })
    else { return false }
    let way = tokens[tokens.startIndex + 1].text
    guard means.contains(way), let or = tokens.prefix(10).firstIndex(where: { $0.text == "or" })
    else { return false }
    return tokens[(or + 1)...].prefix(1).contains { $0.text == way }
  }

  private static let numbers: WordSet = [
    "two", "three", "four", "several", "multiple", "different", "possible", "2", "3", "4",
  ]
  private static let ways: WordSet = [
    "options", "ways", "possibilities", "alternatives", "approaches", "candidates", "variants",
  ]
  /// Whose options they are, if not the author's.
  private static let owners: WordSet = [
    "user", "users", "dialog", "menu", "command", "flag", "dropdown", "select", "selector", "takes",
    "offers", "shows", "button", "buttons", "radio", "has", "chosen", "decision", "decided",
    "recommended", "we", "prompt", "setting", "cli",
  ]

  /// `Two options for the map: Mapbox GL or Leaflet`.
  private static func announces(_ tokens: ArraySlice<Token>) -> Bool {
    let opening = tokens.prefix(8)
    guard let place = opening.firstIndex(where: { ways.contains($0.text) }),
      tokens[..<place].contains(where: { numbers.contains($0.text) }),
      let colon = tokens[place...].firstIndex(where: { [":", "–", "—"].contains($0.text) }),
      tokens[colon...].contains(where: { $0.text == "or" })
    else { return false }
    return !tokens.contains { owners.contains($0.text) }
  }

  /// `(alternatively to the table)`, `` `parse()` (or to `load()`) ``.
  private static func namesOther(_ tokens: ArraySlice<Token>, behind verb: Int) -> Bool {
    guard !tokens.contains(where: { ["user", "users", "can", "run", "not"].contains($0.text) })
    else {
      return false
    }
    if let word = tokens[verb...].firstIndex(where: { $0.text == "alternatively" }),
      word + 1 < tokens.endIndex, [",", "(", "or", "–", "—", ";"].contains(tokens[word - 1].text)
    {
      return true
    }
    guard let open = tokens[verb...].firstIndex(where: { $0.text == "(" }),
      open + 3 < tokens.endIndex, tokens[open + 1].text == "or",
      open > verb + 1
    else { return false }
    let next = tokens[open + 2]
    let isSame = tokens[verb..<open].contains { $0.text == next.text }
    return means.contains(next.text) && isSame
      || next.text == "to" && isSame && tokens[open + 3].kind == .code
      || hesitating.contains(next.text) && next.text != "even" && next.text != "better"
      || ["use", "adopt", "build", "implement"].contains(tokens[verb].text) && next.kind == .word
        && tokens[(open + 3)...].prefix(2).contains { $0.text == ")" } && !sides.contains(next.text)
        && !general.contains(next.text) && !selecting.contains(next.text)
  }

  /// `Pick one of the two parsers`, and no word by what.
  private static func takesOne(_ tokens: ArraySlice<Token>, of verb: Int) -> Bool {
    ["pick", "choose", "use", "adopt"].contains(tokens[verb].text) && verb + 4 < tokens.endIndex
      && tokens[verb + 1].text == "one" && tokens[verb + 2].text == "of"
      && !tokens.contains { selecting.contains($0.text) || $0.text == "row" || $0.text == "rows" }
      && !tokens.contains {
        [":", "=", "random", "by", "from"].contains($0.text) || $0.kind == .code
      }
  }

  /// `kept as JSON/YAML/binary`, `Use tabs/cards/lists for it`; a pair of two is one thing.
  private static func namesForms(_ tokens: ArraySlice<Token>, behind verb: Int) -> Bool {
    if tokens[verb].text == "use", verb + 6 < tokens.endIndex, tokens[verb + 2].text == "/",
      tokens[verb + 4].text == "/", !tokens[verb + 3].spaceBefore,
      ["for", "as", "."].contains(tokens[verb + 6].text),
      [verb + 1, verb + 3, verb + 5].allSatisfy({ tokens[$0].kind == .word })
    {
      return true
    }
    guard
      deeds.contains(tokens[verb].text)
        || ["store", "save", "keep", "encode"].contains(tokens[verb].text),
      let slash = tokens[verb...].firstIndex(where: { $0.text == "/" }),
      slash + 3 < tokens.endIndex,
      slash - 2 > verb, tokens[slash + 2].text == "/", !tokens[slash + 1].spaceBefore,
      !tokens[slash].spaceBefore
    else { return false }
    return tokens[max(verb, slash - 3)..<slash - 1].contains { $0.text == "as" }
      && [slash - 1, slash + 1, slash + 3].allSatisfy { tokens[$0].kind == .word }
  }
}
