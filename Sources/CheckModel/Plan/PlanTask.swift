/// A unit of work: a checkbox item, a `Task N` heading, a numbered step, a table row or a bold step label.
package struct PlanTask: Sendable, Hashable {
  /// How the author wrote the task down.
  package enum Form: String, Sendable {
    case checkbox, heading, orderedItem, tableRow, boldStep, fix
  }

  /// Unique in the plan: the author's own id (`T012`, `1.3`, `Task 4`) where it is unique, else a number of ours.
  package var id: String

  /// The author's own id exactly as written, nil when there is none.
  package var authorID: String?
  package var title: String
  package var form: Form
  package var state: TaskState

  /// The task with everything below it.
  package var span: Span
  package var titleSpan: Span

  /// The item or heading in `Plan.blocks`.
  package var block: Int

  /// The index of the enclosing section.
  package var section: Int?

  /// The index of the enclosing task.
  package var parent: Int?

  /// `[ ]*`: may be left out.
  package var optional: Bool

  /// `[P]` or `(P)`: may run beside its neighbours.
  package var parallel: Bool

  /// `US1` of `[US1]`.
  package var story: String?

  /// Indices into `Plan.references`, `commands`, `criteria`: what the task names, its `Files:` block and heading included.
  package var references: [Int]
  package var commands: [Int]
  package var criteria: [Int]

  /// The author's ids of tasks named after `depends on`, `after`, `blocked by`.
  package var dependsOn: [TaskMention]

  /// Requirement ids named in it (`_Requirements: 1.2_`, `FR-004`).
  package var requirementIDs: [String]

  package init(
    id: String, authorID: String?, title: String, form: Form, state: TaskState, span: Span,
    titleSpan: Span, block: Int, section: Int?, parent: Int? = nil, optional: Bool = false,
    parallel: Bool = false, story: String? = nil, references: [Int] = [], commands: [Int] = [],
    criteria: [Int] = [], dependsOn: [TaskMention] = [], requirementIDs: [String] = []
  ) {
    self.id = id
    self.authorID = authorID
    self.title = title
    self.form = form
    self.state = state
    self.span = span
    self.titleSpan = titleSpan
    self.block = block
    self.section = section
    self.parent = parent
    self.optional = optional
    self.parallel = parallel
    self.story = story
    self.references = references
    self.commands = commands
    self.criteria = criteria
    self.dependsOn = dependsOn
    self.requirementIDs = requirementIDs
  }
}

/// What has become of a task.
package enum TaskState: String, Sendable, Codable, CaseIterable {
  case open
  /// `[-]` or `[~]`.
  case started
  /// `[x]` or `[X]`.
  case done
}

/// Another task named in a task.
package struct TaskMention: Sendable, Hashable {
  /// Whether the other task is needed, or only comes first.
  package enum Relation: String, Sendable { case dependsOn, after }
  package var authorID: String
  package var relation: Relation
  package var span: Span

  package init(authorID: String, relation: Relation, span: Span) {
    self.authorID = authorID
    self.relation = relation
    self.span = span
  }
}
