import CheckModel

extension RolePhrases {
  /// How the result is built.
  static let building: [RolePhrases] = [
    .init(
      .design,
      [
        "design", "architecture", "approach", "solution", "chosen approach", "selected approach",
        "core components", "components", "component", "modules", "module", "data flow",
        "dataflow", "state machine", "state transitions", "state management", "how it works",
        "guide-level explanation", "reference-level explanation", "tech stack",
        "technology stack", "technology alignment", "stack", "system flows", "interaction",
        "component design", "components and interfaces", "component structure", "workflow",
        "technical context", "technical approach", "technical details", "technical considerations",
        "ui", "ux", "user interface", "mockups", "wireframes", "layouts", "key concepts and design",
        "updated workflow", "system overview", "control flow", "process flow", "integration",
        "integration points", "structure decision", "mechanism", "proposed design",
        "proposed architecture", "proposed approach", "proposed fix",
        "structure", "internals", "sketch",
      ],
      openings: [
        "architecture", "design details", "design principles", "design patterns",
        "design objectives", "design considerations", "design notes", "design overview",
        "design specification", "design specifications", "detailed design", "approach",
        "proposed solution", "proposed design", "proposed fix", "proposed approach",
        "proposed architecture", "solution", "technical design", "high-level design",
        "high level design", "high-level architecture", "system design", "system architecture",
        "implementation details", "algorithm", "component architecture", "solution design",
        "ui design", "ux design", "module design",
      ],
      endings: [
        "design", "architecture", "algorithm", "workflow", "component", "components",
        "implementation details", "flow", "overview", "mechanism", "pattern", "patterns",
      ]),
    .init(
      .data,
      [
        "schema", "schemas", "schema changes", "schema design", "entities", "core entities",
        "types", "type definitions", "type system", "interface", "interfaces", "domain model",
        "domain entities", "logical data model", "physical data model", "model", "models",
        "migrations", "json shape", "output format", "file format", "constants", "parameters",
        "attributes", "relationships", "validation rules", "configuration",
        "configuration schema", "json schema", "storage layout", "storage", "fields", "new types",
        "config", "settings", "format", "formats", "options and defaults", "data", "database",
      ],
      openings: [
        "data model", "data models", "data structure", "data structures", "data schema",
        "data types", "data format", "database schema", "database design", "database changes",
        "database migration", "db schema", "table schema", "table design", "key entities",
        "storage design", "storage schema",
      ],
      endings: [
        "schema", "data model", "data structures", "format", "types", "entities", "fields",
        "configuration",
      ]),
    .init(
      .api,
      [
        "public api", "endpoints", "endpoint", "contract", "interface contract",
        "service interface",
        "cli", "cli contract", "cli interface", "cli commands", "cli surface", "cli integration",
        "command", "commands", "rpc layer", "rpc methods", "rpc api", "syntax", "usage",
        "command format", "command line", "command-line interface", "http api", "rest api",
        "methods", "routes", "public interface", "signatures", "interfaces and contracts", "flags",
        "rpc", "events",
      ],
      openings: ["api", "contracts", "rest endpoints", "http endpoints"],
      endings: ["api", "endpoints", "endpoint", "interface", "commands", "command", "routes"]),
    .init(
      .errors,
      [
        "errors", "exceptions", "fallback", "fallbacks", "boundary conditions", "failures",
        "failure cases",
      ],
      openings: [
        "error handling", "error cases", "error case", "error types", "error states",
        "error categories", "error scenarios", "error messages", "error codes",
        "error conditions", "error response", "error responses", "error strategy", "edge case",
        "edge cases", "failure mode", "failure modes", "failure handling", "failure scenarios",
        "runtime failure",
      ],
      endings: ["errors", "error handling", "edge cases", "failures"]),
    .init(
      .decisions,
      [
        "decision", "decisions", "rationale", "rationale and alternatives", "trade-offs",
        "tradeoffs", "trade-off", "design rationale", "decision log",
        "decisions made", "key decisions", "locked decisions", "resolved decisions",
        "important decisions", "choice", "choices", "consequences", "implications",
      ],
      openings: [
        "design decision", "design decisions", "key design decision", "key design decisions",
        "architectural decisions", "architecture decisions", "technical decision",
        "technical decisions", "adr", "decision record",
      ],
      endings: ["decision", "decisions", "rationale", "trade-offs"]),
    .init(
      .alternatives,
      [
        "options", "considered alternatives", "other approaches", "rationale and alternatives",
        "drawbacks", "pros and cons", "pros", "cons", "rejected", "alternative names",
        "other options", "not chosen",
      ],
      openings: [
        "alternatives", "alternative", "options considered", "rejected alternatives",
        "rejected approaches", "rejected options", "rejected ideas",
      ],
      endings: ["alternatives", "options considered"]),
    .init(
      .constraints,
      [
        "constraint", "constraints", "guardrails", "guardrail", "global constraints", "invariants",
        "invariant", "non-negotiables", "design constraints", "limitations", "known limitations",
        "key patterns to follow", "conventions", "coding standards", "code quality requirements",
        "ground rules", "risks and guardrails", "permissions", "principles", "rules", "limits",
        "important rules", "critical rules", "scale/scope", "notes/constraints/caveats",
      ],
      openings: ["rules for", "style guide", "constraints on", "constraints and", "hard rules"],
      endings: ["constraints", "conventions", "invariants", "guardrails", "rules"]),
    .init(
      .security,
      [
        "security", "privacy", "auth", "authentication", "authorization", "access control",
        "threat model", "compliance",
      ],
      openings: [
        "security", "privacy", "authentication", "authorization", "threat model", "compliance",
        "access control",
      ],
      endings: ["security", "privacy", "authentication", "authorization"]),
    .init(
      .performance,
      ["performance", "scalability", "benchmarks", "benchmark", "latency", "slo", "slos"],
      openings: [
        "performance", "scalability", "resource usage", "capacity", "optimization",
        "optimisation", "latency", "benchmark", "benchmarks",
      ],
      endings: ["performance", "benchmarks", "optimizations"]),
  ]

  /// What surrounds the work.
  static let surroundings: [RolePhrases] = [
    .init(
      .rollout,
      [
        "rollout", "roll-out", "release", "launch plan", "feature flag", "feature flags",
        "graduation criteria", "alpha", "beta", "ga", "stable", "upgrade / downgrade strategy",
        "version skew strategy", "source compatibility", "impact on existing code", "schedule",
        "feature enablement and rollback", "staged rollout", "delivery plan", "commit plan",
        "expected commits", "commits", "effect on api resilience", "effect on abi stability",
        "abi compatibility", "deploy", "shipping", "deprecation", "migration",
      ],
      openings: [
        "rollout", "roll-out", "migration plan", "migration path", "migration strategy",
        "migration notes", "migration guide", "migration approach", "deployment", "release plan",
        "release strategy", "release notes", "backwards compat", "backwards compatibility",
        "backward compatibility", "backwards compatability", "compatibility", "deprecation",
        "adoption", "production readiness", "alpha ->", "beta ->", "graduation",
        "impact on existing",
      ],
      endings: ["rollout", "deployment", "compatibility", "migration"]),
    .init(
      .rollback,
      [
        "rollback", "roll-back", "recovery", "recovery plan", "feature enablement and rollback",
        "rollout, upgrade and rollback planning", "fallback plan", "down migration",
        "downgrade migration", "what specific metrics should inform a rollback?", "way back",
        "reverting", "undo", "undoing it", "if something breaks", "if it goes wrong",
        "if things go wrong", "if something goes wrong", "if anything goes wrong", "if it breaks",
        "if this breaks", "if this goes wrong", "when it goes wrong", "when things go wrong",
        "abort", "aborting", "plan b", "backing out", "back out", "getting back",
        "how to get back", "going back", "reversal", "kill switch", "escape hatch",
        "if we need to go back", "if we have to go back", "how to undo", "how to undo it",
        "how to undo this", "how to revert", "way out", "back-out", "backout",
      ],
      openings: [
        "rollback", "roll-back", "roll back", "back-out", "backout", "contingency", "revert",
        "way back", "undoing",
      ],
      endings: ["rollback", "rollback plan"]),
    .init(
      .risks,
      [
        "risk", "risks", "concerns", "concern", "threats", "drawbacks", "caveats", "pitfalls",
        "gotchas", "known issues", "failure modes", "notes/constraints/caveats", "mitigation",
        "mitigations", "challenges", "warnings", "potential issues", "what could go wrong",
      ],
      openings: [
        "risks", "risk assessment", "risk analysis", "risk register", "risk mitigation",
        "technical risks", "project risks", "known risks", "key risks", "main risks",
      ],
      endings: ["risks", "mitigations", "caveats", "pitfalls"]),
    .init(
      .openQuestions,
      [
        "questions", "unknowns", "unresolved", "clarifications", "needs clarification",
        "need clarification", "needs decision", "to be determined", "to be decided", "tbd",
        "assumptions & open questions", "assumptions and open questions", "undecided",
      ],
      openings: [
        "open question", "open questions", "open issue", "open issues", "open points",
        "open items", "open decisions", "open design points", "unresolved question",
        "unresolved questions", "unresolved issues", "outstanding questions", "outstanding issues",
        "remaining questions", "pending decisions", "pending questions", "questions to",
        "questions for", "clarifications needed", "clarification", "unsure", "questions (",
        "questions and answers",
      ],
      endings: ["questions"]),
    .init(
      .assumptions, ["assumption", "assumptions", "premises", "we assume"],
      openings: ["assumptions"], endings: ["assumptions"]),
    .init(
      .ops,
      ["monitoring", "observability", "logging", "metrics", "telemetry", "alerts", "alerting"],
      openings: [
        "monitoring", "observability", "logging", "telemetry", "alerting", "troubleshooting",
        "runbook", "operations", "support procedures", "analytics", "metrics and",
      ],
      endings: ["monitoring", "logging", "telemetry", "metrics"]),
    .init(
      .references,
      [
        "reference", "references", "links", "link", "see also", "resources", "further reading",
        "bibliography", "copyright", "acknowledgments", "acknowledgements", "related", "sources",
        "reading list", "reference implementation", "license",
      ],
      openings: [
        "references", "related work", "related documentation", "related research",
        "related changes", "related issues", "related proposals", "related documents",
        "external references", "reference documents",
      ],
      endings: ["references", "links"]),
    .init(
      .future,
      [
        "later", "backlog", "follow-up", "follow-ups", "followups", "nice to have",
        "nice-to-have", "stretch", "stretch goals", "possible extensions", "enhancements",
        "next version", "next iteration", "v2",
      ],
      openings: [
        "future", "follow-up work", "next iteration", "next version", "later phases",
        "possible future",
      ],
      endings: ["future work", "follow-ups"]),
    .init(
      .glossary,
      [
        "glossary", "terminology", "definition", "definitions", "vocabulary", "terms", "concepts",
        "key concepts", "abbreviations", "acronyms",
      ],
      openings: ["glossary", "terminology"]),
    .init(
      .docs,
      [
        "documentation", "docs", "readme", "how we teach this", "user documentation",
        "doc updates", "doc update", "changelog and docs", "docs to update",
      ],
      openings: [
        "documentation", "update documentation", "update readme", "readme updates", "docs updates",
      ],
      endings: ["documentation", "docs"]),
    .init(
      .notes,
      [
        "note", "notes", "remarks", "comments", "misc", "miscellaneous", "key details", "tips",
        "additional context", "additional information", "additional notes", "technical notes",
        "developer notes", "notes for implementation", "implementation notes", "important",
        "important notes", "implementation note", "appendix", "appendices", "faq", "examples",
      ],
      openings: ["appendix", "additional info", "notes on", "notes for", "tips for"],
      endings: ["notes", "appendix"]),
    .init(
      .metadata,
      [
        "status", "date", "dates", "author", "authors", "branch", "owner", "owners", "input",
        "created", "updated", "last updated", "priority", "version", "reviewer", "reviewers",
        "approver", "approvers", "assignee", "ticket", "issue link", "labels", "tags", "type",
        "spec", "feature branch", "review manager", "pull request", "implementation pr", "sig",
        "document status", "table of contents", "contents", "toc", "metadata", "repository",
        "generated", "start date", "rfc pr", "rust issue", "feature name",
        "prepared by", "stakeholders", "team", "epic", "jira", "bug", "bugs", "discussion",
        "release signoff checklist", "sign-off", "signoff", "sign-offs", "approvals", "approval",
        "self-review", "self review", "plan review", "plan self-review", "spec self-review",
        "constitution check", "constitution compliance", "readiness", "readiness checklist",
        "implementation readiness", "quality checklist", "review checklist", "author checklist",
        "pr checklist", "pull request checklist", "definition of ready",
      ]),
  ]
}
