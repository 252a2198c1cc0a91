package import CheckModel

/// Everything that options can say, as typed values; a command uses those that its table lists.
package struct Options: Sendable, Hashable {
  /// In the order given: seat A, then seat B.
  package var reviewers: [ReviewerSpec] = []
  package var swap = false
  /// The seat whose prompt is printed.
  package var seat: Seat?
  /// Reviewers are asked even when the checks have decided.
  package var alwaysReview = false
  /// Nothing may leave the machine.
  package var offline = false
  /// A pair of the config by its name.
  package var panel: String?
  /// Two models of different families, or the run is refused.
  package var requireModels = false

  /// How often each model reviews, 1 to 9.
  package var samples = 1
  /// Models are asked again although their reviews are kept; the new ones count beside those.
  package var fresh = false
  /// Each reviewer is asked one tiny question.
  package var live = false
  /// Nobody is asked: checks, and what is kept from earlier.
  package var noSend = false

  /// The model family that wrote the plan, in lowercase.
  package var writtenBy: String?
  /// The model family that will build it, in lowercase.
  package var executor: String?

  /// A built-in rubric's name or a file; nil for the default one.
  package var rubric: String?
  /// The working tree for the repository check; nil for the repository that holds the plan.
  package var repository: String?
  /// Nothing is looked up in any repository.
  package var noRepository = false
  /// Nil when the tier is the detected one.
  package var tier: RiskTier?

  /// A config file beside the usual places.
  package var config: String?
  /// No config is read.
  package var noConfig = false
  /// The git commit, branch or tag that the project's config is read from.
  package var configFrom: String?

  package var failOn: FailOn?
  package var exitZero = false
  package var noOverrides = false

  /// Who let rules alone say GO.
  package var acceptRulesOnly: String?
  /// Who accepted a tier below the detected one.
  package var riskAcceptedBy: String?
  package var allowSameFamily = false
  package var allowSecrets = false
  /// Fingerprints, each with the reason at the same index of `reasons`.
  var fingerprints: [String] = []
  var reasons: [String] = []

  /// The part of a corpus that nobody tunes on is measured too.
  package var locked = false
  /// The plan of a corpus whose findings and gaps are shown.
  package var show: String?
  /// Folders of stored replies; each is one reviewer of a corpus.
  package var replies: [String] = []
  /// Where the plans of a corpus and their versions are written.
  package var plans: String?

  /// Nil for the format that suits standard output.
  package var format: String?
  package var reports: [ReportRequest] = []
  package var color = ColorChoice.auto
  package var progress = ProgressChoice.auto
  package var quiet = false
  package var verbose = false

  /// Seconds that a reviewer may take.
  package var timeout = 900.0
  /// Seconds that one tiny question may take.
  package var liveTimeout = 60.0
  /// Seconds without a byte from a reviewer that promises progress.
  package var idleTimeout = 180.0
  /// US dollars that the worst case of a run may cost; nil for no limit.
  package var maxCost: Double?
  /// Tokens that the worst case of a run may take; nil for no limit.
  package var maxTokens: Int?
  /// Plans reviewed at once.
  package var concurrency = 4

  package init() {}

  /// The findings that a person accepted.
  package var acceptedFindings: [AcceptedFinding] {
    zip(fingerprints, reasons).map { AcceptedFinding(fingerprint: $0, reason: $1) }
  }
}

/// The lowest outcome that exits non-zero.
package enum FailOn: String, Sendable, CaseIterable {
  case noGo = "no-go"
  case hold
  case incomplete
}

/// When a report is colored.
package enum ColorChoice: String, Sendable, CaseIterable {
  case auto, always, never
}

/// How progress is shown on standard error.
package enum ProgressChoice: String, Sendable, CaseIterable {
  /// Redrawn on a terminal, lines elsewhere.
  case auto
  case plain, none
}

/// A report that goes to a file beside the one on standard output.
package struct ReportRequest: Sendable, Hashable {
  package var format: String
  package var path: String

  package init(format: String, path: String) {
    self.format = format
    self.path = path
  }
}

/// One finding that a person accepts, with the reason.
package struct AcceptedFinding: Sendable, Hashable {
  package var fingerprint: String
  package var reason: String

  package init(fingerprint: String, reason: String) {
    self.fingerprint = fingerprint
    self.reason = reason
  }
}
