import CheckModel
import Digests
import StrictJSON
import Testing

@testable import ModelReviewers

private func prompt(
  _ plan: Plan = ReplyFixture.plan(ReplyFixture.planText), lens: Lens = .planner,
  secret: [UInt8] = ReplyFixture.secret, rubric: Rubric = ReplyFixture.rubric
) -> Prompt {
  Prompt(plan: plan, rubric: rubric, lens: lens, secret: secret)
}

@Suite("The prompt")
struct PromptTests {
  @Test("Equal plan, rubric, lens and secret give the same prompt, byte for byte")
  func deterministic() {
    #expect(prompt().text == prompt().text)
    #expect(prompt().body == prompt().body)
  }

  @Test("The nonce changes with the plan, the lens, the rubric and the secret")
  func nonce() {
    var rubric = ReplyFixture.rubric
    rubric.sha256 = String(repeating: "cd", count: 32)
    let nonces = [
      prompt(), prompt(ReplyFixture.plan("# Other")), prompt(lens: .executor),
      prompt(secret: [UInt8](repeating: 1, count: 32)), prompt(rubric: rubric),
    ].map(\.nonce.description)
    #expect(Set(nonces).count == 5)
    #expect(nonces.allSatisfy { $0.count == 8 && $0.allSatisfy(\.isHexDigit) })
  }

  @Test("The nonce is the start of an HMAC over what it binds")
  func nonceFormula() {
    let plan = ReplyFixture.plan("# P")
    let message = "\(plan.sha256)\n\(ReplyFixture.rubric.sha256)\nplanner\n\(PromptVersion.current)"
    let digest = SHA256.hmac(key: ReplyFixture.secret, Array(message.utf8))
    #expect(prompt(plan).nonce.description == SHA256.hexadecimal(Array(digest[..<4])))
  }

  @Test("The system text is the same for all plans; nonce, digest and plan stand in the user text")
  func staticPartFirst() {
    let one = prompt()
    let other = prompt(ReplyFixture.plan("# Other\n\nquite another text"))
    #expect(one.system == other.system)
    #expect(!one.system.contains(one.nonce.description))
    #expect(one.text == one.system + "\n\n" + one.user)
    #expect(one.user.hasSuffix("=== plan \(one.nonce) ends ==="))
    #expect(one.user.contains("=== plan \(one.nonce) begins ===\n1| # Trim trailing blanks\n"))
  }

  @Test("The path of the plan, dates and the seats do not occur")
  func nothingElse() throws {
    let bytes = Array(ReplyFixture.planText.utf8)
    let here = prompt(ReplyFixture.plan(bytes)).text
    for word in ["plans/plan.md", "seat", "Seat", "verdict", "author-model", "20"] {
      #expect(!here.replacing("\(prompt().nonce)", with: "").contains(word), "\(word)")
    }
  }

  @Test("The lens's own criteria come first, then the shared, then the others")
  func lensOrder() throws {
    #expect(order(.planner, ReplyFixture.rubric) == ["goal", "checks", "paths"])
    #expect(order(.executor, ReplyFixture.rubric) == ["paths", "checks", "goal"])
    let rubric = try ReplyFixture.defaultRubric()
    #expect(Set(order(.planner, rubric)) == Set(rubric.criteria.map(\.id)))
    #expect(order(.planner, rubric) != order(.executor, rubric))
    for lens in Lens.allCases {
      let system = prompt(lens: lens, rubric: rubric).system
      for question in rubric.questions {
        #expect(system.ranges(of: "- `\(question.id)` \(question.text)").count == 1)
      }
    }
  }

  private func order(_ lens: Lens, _ rubric: Rubric) -> [String] {
    RubricListing.criteria(of: rubric, lens: lens).map(\.id)
  }

  @Test("Evidence comes before reason, and reason before the answer")
  func evidenceFirst() throws {
    let required = try #require(prompt().schema["properties"]?["answers"]?["items"]?["required"])
    #expect(required == ["question", "file", "lines", "quote", "reason", "answer"])
  }

  @Test("The request body holds the two texts and the schema, and no key of any vendor")
  func body() throws {
    let prompt = prompt()
    let body = try JSONDocument(
      Array(prompt.body.text(indented: true).utf8),
      limits: JSONLimits(bytes: 1 << 20, depth: 32, values: 10_000)
    ).root
    #expect(
      body == [
        "system": JSONValue(.string(prompt.system)), "user": JSONValue(.string(prompt.user)),
        "schema": prompt.schema,
      ])
  }

  @Test("Reading the examples of the prompt as a reply's parts shows no fault")
  func examples() throws {
    let rubric = try ReplyFixture.defaultRubric()
    let text = ReplyForm.text(for: rubric, schema: ReplySchema.value(for: rubric))
    let lines = text.split(separator: "\n").suffix(2)
    for (line, list) in zip(lines, ["answers", "gaps"]) {
      let limits = JSONLimits(bytes: 1 << 20, depth: 32, values: 10_000)
      let example = try JSONDocument(Array(line.utf8), limits: limits).root
      var faults = ReplyFaults()
      let whole = ReplyFixture.reply(rubric: rubric).setting(["gaps"], to: [])
        .setting([list], to: [example])
      ReplySchema.shape(for: rubric).check(whole, faults: &faults)
      #expect(faults.faults == [])
    }
  }

  /// A changed word is another instrument: replies to the old wording must not pass for replies to the
  /// new one. Raise `PromptVersion.current` and put the new digest here.
  @Test("The wording belongs to its version")
  func wordingIsPinned() throws {
    let rubric = ReplyFixture.rubric
    let wording = Lens.allCases.map { prompt(lens: $0, rubric: rubric).system }.joined()
    #expect(
      "\(PromptVersion.current) \(SHA256.hex(wording.utf8).prefix(16))" == "1 1c4a49980f71076a")
  }
}
