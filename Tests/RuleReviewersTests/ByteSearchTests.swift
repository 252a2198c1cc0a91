import Testing

@testable import RuleReviewers

/// The first place of any word, looked for at each byte; of several there the one given first.
private func plainly(_ words: [String], _ bytes: [UInt8], _ range: Range<Int>) -> Range<Int>? {
  for index in range {
    for word in words where index + word.utf8.count <= range.upperBound {
      let place = index..<index + word.utf8.count
      if bytes[place].map(\.lowercased) == Array(word.utf8) { return place }
    }
  }
  return nil
}

@Suite("Looking for words in bytes")
struct ByteSearchTests {
  @Test(
    "It finds what a look at each byte finds, letters of either case",
    arguments: [
      ["ab"], ["a"], ["aab", "ab", "aa"], ["b", "ba"], ["ab", "abc"], ["a/b", "/", "b a"],
      ["im_", "_m"], ["é", "aé"], [], [""],
    ])
  func everywhere(words: [String]) {
    var random = SystemRandomNumberGenerator()
    let alphabet = Array("aAbBc/_ mé!".utf8)
    let search = ByteSearch(words)
    let wanted = words.filter { !$0.isEmpty }
    for _ in 0..<2_000 {
      let bytes = (0..<8).map { _ in alphabet.randomElement(using: &random) ?? 0x61 }
      let range = 0..<Int.random(in: 0...bytes.count, using: &random)
      #expect(
        search.first(in: bytes, range) == plainly(wanted, bytes, range),
        "\(words) in \(String(decoding: bytes[range], as: UTF8.self))")
    }
  }

  @Test(
    "A word stands alone where no letter or digit is at its side",
    arguments: [
      ("give it", true), ("forgive it", false), ("gives", false), ("forgive, give", true),
      ("a_give", true), ("give2", false), ("GIVE", true), ("gigive give", true), ("", false),
    ])
  func alone(text: String, isAlone: Bool) {
    let bytes = Array("x\(text)y".utf8)
    let search = ByteSearch(["give", "rate"])
    #expect(search.occursAlone(in: bytes, 1..<bytes.count - 1) == isAlone)
    #expect(search.occursAlone(in: Array(text.utf8), 0..<1_000) == isAlone)
  }

  @Test("A range beyond the bytes ends with them")
  func beyond() {
    #expect(ByteSearch(["b"]).first(in: Array("ab".utf8), 1..<9) == 1..<2)
  }
}

@Suite("Sets of words")
struct WordSetTests {
  @Test("The empty word is a member only where it was given")
  func emptyWord() {
    let with: WordSet = ["", "a"]
    let without: WordSet = ["a", "b", "c"]
    #expect(with.contains("") && with.contains("a") && !with.contains("b"))
    #expect(!without.contains("") && without.contains("c"))
    #expect(with.union(without).contains("") && !without.union(["d"]).contains(""))
  }

  @Test("A map knows what it was given first, of the empty word too")
  func map() {
    let map: WordMap<Int> = ["a": 1, "": 2, "a": 3]
    #expect(map["a"] == 1 && map[""] == 2 && map["b"] == nil)
  }
}

@Suite("Words taken apart")
struct PieceTests {
  @Test("What is known to be one word gives the same as what is looked through")
  func oneWord() {
    let text = """
      Sessions last two hours, twice a day; the HTTP server keeps KB and ms, retryCount and \
      max_retries, sha256 and SHA256, Kibibyte KiB iPhone aB ten the of document's e-mail ABc
      """
    let bytes = Array(text.utf8)
    var tokens: [Token] = []
    Tokenizer(bytes: bytes).append(bytes.indices, spaceBefore: true, to: &tokens)
    let reader = PieceReader(bytes: bytes)
    let known = tokens.filter(\.isOneWord).map { String(decoding: bytes[$0.range], as: UTF8.self) }
    #expect(known.contains("Sessions") && known.contains("HTTP") && known.contains("sha256"))
    for odd in ["retryCount", "max_retries", "KiB", "iPhone", "aB", "document's", "e-mail"] {
      #expect(!known.contains(odd), "\(odd)")
    }
    let looked = tokens.map { token in
      var token = token
      token.isOneWord = false
      return token
    }
    #expect(
      reader.pieces(of: tokens[...]).map { "\($0)" }
        == reader.pieces(of: looked[...]).map { "\($0)" })
  }
}
