package import CheckModel

/// What a person found in one plan, as `labels.json` says it (corpus/README.md, corpus/labels.schema.json).
package struct PlanLabels: Sendable, Hashable {
  /// The hand-given verdict.
  package enum Verdict: String, Sendable, CaseIterable {
    case ready, nearly
    case notReady = "not-ready"

    /// 0 for not-ready … 2 for ready.
    package var rank: Int { self == .ready ? 2 : self == .nearly ? 1 : 0 }
  }

  /// By the lines of all Markdown files together.
  package enum Size: String, Sendable, CaseIterable {
    case small, medium, large

    /// The size of a plan with so many lines.
    package init(lines: Int) {
      self = lines <= 50 ? .small : lines <= 200 ? .medium : .large
    }
  }

  /// What a plan is about.
  package enum Topic: String, Sendable, CaseIterable {
    case api, auth, cli, data, docs, infra, library, migration, payment, ui
  }

  package var verdict: Verdict
  /// How the plan is built, one word.
  package var style: String
  package var size: Size
  /// ISO 639-1.
  package var language: String
  package var tier: RiskTier
  /// Whether the folder `repository` lies beside the plan.
  package var hasRepository: Bool
  package var topics: [Topic]
  /// In the order of the plan; empty for a ready one.
  package var gaps: [LabelledGap]

  package init(
    verdict: Verdict, style: String, size: Size, language: String, tier: RiskTier,
    hasRepository: Bool, topics: [Topic], gaps: [LabelledGap]
  ) {
    self.verdict = verdict
    self.style = style
    self.size = size
    self.language = language
    self.tier = tier
    self.hasRepository = hasRepository
    self.topics = topics
    self.gaps = gaps
  }
}

/// One thing to mend in a plan.
package struct LabelledGap: Sendable, Hashable {
  /// In which way the plan falls short; the table in corpus/README.md explains each.
  package enum Kind: String, Sendable, CaseIterable {
    case absentBoundary = "absent-boundary"
    case absentFailure = "absent-failure"
    case absentFile = "absent-file"
    case absentGoal = "absent-goal"
    case absentInterface = "absent-interface"
    case absentRollback = "absent-rollback"
    case absentSecurity = "absent-security"
    case absentTest = "absent-test"
    case ambiguous, concurrency, contradiction, elsewhere
    case falseAboutCode = "false-about-code"
    case order, placeholder, repetition, scope
    case unclosedList = "unclosed-list"
    case undecided, unsafe, untraced, unverifiable, vague, wrong
  }

  /// Lines of one file, with what stands there.
  package struct Place: Sendable, Hashable {
    /// What the label says about the text of its lines.
    package enum Words: Sendable, Hashable {
      /// Literal text within the lines; a line feed stands between two lines.
      case quote(String)
      /// The first line, a heading under which something is absent.
      case heading(String)
    }

    /// Relative to the folder of `labels.json`.
    package var file: String
    /// Counted from 1.
    package var lines: ClosedRange<Int>
    package var words: Words

    package init(file: String, lines: ClosedRange<Int>, words: Words) {
      self.file = file
      self.lines = lines
      self.words = words
    }
  }

  /// `g1`, `g2`, … within the plan.
  package var id: String
  package var kind: Kind
  package var severity: Severity
  package var criterion: String
  package var place: Place
  /// Further places of the same gap.
  package var also: [Place]
  /// The gap in one sentence.
  package var missing: String
  /// The rule that should find it; nil when it takes understanding.
  package var rule: String?

  package init(
    id: String, kind: Kind, severity: Severity, criterion: String, place: Place,
    also: [Place] = [], missing: String, rule: String? = nil
  ) {
    self.id = id
    self.kind = kind
    self.severity = severity
    self.criterion = criterion
    self.place = place
    self.also = also
    self.missing = missing
    self.rule = rule
  }

  /// Its own place, then the further ones.
  package var places: [Place] { [place] + also }
}
