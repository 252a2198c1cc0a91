/// What a clause says that its numbers are.
extension Clause {
  /// Fills in the aspects, kinds and scopes of the number at a place.
  func tell(of index: Int, end: Int, _ amount: inout Amount) {
    for place in pieces.indices {
      if let aspect = AspectWords.aspects[pieces[place].raw], !isAdjective(place) {
        amount.aspects.insert(aspect)
        if place > 0, let agent = content(place - 1) { amount.agents.insert(agent) }
      }
      if let kind = kind(place) { amount.kinds.insert(kind) }
      if let noun = content(place) {
        amount.modifiers[noun, default: []].formUnion(narrowing(place))
      }
    }
    amount.anchor = anchor(behind: end)
    if amount.bound == .none, index > 0, pieces[index - 1].raw == "until" {
      amount.bound = amount.anchor == nil ? .upper : .lower
    }
    // `25 orders per page`
    if case .count = amount.measure, isPerPage(end) {
      amount.measure = .plain
      amount.label = AspectWords.pageSize
    }
    for place in pieces.indices where AspectWords.scoping.contains(pieces[place].raw) {
      let behind = pieces[(place + 1)...].prefix { $0.kind == .word }.drop { $0.stem == "" }
      amount.scopes.formUnion(behind.prefix { $0.stem != "" }.prefix(3).map(\.stem))
    }
  }

  /// `expired sessions`, against `sessions expired`.
  private func isAdjective(_ place: Int) -> Bool {
    pieces[place].raw.hasSuffix("ed") && place + 1 < pieces.count && pieces[place + 1].stem != ""
      && pieces[place + 1].kind == .word
  }

  /// The stem of a word that says what the clause is about.
  private func content(_ place: Int) -> Word? {
    let piece = pieces[place]
    guard piece.kind == .word, piece.stem != "", !AspectWords.general.contains(piece.stem),
      !AmountWords.heads.contains(piece.stem)
    else { return nil }
    return piece.stem
  }

  /// The word right before a noun, and the one behind `of`, `for` or `in`.
  private func narrowing(_ place: Int) -> Set<Word> {
    var words: Set<Word> = []
    if place > 0, let before = content(place - 1) { words.insert(before) }
    let behind = pieces[(place + 1)...].prefix(4)
    guard let joint = behind.first, ["of", "for", "in", "on"].contains(joint.raw) else {
      return words
    }
    if let noun = behind.indices.dropFirst().first(where: { pieces[$0].stem != "" }),
      let stem = content(noun)
    {
      words.insert(stem)
    }
    return words
  }

  /// `24 hours before the slot`: the noun is what is measured from.
  private func anchor(behind end: Int) -> Word? {
    guard end < pieces.count, pieces[end].raw == "before" else { return nil }
    return pieces[(end + 1)...].prefix(4).prefix { !AspectWords.joints.contains($0.raw) }
      .last { $0.kind == .word && $0.stem != "" }?.stem
  }

  private func isPerPage(_ end: Int) -> Bool {
    let behind = pieces[min(end, pieces.count)...].prefix(3)
    return zip(behind, behind.dropFirst()).contains {
      ["per", "a", "each", "every"].contains($0.raw) && $1.raw == "page"
    }
  }

  /// What tells one of several apart; `95th percentile` is `p95`.
  private func kind(_ place: Int) -> Word? {
    let piece = pieces[place]
    if piece.kind == .number {
      return piece.raw == "th" ? AspectWords.percentiles[piece.value] : nil
    }
    return AspectWords.kinds.contains(piece.raw) ? piece.raw : nil
  }
}

/// Words that say what a number is the number of.
enum AspectWords {
  static let pageSize = ["page", "size"].map { Stem.of($0.utf8) }
  static let joints: WordSet = ["by", "and", "or", "at", "in", "on", "is", "with", "to", "starts"]
  static let percentiles: [Double: Word] = [50: "p50", 90: "p90", 95: "p95", 99: "p99"]
  static let scoping: WordSet = ["for", "if", "unless", "except", "while", "during"]

  /// These tell one of several of a name apart.
  static let kinds: WordSet = [
    "p50", "p90", "p95", "p99", "first", "second", "third", "fourth", "last", "next", "initial",
    "final", "soft", "hard",
    "minimum", "maximum", "total", "overall", "average", "median",
    "refresh", "access", "idle", "absolute", "read", "write", "connect", "upper", "lower", "each",
    "whole", "reading", "writing", "connecting",
  ]
  /// What has one of these is another matter than what has none.
  static let telling = Stem.set(["reminder", "restored", "restore", "warning", "warn", "warns"])

  static let aspects: WordMap<Word> = {
    let groups: [(Word, [Word])] = [
      (
        "life",
        [
          "expire", "expires", "expired", "expiry", "expiration", "exp", "valid", "validity", "ttl",
          "lifetime", "lives", "lasts", "last", "old", "lapses", "lapse",
        ]
      ),
      (
        "keep",
        [
          "keep", "keeps", "kept", "retain", "retains", "retained", "retention", "delete",
          "deletes",
          "deleted", "remove", "removes", "removed", "purge", "purges", "purged", "clean", "stored",
          "cleans", "drops", "archive", "archives", "archived",
        ]
      ),
      (
        "hold",
        [
          "lock", "locks", "locked", "block", "blocks", "blocked", "hold", "holds", "held", "ban",
          "bans", "banned", "suspend", "suspends", "suspended", "reserved", "reserves",
        ]
      ),
      (
        "wait",
        [
          "wait", "waits", "waiting", "debounce", "debounces", "debounced", "pause", "pauses",
          "delay",
          "delays", "delayed", "sleep", "sleeps", "backoff", "throttle",
        ]
      ),
      (
        "every",
        ["every", "interval", "poll", "polls", "polling", "polled", "period", "frequency"]
      ),
      ("cache", ["cache", "caches", "cached", "caching"]),
      ("timeout", ["timeout", "timed", "times", "timeouts"]),
      (
        "latency",
        [
          "p95", "p99", "p50", "percentile", "latency", "answers", "responds", "loads", "renders",
          "respond",
        ]
      ),
      (
        "cap",
        [
          "stops", "stop", "cut", "cuts", "truncate", "truncates", "truncated", "caps", "capped",
          "batch", "batches", "chunk", "chunks", "already", "limited", "limit", "maximum",
        ]
      ),
      ("width", ["wide", "width"]), ("height", ["high", "height", "tall"]),
    ]
    return WordMap(groups.flatMap { aspect, words in words.map { ($0, aspect) } })
  }()

  /// The same by their stems, for what a row's first cell says.
  static let byStem: WordMap<Word> = {
    let all: [(Word, Word)] = [
      ("timeout", "timeout"), ("lifetime", "life"), ("ttl", "life"), ("expiry", "life"),
      ("retention", "keep"), ("interval", "every"), ("delay", "wait"), ("width", "width"),
      ("height", "height"), ("latency", "latency"),
    ]
    return WordMap(all)
  }()

  /// Words that say nothing about which thing is meant.
  static let general = Stem.set([
    "user", "system", "time", "file", "data", "page", "server", "client", "send", "write", "read",
    "log", "job", "rule", "work", "plan", "start", "click", "name", "code", "number", "size", "add",
    "call", "list", "change", "update", "load", "open", "close", "src", "app", "lib", "index",
    "main",
    "util", "return", "refuse", "reject", "accept", "restored", "restore", "ago", "test", "green",
    "between", "kept", "keep", "keeps", "delete", "deleted", "remove", "removes", "removed",
    "purge",
    "expire", "expired", "valid", "life", "ttl", "lasts", "last", "old", "wait", "waits",
    "debounce",
    "pause", "delay", "lock", "locked", "block", "blocked", "hold", "held", "every", "poll",
    "polls",
    "cache", "caches", "cached", "timeout", "timed", "answer", "answers", "responds", "wide",
    "width",
    "high", "height", "stop", "stops", "cut", "truncate", "limit", "retain", "stored",
    "interval", "archive", "suspended", "banned", "reserved", "loads", "throttle", "setting",
  ])
}
