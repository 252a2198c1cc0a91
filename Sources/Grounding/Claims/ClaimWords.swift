import CheckModel

extension ClaimReader {
  static let small: Set<String> = [
    "a", "an", "the", "its", "this", "that", "file", "module", "class", "function", "method", "s",
    "line", "lines", "already", "currently", "now", "today", "existing", "also", "only", "both",
    "at", "script", "struct", "which", "there",
  ]
  static let prepositions: Set<String> = ["in", "of", "from", "inside", "within"]
  static let kinds: Set<String> = [
    "function", "functions", "method", "methods", "class", "classes", "constant", "constants",
    "type", "struct", "enum", "variable", "field", "fields", "helper", "helpers", "table", "option",
    "line", "private", "public", "static", "async", "exported", "global",
  ]
  /// What the subject has is named right behind these.
  static let holding: Set<String> = [
    "holds", "contains", "defines", "declares", "exports", "has", "exposes", "is",
    "says", "accepts", "takes", "supports",
  ]
  /// What a file does, by code that is named behind a way word.
  static let acting: Set<String> = [
    "computes", "renders", "parses", "validates", "checks", "writes", "saves", "loads", "builds",
    "sorts", "formats", "sends", "prints", "stores", "handles", "converts", "opens", "reads",
    "returns", "raises", "throws", "calls", "uses",
  ]
  static let ways: Set<String> = ["in", "by", "with", "through", "via"]
  static let valueWords: Set<String> = [
    "is", "defaults", "default", "to", "currently", "today", "now", "still", "already", "has",
    "the", "value", "set", "of", "stands", "at",
  ]

  static let nowWords: Set<String> = [
    "already", "currently", "today", "existing", "presently",
  ]
  /// Work to be done, wishes and conditions.
  private static let workWords: Set<String> = [
    "will", "shall", "should", "must", "would", "could", "may", "might", "becomes", "become",
    "add", "adds", "added", "create", "creates", "new", "introduce", "instead", "want", "need",
    "needs", "gets", "gains", "later", "was", "were", "had", "not", "no", "never", "without",
    "neither", "nor", "expected", "missing", "lacks", "cannot", "longer", "example", "proposed",
    "make", "write", "wants",
  ]
  /// Behind these stands a name that the code uses.
  static let using: Set<String> = ["raises", "throws", "calls", "uses", "imports", "catches"]

  /// It tells what is there, in so many words or by its section, and speaks of no work.
  func speaksOfNow(_ statement: Statement) -> Bool {
    guard !speaksOfWork(statement) else { return false }
    return statement.has(Self.nowWords) || isDescription(statement)
  }

  func speaksOfWork(_ statement: Statement) -> Bool { statement.has(Self.workWords) }

  private static let changes: Set<String> = [
    "change", "rename", "remove", "delete", "replace", "refactor", "modify", "extend", "edit",
    "update", "fix", "move", "split", "wrap", "simplify", "reuse", "call", "existing",
  ]

  /// It is what a verb works on that needs something to work on: "rename `a` in `b.py`".
  func isObject(at index: Int, _ statement: Statement) -> Bool {
    let words = statement.wordsBefore(index).filter {
      !Self.small.contains($0) && !Self.kinds.contains($0) || $0 == "existing"
    }
    return words.first.map(Self.changes.contains) ?? false
  }

  private static let making: Set<String> = [
    "add", "adds", "create", "creates", "introduce", "define", "implement", "write", "export",
    "new", "declare", "insert", "put", "to", "named", "called", "with", "by", "becomes", "become",
    "gets", "register", "extract", "build", "generate", "append", "returns", "return", "into",
  ]

  func isMaking(at index: Int, _ statement: Statement) -> Bool {
    let before = statement.wordsBefore(index, most: 3)
    return before.contains(where: Self.making.contains)
  }

  /// "Change `a` in `b.py:12`" names what is there, "In `b.py:12` `a` becomes `b`" does not say which.
  func isChanged(at index: Int, _ statement: Statement) -> Bool {
    statement.has(["becomes", "become", "to", "instead", "replaced", "with", "add", "insert"])
      && !isObject(at: index, statement)
  }
}
