import CheckModel
import StrictJSON
import Testing

@testable import ModelReviewers

private func read(_ text: String) throws(ReviewFailure) -> JSONValue {
  try ReplyText.document(Array(text.utf8), name: "r").root
}

@Suite("Finding the reply in what came back")
struct ReplyTextTests {
  @Test(
    "Each rung of the ladder finds the same object",
    arguments: [
      #"{"a": 1}"#,
      " \n\t{\"a\": 1}\r\n",
      "\u{FEFF}{\"a\": 1}",
      "```json\n{\"a\": 1}\n```",
      "```\n{\"a\": 1}\n```\n",
      "~~~~ json\n{\"a\": 1}\n~~~~",
      "Here is my review:\n\n{\"a\": 1}",
      "Sure {as asked}.\n```json\n{\"a\": 1}\n```\nAnything else?",
      "{\"a\": 0} is a draft, and this the reply: {\"a\": 1} done",
      "I don't \"quote\" well. { \"a\"\n : 1}",
    ])
  func rungs(text: String) throws {
    #expect(try read(text) == ["a": 1])
  }

  @Test("A brace or an escaped quotation mark inside a string ends nothing")
  func strings() throws {
    #expect(try read(#"so: {"a": "} \" { \\", "b": {"c": "}"}} end"#)["b"] == ["c": "}"])
  }

  @Test(
    "What is not a reply is refused with its place",
    arguments: [
      ("", ReviewFailure.Class.empty, "r: the reply is empty"),
      ("\u{FEFF} \n", .empty, "r: the reply is empty"),
      ("I approve of this plan.", .malformed, "r:1:1: the reply holds no JSON object"),
      ("{\"a\": 1", .malformed, "r:1:1: the object that begins here never ends"),
      ("fine\n {\"a\": [1, 2", .malformed, "r:2:2: the object that begins here never ends"),
      ("{\"a\": 1}\n{\"a\": ", .malformed, "r:2:1: the object that begins here never ends"),
      ("{a: 1}", .malformed, "r:1:2: a cannot stand here"),
      ("{\"a\": 1, \"a\": 2}", .malformed, "r:1:10: the key \"a\" stands twice in one object"),
      ("so:\n{\"a\": 1,}", .malformed, "r:2:9: a comma stands before the closing }"),
      ("```json\n{\"a\": NaN}\n```", .malformed, "r:2:7: NaN cannot stand here"),
      ("{\"a\": 1} {\"b\": 2,}", .malformed, "r:1:18: a comma stands before the closing }"),
      ("```\n```", .malformed, "r:1:1: the reply holds no JSON object"),
      ("<html><body>502 Bad Gateway</body></html>", .malformed, "r:1:1: the reply holds no"),
    ])
  func refused(text: String, failureClass: ReviewFailure.Class, message: String) throws {
    let failure = try #require(throws: ReviewFailure.self) { try read(text) }
    #expect(failure.failureClass == failureClass)
    #expect(failure.message.hasPrefix(message), "\(failure.message)")
  }

  @Test("A text of one value that is no object is left to the check of its form")
  func otherValues() throws {
    #expect(try read("[]") == [])
    #expect(try read("\"{}\"") == "{}")
  }

  @Test("Eight MiB are read and one byte more is not")
  func size() throws {
    let limit = 8 << 20
    let reply = Array("{\"a\": 1}".utf8)
    let blanks = [UInt8](repeating: 0x20, count: limit - reply.count)
    #expect(throws: Never.self) { try ReplyText.document(blanks + reply, name: "r") }
    let failure = try #require(throws: ReviewFailure.self) {
      try ReplyText.document(blanks + reply + [0x20], name: "r")
    }
    #expect(failure.failureClass == .malformed)
    #expect(failure.message.contains("8388608"))
  }

  @Test("Many open braces cost one pass", arguments: ["{\"", "{ ", "{\"a\":", "```\n{"])
  func braces(piece: String) {
    let bytes = Array(String(repeating: piece, count: 200_000).utf8)
    #expect(throws: ReviewFailure.self) { try ReplyText.document(bytes + [0x7B], name: "r") }
  }
}
