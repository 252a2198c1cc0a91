/// How an English sentence says that something is left out or must stay as it is.
///
/// Each way has its own function. What the product does not do, and what nobody needs, is none of them.
enum BoundaryWords {
  static func limit(_ tokens: ArraySlice<Token>) -> Bool {
    phrases.occur(in: tokens) || forbids(tokens) || leavesAlone(tokens)
      || isElsewhere(tokens) || keepsStill(tokens) || names(only: tokens) || excludes(new: tokens)
      || meansTo(tokens)
  }

  private static let phrases: Phrases = [
    ["out", "of", "scope"], ["not", "in", "scope"], ["outside", "the", "scope"],
    ["beyond", "the", "scope"], ["the", "scope", "ends"], ["out", "of", "bounds"],
    ["off", "limits"], ["off-limits"], ["non-goal"], ["non-goals"], ["not", "part", "of"],
    ["no", "part", "of"], ["isn't", "part", "of"], ["aren't", "part", "of"],
    ["not", "included"], ["not", "covered"], ["not", "here"], ["not", "changed", ":"],
    ["not", "affected"], ["unaffected", ":"], ["left", "for", "later"], ["left", "for", "another"],
    ["another", "day"], ["not", "in", "this"], ["not", "doing"], ["not", "this", "one"],
    ["no", "changes", "to"], ["no", "change", "to"], ["no", "change", "of"],
    ["no", "changes", "in"], ["no", "change", "in"], ["no", "changes", "are", "made"],
    ["no", "code", "changes"], ["no", "other", "file"], ["no", "other", "files"],
    ["no", "other", "changes"], ["as", "it", "is", "."], ["as", "they", "are"], ["as", "it", "is"],
    ["does", "not", "include"], ["doesn't", "include"], ["we", "will", "not"], ["we", "won't"],
    ["we", "do", "not"], ["we", "don't"], ["we", "are", "not"], ["we're", "not"],
    ["not", "going", "to"], ["won't", "be", "part"], ["nothing", "about"], ["touches", "nothing"],
    ["changes", "nothing", "else"], ["nothing", "else", "changes"], ["nothing", "else", "is"],
    ["nothing", "else", "needs"], ["touch", "nothing", "else"], ["change", "nothing", "else"],
    ["hands", "off"], ["stay", "away", "from"], ["keep", "out", "of"], ["steer", "clear"],
    ["resist", "the"], ["refrain", "from"], ["no", "need", "to", "touch"],
    ["no", "need", "to", "change"], ["stay", "out", "of"], ["is", "not", "about"],
    ["is", "no", "goal"], ["not", "a", "goal"], ["ignore", "for", "now"],
  ]

  // MARK: Orders to leave something alone

  private static let negations: WordSet = [
    "not", "never", "don't", "isn't", "aren't", "won't", "mustn't", "shouldn't", "doesn't",
    "needn't", "can't", "cannot",
  ]
  private static let contracted: WordSet = [
    "isn't", "aren't", "won't", "mustn't", "shouldn't", "doesn't",
  ]
  private static let orders: WordSet = ["do", "must", "should", "please", "may", "shall"]
  private static let touching: WordSet = [
    "change", "touch", "modify", "edit", "alter", "rename", "refactor", "reformat", "rewrite",
    "restructure", "redesign", "upgrade", "bump", "introduce", "extend", "add", "create",
    "reorganize", "rework", "adjust", "tidy", "clean", "fix", "remove", "delete", "move", "migrate",
  ]
  private static let covering: WordSet = [
    "cover", "include", "address", "handle", "deal", "affect",
  ]
  private static let touched: WordSet = [
    "changed", "touched", "modified", "edited", "altered", "rewritten", "renamed", "refactored",
    "migrated", "moved",
  ]
  private static let handling: WordSet = [
    "touching", "changing", "modifying", "editing", "altering", "renaming", "refactoring",
    "reformatting", "rewriting", "adding", "upgrading", "moving",
  ]

  /// “Do not touch …”, “is not edited”, “avoid renaming”, “the API does not change.”
  private static func forbids(_ tokens: ArraySlice<Token>) -> Bool {
    tokens.indices.dropLast().contains { index in
      let word = tokens[index].text
      if word == "avoid" || word == "without" {
        return handling.contains(tokens[index + 1].text)
      }
      guard negations.contains(word) else { return false }
      let before: Word = index > tokens.startIndex ? tokens[index - 1].text : ""
      let opens = word == "don't" || index == tokens.startIndex
      if opens || orders.contains(before), touching.contains(tokens[index + 1].text) { return true }
      if before == "does" || word == "doesn't", index > tokens.startIndex + 1 {
        let subject = tokens[word == "doesn't" ? index - 1 : index - 2].text
        let isWork = works.contains(subject)
        return isWork
          && (touching.contains(tokens[index + 1].text)
            || covering.contains(tokens[index + 1].text))
          || endsWithChange(tokens, index + 1)
      }
      if endsWithChange(tokens, index + 1) { return true }
      let next = tokens[index + 1].text == "be" ? index + 2 : index + 1
      return next < tokens.endIndex && touched.contains(tokens[next].text)
        && (contracted.contains(word)
          || ["is", "are", "be", "must", "will", "and", ","].contains { (word: Word) in
            word == before
          })
    }
  }

  private static let clauseEnds: WordSet = [
    ".", ",", ";", ":", ")", "!", "here", "for", "with", "and", "in", "at",
  ]

  /// “Does not change.”, “must not change for …”, but not “does not change its input”.
  private static func endsWithChange(_ tokens: ArraySlice<Token>, _ index: Int) -> Bool {
    guard tokens[index].text == "change" else { return false }
    return index + 1 == tokens.endIndex || clauseEnds.contains(tokens[index + 1].text)
  }

  // MARK: What stays

  private static let leaving: WordSet = [
    "leave", "leaves", "leaving", "left", "keep", "keeps", "keeping", "kept", "stay", "stays",
    "remain", "remains", "is", "are", "be", "staying",
  ]
  private static let strongLeaving: WordSet = [
    "leave", "leaves", "leaving", "left", "keep", "keeps", "keeping", "kept", "stay", "stays",
    "remain", "remains", "staying",
  ]
  private static let unchanged: WordSet = ["unchanged", "untouched", "as-is", "intact"]
  private static let alike: WordSet = ["alone", "identical"]
  private static let manners: Phrases = [
    ["how", "it", "is"], ["how", "they", "are"], ["the", "way", "it"], ["the", "way", "they"],
    ["as", "before"], ["the", "same", "."], ["the", "same", ","], ["as", "it", "is"],
    ["as", "they", "are"], ["as", "is"],
    ["like", "today"], ["as", "today"],
  ]

  /// “Stays unchanged”, “leave the form alone”, “remains how it is”.
  private static func leavesAlone(_ tokens: ArraySlice<Token>) -> Bool {
    tokens.indices.contains { index in
      let window = tokens[max(tokens.startIndex, index - 7)..<index]
      if unchanged.contains(tokens[index].text) {
        return window.suffix(4).contains { leaving.contains($0.text) }
      }
      guard alike.contains(tokens[index].text) || manners.length(in: tokens, at: index) != nil
      else { return false }
      return window.contains { strongLeaving.contains($0.text) }
    }
  }

  private static let existing: WordSet = ["existing", "current", "callers", "clients", "today's"]
  private static let working: Phrases = [
    ["keep", "working"], ["keeps", "working"], ["continue", "to", "work"],
    ["continues", "to", "work"], ["still", "work"], ["still", "works"],
  ]

  /// “Existing callers must keep working”.
  private static func keepsStill(_ tokens: ArraySlice<Token>) -> Bool {
    working.occur(in: tokens) && tokens.contains { existing.contains($0.text) }
  }

  // MARK: Work of another day

  private static let later: WordSet = ["later", "future", "next", "follow-up", "followup"]
  private static let times: WordSet = [
    "release", "version", "iteration", "sprint", "milestone", "pr", "ticket", "project", "plan",
  ]
  private static let other: WordSet = [
    "different", "separate", "another", "own", "follow-up", "followup", "other",
  ]
  private static let works: WordSet = [
    "plan", "change", "ticket", "tickets", "pr", "spec", "proposal", "task", "work", "issue",
    "story", "rfc", "effort", "project", "this", "step",
  ]
  private static let putting: WordSet = [
    "in", "for", "to", "until", "gets", "get", "belong", "belongs", "is", "are", "deserves",
    "deserve", "as", "come", "comes", "its", "their", "with", "of",
  ]

  /// “In a later release”, “gets its own ticket”.
  private static func isElsewhere(_ tokens: ArraySlice<Token>) -> Bool {
    tokens.indices.dropLast().contains { index in
      let next = tokens[index + 1].text
      guard
        later.contains(tokens[index].text) && times.contains(next)
          || other.contains(tokens[index].text) && works.contains(next)
      else { return false }
      var before = tokens[tokens.startIndex..<index].suffix(2).map(\.text)
      if let last = before.last, ["a", "an", "the"].contains(last) { before.removeLast() }
      return before.last.map(putting.contains) ?? false
    }
  }

  // MARK: Nothing but this

  private static let edits: WordSet = [
    "change", "changes", "changed", "edit", "edits", "edited", "touched", "touch", "modified",
    "move", "moves", "affected", "diff",
  ]
  private static let confined: Phrases = [
    ["limited", "to"], ["confined", "to"], ["restricted", "to"], ["stays", "inside"],
    ["stays", "within"], ["stay", "inside"], ["stay", "within"],
  ]

  /// “Only `a.ts` changes”, “nothing in `b` needs to move”, “edits are limited to `src`”.
  private static func names(only tokens: ArraySlice<Token>) -> Bool {
    guard tokens.contains(where: { edits.contains($0.text) }) else { return false }
    let opening = tokens.drop { $0.kind == .symbol }.prefix(4)
    guard let first = opening.first, ["only", "nothing", "neither"].contains(first.text) else {
      return confined.occur(in: tokens)
    }
    guard opening.contains(where: { $0.kind == .code || $0.text == "files" }) else { return false }
    return tokens.indices.contains { index in
      guard edits.contains(tokens[index].text) else { return false }
      let isTold =
        index > tokens.startIndex && ["is", "are", "be"].contains(tokens[index - 1].text)
      return isTold || index + 1 == tokens.endIndex || clauseEnds.contains(tokens[index + 1].text)
    }
  }

  private static let novelties: WordSet = ["new", "other", "further", "additional", "extra"]
  private static let additions: WordSet = [
    "change", "changes", "dependency", "dependencies", "package", "packages", "migration",
    "migrations", "refactoring", "refactors", "rename", "renames", "redesign", "rewrite",
    "rewrites", "library", "libraries", "features", "framework",
  ]
  private static let parts: WordSet = [
    "table", "tables", "endpoint", "endpoints", "flag", "flags", "column", "columns", "config",
    "setting", "settings", "file", "files", "service", "services", "tool", "tools", "deps", "api",
    "page", "pages", "command", "commands", "component", "components", "field", "fields",
  ]
  /// A verb makes it a sentence about the product: “No new file is written”.
  private static let verbs: WordSet = [
    "is", "are", "was", "needed", "required", "necessary", "yet", "found", "gets", "appears",
    "arrive", "arrives", "exists", "exist", "shown", "must",
  ]

  /// “No new packages”, “no schema changes”.
  private static func excludes(new tokens: ArraySlice<Token>) -> Bool {
    tokens.indices.contains { index in
      let word = tokens[index].text
      guard word == "no" || word == "without" else { return false }
      let before = index > tokens.startIndex ? tokens[index - 1] : nil
      guard word == "without" || before.map({ $0.kind == .symbol || $0.text == "and" }) ?? true,
        !tokens[index...].prefix(7).contains(where: { verbs.contains($0.text) })
      else { return false }
      let next = tokens[(index + 1)...].prefix(3)
      if next.contains(where: { additions.contains($0.text) }) {
        return word == "no" || next.first.map { novelties.contains($0.text) } == true
      }
      return word == "no" && next.first.map { novelties.contains($0.text) } == true
        && next.contains { parts.contains($0.text) }
    }
  }

  private static let purposes: WordSet = [
    "deliberately", "intentionally", "explicitly", "purposely", "consciously",
  ]
  private static let leavingOut: WordSet = [
    "not", "no", "left", "out", "excluded", "excludes", "skipped", "skips", "leave", "leaves",
    "omitted", "omits", "don't", "doesn't", "without", "leaving",
  ]

  /// “This deliberately does not fix …”.
  private static func meansTo(_ tokens: ArraySlice<Token>) -> Bool {
    tokens.indices.contains { index in
      purposes.contains(tokens[index].text)
        && tokens[(index + 1)...].prefix(4).contains { leavingOut.contains($0.text) }
    }
  }
}
