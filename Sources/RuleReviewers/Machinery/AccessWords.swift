import CheckModel

/// Words on who may do something.
enum AccessWords {
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
      || sentence.has(weak) && sentence.has(limiting) && limits(sentence.tokens)
  }

  /// “Only the role”, “open to everybody without a token”: close together, unlike “berths whose boat …, which the public
  /// map reads”.
  private static func limits(_ tokens: ArraySlice<Token>) -> Bool {
    tokens.indices.contains { index in
      weak.contains(tokens[index].text)
        && tokens[max(tokens.startIndex, index - 7)..<min(tokens.endIndex, index + 8)].contains {
          limiting.contains($0.text)
        }
    }
  }

  private static let guards = ByteSearch([
    "auth(", "auth\"", "authori", "authent", "requireauth", "login_required", "permission", "403",
    "401", "currentuser", "current_user", "require_role", "requirerole", "x-api-key", "bearer",
    "require_user", "requireuser", "isadmin", "is_admin", "role:", "role=",
  ])
}
