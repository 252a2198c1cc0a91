import StrictJSON
import Testing

@testable import ModelReviewers

@Suite("A reply that does not come alone")
struct RivalAnswersTests {
  private static let reply = ReplyFixture.reply().text(indented: false)
  private static let other = reply.replacing(#""yes""#, with: #""no""#)

  private static func escaped(_ text: String) -> String {
    JSONValue.string(text).text(indented: false)
  }

  static let rivals: [String] = [
    #"{"errors": ["overloaded"]}"#, #"{"errors": [{"message": "overloaded"}], "data": null}"#,
    #"{"errors": {"code": 529}}"#, #"{"error": {"type": "overloaded_error"}}"#,
    #"{"status": "error", "message": "overloaded"}"#, #"{"success": false, "code": 529}"#,
    #"{"type": "error"}"#, #"{"type": "turn.failed"}"#,
    #"{"response": {"error": {"message": "overloaded"}}}"#, #"{"event": {"type": "error"}}"#,
    #"[{"error": "overloaded"}]"#,
    #"{"response": \#(other)}"#, #"{"data": {"reviews": [\#(other)]}}"#,
    #"{"response": \#(escaped(other))}"#,
    #"{"text": \#(escaped("{\"text\": \(escaped(other))}"))}"#,
    #"{"output": {"start_now": {"reason": "no", "answer": false}}}"#,
    #"{"data": {"gaps": []}}"#, #"{"data": {"strongest_objection": "none"}}"#,
    #"{"\u0061nswers": [}"#, #"{"a": 1, "\u0065rror" : overloaded}"#, #"{"errors": [1,]}"#,
    #"{"st\u0061rt_now": {"answer": nope}}"#, #"{"answers": 1, "answers": 2}"#,
    "{'error': 'overloaded'}", "{ error: 'overloaded' }", "{'answers': [], 'gaps': []}",
    "{'echo': {'nonce': 'a'}, 'answers': []}", "{echo: {nonce: 'a'}, start_now: {answer: false}}",
    #"{"response": \#(escaped("```json\n\(other)\n```"))}"#,
    #"{"message": {"content": \#(escaped("Sure:\n\(other)"))}}"#,
    #"{"msg": \#(escaped("[\(other)]"))}"#,
    #"{"Error": "overloaded"}"#, #"{"status": "ERROR"}"#, #"{"code": 500, "message": "quota"}"#,
  ]

  @Test("Beside another reply or an error none counts, whichever comes first", arguments: rivals)
  func rival(_ text: String) {
    for bytes in ["\(text)\n\(Self.reply)", "\(Self.reply)\n\(text)"] {
      #expect(RivalAnswers.stand(in: Array(bytes.utf8)), "\(bytes.prefix(80))")
    }
    #expect(!RivalAnswers.stand(in: Array(text.utf8)) || text == Self.reply)
  }

  static let harmless: [String] = [
    #"{"a": 1}"#, #"{"status": "ok", "error": null, "errors": []}"#, #"{"errors": 0}"#,
    #"{"error": ""}"#, #"{"error": false}"#, #"{"response": {"status": 200, "error": null}}"#,
    #"{"try": {"answers": 1}}"#, #"{"of": "answers"}"#, #"{"of": "answers", }"#,
    #"{"questions": ["answers"]}"#, #"{"level": "info", "text": "the \"error\": none"}"#,
    #"{"properties": {"answers": {"type": "array"}, "start_now": {"type": "object"}}}"#,
    #"{"text": "{\"a\": 1}"}"#, #"{"text": "{not json"}"#, "{answers as asked}", "{'use strict'}",
    "an error: none, answers: all", #"{"name": "x", "success": true}"#,
    #"{"code": 200, "message": "done"}"#, "{a: 1} and all answers as asked",
    #"{"text": "Sure:\n{\"a\": 1}"}"#,
  ]

  @Test("Examples in prose and lines of a log stand beside a reply", arguments: harmless)
  func alone(_ text: String) {
    for bytes in [
      "\(text)\n\(Self.reply)", "As in `\(text)`, see:\n```json\n\(Self.reply)\n```\nDone. \(text)",
    ] {
      #expect(!RivalAnswers.stand(in: Array(bytes.utf8)), "\(bytes.prefix(80))")
    }
  }

  @Test("Whatever a reply quotes, it is one")
  func quotes() {
    let quoted = Self.rivals.joined(separator: " ")
    let reply = ReplyFixture.reply().setting(["strongest_objection"], to: .string(quoted))
    #expect(!RivalAnswers.stand(in: Array(reply.text(indented: true).utf8)))
  }

  @Test("What is larger than any reply is not searched")
  func size() {
    let blanks = String(repeating: " ", count: 8 << 20)
    #expect(!RivalAnswers.stand(in: Array("\(Self.reply)\n\(Self.reply)\(blanks)".utf8)))
  }

  @Test(
    "Hostile texts cost one pass",
    arguments: [
      "{\"", "{'", "{ ", "{\"a\":", "{\"\\", "{}", "{\"a\",}", "{answers", "\"{\\\"", "{a:", ":",
    ])
  func linear(piece: String) {
    let bytes = Array(String(repeating: piece, count: 40_000).utf8)
    #expect(!RivalAnswers.stand(in: bytes))
  }

  @Test("A whole review is known by its answers and its last word, in whatever text it stands")
  func review() {
    #expect(RivalAnswers.review(in: Array(Self.reply.utf8)) == ReplyFixture.reply())
    #expect(RivalAnswers.review(in: Array("So:\n\(Self.reply)".utf8)) == ReplyFixture.reply())
    for text in ["I look at it first.", #"{"answers": []}"#, #"{"answers": [1], "start_now": 1}"#] {
      #expect(RivalAnswers.review(in: Array(text.utf8)) == nil)
    }
  }
}
