import Testing

@testable import YAML

@Suite("YAML trees")
struct YAMLDocumentTests {
  private static let limits = YAMLLimits(bytes: 1_000, depth: 4, nodes: 60)

  private func dump(_ node: YAMLNode?) -> String {
    guard let node else { return "nothing" }
    let place = "@\(node.place.line):\(node.place.column)"
    switch node.content {
    case .scalar(let text): return (text.isPlain ? text.text : "'\(text.text)'") + place
    case .sequence(let items): return "[\(items.map(dump).joined(separator: " "))]\(place)"
    case .mapping(let members):
      let texts = members.map { member in
        "\(member.key)@\(member.keyPlace.line):\(member.keyPlace.column)=\(dump(member.value))"
      }
      return "{\(texts.joined(separator: " "))}\(place)"
    }
  }

  @Test(
    "every key and value has its line and column",
    arguments: [
      ("a: 1\nb:\n  - x\n", "{a@1:1=1@1:4 b@2:1=[x@3:5]@3:3}@1:1"),
      ("p: { go: 65, 'each': \"55\" }", "{p@1:1={go@1:6=65@1:10 each@1:14='55'@1:22}@1:4}@1:1"),
      ("é: ü", "{é@1:1=ü@1:4}@1:1"), ("\u{FEFF}a: 1", "{a@1:1=1@1:4}@1:1"),
      ("a: 1\r\nb: 2\r\n", "{a@1:1=1@1:4 b@2:1=2@2:4}@1:1"),
      ("a:\n\nb: |\n  x\n", "{a@1:1=@1:3 b@3:1='x\n'@3:4}@1:1"),
      ("# nothing\n", "nothing"), ("", "nothing"), ("\u{FEFF}", "nothing"),
    ])
  func places(text: String, expected: String) throws {
    #expect(dump(try YAMLDocument.read(Array(text.utf8), limits: Self.limits)) == expected)
  }

  @Test(
    "what is refused, with its place",
    arguments: [
      ("a: 1\nb: *x\n", 2, 4, "aliases"), ("a: &x 1\n", 1, 4, "anchors"),
      ("a: &x {b: c}", 1, 4, "anchors"), ("a: !!int 1", 1, 4, "tags"),
      ("a: !<tag:yaml.org,2002:python/object/apply:os.system> [ls]", 1, 4, "tags"),
      ("a: 1\nb: 2\na: 3", 3, 1, "'a' occurs twice"), ("'a': 1\na: 3", 2, 1, "occurs twice"),
      ("--- 1\n--- 2\n", 2, 1, "second document"), ("a: [[[[1]]]]", 1, 7, "4 levels"),
      ("? [a]\n: b", 1, 3, "plain word"),
      ("a: [" + String(repeating: "1,", count: 80), 1, 119, "60"),
      ("a: \"" + String(repeating: "x", count: 1_000), 1, 1, "1000 bytes"),
      ("a: b: c", 1, 5, "mapping values"), ("a: \u{1}", 1, 4, "control characters"),
    ])
  func refusals(text: String, line: Int, column: Int, words: String) {
    #expect {
      try YAMLDocument.read(Array(text.utf8), limits: Self.limits)
    } throws: { error in
      let error = error as? YAMLError
      return error?.place == YAMLPlace(line: line, column: column)
        && error?.message.contains(words) == true
    }
  }

  @Test("bytes that are no UTF-8 are refused at their line, and UTF-16 is not guessed")
  func encodings() {
    for (bytes, line) in [
      (Array("a: 1\nb: ".utf8) + [0xFF], 2), ([0xFF, 0xFE, 0x61, 0x00], 1), ([0xC0, 0x80], 1),
    ] {
      #expect {
        try YAMLDocument.read(bytes, limits: Self.limits)
      } throws: { ($0 as? YAMLError)?.place.line == line }
    }
  }

  @Test("a bomb of aliases and one of nesting end at once")
  func bombs() {
    let limits = YAMLLimits(bytes: 4 << 20, depth: 16, nodes: 100_000)
    let laughs = "a: &a [x,x]\nb: &b [*a,*a,*a]\nc: [*b,*b,*b]\n"
    for text in [laughs] + ["[", "{a: ", "- ", "? "].map({ String(repeating: $0, count: 200_000) })
    {
      #expect(throws: YAMLError.self) {
        try YAMLDocument.read(Array(text.utf8), limits: limits)
      }
    }
  }

  @Test("a key is found, and others are not")
  func subscripts() throws {
    let root = try YAMLDocument.read(Array("a: 1\nb: [2]".utf8), limits: Self.limits)
    #expect(root?["b"]?.keyPlace.line == 2)
    #expect(root?["c"] == nil)
    #expect(root?["b"]?.value["a"] == nil)
  }
}
