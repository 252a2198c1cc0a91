import Testing

@testable import RuleReviewers

@Suite("Words that are looked for, thousands at once")
struct WordSearchTests {
  @Test("a tree finds each word that stands in the range, inside longer ones and in either case")
  func tree() {
    var tree = WordTree(["fr-1", "fr-12", "sc-7", "ü3", "x"])
    let bytes = Array("see FR-123 and Ü3; not sc-7".utf8)
    tree.look(in: bytes, 0..<bytes.count - 1)
    #expect(tree.found == ["fr-1", "fr-12"])
    tree.look(in: bytes, bytes.count - 4..<bytes.count)
    #expect(tree.found == ["fr-1", "fr-12", "sc-7"])
  }

  @Test("the first set is found that shares enough words")
  func shared() {
    let sets: [Set<Word>] = [["a", "b"], ["a", "b", "c"], ["c", "d", "e"]]
    let words = SharedWords(sets)
    #expect(words.first(with: ["a", "b", "c"], atLeast: 2) == 0)
    #expect(words.first(with: ["a", "b", "c"], atLeast: 3) == 1)
    #expect(words.first(with: ["c", "d", "x"], atLeast: 2) == 2)
    #expect(words.first(with: ["x"], atLeast: 1) == nil)
  }

  @Test("a map knows its words, and of one given twice the first value")
  func map() {
    let map: WordMap<Int> = ["one": 1, "two": 2, "": 0, "one": 3]
    #expect(map["one"] == 1)
    #expect(map["two"] == 2)
    #expect(map[""] == 0)
    #expect(map["three"] == nil)
  }

  @Test(
    "a stem is the word without its ending, however long the word is",
    arguments: [
      ("logged", "log"), ("dropping", "drop"), ("missing", "miss"), ("class", "class"),
      ("queries", "queri"), ("query", "queri"), ("copying", "copi"), ("uses", "use"),
      ("internationalization", "internationalizat"), ("Internationalizations", "internationalizat"),
      ("deletes", "delete"), ("purged", "delete"), ("skiing", "ski"), ("as", "as"), ("", ""),
      ("reconfigurations", "reconfigurat"), ("reconfiguration", "reconfigurat"),
    ])
  func stem(word: String, stem: String) {
    #expect(Stem.of(Array(word.utf8)) == Word(stem.utf8))
  }

  @Test("a word without its last bytes is the word of the others", arguments: 1...15)
  func shortened(length: Int) {
    let bytes = Array("abcdefghijklmno".utf8.prefix(length))
    for number in 0...min(7, length) {
      #expect(Word(bytes).dropLast(number) == Word(bytes.dropLast(number)))
    }
    for distance in 0..<min(8, length) {
      #expect(Word(bytes).byte(fromEnd: distance) == bytes[length - 1 - distance])
    }
  }
}
