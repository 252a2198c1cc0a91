import Foundation
import Testing

@testable import StrictJSON

private let limits = JSONLimits(bytes: 1 << 20, depth: 64, values: 100_000)

private func parse(_ text: String) throws -> JSONValue {
  try JSONDocument(Array(text.utf8), limits: limits).root
}

private func faultOf(_ bytes: [UInt8], _ limits: JSONLimits = limits) throws -> JSONFault {
  try #require(throws: JSONFault.self) { try JSONDocument(bytes, limits: limits) }
}

@Suite("Well-formed JSON")
struct JSONDocumentTests {
  @Test("Every kind of value arrives, members in their order")
  func kinds() throws {
    let value = try parse(#" {"b": [1, -2.5, 1e3, "x"], "a": {"t": true, "f": false, "n": null}} "#)
    let expected: JSONValue = [
      "b": [1, JSONValue(.real(-2.5)), JSONValue(.real(1000)), "x"],
      "a": ["t": true, "f": false, "n": JSONValue(.null)],
    ]
    #expect(value == expected)
  }

  @Test(
    "A lone value is a text of its own",
    arguments: [
      ("7", .integer(7)), (#""a""#, .string("a")), ("null", .null), ("[]", .array([])),
      ("{}", .object([])),
    ] as [(String, JSONValue.Content)])
  func lone(text: String, expected: JSONValue.Content) throws {
    #expect(try parse(text).content == expected)
  }

  @Test("The widest integers fit, and the escape of U+0000 survives in a string")
  func edges() throws {
    #expect(try parse("9223372036854775807").content == .integer(.max))
    #expect(try parse("-9223372036854775808").content == .integer(.min))
    #expect(try parse(#""a\u0000b""#).content == .string("a\u{0}b"))
    #expect(try parse(#""\ud83d\ude00 é 漢""#).content == .string("😀 é 漢"))
  }

  @Test("Each key and value knows the byte it begins at")
  func offsets() throws {
    let text = #"{"é": ["x", {"k":2}], "z": -1}"#
    let bytes = Array(text.utf8)
    let document = try JSONDocument(bytes, limits: limits)
    guard case .object(let members) = document.root.content,
      case .array(let list) = members[0].value.content
    else {
      Issue.record("the shape is wrong")
      return
    }
    #expect(document.position(of: members[0].offset) == JSONPosition(line: 1, column: 2))
    #expect(document.position(of: list[0].offset) == JSONPosition(line: 1, column: 8))
    #expect(document.position(of: list[1].offset) == JSONPosition(line: 1, column: 13))
    let number = try #require(list[1]["k"])
    #expect(document.position(of: number.offset) == JSONPosition(line: 1, column: 18))
    #expect(bytes[members[1].value.offset] == UInt8(ascii: "-"))
  }

  @Test("A range of a longer text keeps the positions of the whole")
  func range() throws {
    let bytes = Array("so:\n  {\"a\": 1}\nend".utf8)
    let document = try JSONDocument(bytes, in: 6..<14, limits: limits)
    #expect(document.position(of: document.root.offset) == JSONPosition(line: 2, column: 3))
    let wrong = try #require(throws: JSONFault.self) {
      try JSONDocument(bytes, in: 6..<13, limits: limits)
    }
    #expect(wrong.position == JSONPosition(line: 2, column: 10))
  }

  @Test("What is written can be read again")
  func roundTrip() throws {
    let value: JSONValue = [
      "text": "a \"b\" \\ \n\t\r \u{1B} \u{0} \u{2028} 😀",
      "list": [1, [], [:], JSONValue(.null), true],
      "words": ["a", "b"], "real": JSONValue(.real(0.25)),
    ]
    #expect(try parse(value.text(indented: true)) == value)
    #expect(try parse(value.text(indented: false)) == value)
    #expect(!value.text(indented: false).contains("\n"))
    let small: JSONValue = ["a": ["x", "y"], "b": [:]]
    #expect(small.text(indented: true) == "{\n  \"a\": [\"x\", \"y\"],\n  \"b\": {}\n}")
  }
}

@Suite("Faults in JSON")
struct JSONFaultTests {
  @Test(
    "A fault is named with its line and column",
    arguments: [
      ("", 1, 1, "there is no value"),
      (" \n\t", 1, 1, "there is no value"),
      ("{\"a\": 1,\n \"b\": 2,\n \"a\": 3}", 3, 2, "the key \"a\" stands twice"),
      ("[1,\n 2,\n]", 3, 1, "a comma stands before the closing ]"),
      ("{\"a\": 1,}", 1, 9, "a comma stands before the closing }"),
      ("{\"a\": NaN}", 1, 7, "NaN cannot stand here"),
      ("[Infinity]", 1, 2, "Infinity cannot stand here"),
      ("{'a': 1}", 1, 2, "'a' cannot stand here"),
      ("{\"a\" 1}", 1, 6, "1 cannot stand here"),
      ("{\"a\": 1", 1, 8, "ends in the middle of a value"),
      ("[1, 2", 1, 6, "ends in the middle of a value"),
      ("[1, \"two", 1, 5, "never closed"),
      ("[1] [2]", 1, 5, "more text follows"),
      ("{\"a\": 1}\nDone.", 2, 1, "more text follows after the value: Done."),
      ("[1, // one\n 2]", 1, 5, "cannot stand here"),
      ("[01]", 1, 2, "01 cannot stand here"),
      ("[99999999999999999999]", 1, 2, "99999999999999999999 is too large"),
      ("[1, 1e999]", 1, 5, "1e999 is too large"),
      ("[\"a\nb\"]", 1, 4, "line break or control character"),
      ("[\"a\\qb\"]", 1, 2, "an escape in it is wrong"),
      ("[\"\\ud800\"]", 1, 2, "an escape in it is wrong"),
      ("{\"a\\u0000\": 1}", 1, 2, "U+0000"),
      ("\u{FEFF}{}", 1, 1, "cannot stand here"),
      ("]", 1, 1, "cannot stand here"),
      ("{]", 1, 2, "cannot stand here"),
    ])
  func named(text: String, line: Int, column: Int, words: String) throws {
    let fault = try faultOf(Array(text.utf8))
    #expect(fault.position == JSONPosition(line: line, column: column), "\(fault.message)")
    #expect(fault.message.contains(words), "\(fault.message)")
  }

  @Test(
    "Bytes that are not UTF-8 are refused where they stand",
    arguments: [
      [0xFF], [0xC0, 0xAF], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
      [0xF0, 0x9F, 0x98], [0xC3], [0xE6, 0xBC],
    ] as [[UInt8]])
  func invalidUTF8(bytes: [UInt8]) throws {
    let fault = try faultOf(Array("[\"é".utf8) + bytes + Array("\"]".utf8))
    #expect(fault.position == JSONPosition(line: 1, column: 4))
    #expect(fault.message.contains("UTF-8"))
    #expect(try faultOf(Array("[\"é".utf8) + bytes).position == fault.position)
  }

  @Test("Length, depth and number of values have limits that the caller writes")
  func limited() throws {
    let tight = JSONLimits(bytes: 40, depth: 3, values: 6)
    #expect(try faultOf(Array(String(repeating: " ", count: 41).utf8), tight).offset == 0)
    let deep = try faultOf(Array("[[[\n[1]]]]".utf8), tight)
    #expect(deep.position == JSONPosition(line: 2, column: 1))
    #expect(deep.message.contains("3 deep"))
    #expect(try faultOf(Array("[1,2,3,4,5,6]".utf8), tight).message.contains("more than 6"))
    #expect(throws: Never.self) { try JSONDocument(Array("[[[1]],2,3]".utf8), limits: tight) }
  }

  @Test("A million open brackets are refused and not recursed into, closed or not")
  func deep() throws {
    let wide = JSONLimits(bytes: 1 << 22, depth: .max, values: .max)
    let open = [UInt8](repeating: UInt8(ascii: "["), count: 1_000_000)
    let fault = try faultOf(open + open.map { _ in UInt8(ascii: "]") }, wide)
    #expect(fault.position == JSONPosition(line: 1, column: 501))
    #expect(throws: Never.self) {
      try JSONDocument(open.prefix(500) + open.prefix(500).map { $0 + 2 }, limits: wide)
    }
  }

  @Test("No prefix and no changed byte of a text can bring the reader down")
  func mangled() {
    let bytes = Array(#"{"a":[1,-2.5e3,"x\u00e9\"漢",true,null],"b":{"c":""}}"#.utf8)
    var refused = 0
    for length in bytes.indices {
      refused += (try? JSONDocument(Array(bytes[..<length]), limits: limits)) == nil ? 1 : 0
    }
    #expect(refused == bytes.count)
    for index in bytes.indices {
      for byte: UInt8 in [0, 0x22, 0x2C, 0x5B, 0x5C, 0x5D, 0x7B, 0x7D, 0x80, 0xC3, 0xFF] {
        var changed = bytes
        changed[index] = byte
        guard (try? JSONDocument(changed, limits: limits)) != nil else { continue }
        // what we accept, another reader of JSON accepts too
        #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(changed)) }
      }
    }
  }
}

@Suite("Plain JSON, read without the library")
struct PlainJSONTests {
  private static let sample =
    #"{"a":[1,-2.5e3,-0,"x\u00e9\"漢\n",true,null],"b":{"c":"","\ud83d\ude00":false}, "d" : [] }"#

  private func plain(_ bytes: [UInt8], _ limits: JSONLimits = limits) -> JSONValue? {
    PlainJSON.value(in: bytes, bytes.indices, limits: limits)
  }

  /// Equal in content and in every place.
  private func isSame(_ one: JSONValue, _ other: JSONValue) -> Bool {
    guard one.offset == other.offset else { return false }
    switch (one.content, other.content) {
    case (.object(let ones), .object(let others)):
      return ones.count == others.count
        && zip(ones, others).allSatisfy {
          $0.key == $1.key && $0.offset == $1.offset && isSame($0.value, $1.value)
        }
    case (.array(let ones), .array(let others)):
      return ones.count == others.count && zip(ones, others).allSatisfy(isSame)
    default: return one == other
    }
  }

  @Test("What replies hold is read in one pass")
  func reads() throws {
    let bytes = Array(Self.sample.utf8)
    let read = try #require(plain(bytes))
    #expect(isSame(read, try JSONDocument.checked(bytes, in: bytes.indices, limits: limits)))
    #expect(read["b"]?["😀"] == false)
  }

  @Test(
    "What is in doubt is left to the library",
    arguments: [
      "", " ", "[1,]", "{\"a\":1,}", "{\"a\":1,\"a\":2}", "{\"é\":1,\"e\u{301}\":2}",
      "[01]", "[1.]", "[.5]", "[+1]", "[-]", "[1e]", "[1e999]", "[1e-999]", "[0.0]",
      "[9223372036854775808]", "[tru]", "[truer]", "[NaN]", "1 2", "[1", "{\"a\"}", "[\"a",
      "[\"a\nb\"]", "[\"\\q\"]", "[\"\\ud800\"]", "[\"\\ude00\"]", "[\"\\ud83dx\"]",
      "[\"\\u12g4\"]", "{\"\\u0000\":1}", "[1]\0", "\u{FEFF}1",
    ])
  func doubts(text: String) {
    #expect(plain(Array(text.utf8)) == nil)
  }

  @Test("Beyond a limit it reads nothing")
  func limited() {
    let tight = JSONLimits(bytes: 40, depth: 2, values: 4)
    #expect(plain(Array("[[1],2]".utf8), tight) != nil)
    #expect(plain(Array("[[[]]]".utf8), tight) == nil)
    #expect(plain(Array("{\"a\":1,\"b\":2}".utf8), tight) == nil)
  }

  @Test(
    "However a text is mangled, it reads nothing that the library refuses, and nothing otherwise")
  func mangled() throws {
    let bytes = Array(Self.sample.utf8)
    var same = 0
    for index in bytes.indices {
      for byte in UInt8(0x08)..<0x80 {
        var changed = bytes
        changed[index] = byte
        guard invalidUTF8(in: changed, changed.indices) == nil, let read = plain(changed) else {
          continue
        }
        let known = try JSONDocument.checked(changed, in: changed.indices, limits: limits)
        #expect(isSame(read, known), "\(String(decoding: changed, as: UTF8.self))")
        same += 1
      }
    }
    // letters and digits of strings may change
    #expect(same > 500)
  }
}
