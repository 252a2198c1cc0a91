import CheckModel
import Testing

@testable import ModelReviewers

@Suite("A model's settings")
struct ModelSettingsTests {
  @Test("No way of printing them shows the key")
  func hidden() {
    let settings = ModelFixture.settings(.anthropic)
    var dumped = ""
    dump(settings, to: &dumped)
    for text in ["\(settings)", String(reflecting: settings), dumped] {
      #expect(text.contains("claude-opus-5-5"))
      #expect(!text.contains("sk-"))
    }
  }

  @Test("The key is replaced wherever a server repeats it; what is too short to be one is left")
  func masked() {
    #expect(
      ModelFixture.settings(.chat, key: "sk-12345").masked("bad key sk-12345.") == "bad key ***.")
    for key in ["k", "", nil] {
      #expect(ModelFixture.settings(.chat, key: key).masked("bad key k") == "bad key k")
    }
  }

  @Test("What shapes a reply is told apart, and the key is no part of it")
  func instrument() {
    let usual = ModelFixture.settings(.chat)
    var other = usual
    other.maxOutputTokens += 1
    var settings = [
      usual, other, ModelFixture.settings(.openai), ModelFixture.settings(.chat, model: "x"),
      ModelFixture.settings(.chat, effort: "low"),
      ModelFixture.settings(.chat, endpoint: "https://other.example.com/v1"),
      ModelFixture.settings(.chat, family: "qwen"),
    ].map(instrument)
    #expect(Set(settings).count == 7)
    settings += [ModelFixture.settings(.chat, key: "other key"), usual].map(instrument)
    #expect(Set(settings).count == 7)
    #expect(!settings.contains { $0.values.contains { $0.contains("key") } })
  }

  private func instrument(of settings: ModelSettings) -> [String: String] {
    HTTPModel(settings: settings, transport: ScriptedTransport(), secret: []).settings(
      for: ReplyFixture.plan(ReplyFixture.planText))
  }
}
