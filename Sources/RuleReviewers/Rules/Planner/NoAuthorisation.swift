import CheckModel

extension Rule {
  /// A way in, and no word on who may use it.
  static let noAuthorisation = Rule(
    id: "no-authorisation", title: "Nobody is said to be allowed", family: .planner, class: .b,
    severity: .minor, question: "reversibility.3", kind: .missing, zones: [],
    lexical: false,
    detects: """
      A plan that makes a writing endpoint (`POST /…`, `PUT`, `PATCH`, `DELETE`) and says nowhere who may call it: \
      no authentication, permission or status 401 or 403, and no sentence that limits it to a role, a token, a \
      session, members or the own network, or opens it to everybody; major in the high tier.
      """,
    matters: "An endpoint is open to everybody until somebody closes it.",
    consequence: "The executor copies what the neighbouring endpoint does, or leaves it open.",
    fix: "Say who may call it, and what everybody else gets: `403`, `404`.",
    examples: Examples(
      bad: [
        "# Refunds\n\n- [ ] Add `«POST /refunds»` to `routes.ts`\n",
        "# Refunds\n\nOther banks are out of scope.\n\n- [ ] Add `«POST /refunds»`, it answers 201 with a token\n",
      ],
      good: [
        "# Refunds\n\n- [ ] Add `POST /refunds` to `routes.ts`, only for the role `finance`\n",
        "# Refunds\n\n- [ ] Add `GET /refunds` to `routes.ts`\n",
        "# Refunds\n\n- [ ] In `client.ts` call `POST /refunds` of the bank again after a timeout\n",
      ],
      moved: [
        .carriageReturns: .fires, .emojiBefore: .fires, .fenced: .open, .quoted: .open,
        .background: .open,
      ]),
    find: { reading in
      let plan = reading.plan
      guard [.open, .started].contains(plan.state),
        let place = WritingEndpoints.first(in: reading), !AccessWords.occur(in: reading)
      else { return [] }
      return [
        Hit(
          place, "The plan never says who may call it.",
          severity: plan.risk.tier == .high ? .major : nil)
      ]
    })
}

/// Endpoints that the plan makes and that change something.
private enum WritingEndpoints {
  /// The first one that a task makes in so many words, else the first outside explaining text.
  static func first(in reading: PlanReading) -> Span? {
    var first: Span?
    for sentence in reading.sentences
    where !sentence.finished && sentence.zone != .quote && !reading.explains(sentence.block) {
      let bytes = reading.plan.files[sentence.file].source.bytes
      let calls = sentence.tokens.indices.lazy.compactMap { call(at: $0, sentence, bytes) }
      guard let span = calls.first, isMade(sentence, reading) else { continue }
      if sentence.has(making), reading.unit(holding: span) != nil { return span }
      if first == nil { first = span }
    }
    return first
  }

  private static let methods: WordSet = ["post", "put", "patch", "delete"]

  /// `POST /refunds`, or POST in a sentence or row that has `/refunds` in code.
  private static func call(at index: Int, _ sentence: Sentence, _ bytes: [UInt8]) -> Span? {
    let token = sentence.tokens[index]
    if token.kind == .code {
      guard [0x50, 0x44].contains(bytes[token.range.lowerBound]) else { return nil }
      let words = bytes[token.range].split(maxSplits: 2, whereSeparator: \.isBlank)
      guard words.count > 1, words[1].first == 0x2F, words[0].allSatisfy(\.isUpper),
        methods.contains(Word(words[0].lazy.map(\.lowercased)))
      else { return nil }
      return sentence.span(of: index..<index + 1)
    }
    guard token.allCaps, methods.contains(token.text) else { return nil }
    if index + 1 < sentence.tokens.endIndex, sentence.tokens[index + 1].text == "/" {
      return sentence.span(of: index..<sentence.tokens.endIndex)
    }
    let path = sentence.tokens.indices.first {
      sentence.tokens[$0].kind == .code && bytes[sentence.tokens[$0].range.lowerBound] == 0x2F
    }
    return path.map { sentence.span(of: min(index, $0)..<max(index, $0) + 1) }
  }

  private static let making: WordSet = [
    "add", "adds", "create", "creates", "new", "implement", "implements", "expose", "exposes",
    "register", "offer", "offers", "endpoint", "endpoints", "route", "routes", "handler", "answers",
    "accepts", "accept", "responds", "serves", "provide", "provides", "introduce", "build", "201",
    "202", "204",
  ]
  private static let servers = ByteSearch([
    "route", "api/", "controller", "handler", "views", "server", "endpoint",
  ])

  /// The sentence makes it, or names a file that serves requests.
  private static func isMade(_ sentence: Sentence, _ reading: PlanReading) -> Bool {
    if sentence.has(making) { return true }
    guard let unit = reading.unit(holding: sentence.span) else { return false }
    return reading.units[unit].paths.contains {
      servers.occurs(in: reading.plan.references[$0].text.utf8)
    }
  }
}

/// Words on who may do something.
private enum AccessWords {
  static func occur(in reading: PlanReading) -> Bool {
    let plan = reading.plan
    return reading.sentences.contains(where: says)
      || plan.blocks.contains { block in
        let bytes = plan.files[block.span.file].source.bytes
        if block.isFence { return guards.occurs(in: bytes, block.content.range) }
        return block.inlines.contains { $0.kind == .code && guards.occurs(in: bytes, $0.range) }
      }
  }

  private static let strong: WordSet = [
    "auth", "authenticated", "authentication", "authenticate", "authenticates", "authorization",
    "authorisation", "authorized", "authorised", "authorize", "unauthorized", "unauthenticated",
    "permission", "permissions", "login", "signed-in", "logged-in", "sign-in", "401", "403", "jwt",
    "oauth", "bearer", "csrf", "acl", "rbac", "credential", "credentials", "anonymous", "admin",
    "admins", "administrator", "administrators", "forbidden", "unprotected", "認証", "権限", "登录",
    "anmeldung", "angemeldet", "rol", "rôle",
  ]
  private static let phrases: Phrases = [
    ["signed", "in"], ["logged", "in"], ["api", "key"], ["api", "keys"], ["access", "control"],
    ["own", "data"], ["may", "call"], ["allowed", "to"],
  ]
  private static let weak: WordSet = [
    "role", "roles", "public", "token", "tokens", "session", "sessions", "internal", "owner",
    "owners", "member", "members", "localhost", "loopback", "signature", "network",
  ]
  private static let limiting: WordSet = [
    "only", "requires", "require", "required", "everyone", "everybody", "anybody", "nobody", "who",
    "whose", "other", "others", "else", "valid", "without",
  ]

  private static func says(_ sentence: Sentence) -> Bool {
    sentence.has(strong) || phrases.occur(in: sentence.tokens)
      || sentence.has(weak) && sentence.has(limiting)
  }

  private static let guards = ByteSearch([
    "auth(", "auth\"", "authori", "authent", "requireauth", "login_required", "permission", "403",
    "401", "currentuser", "current_user", "require_role", "requirerole", "x-api-key", "bearer",
    "require_user", "requireuser", "isadmin", "is_admin", "role:", "role=",
  ])
}
