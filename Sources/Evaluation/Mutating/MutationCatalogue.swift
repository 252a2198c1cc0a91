extension MutationOperator {
  /// The operators that exist. A new one is one file and one line here.
  package static let all: [MutationOperator] =
    [
      .addDestructiveCommand, .addDestructiveFence, .addOpenQuestion, .absentPath, .changeNumber,
      .changeUnit, .deleteAcceptance, .deleteExpected, .deleteNonGoals, .deleteRollback,
      .deleteTask, .dropPath, .misspellPath, .removeAccessLine, .shareFile, .swapTasks,
      .addEscapeClause, .addOpenList, .addSoftWord, .addTBD, .addTests, .elideCode,
      .replaceClosedList, .replaceTestList, .runTheTests, .sameAsTask, .softenCriterion,
      .deleteDefinition, .deleteOneBoundary, .deleteOneExpected, .deleteOneRollback,
      .removeFailureCase, .removeOneAccessLine,
      .misnameTask, .misspellIdentifier, .addContradiction, .changeNumberTold, .changeUnitTold,
      .renameIdentifier, .addNegation, .falseStatement,
    ] + injections + [
      .addBackground, .headingCase, .lineEndings, .listMarkers, .reflow, .renumber,
      .reorderSections, .synonyms,
    ]
}
