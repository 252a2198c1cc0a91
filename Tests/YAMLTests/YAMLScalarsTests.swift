import Testing
import YAML

@Suite("YAML scalars")
struct YAMLScalarsTests {
  @Test("keys on the way, numbers of items, lines")
  func scalars() throws {
    let scalars = try YAMLScalars.read(Array("a: 1\nb:\n  - x\n  - {c: \"d e\"}\n".utf8))
    #expect(
      scalars.map { "\($0.key)=\($0.value)@\($0.line)" } == ["a=1@1", "b.0=x@3", "b.1.c=d e@4"])
  }

  @Test(
    "what is refused, with its line",
    arguments: [
      ("a: 1\nb: [", 3), ("a: &x 1\nb: *x\n", 1), ("a: 1\na: 2", 2), ("\ta: 1", 1),
      ("[[[[[[[[[[[[[[[[[[1", 1),
      ("? {a: b}\n: c", 1),
    ])
  func refusals(text: String, line: Int) {
    #expect { try YAMLScalars.read(Array(text.utf8)) } throws: { error in
      (error as? YAMLError)?.place.line == line
    }
  }

  @Test("an empty text has no scalars")
  func empty() throws {
    #expect(try YAMLScalars.read([]).isEmpty)
  }
}
