package import CheckModel

/// The rules that exist. A new rule is one file and one line here.
package struct RuleCatalogue: Sendable {
  package var rules: [Rule]

  package init(rules: [Rule]) { self.rules = rules }

  /// Raised when a rule's logic changes so that equal plans may give other findings.
  package static let version = 4

  package static let standard = RuleCatalogue(rules: [
    .injInstruction, .injHiddenComment, .injInvisibleChars, .injHomoglyph, .injHiddenStyle,
    .injEncodedBlob, .parserBomb, .secretInPlan,
    .placeholderMarker, .templateResidue, .emptySection, .openQuestion, .duplicateID,
    .danglingTaskRef, .numberingGap, .contradictingNumber, .countMismatch, .excludedButTasked,
    .unresolvedChoice, .danglingAnchor, .duplicateRequirement,
    .unitMismatch, .decidedButOpen, .contradictingModal, .ownedFilesViolated, .identifierVariant,
    .contradictingExample,
    .taskNoPath, .taskNoVerification, .vagueVerification, .orderContradiction,
    .destructiveCommand, .genericErrorHandling, .absoluteHomePath, .copyByReference,
    .parallelOverlap, .useBeforeDefine, .pathNotFound, .createExists, .lineRefBeyond,
    .pathVariant, .falseAboutCode, .commandNotFound, .symbolNotFound, .undefinedSymbol,
    .commandNoExpected, .missingConsumesProduces, .testsUnspecified, .compoundStep, .elidedCode,
    .noGoal, .noAcceptance, .noRollback, .deferredWork, .externalKnowledge, .vagueCriterion,
    .escapeClause, .openEndedList, .hedgedInstruction, .noScopeBoundary, .noFailurePath,
    .noAuthorisation, .requirementUntraced, .requirementNoScenario, .numberWithoutUnit,
    .temporaryMeasure, .noCompatStatement, .unquantifiedQuality, .optimiseWithoutTarget, .andOr,
    .negatedException,
  ])

  /// The rule of that id; nil when there is none.
  package func rule(_ id: String) -> Rule? { rules.first { $0.id == id } }

  /// The rules that a lens runs: its own and the shared ones.
  package func rules(for lens: Lens) -> [Rule] {
    let own: Rule.Family = lens == .planner ? .planner : .executor
    return rules.filter { $0.family == own || $0.family == .shared }
  }

  /// The rules that no rule reviewer runs who holds one of these lenses.
  func rules(besides lenses: Set<Lens>) -> [Rule] {
    rules.filter { rule in
      switch rule.family {
      case .checks: true
      case .shared: lenses.isEmpty
      case .planner: !lenses.contains(.planner)
      case .executor: !lenses.contains(.executor)
      }
    }
  }

  /// A line for each rule and witness that changes whenever findings or answers may; for the instrument's digest.
  package var instrument: String {
    let lines = rules.map { rule in
      "\(rule.id) \(rule.family.rawValue) \(rule.ruleClass.rawValue) \(rule.severity.rawValue)"
        + " \(rule.question ?? "-")\(rule.setting.mark)"
    }
    let witnesses = Witness.all.map { "witness \($0.question)" }
    return (["rules \(Self.version)"] + lines + witnesses).joined(separator: "\n") + "\n"
  }
}

extension Witness {
  /// One for each question that rules judge.
  static let all: [Witness] =
    DirectionWitnesses.all + BuildWitnesses.all + CheckWitnesses.all + SafetyWitnesses.all

  static let byQuestion: [String: Witness] = Dictionary(
    all.map { ($0.question, $0) }, uniquingKeysWith: { first, _ in first })
}
