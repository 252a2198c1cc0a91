/// Recognizes orders to check that name nothing that could be seen.
enum BareCheck {
  private static let checking: WordSet = [
    "verify", "check", "test", "confirm", "validate", "ensure", "sanity-check", "double-check",
    "smoke-test", "spot-check", "retest", "manually", "visually", "sanity", "double", "try", "make",
  ]
  /// Of what is checked these say nothing.
  private static let things: WordSet = [
    "it", "this", "that", "the", "all", "everything", "change", "changes", "result", "results",
    "output", "outcome", "feature", "functionality", "implementation", "fix", "a", "of", "our",
    "your", "new", "whole", "final", "work", "once",
  ]
  private static let manners: WordSet = [
    "manually", "visually", "carefully", "again", "locally", "by", "hand", "in", "on", "browser",
    "browsers", "app", "device", "devices", "staging", "production", "environment", "dev",
    "simulator", "emulator", "real", "quickly", "briefly", "out", "too", "also", "then", "and",
    "sure", "check", "test", "verify", "afterwards", "end-to-end", "for", "sanity", "quick", "is",
    "are", "looks", "look", "fine", "ok", "okay", "good", "correct", "right", "alright",
  ]
  /// Behind "nothing", or with "no" in front: a damage that nobody describes.
  private static let damages: Phrases = [
    ["nothing", "broke"], ["nothing", "breaks"], ["nothing", "is", "broken"],
    ["nothing", "has", "broken"], ["nothing", "else", "broke"], ["nothing", "else", "breaks"],
    ["nothing", "got", "broken"], ["nothing", "has", "been", "broken"], ["nothing", "regressed"],
    ["nothing", "regresses"], ["nothing", "goes", "wrong"], ["no", "regressions"],
    ["no", "regression"], ["not", "break", "anything"], ["don't", "break", "anything"],
    ["doesn't", "break", "anything"], ["without", "breaking", "anything"],
    ["no", "side", "effects"], ["no", "unwanted", "side", "effects"], ["no", "surprises"],
  ]
  private static let introducing: WordSet = [
    "ensure", "verify", "check", "confirm", "make", "sure", "that", "there", "are", "is", "the",
    "change", "changes", "does", "do", "did", "it", "we", "were", "have", "introduced", "test",
    "for", "this", "was", "be", "must", "should", "has", "manually", "and", "also", "then",
    "existing", "by", "with", "introduces", "causes", "caused",
  ]

  /// The words of a sentence that is such an order as a whole.
  static func place(in sentence: Sentence) -> Range<Int>? {
    guard !sentence.tokens.contains(where: { $0.kind == .code || $0.kind == .number }) else {
      return nil
    }
    let words = WordRun(sentence.tokens)
    guard words.texts.count >= 2, words.texts.count <= 12 else { return nil }
    let isBare =
      isBareOrder(words.texts) || isBareDamage(words)
      || isGlance(words) && !sentence.tokens.contains { $0.text == ":" || $0.text == "(" }
    guard isBare else { return nil }
    return words.tokenRange(0..<words.texts.count)
  }

  private static func isBareOrder(_ texts: [Word]) -> Bool {
    guard checking.contains(texts[0]), texts[0] != "ensure", texts[0] != "make",
      // "Check out the branch" is no check
      !(texts[0] == "check" && texts[1] == "out"),
      // "Test environment" is a name
      texts[0] != "test" || things.contains(texts[1]) || manners.contains(texts[1])
    else { return false }
    return texts.dropFirst().allSatisfy { things.contains($0) || manners.contains($0) }
      && texts.contains {
        [
          "verify", "check", "test", "confirm", "validate", "sanity-check",
          "double-check", "smoke-test", "spot-check", "retest", "try",
        ].contains($0)
      }
      && texts.contains {
        things.contains($0) && !["the", "a", "of", "new", "your", "our"].contains($0)
      }
  }

  private static let glances: WordSet = [
    "double-check", "sanity-check", "spot-check", "smoke-test", "eyeball", "proofread",
  ]
  private static let looking: WordSet = ["check", "test", "inspect", "verify", "review"]
  private static let byEye: WordSet = ["manually", "visually", "quickly", "briefly"]
  private static let openings: Phrases = [
    ["have", "a", "look", "at"], ["have", "a", "quick", "look", "at"], ["take", "a", "look", "at"],
    ["take", "a", "quick", "look", "at"], ["quick", "check", "of"], ["quality", "check", "of"],
    ["sanity", "check", "of"], ["smoke", "test", "on"], ["smoke", "test", "of"],
    ["smoke", "test", "the"],
  ]
  /// With one of these it goes on to say what is looked for.
  private static let telling: WordSet = [
    "that", "whether", "if", "for", "against", "shows", "show", "has", "have", "contains",
    "contain", "equals", "is", "are", "returns", "match", "matches", "with", "no", "only", "each",
    "when", "without", "before", "using", "and", "still",
  ]

  /// Something is named that is to be looked at, and nothing that is to be seen: `Double-check the charts`.
  private static func isGlance(_ words: WordRun) -> Bool {
    let texts = words.texts
    let opening = openings.first(in: words).flatMap { $0.lowerBound == 0 ? $0.upperBound : nil }
    let isLook =
      glances.contains(texts[0]) || opening != nil
      || looking.contains(texts[0]) && texts.contains(where: byEye.contains)
    return isLook && texts.count <= 9
      && !texts.dropFirst(opening ?? 1).contains(where: telling.contains)
  }

  private static func isBareDamage(_ words: WordRun) -> Bool {
    guard let damage = damages.first(in: words) else { return false }
    return damage.lowerBound > 0
      && (words.texts[..<damage.lowerBound] + words.texts[damage.upperBound...]).allSatisfy {
        introducing.contains($0) || things.contains($0)
      }
      && words.texts[..<damage.lowerBound].contains {
        ["ensure", "verify", "check", "confirm", "make", "sure", "test", "must", "should"]
          .contains($0)
      }
  }
}
