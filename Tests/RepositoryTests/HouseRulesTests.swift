import Testing

@Suite("The rules of the house")
struct HouseRulesTests {
  typealias HouseRule = @Sendable (SwiftFile) -> [String]

  /// Each with a text that breaks it.
  static let rules: [(name: String, rule: HouseRule, broken: String)] = [
    ("files are short", HouseRules.tooLong, String(repeating: "\n", count: 401)),
    ("no Foundation", HouseRules.importsFoundation, "@preconcurrency import Foundation"),
    ("dangers are explained", HouseRules.unexplained, "let first = try! read()"),
    ("no silent unwrap", HouseRules.unexplained, "let first = values.first!.name"),
    ("declarations are documented", HouseRules.undocumented, "\n  package static func a() {}"),
    (
      "functions are short", HouseRules.longFunctions,
      "  func a() {\n" + String(repeating: "    b()\n", count: 50) + "  }"
    ),
  ]

  @Test("every file of Sources keeps them", arguments: rules.indices)
  func sources(keep index: Int) {
    let broken = Repository.swiftFiles("Sources").flatMap(Self.rules[index].rule)
    #expect(broken == [], "\(Self.rules[index].name)")
  }

  @Test("each of them can be broken", arguments: rules.indices)
  func canBeBroken(_ index: Int) {
    #expect(!Self.rules[index].rule(SwiftFile(Self.rules[index].broken)).isEmpty)
  }

  @Test(
    "and is not broken by what only looks like it",
    arguments: [
      "// the caller promised\nlet a = b!", "let a = \"wait!\"  // stop!", "if a != b, !c { }",
      "#if canImport(FoundationEssentials)\n  import FoundationEssentials\n#else\n"
        + "  import Foundation\n#endif", "import FoundationEssentials",
      "/// Says what.\n@inlinable\npackage func a() {}", "  package var a: Int",
    ])
  func innocent(_ text: String) {
    for (name, rule, _) in Self.rules { #expect(rule(SwiftFile(text)) == [], "\(name)") }
  }

  @Test("test files are short too")
  func tests() {
    #expect(Repository.swiftFiles("Tests").flatMap(HouseRules.tooLong) == [])
  }
}
