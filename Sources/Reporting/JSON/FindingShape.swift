internal import CheckModel

extension Shape where Input == PlacedFinding {
  static let finding = Shape.object([
    Field("id", "Its number in this report.", .text) { $0.merged.id },
    Field("fingerprint", "The same in the next run, for a rule's finding.", .text) {
      $0.merged.fingerprint
    },
    Field("title", "What is missing or wrong.", .text) { $0.finding.title },
    Field("kind", "In which way.", .word) { $0.finding.kind },
    Field("severity", "How much it matters to the executor.", .word) { $0.finding.severity },
    Field(
      "criterion", "Of the rubric; null for adversary and secret rules.", Shape<String>.text.orNull
    ) {
      $0.finding.criterion
    },
    Field("rule", "Null for a model's finding.", Shape<String>.text.orNull) {
      $0.finding.rule
    },
    Field("section", "The id of the section it stands in.", Shape<String>.text.orNull) {
      $0.finding.section
    },
    Field(
      "location", "Null where it has no place: missing from the whole.",
      Shape<Location>.location.orNull
    ) { $0.location },
    Field("quote", "What the plan says there.", Shape<String>.text.orNull) {
      $0.finding.quote
    },
    Field("evidence", "What the finding rests on.", .word) { $0.finding.evidence },
    Field("foundBy", "The seats and the checks.", Shape<MergedFinding.Finder>.word.list) {
      $0.merged.foundBy
    },
    Field("agreement", "How many reviewers named it.", .word) { $0.merged.agreement },
    Field("problem", "What an executor would run into.", .text) { $0.finding.problem },
    Field("consequence", "What would come of it.", .text) { $0.finding.consequence },
    Field("fix", "What to do about it.", .text) { $0.finding.fix },
    Field("status", "What became of it.", .word) { $0.merged.status },
    Field("reason", "Why it is not open.", Shape<String>.text.orNull) {
      $0.merged.statusReason ?? $0.finding.waiver?.reason
    },
    Field("related", "Ids of findings that may be the same.", Shape<String>.text.list) {
      $0.merged.related
    },
  ])
}

extension Shape where Input == Location {
  static let location = Shape.object([
    Field("file", "The file's path.", .text) { $0.file },
    Field("startLine", "Counted from 1.", .ordinal) { $0.startLine },
    Field("endLine", "The line in which it ends.", .ordinal) { $0.endLine },
    Field("startColumn", "Unicode scalars from 1, a byte-order mark not counted.", .ordinal) {
      $0.startColumn
    },
    Field("endColumn", "The column after the last one.", .ordinal) { $0.endColumn },
  ])
}
