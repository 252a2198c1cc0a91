import Testing

@testable import RuleReviewers

@Suite("Words as values")
struct WordTests {
  /// Texts that differ in one place each: at the start, the middle or the end, of every length around the
  /// limits of what is kept exactly.
  static let texts: [String] = (0...40).flatMap { length in
    let text = String("abcdefghijklmnopqrstuvwxyz0123456789ABCDE".prefix(length))
    return [text] + ["-" + text.dropFirst(), text.prefix(length / 2) + "_" + text, text + "+"]
  }

  @Test("two are equal exactly if their texts are")
  func equality() {
    let texts = Set(Self.texts)
    #expect(Set(texts.map { Word($0.utf8) }).count == texts.count)
    for text in texts { #expect(Word(text.utf8) == Word(Array(text.utf8))) }
  }

  @Test("a literal is the word of its bytes")
  func literals() {
    #expect(Word("plan".utf8) == "plan")
    #expect(Word("„".utf8) == "„")
    #expect(Word("backwards-compatible".utf8) == "backwards-compatible")
    #expect(Word() == "")
  }

  @Test(
    "the length and the last bytes are known, however long it is", arguments: [3, 8, 15, 16, 250])
  func ending(length: Int) {
    let word = Word((String(repeating: "x", count: length - 3) + "ing").utf8)
    #expect(word.count == length)
    #expect(word.last == UInt8(ascii: "g"))
    #expect(word.hasSuffix("ing"))
    #expect(!word.hasSuffix("ong"))
    #expect(word.hasSuffix("xing") == (length > 3))
  }

  @Test("a set holds its words and no others")
  func sets() {
    let odd = Self.texts.enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
    let set = WordSet(odd.map { Word($0.utf8) })
    for text in Self.texts { #expect(set.contains(Word(text.utf8)) == odd.contains(text)) }
    let both = set.union(["plan", ""])
    #expect(both.contains("plan") && both.contains("") && both.contains(Word(odd[7].utf8)))
    #expect(!WordSet([]).contains("plan"))
  }

  @Test("a phrase stands as a whole")
  func phrases() {
    var tokens: [Token] = []
    let text = Array("This is out of the scope, and not in scope.".utf8)
    Tokenizer(bytes: text).append(0..<text.count, spaceBefore: true, to: &tokens)
    let outside: Phrases = [["out", "of", "scope"]]
    let either: Phrases = [["out", "of", "scope"], ["not", "in", "scope"]]
    let beyond: Phrases = [["scope", ".", "then"]]
    #expect(!outside.occur(in: tokens[...]))
    #expect(either.occur(in: tokens[...]))
    #expect(!either.occur(in: tokens.dropLast(2)))
    #expect(!beyond.occur(in: tokens[...]))
  }
}
