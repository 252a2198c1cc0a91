extension MutationOperator {
  /// The operators that exist. A new one is one file and one line here.
  package static let all: [MutationOperator] =
    [
      .addDestructiveCommand, .addOpenQuestion, .changeNumber, .changeUnit, .deleteAcceptance,
      .deleteNonGoals, .deleteRollback, .dropPath,
      .addEscapeClause, .addOpenList, .addSoftWord, .addTBD, .addTests, .elideCode,
      .replaceClosedList, .replaceTestList, .runTheTests, .sameAsTask, .softenCriterion,
      .deleteExpected,
    ] + injections + [
      .addBackground, .headingCase, .lineEndings, .listMarkers, .reflow, .renumber,
      .reorderSections, .synonyms,
    ]
}
