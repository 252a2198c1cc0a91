import CheckModel
import Reporting
import Testing

@Suite("What leaves the machine, said before")
struct AnnouncementTests {
  private func place(
    _ seat: Seat, _ reviewer: String, _ source: Announcement.Source
  ) -> Announcement.Place {
    Announcement.Place(seat: seat, lens: seat.usualLens, reviewer: reviewer, source: source)
  }

  private func sending(_ host: String, _ usd: Double?) -> Announcement.Source {
    .sent(.init(host: host, bytes: 48_123, tokens: 12_345, worstCostUSD: usd))
  }

  @Test("rules stay here")
  func rules() {
    let line = Announcement([
      place(.a, "rules/planner", .here), place(.b, "rules/executor", .here),
    ]).line
    #expect(line == "A rules/planner, B rules/executor; nothing leaves this machine")
  }

  @Test("each seat that sends says what, where to and what that can cost")
  func sends() {
    let line = Announcement([
      place(.a, "anthropic/m", sending("api.example.com:443", 0.4211)),
      place(.b, "openai/n", sending("127.0.0.1:8080", nil)),
    ]).line
    #expect(
      line
        == "A anthropic/m (planner), B openai/n (executor); A sends plan and rubric, 48 kB, about "
        + "12,345 tokens, to api.example.com:443, at most $0.43; B sends plan and rubric, 48 kB, "
        + "about 12,345 tokens, to 127.0.0.1:8080, at an unknown price")
  }

  @Test("a program that is missing is given nothing, and that is said")
  func missingProgram() {
    let line = Announcement([
      place(.a, "rules/planner", .here),
      place(
        .b, "codex-cli",
        .given(
          .init(
            program: "codex", obstacle: "is missing", next: "OpenAI", bytes: 48_123, tokens: 12_345)
        )),
    ]).line
    #expect(
      line
        == "A rules/planner, B codex-cli (executor); "
        + "B gives nothing, since the program codex is missing")
  }

  @Test("a kept review is not sent for")
  func kept() {
    let line = Announcement([
      place(.a, "critic", .kept), place(.b, "rules/executor", .here),
    ]).line
    #expect(
      line
        == "A critic (planner) from the store, B rules/executor; nothing leaves this machine")
  }

  @Test("a model that the free checks make superfluous is not asked")
  func skipped() {
    let line = Announcement([
      place(.a, "critic", .skipped), place(.b, "rules/executor", .here),
    ]).line
    #expect(
      line == "A critic (planner) not asked, B rules/executor; nothing leaves this machine")
  }

  @Test(
    "amounts are rounded up to the cent",
    arguments: [
      (0.0, "$0.00"), (0.001, "$0.01"), (0.1, "$0.10"), (1234.5, "$1,234.50"),
      (1e300, "$1,000,000,000.00"), (-1, "$0.00"),
    ])
  func dollars(amount: Double, text: String) {
    let line = Announcement([place(.a, "m", sending("h", amount))]).line
    #expect(line.hasSuffix("at most \(text)"))
  }
}
