internal import CheckModel

/// The JSON Schema (draft 2020-12) of what `JSONReport` writes, made from the same declarations.
package enum ReportSchema {
  /// The schema as a file's text, with a line break at its end.
  package static func render() -> String { value.text + "\n" }

  /// The schema as a value.
  package static var value: ReportValue {
    .object([
      "$schema": .string("https://json-schema.org/draft/2020-12/schema"),
      "title": .string("Report of speccheck"),
      "description": .string(
        "What `speccheck check --format json` writes: one report, or several in one object."),
      "anyOf": .array([
        .object(["$ref": .string("#/$defs/report")]), .object(["$ref": .string("#/$defs/reports")]),
      ]),
      "$defs": .object([
        "report": .object(Shape<CheckResult>.report.schema),
        "reports": .object(reports),
      ]),
    ])
  }

  /// The schema for several plans, which names the one for a single plan instead of repeating it.
  private static var reports: [String: ReportValue] {
    Shape<[CheckResult]>.reports(
      of: Shape<CheckResult>(
        schema: ["$ref": .string("#/$defs/report")], encode: Shape<CheckResult>.report.encode)
    ).schema
  }
}
