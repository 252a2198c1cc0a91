/// A path, symbol, command or url that the plan names.
package struct Reference: Sendable, Hashable {
  /// What kind of thing the plan names.
  package enum Kind: String, Sendable, Codable, CaseIterable { case path, symbol, command, url }

  /// What the plan does with it.
  package enum Action: String, Sendable, Codable, CaseIterable {
    case create, modify, delete, read, run, mention
  }

  /// Whether the working tree has it; `unknown` until it is looked up.
  package enum State: String, Sendable, Codable, CaseIterable {
    case exists, missing
    case createdHere = "created-here"
    case movedHere = "moved-here"
    case unknown
  }

  /// What the working tree shows of it beside the state.
  package enum Fact: Sendable, Hashable {
    /// The file has so many lines.
    case lineCount(Int)
    /// No file of the tree that could name what the command runs does so: the first of them.
    case notDefined(name: String, what: String, file: String)
    /// The plan says that it is there, though nothing is to be done with it.
    case saidToExist
  }

  package var kind: Kind
  /// Without backticks, quotes and line suffix.
  package var text: String
  package var span: Span
  package var action: Action
  package var state: State
  /// The nearest existing name, when it is missing; where it lies, when it exists below another folder than the
  /// plan says.
  package var suggestion: String?
  package var fact: Fact?
  /// The lines of `path:120-145`.
  package var lines: ClosedRange<Int>?
  /// The index of the section it stands in.
  package var section: Int?

  package init(
    kind: Kind, text: String, span: Span, action: Action, state: State = .unknown,
    suggestion: String? = nil, fact: Fact? = nil, lines: ClosedRange<Int>? = nil,
    section: Int? = nil
  ) {
    self.kind = kind
    self.text = text
    self.span = span
    self.action = action
    self.state = state
    self.suggestion = suggestion
    self.fact = fact
    self.lines = lines
    self.section = section
  }
}

/// A shell command that the plan says to run.
package struct PlanCommand: Sendable, Hashable {
  package var text: String
  package var span: Span
  /// The block it stands in.
  package var block: Int
  /// After a `Run:` label, or in a fence of a shell.
  package var labelled: Bool
  /// What should come out: the text after `Expected:`, `→`, "should print", "passes"; nil when nothing is said.
  package var expected: Span?
  package var section: Int?
  /// Tests, builds or lints (against set-up, git, directory changes).
  package var verifies: Bool

  package init(
    text: String, span: Span, block: Int, labelled: Bool, expected: Span?, section: Int?,
    verifies: Bool
  ) {
    self.text = text
    self.span = span
    self.block = block
    self.labelled = labelled
    self.expected = expected
    self.section = section
    self.verifies = verifies
  }
}
