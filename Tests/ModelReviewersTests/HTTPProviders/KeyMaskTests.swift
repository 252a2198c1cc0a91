import CheckModel
import HTTPClient
import ReplyStore
import StrictJSON
import Testing

@testable import ModelReviewers

@Suite("A server that repeats the key it was sent")
struct KeyMaskTests {
  private let key = ModelFixture.key

  private func ask(_ transport: ScriptedTransport) async -> Result<String?, ReviewFailure> {
    do throws(ReviewFailure) {
      let reply = try await HTTPModel(
        settings: ModelFixture.settings(.chat), transport: transport, secret: ReplyFixture.secret
      ).ask(ModelFixture.request()).stored
      return .success(reply.model.answered)
    } catch {
      return .failure(error)
    }
  }

  private func answer(_ text: String, model: String = "m") -> HTTPResponse {
    VendorWire.json([
      "object": "chat.completion", "model": JSONValue(.string(model)),
      "choices": [
        [
          "index": 0, "finish_reason": "stop",
          "message": ["role": "assistant", "content": JSONValue(.string(text))],
        ]
      ],
    ])
  }

  @Test(
    "What stands behind escapes is read, and what is no escape stays",
    arguments: [
      (#"a\u0062c"#, "abc"), (#"\/key\/"#, "/key/"), (#"\"a\\b\""#, #""a\b""#),
      (#"\n\t\r\b\f"#, "\n\t\r\u{8}\u{C}"), (#"\uD83D\uDE00!"#, "😀!"),
      (#"\uD83Dx\uDE00"#, "\u{FFFD}x\u{FFFD}"), (#"\u12"#, "u12"), (#"\u+123"#, "u+123"),
      (#"\u00e4é\"#, #"äé\"#),
    ])
  func unescaped(reply: String, meant: String) throws {
    let text = try #require(ReplyText.unescaped(Array(reply.utf8)))
    #expect(String(decoding: text, as: UTF8.self) == meant)
    #expect(ReplyText.unescaped(Array("no escape é".utf8)) == nil)
  }

  @Test("The name of the model that answered is told without it")
  func modelName() async throws {
    for (name, shown) in [
      (key, "***"), ("m of \(key)", "m of ***"), ("a\u{1B}[2Jb\u{202E}", "a\u{FFFD}[2Jb\u{FFFD}"),
      (String(repeating: "m", count: 8 << 10 | 1), nil),
    ] {
      let answered = try await ask(ScriptedTransport(answer(ModelFixture.reply, model: name))).get()
      #expect(answered == shown)
    }
  }

  @Test(
    "A reply that holds it is no review, is not asked for again, and is not quoted",
    arguments: ["plain", "escaped", "before the object"])
  func reply(_ place: String) async throws {
    let text: String
    switch place {
    case "plain": text = ModelFixture.reply.replacing("Tabs", with: key)
    case "escaped":
      let escaped = key.unicodeScalars.map { "\\u00" + String($0.value, radix: 16) }.joined()
      text = ModelFixture.reply.replacing("Tabs", with: escaped)
    default: text = "\(key)\n\(ModelFixture.reply)"
    }
    try #require(text != ModelFixture.reply)
    let transport = ScriptedTransport(answer(text), answer(ModelFixture.reply))
    guard case .failure(let failure) = await ask(transport) else {
      Issue.record("there is a reply")
      return
    }
    #expect(failure.failureClass == .malformed)
    #expect(failure.message.contains("repeats the key"))
    #expect(!failure.message.contains(key))
    #expect(failure.detail == nil)
    #expect(await transport.requests.count == 1)
  }

  @Test("No part of it is left where a message is cut")
  func cut() async throws {
    let long = String(repeating: "x", count: 50) + key
    var odd = answer(ModelFixture.reply)
    odd.headers = [HTTPHeader("content-type", "text/\(long)")]
    for response in [odd] {
      guard case .failure(let failure) = await ask(ScriptedTransport(response, response)) else {
        Issue.record("there is a reply")
        continue
      }
      #expect(!failure.message.contains("sk-s"))
    }
    #expect(
      !ModelFixture.settings(.chat).filtered(long).failure.message.contains("sk-s"))
  }
}
