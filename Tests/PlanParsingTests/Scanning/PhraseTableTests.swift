import Testing

@testable import PlanParsing

@Suite("Phrases are found where words start, the longest first")
struct PhraseTableTests {
  private let table = PhraseTable([
    ("test", "word"), ("test plan", "phrase"), ("authori*", "stem"), ("修改", "chinese"),
    ("(new", "mark"),
  ])

  @Test(
    "what is found first",
    arguments: [
      ("a test", "word"), ("the Test  Plan", "phrase"), ("AUTHORIZATION", "stem"),
      ("testing", nil), ("latest", nil), ("文件修改", "chinese"), ("x.swift (new)", "mark"),
      ("", nil),
    ] as [(String, String?)])
  func first(text: String, value: String?) {
    let bytes = Array(text.utf8)
    #expect(table.first(in: bytes, 0..<bytes.count)?.value == value)
  }

  @Test("matches do not overlap and stop when the caller has seen enough")
  func scanning() {
    let bytes = Array("test plan, test, author, authorized".utf8)
    var all: [String] = []
    table.scan(bytes, 0..<bytes.count) { match in
      all.append(match.value)
      return true
    }
    #expect(all == ["phrase", "word", "stem"])
    #expect(table.last(in: bytes, 0..<bytes.count)?.value == "stem")
  }

  @Test("a range that ends inside a phrase holds no match of it")
  func rangeEnds() {
    let bytes = Array("test plan".utf8)
    #expect(table.match(bytes, at: 0, before: 7)?.value == "word")
    #expect(table.match(bytes, at: 9, before: 9) == nil)
  }
}
