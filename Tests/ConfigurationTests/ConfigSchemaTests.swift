import StrictJSON
import Testing

@testable import Configuration

@Suite("The config's schema and reference")
struct ConfigSchemaTests {
  private let schema = ConfigSchema(rules: someRules)

  @Test("the schema is JSON, closed at every level, and knows every key")
  func document() throws {
    let limits = JSONLimits(bytes: 1 << 20, depth: 30, values: 10_000)
    let root = try JSONDocument(Array(schema.document.utf8), limits: limits).root
    #expect(root["additionalProperties"] == false)
    for key in ConfigKeys.all(rules: someRules) {
      #expect(root["properties"]?[key.name]?["description"] != nil, "\(key.name)")
    }
    func property(_ names: String...) -> JSONValue? {
      names.reduce(JSONValue?.some(root)) { value, name in value?["properties"]?[name] }
    }
    #expect(property("policy", "normal", "go")?["maximum"] == 100)
    #expect(property("rules", "no-rollback")?["enum"] != nil)
  }

  @Test("the reference has a row for every key")
  func reference() {
    for key in [
      "reviewers.NAME.apiKeyEnv", "hosts", "panel.low", "policy.high.go", "rules", "plans",
    ] {
      #expect(schema.reference.contains("| `\(key)` |"), "\(key)")
    }
    #expect(!schema.reference.contains("no-rollback"))
  }
}
