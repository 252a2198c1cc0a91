import CheckModel
import Reporting
import Testing

@Suite("Secrets in reports")
struct SecretTests {
  /// Values in the shapes of secrets, put together here so that no scanner takes them for one.
  static let secrets = [
    "AKIA" + "QX3ZT7WPL9KD2MVB", "vT9-quoll-Marmot", "пароль" + "-Tiger9", "s3cr3" + "t!",
  ]

  static func slug(_ secret: String) -> String {
    secret.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
  }

  /// A plan that holds the secret in a heading, a task and two lines, and texts of all kinds that repeat it.
  private func result(_ secret: String) throws -> CheckResult {
    let plan = SamplePlan(
      path: "p.md",
      "# Title \(secret)\n\n- [ ] Use `a/\(secret)` here and TBD\n\nIt is \(secret), TODO.\n")
    let place = plan.span(of: secret)
    let again = { (text: String) in "\(text) \(secret)" }
    var result = try #require(Sample.farApart.results.first)
    result.plan = plan.plan
    result.merged.findings = [
      merged(
        1, .blocker, again("title"), in: plan, span: place, rule: "secret-in-plan", kind: .secret,
        by: [.checks], problem: again("problem"), consequence: again("c"), fix: again("fix")),
      merged(2, .major, "later in the line", in: plan, at: "TBD"),
      merged(3, .minor, again("waived"), in: plan, at: "TODO", status: .waived, reason: secret),
    ]
    result.merged.findings[1].finding.quote = again("quote")
    result.merged.findings[1].finding.section = "title-" + Self.slug(secret)
    result.verdict.reasons = [.init(code: "secret", message: again("reason"))]
    result.verdict.nextActions = [again("next")]
    result.verdict.decisions = [
      .init(
        question: secret, sideA: secret, sideB: secret, costIfWrong: secret, findings: ["F1"])
    ]
    result.unseen.why = secret
    result.overrides = [Override(what: .allowSecrets, by: secret, terminal: true, reason: secret)]
    result.diagnostics = [Diagnostic(code: "d", message: secret)]
    result.confidence.byCriterion = result.confidence.byCriterion.map {
      Confidence.CriterionGap(criterion: $0.criterion, a: $0.a, b: $0.b, gap: $0.gap, why: [secret])
    }
    var review = try #require(result.seats[0].outcome.review)
    review.answers = review.answers.map {
      QuestionAnswer(
        question: $0.question, answer: .no, reason: secret, span: place, quote: again("quote"))
    }
    review.questions = [secret]
    review.strongestObjection = secret
    review.startNow = StartNow(answer: false, reason: secret)
    result.seats[0].outcome = .review(review)
    result.seats[1].outcome = .failed(
      ReviewFailure(.malformed, message: secret, detail: again("detail")))
    return result
  }

  @Test(
    "no format shows one, wherever it is repeated", arguments: secrets,
    ReportFormat.all.map(\.name))
  func nowhere(_ secret: String, _ format: String) throws {
    let format = try #require(ReportFormat.all.first { $0.name == format })
    let text = format.render([try result(secret)], .init(width: 200, color: false))
    #expect(!text.contains(secret))
    #expect(!text.contains(Self.slug(secret)))
    #expect(text.contains("redacted"))
  }

  @Test("hiding one moves no place", arguments: secrets)
  func places(_ secret: String) throws {
    let result = try result(secret)
    let expected = result.plan.location(of: try #require(result.merged.findings[1].finding.span))
    let text = PlainReport.render([result])
    #expect(text.contains("p.md:\(expected.startLine):\(expected.startColumn): major: later"))
  }

  @Test("a result without secrets is shown as it is")
  func untouched() throws {
    var result = try result(Self.secrets[0])
    result.merged.findings = []
    #expect(JSONReport.render([result]).contains(Self.secrets[0]))
  }
}
