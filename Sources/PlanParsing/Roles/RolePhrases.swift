import CheckModel

/// The headings that mean one role.
///
/// The English words come from a count of headings in some 3,500 public plans and proposals; what each
/// exact phrase or opening says is a fact about how people write, so new ones are simply added here.
struct RolePhrases: Sendable {
  let role: SectionRole
  /// Whole headings, folded.
  let exact: [String]
  /// Openings that end at a word's end: `test plan` also takes `test plan (nightly)`.
  let openings: [String]
  /// Last words that make a good guess when nothing else is known: `Worker tests`.
  let endings: [String]

  init(
    _ role: SectionRole, _ exact: [String], openings: [String] = [], endings: [String] = []
  ) {
    self.role = role
    self.exact = exact
    self.openings = openings
    self.endings = endings
  }
}

extension RolePhrases {
  /// What the work is for, and what it must do.
  static let purpose: [RolePhrases] = [
    .init(
      .goal,
      [
        "goal", "goals", "objective", "objectives", "purpose", "mission", "outcome", "outcomes",
        "aim", "aims", "intent", "vision", "overview", "summary", "introduction", "intro",
        "executive summary", "abstract", "simple summary", "tldr", "tl;dr", "description",
        "project overview", "feature overview", "feature summary", "project goal", "project goals",
        "product goal", "primary goal", "main goal", "business goal", "design goal", "design goals",
        "feature goal", "spec goal", "user-facing frame", "what changes", "proposal", "the goal",
        "our goal", "high-level overview", "high level overview", "high-level goal", "brief",
        "assigned tasks from requirements", "the idea", "the change", "what", "user goal",
        "what will be different", "what it should do", "what should happen", "what should change",
        "desired outcome", "desired end state", "what we are building", "what we're building",
        "problem and goal", "at a glance", "in short", "elevator pitch", "about", "user value",
        "target outcome", "the ask", "the request", "feature request", "change request",
        "end state",
        "target state", "what you get", "what we get", "what we want", "what this gives us",
        "what this gives you", "what's changing", "what is changing", "what we change",
        "bottom line", "the short version", "short version", "change summary", "pitch",
        "result", "the result", "benefit", "for whom", "who is it for", "the point", "task at hand",
        "deliverable",
      ],
      openings: ["what this is", "what this does", "what it does", "goal of", "goals of"],
      endings: ["goal", "goals", "objective", "objectives"]),
    .init(
      .problem,
      [
        "why", "motivation", "problem", "problems", "problem statement", "problem summary",
        "problem to solve", "the problem", "rationale", "root cause", "root causes",
        "observed failure mode", "pain points", "justification", "current problems",
        "why this approach", "why this matters", "why this feature", "why this priority", "why now",
        "business case", "business value", "need", "the need", "issue", "issues", "bug", "symptom",
        "symptoms", "root cause analysis", "problem definition", "what is wrong", "what's wrong",
        "the bug", "bug report", "the trouble", "trouble", "what happens now", "what goes wrong",
        "why it matters", "reason", "reasons", "trigger", "complaint", "pain",
        "opportunity", "use case and motivation", "impact of the problem", "probable cause",
      ],
      openings: [
        "why we", "why this", "why not just", "why it", "why the", "why are", "why is", "why do",
        "what's wrong", "what is wrong",
      ],
      endings: ["problem", "motivation"]),
    .init(
      .context,
      [
        "context", "background", "prior art", "source of truth", "key discoveries",
        "key discovery", "key findings", "findings", "what exists", "what exists today", "as-is",
        "as is", "baseline", "what remains", "where we are", "problem context", "starting point",
        "comprehensive analysis results", "lessons learned", "lessons", "evidence", "discovery",
        "codebase analysis", "analysis", "today", "history and background", "discoveries",
        "what we know", "existing code", "inconsistency problem", "status quo",
      ],
      openings: [
        "current state", "current behavior", "current behaviour", "current status",
        "current situation", "current implementation", "current architecture", "current code map",
        "current system", "current design", "existing architecture", "existing system",
        "existing code", "existing implementation", "existing behavior", "research",
        "already completed", "background and", "investigation", "how it works today",
        "codebase research",
      ],
      endings: ["background", "findings"]),
    .init(
      .scope,
      [
        "scope", "in scope", "feature scope", "scope for v1", "in-scope", "scope of work",
        "scope of this ticket", "scope of this change", "scopes", "what is included", "included",
      ],
      openings: ["scope of", "in scope", "scope for"]),
    .init(
      .outOfScope,
      [
        "non-goals", "non-goal", "non goals", "nongoals", "exclusions", "exclusion",
        "what this is not", "boundaries", "scope exclusions", "explicit non-goals", "wont do",
        "won't do", "will not do", "goals / non-goals", "goals and non-goals",
        "context, goals, non-goals", "scope boundaries", "scope boundary", "deferred", "excluded",
        "do not touch", "do not change", "what not to do", "do not", "don't", "don'ts", "never",
        "not doing", "no-gos", "anti-goals",
        "no gos", "deferred work", "unchanged", "explicitly skipped", "skipped", "not now",
        "not this time", "leave alone", "leave these alone", "leave it alone", "left alone",
        "hands off", "don't touch", "off limits", "off-limits", "untouched", "untouchables",
        "parked", "postponed", "stays the same", "stays as is", "stays", "do not modify",
        "must not change", "must stay", "must stay the same", "not affected", "unaffected",
        "what we leave alone", "for another day", "another day", "not for now", "out", "fences",
        "limits of this change", "limits of the change", "not touched", "not changed", "not done",
        "deliberately not done", "deliberately left out", "left out", "what is left out", "cut",
        "non goals / out of scope", "not our job", "excludes", "does not include",
      ],
      openings: [
        "out of scope", "out-of-scope", "not in scope", "what will not be different", "not here",
        "what stays", "what does not change", "what doesn't change", "what will not change",
        "what won't change", "what this does not", "what this doesn't", "what it does not",
        "what it doesn't", "what not to", "not part of", "not in this",
        "not covered here", "intentionally not", "intentionally out", "deliberately not",
        "deliberately out", "explicitly not", "things we won't", "things we will not",
        "leave alone", "hands off", "do not touch", "don't touch", "what we're not",
        "what we are not",
        "what we will not", "what we won't", "explicitly out of scope", "explicit out of scope",
        "not planned", "not included", "not covered", "non-goals", "deferred to",
      ],
      endings: ["non-goals", "out of scope"]),
    .init(
      .requirements,
      [
        "requirements", "requirement", "added requirements", "modified requirements",
        "removed requirements", "renamed requirements", "specification", "spec", "features",
        "feature", "key features", "core features", "capabilities", "new capabilities",
        "modified capabilities", "what changes", "constraints and requirements",
        "correctness properties", "non-functional / quality requirements", "must have",
        "must haves", "nice to have requirements", "user requirements", "product requirements",
        "specifications", "behavior", "behaviour", "behaviors", "desired behavior",
        "required behavior", "rules of behavior",
      ],
      openings: [
        "functional requirements", "non-functional requirements", "nonfunctional requirements",
        "technical requirements", "system requirements", "key requirements", "core requirements",
        "quality requirements", "business requirements", "detailed requirements",
        "ui requirements", "ux requirements",
      ],
      endings: ["requirements", "capabilities"]),
    .init(
      .userStories,
      [
        "user stories", "use cases", "use case", "primary user story", "user story",
        "user experience", "user flow", "user flows", "user journey", "user journeys", "personas",
        "persona", "scenarios", "users", "target users", "jobs to be done",
      ],
      openings: ["user stories", "user scenarios", "user story"],
      endings: ["user stories", "use cases", "user flow", "journey"]),
    .init(
      .acceptance,
      [
        "done when", "ready means", "done means", "ready when", "how we know it worked",
        "how we know it works", "how do we know it works", "done definition", "done criteria",
        "exit criteria", "exit conditions",
        "exit condition", "measurable outcomes", "graduation criteria", "dod", "gates", "gate",
        "success looks like", "quality gates", "quality gate", "validation criteria",
        "verification criteria", "automated verification", "manual verification",
        "proof obligations", "expected outcome", "expected outcomes", "expected result",
        "expected results", "expected behavior", "expected behaviour", "acceptance", "success",
        "independent test", "independent test criteria", "acceptance checklist",
        "expected", "must be true", "what must be true", "checkpoint", "verification gate",
        "you're done when", "you are done when", "we're done when", "we are done when", "done is",
        "finished", "finished when", "finished means", "complete when", "proof",
        "what good looks like", "finish line", "observable results", "observable result",
        "observable behavior", "observable behaviour", "observable outcome", "observable outcomes",
        "after this change", "after the change", "when this is done", "when it is done",
        "when we are done", "demo", "behavior to confirm", "behaviour to confirm", "what to see",
        "what you should see", "what must be seen", "what we should see", "end result",
        "how to tell it works", "how to tell", "how we tell", "how you know it works",
        "it works when", "works when", "it is done when", "accepted when", "we accept it when",
        "ship when", "merge when", "merge criteria", "before merging", "before merge",
        "before you merge", "release gate", "stop when", "stop rule", "stop condition",
        "ready to merge when", "evidence of done", "what done looks like", "final state",
        "acceptance run", "outcome check", "sign-off criteria",
      ],
      openings: [
        "acceptance criteria", "acceptance scenario", "acceptance scenarios", "acceptance test",
        "acceptance tests", "acceptance mapping", "acceptance check", "acceptance checks",
        "accept", "done when", "done means", "success criteria", "success metrics",
        "success measures", "success indicators",
        "definition of done", "completion criteria", "completion checklist",
      ],
      endings: ["criteria", "definition of done"]),
  ]

  /// How the work is cut and checked.
  static let work: [RolePhrases] = [
    .init(
      .tasks,
      [
        "task", "tasks", "task list", "task breakdown", "task overview", "task summary",
        "task details", "todo", "todos", "to-do", "to do", "todo list", "to-do list", "steps",
        "action items", "action plan", "actions", "work items", "work plan", "work breakdown",
        "plan", "the plan", "next steps", "immediate next steps", "your specific work",
        "your implementation tasks", "changes", "changes required", "required changes",
        "proposed changes", "core implementation", "build order", "checklist", "phases",
        "development plan", "development phases", "development steps", "development checklist",
        "execution plan", "execution steps", "planned work", "proposed work", "deliverables",
        "implementation", "implementation details and steps", "milestones and tasks", "work",
        "punch list", "fixes", "bug fixes", "cleanup", "rollout tasks", "plan of work",
        "plan of action", "what to do", "detailed changes", "code changes", "follow-up tasks",
        "fix list", "proposed fixes", "detailed plan", "detailed steps",
      ],
      openings: [
        "implementation plan", "implementation task", "implementation tasks",
        "implementation steps", "implementation phases", "implementation checklist",
        "implementation approach", "implementation strategy", "implementation order",
        "implementation tactics", "implementation roadmap", "implementation for user story",
        "tests for user story", "step-by-step", "step by step", "work breakdown", "refactor plan",
        "refactoring plan", "refactoring steps",
      ],
      endings: [
        "tasks", "steps", "todo", "todos", "checklist", "plan", "implementation", "refactor",
        "phases",
      ]),
    .init(
      .files,
      [
        "files", "file", "project structure", "directory structure", "directory layout",
        "source code (repository root)", "code structure", "code organization", "code locations",
        "code location", "code changes by file", "documentation (this feature)",
        "repository structure", "repository layout", "module structure", "module layout",
        "package structure", "package layout", "where to change", "touch points", "touchpoints",
        "path conventions", "must create", "must modify", "file list", "folder structure",
        "create", "modify", "source layout", "file tree", "new", "modified", "location",
      ],
      openings: [
        "files to", "files changed", "files modified", "files affected", "files touched",
        "files you own", "file structure", "file layout", "file mapping", "file summary",
        "file-level change", "file changes", "key files", "critical files", "relevant files",
        "modified files", "affected files", "new files", "changed files", "target files",
        "source files", "important files", "deleted files", "affected code", "affected areas",
        "affected components", "affected modules", "files created", "files and", "files involved",
      ],
      endings: ["files", "file structure", "directory structure", "layout"]),
    .init(
      .tests,
      [
        "test", "tests", "testing", "unit testing", "integration testing", "regression testing",
        "manual testing", "manual testing steps", "verification plan", "verification strategy",
        "verification steps", "validation plan", "validation strategy", "validation steps",
        "validation checklist", "quality assurance", "how to test", "how to verify",
        "key test scenarios", "edge cases to test", "regression matrix", "existing tests",
        "proving it", "checking it", "checking", "how to check", "how it is checked",
        "how this is checked", "how we check", "trying it out", "try it", "final check",
        "final checks", "manual check", "manual checks", "smoke check", "test run",
        "testing notes", "testing guide", "tests to write", "tests to add", "smoke test", "e2e",
        "qa",
      ],
      openings: [
        "test plan", "test plans", "test strategy", "test case", "test cases", "test coverage",
        "test scenarios", "test matrix", "test approach", "test suite", "test structure",
        "test requirements", "testing strategy", "testing plan", "testing approach",
        "testing checklist", "testing guide", "testing requirements", "unit test", "unit tests",
        "integration test", "integration tests", "e2e test", "e2e tests", "end-to-end test",
        "end-to-end tests", "performance test", "performance tests", "manual test",
        "manual tests", "regression test", "regression tests", "contract tests", "smoke tests",
        "property-based test", "property-based tests", "accessibility tests", "load test",
        "load tests", "security tests", "qa",
      ],
      endings: ["tests", "testing", "test cases", "test coverage", "test plan"]),
    .init(
      .progress,
      [
        "progress", "progress tracking", "implementation history", "implementation evidence",
        "implementation status", "execution status", "changelog", "revision history", "history",
        "update", "updates", "done", "what's done", "whats done", "recent updates", "completed",
        "execution log", "current status", "version history", "revisions", "already done",
        "verified", "conclusion", "achievements",
      ],
      openings: [
        "completed work", "progress", "recent updates", "completed tasks", "final status",
        "status update", "status summary", "what was done", "what was added", "what was verified",
        "final assessment", "final verification", "verification results", "benefits achieved",
        "work completed", "completion summary",
      ], endings: ["status summary", "achieved", "completed"]),
    .init(
      .dependenciesAndOrder,
      [
        "dependency", "prerequisites", "prerequisite", "execution order", "order", "ordering",
        "order of work", "ordering rationale", "sequencing", "sequence of work", "dependency graph",
        "dependency overview", "dependency order", "critical path", "build order", "blocked by",
        "blockers", "story dependency graph", "within each user story", "incremental delivery",
        "requires", "prerequisite testing updates", "required implementation sequence",
        "depends on", "infrastructure needed", "parallel opportunities", "parallel team strategy",
        "task dependencies",
      ],
      openings: [
        "dependencies", "implementation order", "parallel execution", "parallel work",
        "parallel example", "mvp first", "phase dependencies", "user story dependencies",
        "external dependencies", "internal dependencies", "blocking dependencies",
      ],
      endings: ["dependencies", "prerequisites", "dependency graph"]),
    .init(
      .estimate,
      [
        "estimate", "estimates", "effort", "timeline", "time estimate", "time frame", "timeframe",
        "implementation estimate", "total implementation time", "story points", "budget",
        "schedule", "milestones", "task counts",
      ],
      openings: ["estimated", "effort", "estimate", "time estimate", "timeline"],
      endings: ["estimate", "timeline", "schedule"]),
  ]
}
