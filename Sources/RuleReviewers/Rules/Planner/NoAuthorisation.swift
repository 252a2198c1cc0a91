import CheckModel

extension Rule {
  /// A way in, and no word on who may use it.
  static let noAuthorisation = Rule(
    id: "no-authorisation", title: "Nobody is said to be allowed", family: .planner, class: .b,
    severity: .minor, question: "reversibility.3", kind: .missing, zones: [],
    lexical: false,
    detects: """
      A plan with a new writing endpoint (`POST /…`, `PUT`, `PATCH`, `DELETE`) and no word anywhere on \
      authentication, roles, permissions, tokens, sessions or on being public; major in the high tier.
      """,
    matters: "An endpoint is open to everybody until somebody closes it.",
    consequence: "The executor copies what the neighbouring endpoint does, or leaves it open.",
    fix: "Say who may call it, and what everybody else gets: `403`, `404`.",
    examples: Examples(
      bad: ["# Refunds\n\n- [ ] Add `«POST /refunds»` to `routes.ts`\n"],
      good: [
        "# Refunds\n\n- [ ] Add `POST /refunds` to `routes.ts`, only for the role `finance`\n",
        "# Refunds\n\n- [ ] Add `GET /refunds` to `routes.ts`\n",
      ],
      moved: [
        .carriageReturns: .fires, .emojiBefore: .fires, .fenced: .open, .quoted: .open,
        .background: .open,
      ]),
    find: { reading in
      let plan = reading.plan
      guard [.open, .started].contains(plan.state), plan.files.contains(where: occur(calls)) else {
        return []
      }
      guard !plan.files.contains(where: occur(access)), let place = writing(reading) else {
        return []
      }
      return [
        Hit(
          place, "The plan never says who may call it.",
          severity: plan.risk.tier == .high ? .major : nil)
      ]
    })

  private static func occur(_ search: ByteSearch) -> (PlanFile) -> Bool {
    { search.occurs(in: $0.source.bytes, 0..<$0.source.bytes.count) }
  }

  private static let calls = ByteSearch(["post /", "put /", "patch /", "delete /"])
  private static let access = ByteSearch([
    "auth", "permission", "role", "login", "log in", "signed in", "sign in", "logged in", "token",
    "public", "anonymous", "session", "jwt", "api key", "api-key", "admin", "owner", "401", "403",
    "credential", "loopback", "localhost", "internal", "csrf", "acl", "scope",
  ])
  private static let methods = ["POST /", "PUT /", "PATCH /", "DELETE /"].map { Array($0.utf8) }

  /// The first writing endpoint outside explaining text.
  private static func writing(_ reading: PlanReading) -> Span? {
    for (index, block) in reading.plan.blocks.enumerated()
    where block.isLeaf && !reading.explains(index) && !reading.isFinished(index) {
      let bytes = reading.plan.files[block.span.file].source.bytes
      for inline in block.inlines where inline.kind == .code || inline.kind == .text {
        let text = bytes[inline.range.clamped(to: 0..<bytes.count)]
        guard
          let start = text.indices.first(where: { start in
            methods.contains { text[start...].starts(with: $0) }
          })
        else { continue }
        let range = inline.kind == .code ? inline.range : start..<text.endIndex
        return Span(file: block.span.file, range: range)
      }
    }
    return nil
  }
}
