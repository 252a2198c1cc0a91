/// Words that several rules and witnesses know; all lowercase.
enum Vocabulary {
  /// Verbs that open an instruction.
  static let imperatives: WordSet = changeVerbs.union([
    "apply", "assert", "benchmark", "build", "call", "check", "commit", "compare", "confirm",
    "copy", "deploy", "display", "document", "download", "emit", "enforce", "ensure", "execute",
    "expect", "export", "expose", "fetch", "follow", "generate", "handle", "import", "include",
    "install", "keep", "launch", "load", "log", "make", "map", "measure", "merge", "notify",
    "open", "parse", "pass", "perform", "persist", "preserve", "print", "publish", "push",
    "raise", "read", "record", "reject", "render", "report", "require", "return", "review", "run",
    "save", "send", "serve", "set", "show", "start", "stop", "store", "support", "test", "throw",
    "track", "trigger", "use", "validate", "verify", "warn", "wire", "wrap", "write",
  ])

  /// Further verbs that open an instruction in prose, where they may be nouns as well.
  static let orders: WordSet = [
    "accept", "allow", "append", "avoid", "block", "bring", "cache", "cap", "choose", "clear",
    "close", "collect", "compute", "consider", "continue", "count", "cover", "cut", "decide",
    "derive", "describe", "design", "draw", "encode", "escape", "extract", "fill", "filter",
    "find", "format", "give", "group", "have", "hide", "ignore", "increase", "leave", "let",
    "limit", "list", "localize", "lock", "look", "lower", "mark", "maximize", "maximise",
    "minimize",
    "minimise", "mock", "offer", "order", "output", "pick", "place", "prefer", "prepare", "present",
    "prevent", "process", "produce", "protect", "provide", "pull", "put", "reduce", "release",
    "repeat", "reset", "resolve", "respect", "restore", "restrict", "retry", "reuse", "scale",
    "select", "separate", "skip", "sort", "speed", "streamline", "strip", "structure", "sync",
    "take",
    "tell", "translate", "treat", "trim", "try", "tune", "turn", "upload", "wait", "do", "don't",
    "never", "always",
  ]

  /// Verbs that change a repository.
  static let changeVerbs: WordSet = [
    "add", "adapt", "adjust", "bump", "change", "clean", "configure", "connect", "convert",
    "create", "define", "delete", "disable", "drop", "enable", "enhance", "extend", "extract",
    "fix", "hook", "implement", "improve", "inline", "insert", "integrate", "introduce",
    "migrate", "modify", "move", "normalize", "normalise", "optimize", "optimise", "patch",
    "port", "refactor", "register", "remove", "rename", "reorganize", "replace", "rework",
    "rewrite", "simplify", "split", "switch", "update", "upgrade",
  ]

  /// Objects that are prose for people: a task about them needs neither a path nor a test.
  static let documents: WordSet = [
    "readme", "docs", "doc", "documentation", "changelog", "guide", "comment", "comments",
    "docstring", "docstrings", "wiki", "release", "notes", "tutorial", "faq", "readme.md",
    "changelog.md",
  ]

  /// Words of headings whose text explains and does not bind the executor.
  static let explainingHeadings: WordSet = [
    "why", "background", "context", "rationale", "alternatives", "alternative", "pros", "cons",
    "risk", "risks", "trade-offs", "tradeoffs", "drawbacks", "non-goals", "summary", "overview",
    "motivation", "evidence", "references", "history", "future", "decisions", "decision",
    "findings", "lessons", "research", "problem", "introduction", "abstract", "prior",
    "discussion", "analysis", "current", "existing", "glossary", "status",
  ]

  static let verifyingWords: WordSet = [
    "verify", "verifies", "verified", "verification", "test", "tests", "tested", "testing",
    "assert", "asserts", "asserting", "check", "checks", "confirm", "validate", "validated",
    "acceptance", "expect", "expected", "coverage", "regression", "smoke", "benchmark",
  ]
}
