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
