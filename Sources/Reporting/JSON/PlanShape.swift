internal import CheckModel

/// A part of a plan together with the plan, which knows its places.
struct InPlan<Part: Sendable>: Sendable {
  let part: Part
  let plan: Plan

  func path(of span: Span) -> String {
    plan.files[span.file].path
  }

  func startLine(of span: Span) -> Int {
    plan.lines(of: span).lowerBound
  }

  func endLine(of span: Span) -> Int {
    plan.lines(of: span).upperBound
  }
}

extension Shape where Input == Plan {
  static let plan = Shape.object([
    Field("path", "What was named on the command line: a file, a folder or <stdin>.", .text) {
      $0.path
    },
    Field("title", "The first title found, else the file's name.", .text) { $0.title },
    Field("sha256", "Of the exact bytes; of a folder, of its list of digests.", .digest) {
      $0.sha256
    },
    Field("bytes", "Of all files together.", .count) { plan in
      plan.files.reduce(0) { $0 + $1.source.bytes.count }
    },
    Field("lines", "Of all files together.", .count) { plan in
      plan.files.reduce(0) { $0 + $1.source.lineCount }
    },
    Field("language", "BCP 47 primary language of most of the prose.", .text) { $0.language },
    Field("state", "Whether there is work to do.", .word) { $0.state },
    Field("files", "In the order in which they were read.", Shape<PlanFile>.planFile.list) {
      $0.files
    },
    Field("sections", "In document order.", Shape<InPlan<Section>>.section.list) { plan in
      plan.sections.map { InPlan(part: $0, plan: plan) }
    },
    Field("tasks", "Units of work in document order.", Shape<InPlan<PlanTask>>.task.list) { plan in
      plan.tasks.map { InPlan(part: $0, plan: plan) }
    },
    Field(
      "references", "Paths, symbols, commands and urls that the plan names.",
      Shape<InPlan<Reference>>.reference.list
    ) { plan in plan.references.map { InPlan(part: $0, plan: plan) } },
  ])
}

extension Shape where Input == PlanFile {
  static let planFile = Shape.object([
    Field("path", "As it was named, or joined to the folder's path.", .text) { $0.path },
    Field("sha256", "Of the exact bytes.", .digest) { $0.sha256 },
    Field("bytes", "The length.", .count) { $0.source.bytes.count },
    Field("lines", "An empty file has one.", .count) { $0.source.lineCount },
  ])
}

extension Shape where Input == InPlan<Section> {
  static let section = Shape.object([
    Field("id", "The headings' slugs on the way, joined by slashes.", .text) { $0.part.id },
    Field("file", "Where it stands.", .text) { $0.path(of: $0.part.span) },
    Field("title", "The heading without markup.", .text) { $0.part.title },
    Field("roles", "What it is for, the likeliest first.", Shape<SectionRole>.word.list) {
      $0.part.roles.map(\.role)
    },
    Field("level", "1 to 6; a label below a heading of level 6 has 7.", .ordinal) { $0.part.level },
    Field("startLine", "Of the heading.", .ordinal) { $0.startLine(of: $0.part.span) },
    Field("endLine", "The last line before the next section.", .ordinal) {
      $0.endLine(of: $0.part.span)
    },
    Field("parent", "The id of the section around it.", Shape<String>.text.orNull) { section in
      section.part.parent.map { section.plan.sections[$0].id }
    },
    Field("language", "Of its prose; und where there is too little.", .text) { $0.part.language },
  ])
}

extension Shape where Input == InPlan<PlanTask> {
  static let task = Shape.object([
    Field("id", "The author's where it is unique.", .text) { $0.part.id },
    Field("file", "Where it stands.", .text) { $0.path(of: $0.part.span) },
    Field("title", "The first line without marks.", .text) { $0.part.title },
    Field("startLine", "Its first line.", .ordinal) { $0.startLine(of: $0.part.span) },
    Field("endLine", "The last line of everything below it.", .ordinal) {
      $0.endLine(of: $0.part.span)
    },
    Field("done", "Ticked.", .boolean) { $0.part.state == .done },
    Field("files", "The paths it names.", Shape<String>.text.list) { $0.paths },
    Field("verified", "It has a command, a test's path or a criterion.", .boolean) {
      !$0.part.commands.isEmpty || !$0.part.criteria.isEmpty
        || $0.namesTest
    },
  ])
}

extension InPlan where Part == PlanTask {
  fileprivate var paths: [String] {
    part.references.map { plan.references[$0] }.filter { $0.kind == .path }.map(\.text)
  }

  fileprivate var namesTest: Bool {
    paths.contains { path in
      let letters = Array(path.lowercased().utf8)
      return letters.indices.contains { letters[$0...].starts(with: "test".utf8) }
    }
  }
}

extension Shape where Input == InPlan<Reference> {
  static let reference = Shape.object([
    Field("kind", "What is named.", .word) { $0.part.kind },
    Field("text", "Without backticks, quotes and line suffix.", .text) { $0.part.text },
    Field("file", "Where it stands.", .text) { $0.path(of: $0.part.span) },
    Field("line", "Where it stands.", .ordinal) { $0.startLine(of: $0.part.span) },
    Field("action", "What the plan does with it.", .word) { $0.part.action },
    Field("state", "Whether the working tree has it.", .word) { $0.part.state },
    Field("suggestion", "The nearest existing name, when it is missing.", Shape<String>.text.orNull)
    {
      $0.part.suggestion
    },
  ])
}
