import CheckModel
import StrictJSON
import Testing

@testable import ModelReviewers

@Suite("The schema of a reply")
struct ReplySchemaTests {
  /// All schemas within a schema, with their paths.
  private func walk(_ schema: JSONValue, _ path: String = "#") -> [(String, JSONValue)] {
    var found = [(path, schema)]
    if case .object(let members) = schema["properties"]?.content {
      for member in members { found += walk(member.value, "\(path)/\(member.key)") }
    }
    if let items = schema["items"] { found += walk(items, path + "/items") }
    if case .array(let choices) = schema["anyOf"]?.content {
      for choice in choices { found += walk(choice, path + "/anyOf") }
    }
    return found
  }

  private func keys(_ value: JSONValue?) -> [String] {
    if case .object(let members) = value?.content { members.map(\.key) } else { [] }
  }

  @Test("Every object is closed and requires all its properties, in their order")
  func closed() throws {
    let schemas = walk(ReplySchema.value(for: try ReplyFixture.defaultRubric()))
    #expect(schemas.count > 30)
    for (path, schema) in schemas where schema["type"] == "object" {
      let names = keys(schema["properties"]).map { JSONValue(.string($0)) }
      #expect(schema["required"] == JSONValue(.array(names)), "\(path)")
      #expect(schema["additionalProperties"] == false, "\(path)")
    }
  }

  @Test("Only the words that all vendors share are used, and few unions")
  func strictSubset() throws {
    let allowed: Set = [
      "type", "properties", "required", "additionalProperties", "items", "enum", "anyOf",
      "description",
    ]
    let schemas = walk(ReplySchema.value(for: try ReplyFixture.defaultRubric()))
    for (path, schema) in schemas {
      #expect(Set(keys(schema)).isSubset(of: allowed), "\(path)")
      #expect((schema["type"] == nil) == (schema["anyOf"] != nil), "\(path)")
    }
    #expect(schemas.filter { $0.1["anyOf"] != nil }.count <= 8)
  }

  @Test("Every union is with null and nothing else")
  func unions() throws {
    for (path, schema) in walk(ReplySchema.value(for: try ReplyFixture.defaultRubric())) {
      guard case .array(let choices) = schema["anyOf"]?.content else { continue }
      #expect(choices.count == 2 && choices[1] == ["type": "null"], "\(path)")
    }
  }

  @Test("The document names draft 2020-12 and is the request's schema for the rest")
  func document() throws {
    let rubric = try ReplyFixture.defaultRubric()
    let text = ReplySchema.document(for: rubric)
    let limits = JSONLimits(bytes: 1 << 20, depth: 32, values: 10_000)
    let root = try JSONDocument(Array(text.utf8), limits: limits).root
    #expect(root["$schema"] == "https://json-schema.org/draft/2020-12/schema")
    guard case .object(let members) = root.content else {
      Issue.record("no object")
      return
    }
    #expect(JSONValue(.object(Array(members.dropFirst(2)))) == ReplySchema.value(for: rubric))
    #expect(text.hasSuffix("}\n"))
  }

  @Test("Every id of the rubric is a word of the schema")
  func rubricIDs() throws {
    let rubric = try ReplyFixture.defaultRubric()
    let properties = ReplySchema.value(for: rubric)["properties"]
    let questions = properties?["answers"]?["items"]?["properties"]?["question"]?["enum"]
    #expect(questions == JSONValue(.array(rubric.questions.map { JSONValue(.string($0.id)) })))
    let criteria = properties?["gaps"]?["items"]?["properties"]?["criterion"]?["enum"]
    #expect(criteria == JSONValue(.array(rubric.criteria.map { JSONValue(.string($0.id)) })))
  }
}
