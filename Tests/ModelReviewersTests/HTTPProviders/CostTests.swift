import CheckModel
import HTTPClient
import StrictJSON
import Testing

@testable import ModelReviewers

@Suite("Tokens and what they cost")
struct CostTests {
  @Test(
    "Every vendor's counts mean the same in the end",
    arguments: ReviewerIdentity.Kind.overHTTP, [true, false])
  func arithmetic(_ kind: ReviewerIdentity.Kind, streams: Bool) throws {
    let provider = try #require(kind.provider)
    let reply = provider.read(
      streams ? VendorWire.stream(kind, "text") : VendorWire.document(kind, "text"),
      to: ModelQuestion(prompt: ModelFixture.prompt), ModelFixture.settings(kind))
    if kind == .ollama {
      #expect(reply.usage == WireUsage(input: 3_000, output: 200))
      return
    }
    #expect(reply.usage.input == 1_000)
    #expect(reply.usage.cachedInput == 400)
    #expect(reply.usage.cacheWrites == (kind == .anthropic ? 100 : nil))
    #expect(reply.usage.output == 200)
    #expect(reply.usage.reasoning == 50)
  }

  @Test("Counts that no request can have are unknown, and do no harm")
  func absurd() throws {
    let completion = VendorWire.chatCompletion("text")
      .setting(["usage", "prompt_tokens"], to: .integer(.max))
      .setting(["usage", "completion_tokens"], to: -5)
      .setting(["usage", "prompt_tokens_details"], to: JSONValue(.null))
      .setting(["usage", "completion_tokens_details", "reasoning_tokens"], to: JSONValue(.null))
      .setting(["usage", "cost"], to: JSONValue(.real(-1)))
    let reply = ChatCompletions().read(
      VendorWire.json(completion), to: ModelQuestion(prompt: ModelFixture.prompt),
      ModelFixture.settings(.chat))
    #expect(reply.usage == WireUsage())
    #expect(reply.usage.usage == nil)
    #expect(throws: Never.self) { try reply.outcome.get() }
  }

  @Test("A gateway's zeros are unknown counts")
  func zeros() {
    let reply = WireReply(.success([]), usage: WireUsage(input: 0, cachedInput: 0, output: 0))
    #expect(reply.usage.usage == nil)
  }

  @Test("Attempts add up; what none of them knows stays unknown")
  func sums() {
    var usage = WireUsage(input: 10, output: 5)
    usage.add(WireUsage(input: 1, cachedInput: 4, costUSD: 0.5))
    #expect(usage == WireUsage(input: 11, cachedInput: 4, output: 5, costUSD: 0.5))
    #expect(
      usage.usage
        == Usage(inputTokens: 11, cachedInputTokens: 4, outputTokens: 5, costUSD: 0.5))
  }

  @Test("Cached, written and long input have their own prices")
  func prices() throws {
    let prices = ModelPrices(
      input: 10, output: 50, cacheRead: 1, cacheWrite: 12,
      long: .init(above: 100_000, input: 20, output: 75))
    func cost(_ usage: WireUsage) throws -> Double { try #require(prices.cost(of: usage)) }
    #expect(abs(try cost(WireUsage(input: 1_000, output: 100)) - 0.015) < 1e-9)
    let cached = WireUsage(input: 1_000, cachedInput: 400, cacheWrites: 100, output: 100)
    #expect(abs(try cost(cached) - (5_000 + 400 + 1_200 + 5_000) / 1e6) < 1e-9)
    let long = WireUsage(input: 200_000, cachedInput: 100_000, output: 100)
    #expect(abs(try cost(long) - (2_000_000 + 200_000 + 7_500) / 1e6) < 1e-9)
    #expect(prices.cost(of: WireUsage()) == nil)
    #expect(abs(try cost(WireUsage(input: 10, cachedInput: 99, output: 0)) - 1e-5) < 1e-9)
  }

  @Test(
    "A name finds its price with a vendor before and a date behind, and never a relative's",
    arguments: [
      ("claude-opus-5-5", 4), ("claude-opus-5", 5), ("anthropic/claude-opus-5.5", 4),
      ("claude-opus-5-20260801", 5), ("claude-opus-5-5@20261001", 4), ("gpt-6.1-sol", 2),
      ("gpt-6-sol-2026-10-01", 2), ("openai/gpt-5.5", 5), ("claude-haiku-4-5-latest", 1),
      ("GPT-5.5-pro", 30), ("claude-opus-5-9", nil), ("claude-opus-50", nil),
      ("gpt-5.5-nano", nil), ("claude", nil), ("", nil), ("/", nil), ("llama3.2", nil),
    ] as [(String, Double?)])
  func table(_ model: String, input: Double?) {
    #expect(PriceTable.prices(of: model, kind: .chat)?.input == input)
  }

  @Test("A server of one's own costs nothing; prices of the config win")
  func ownPrices() {
    #expect(PriceTable.prices(of: "llama3.2", kind: .ollama)?.output == 0)
    var settings = ModelFixture.settings(.anthropic)
    #expect(settings.knownPrices?.input == 4)
    settings.prices = ModelPrices(input: 1, output: 2)
    #expect(settings.knownPrices?.input == 1)
  }

  @Test("The worst case is every sample with every attempt up to the output limit")
  func worstCase() throws {
    var settings = ModelFixture.settings(.anthropic)
    settings.prices = ModelPrices(input: 10, output: 100)
    let worst = settings.worstCase(promptBytes: 3_500, samples: 3)
    #expect(worst.tokens == 12 * (1_000 + 32_000))
    #expect(abs(try #require(worst.usd) - 12 * 3.21) < 1e-9)
    #expect(ModelFixture.settings(.chat).worstCase(promptBytes: 1, samples: 1).usd == nil)
  }

  @Test("No answer is given less room than a review needs")
  func leastRoom() {
    let settings = ModelSettings(
      name: "x", kind: .chat, model: "x", endpoint: ModelFixture.settings(.chat).endpoint,
      maxOutputTokens: 100)
    #expect(settings.maxOutputTokens == 24_000)
  }
}

@Suite("The limit of a run")
struct SpendingTests {
  @Test("Nothing is begun that could pass it; what was not used becomes free again")
  func tokens() async {
    let spending = Spending(maxTokens: 100)
    let worst = Spending.Charge(tokens: 60, usd: nil)
    #expect(await spending.begin(worst))
    #expect(await !spending.begin(worst))
    await spending.end(worst, actual: Spending.Charge(tokens: 40, usd: nil))
    #expect(await spending.begin(worst))
    #expect(await spending.total.tokens == 100)
  }

  @Test("A limit in dollars allows nothing without a price")
  func dollars() async {
    let spending = Spending(maxUSD: 1)
    #expect(await !spending.begin(Spending.Charge(tokens: 1, usd: nil)))
    #expect(await spending.begin(Spending.Charge(tokens: 1, usd: 0.6)))
    #expect(await !spending.begin(Spending.Charge(tokens: 1, usd: 0.6)))
    await spending.end(
      Spending.Charge(tokens: 1, usd: 0.6), actual: Spending.Charge(tokens: 1, usd: 0.1))
    #expect(await spending.begin(Spending.Charge(tokens: 1, usd: 0.6)))
  }

  @Test("Without a limit everything is allowed, and counted")
  func unlimited() async {
    let spending = Spending()
    for _ in 0..<3 {
      #expect(await spending.begin(Spending.Charge(tokens: 1 << 40, usd: nil)))
    }
    #expect(await spending.total.tokens == 3 << 40)
  }
}
