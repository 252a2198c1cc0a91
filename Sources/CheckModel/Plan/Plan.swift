/// A parsed plan: one document, or a folder of documents that belong together.
///
/// Everything in it refers to places by `Span` and to each other by index, so that a plan is one flat value.
package struct Plan: Sendable {
  /// What the user named: a file, a folder, or `<stdin>`.
  package var path: String

  /// The first title found, else the file name.
  package var title: String

  /// SHA-256 of the exact bytes; of a folder, of its list of digests (contract, word list). Lowercase hex.
  package var sha256: String

  package var isFolder: Bool
  package var files: [PlanFile]

  /// All files' front matter, in file order.
  package var frontMatter: [FrontMatterEntry]

  /// In document order; containers come before what they contain.
  package var blocks: [Block]
  package var sections: [Section]
  package var tasks: [PlanTask]
  package var references: [Reference]
  package var commands: [PlanCommand]
  package var criteria: [AcceptanceCriterion]
  package var requirements: [Requirement]

  /// What it says of the working tree and is not so, in document order; empty until it is looked up.
  package var falseClaims: [CodeClaim]

  package var state: PlanState
  package var risk: RiskAssessment

  /// BCP 47 primary language subtag of most prose, `en` when there is too little to tell.
  package var language: String

  /// What was odd about the bytes; never a finding by itself.
  package var oddities: [ParseOddity]

  package init(
    path: String, title: String, sha256: String, isFolder: Bool, files: [PlanFile],
    frontMatter: [FrontMatterEntry] = [], blocks: [Block] = [], sections: [Section] = [],
    tasks: [PlanTask] = [], references: [Reference] = [], commands: [PlanCommand] = [],
    criteria: [AcceptanceCriterion] = [], requirements: [Requirement] = [],
    falseClaims: [CodeClaim] = [],
    state: PlanState = .open, risk: RiskAssessment = RiskAssessment(tier: .normal, because: []),
    language: String = "en", oddities: [ParseOddity] = []
  ) {
    self.path = path
    self.title = title
    self.sha256 = sha256
    self.isFolder = isFolder
    self.files = files
    self.frontMatter = frontMatter
    self.blocks = blocks
    self.sections = sections
    self.tasks = tasks
    self.references = references
    self.commands = commands
    self.criteria = criteria
    self.requirements = requirements
    self.falseClaims = falseClaims
    self.state = state
    self.risk = risk
    self.language = language
    self.oddities = oddities
  }
}

/// One file of a plan.
package struct PlanFile: Sendable, Hashable {
  /// As the user gave it; in a folder plan, joined to the folder's path.
  package let path: String
  package let source: SourceText
  /// SHA-256 of the bytes, lowercase hex.
  package let sha256: String

  package init(path: String, source: SourceText, sha256: String) {
    self.path = path
    self.source = source
    self.sha256 = sha256
  }
}

/// One scalar of a file's YAML front matter.
package struct FrontMatterEntry: Sendable, Hashable {
  package let key: String
  package let value: String
  package let span: Span

  package init(key: String, value: String, span: Span) {
    self.key = key
    self.value = value
    self.span = span
  }
}

/// Whether the plan is work to do at all.
package enum PlanState: String, Sendable, Codable, CaseIterable {
  case open
  /// Some tasks are ticked: they leave the units that are judged.
  case started
  /// At least nine tasks in ten are ticked, the plan says so of itself, or the working tree has every file that it
  /// creates.
  case done
  /// Headings and blanks of a template, not filled in.
  case template
  /// Empty, or without any goal, task and requirement.
  case notAPlan = "not-a-plan"
}

/// Something odd in a plan's bytes that the parser met and survived.
package struct ParseOddity: Sendable, Hashable {
  /// What is odd about the bytes or the Markdown.
  package enum Kind: String, Sendable, CaseIterable {
    case invalidUTF8, nullByte, unclosedFence, headingWithoutSpace, unclosedFrontMatter,
      unreadableFrontMatter
    /// Text that would make a Markdown parser quadratic; masked for cmark only.
    case parserBomb
  }
  package let kind: Kind
  package let span: Span

  package init(kind: Kind, span: Span) {
    self.kind = kind
    self.span = span
  }
}
