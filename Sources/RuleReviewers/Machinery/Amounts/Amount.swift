import CheckModel

/// A number of a plan with what it is the number of.
struct Amount: Sendable {
  /// Which side of the number is meant.
  enum Bound: Sendable, Hashable { case none, upper, lower, every }

  /// In the smallest unit of its measure.
  var value: Double
  /// The number and the unit as written, the unit lowercase and empty for a bare number.
  var written: Double
  var unit: Word
  var measure: Dimension
  var bound = Bound.none
  /// Stems of the words that name it, units and fillers left out: `request timeout`, `MAX_ATTEMPTS`.
  var label: [Word] = []
  /// Stems of the words close by, in their order; an empty word where others stand between them.
  var near: [Word] = []
  /// Stems of its whole clause.
  var context: Set<Word> = []
  /// What the sentence restricts it to: the stems behind `for`, `if`, `when`.
  var restrictions: [Word] = []
  /// The number with its unit, in a label's case with the label.
  var span: Span
  var section: Int?
  /// A number of the sentence, cell or line: two of one statement are never compared.
  var statement: Int
  /// The block it stands in.
  var block: Int
  /// The normalized name of a constant, key or option; nil in prose.
  var name: Word?
  /// In code: written in capitals, behind `--`, or in a file of settings.
  var isConstant = false
  /// The table whose row it stands in.
  var table: Int?
  /// What the number says of its thing, where the clause has words for it: `life`, `keep`, `width`.
  var aspects: Set<Word> = []
  /// The stem of the noun that a time is before: `24 hours before the slot`.
  var anchor: Word?
  /// Words such as `first` and `p95` that tell one of several apart.
  var kinds: Set<Word> = []
  /// The stems behind `for`, `if` and the like.
  var scopes: Set<Word> = []
  /// For each noun what narrows it: `access` and `guest` of `access tokens of guests`.
  var modifiers: [Word: Set<Word>] = [:]
  /// Who does it: the nouns right before the words of an aspect.
  var agents: Set<Word> = []
  /// Of its noun the statement has no other number.
  var isAlone = true
  /// It belongs to a check, where values are inputs as often as limits.
  var isInTest = false

  // Made once, for all comparisons.

  /// The label without what the unit says already.
  var ownLabel: Set<Word> = []
  /// The same of the words close by.
  var nearStems: Set<Word> = []
  /// What its clause is about beside the noun.
  var surroundings: Set<Word> = []

  /// The label's last word is one that plans give numbers to.
  var hasHead: Bool { label.contains(where: AmountWords.heads.contains) }
}

/// Words around numbers.
enum AmountWords {
  /// Nouns that name a quantity.
  static let heads = Stem.set([
    "timeout", "retries", "attempts", "limit", "port", "interval", "lifetime", "delay",
    "concurrency", "size", "threshold", "retention", "deadline", "window", "backoff", "back-off",
    "length", "capacity", "quota", "workers", "replicas", "depth", "rate", "budget", "height",
    "width", "coverage", "latency", "period", "parallelism", "age",
  ])

  /// Stems that a unit says already.
  static func isImplied(_ stem: Word, by measure: Dimension) -> Bool {
    switch measure {
    case .bytes: ofBytes.contains(stem)
    case .milliseconds: ofTime.contains(stem)
    case .percent, .pixels, .count: false
    }
  }
  private static let ofBytes = Stem.set(["size", "limit", "length"])
  private static let ofTime = Stem.set(["time", "duration"])

  /// What is kept for so long is deleted afterwards.
  static let keeping = Stem.set([
    "keep", "kept", "delete", "retain", "store", "archive", "retention",
  ])
  static let retention = Stem.of("retention".utf8)

  /// Words between a name and its number.
  static let joints: WordSet = [
    "of", "to", "is", "at", "=", ":", "are", "be", "stays", "must", "most", "least", "(", "set",
    "should", "will", "shall", "up", "only", "exactly", "max", "about", "by", "as", "than", "no",
    "more", "less", "under", "below", "above", "over", "after", "within", "every", "for",
    "defaults", "default",
  ]

  /// Words that say nothing about which thing is meant.
  static let fillers: WordSet = [
    "the", "a", "an", "its", "their", "this", "that", "these", "those", "of", "and", "or", "with",
    "to", "for", "by", "in", "on", "at", "is", "are", "be", "been", "each", "every", "set", "sets",
    "use", "uses", "after", "default", "new", "hard", "has", "have", "had", "add", "same", "any",
    "within", "from", "per", "as", "no", "not", "most", "least", "up", "than", "more", "less",
    "over", "under", "about", "must", "should", "shall", "may", "can", "will", "would", "it",
    "they", "we", "you", "when", "if", "then", "so", "but", "only", "also", "both", "all", "one",
    "which", "who", "what", "there", "here", "into", "until", "till", "while", "before", "between",
    "longer", "older", "later", "never", "always", "exactly", "still", "again", "because", "since",
    "value", "values", "equal", "give", "gives", "show", "shows", "display", "displays", "number",
    "below", "behind",
    "above", "out", "off", "get", "gets", "does", "do", "make", "makes", "stay", "stays", "long",
    "old", "min", "minimum", "ago", "last", "latest", "whole", "given", "system", "fewer",
    "step", "steps", "task", "tasks", "test", "tests", "case", "cases", "line", "lines", "run",
    "runs", "already", "times", "expect", "expected", "expects", "check", "checks", "verify",
    "const", "let",
    "var",
    "int", "integer", "else", "first", "second",
  ]

  /// Words before a number that make it an ordinal, a version or a code.
  static let references: WordSet = [
    "task", "tasks", "step", "steps", "phase", "line", "lines", "section", "sections", "version",
    "requirement", "requirements", "criterion", "criteria", "row", "rows", "point", "points",
    "chapter", "v", "node", "python", "go", "java", "swift", "http", "status", "code", "exit",
    "exits", "pr", "issue", "rfc", "sprint", "level", "tier", "utf", "sha", "decision",
    "decisions", "story", "stories", "figure", "table", "part", "parts", "option", "options",
    "release", "postgres", "postgresql", "mysql", "sqlite", "debian", "ubuntu", "ios", "android",
    "week", "day", "milestone", "property", "properties", "case", "cases", "answer", "answers",
    "returns", "return", "gives", "bullet", "appendix", "page", "pages", "column", "columns",
    "ruby", "php", "react", "vue", "angular", "django", "rails", "h", "q",
    "january", "february", "march", "april", "june", "july", "august", "september", "october",
    "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct",
    "nov", "dec",
  ]

  /// Words of clauses that give a second value on purpose, or tell of another time or place.
  static let changing: WordSet = [
    "was", "were", "currently", "today", "previously", "instead", "increase", "increased",
    "increases", "reduce", "reduced", "reduces", "raise", "raised", "raises", "lower", "lowered",
    "lowers", "becomes", "become", "became", "now", "example", "e.g", "except", "override",
    "overrides", "otherwise", "staging", "production", "development",
    "originally", "rather", "formerly", "used", "→", "->", "change", "changes", "bump",
    "estimate", "estimated", "effort", "spent", "took", "takes", "versus", "vs", "another",
    "extra", "additional", "alternative", "alternatively", "would", "could", "might", "even",
    "suppose", "assume", "assuming",
  ]

  static let numbers = WordMap(written.map { (Word($0.utf8), $1) })

  /// The same words in a run of bytes.
  static let spelled = ByteSearch(written.map(\.0))

  private static let written: [(String, Double)] = [
    ("two", 2), ("three", 3), ("four", 4), ("five", 5), ("six", 6), ("seven", 7), ("eight", 8),
    ("nine", 9), ("ten", 10), ("twelve", 12), ("fifteen", 15), ("twenty", 20), ("thirty", 30),
    ("sixty", 60), ("twice", 2), ("thrice", 3),
  ]
}
