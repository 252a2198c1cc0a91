import CheckModel

/// Finds where a plan says what is left out or must stay as it is.
///
/// Only lines about the work count: that an answer must not hold a password, or that a queue is not needed, stops
/// nobody from changing more than was asked for.
enum Boundaries {
  /// The first such line.
  static func first(in reading: PlanReading) -> Sentence? {
    inSections(reading) ?? inTables(reading) ?? inWords(reading)
  }

  // MARK: Sections

  /// A line below a heading or label of that meaning; below limits and scope only one that leaves something out.
  private static func inSections(_ reading: PlanReading) -> Sentence? {
    let sections = reading.plan.sections
    let excluding = Set(sections.indices.filter { has([.outOfScope], sections[$0]) })
    let limiting = Set(
      sections.indices.filter { reading.titles[$0].contains(where: limitTitles.contains) })
    guard !excluding.isEmpty || !limiting.isEmpty else { return nil }
    return reading.sentences.first { sentence in
      guard sentence.zone != .heading, let section = sentence.section, sentence.wordCount >= 2
      else { return false }
      return excluding.contains(section)
        || limiting.contains(section) && (sentence.has(leavingOut) || !sentence.english)
    }
  }

  private static func has(_ roles: Set<SectionRole>, _ section: Section) -> Bool {
    section.roles.contains { roles.contains($0.role) && !$0.inherited && $0.weight >= 0.5 }
  }

  private static let limitTitles: WordSet = [
    "scope", "constraints", "constraint", "guardrails", "boundaries", "portée", "umfang", "alcance",
    "范围", "スコープ",
  ]
  private static let leavingOut: WordSet = [
    "no", "not", "never", "don't", "only", "stays", "unchanged", "untouched", "except", "without",
  ]

  private static let limitCells: WordSet = [
    "limits", "boundaries", "constraints", "exclusions", "non-goals", "excluded",
  ]

  /// The cell beside `Limits` in a table that tells about the document.
  private static func inTables(_ reading: PlanReading) -> Sentence? {
    let sentences = reading.sentences
    let label = sentences.indices.dropLast().first { index in
      let sentence = sentences[index]
      return sentence.zone == .table && sentence.isFirstCell && sentence.wordCount == 1
        && sentence.has(limitCells) && sentences[index + 1].block == sentence.block
    }
    return label.map { sentences[$0 + 1] }
  }

  // MARK: Words

  private static func inWords(_ reading: PlanReading) -> Sentence? {
    if let words = translated[reading.plan.language] {
      return reading.sentences.first { sentence in
        words.occurs(in: reading.plan.files[sentence.file].source.bytes, sentence.span.range)
      }
    }
    return reading.sentences.first { sentence in
      sentence.zone != .quote
        && (phrases.occur(in: sentence.tokens) || forbids(sentence) || isLeftAlone(sentence))
    }
  }

  private static let phrases: Phrases = [
    ["out", "of", "scope"], ["not", "in", "scope"], ["out", "of", "bounds"], ["off", "limits"],
    ["off-limits"], ["non-goal"], ["non-goals"], ["not", "part", "of"], ["no", "part", "of"],
    ["not", "included"], ["not", "covered"], ["not", "here"], ["not", "changed", ":"],
    ["not", "affected"], ["unaffected", ":"], ["left", "alone"], ["leave", "alone"],
    ["left", "for", "later"], ["another", "day"], ["separate", "pr"], ["separate", "plan"],
    ["separate", "ticket"], ["separate", "issue"], ["separate", "change"], ["own", "ticket"],
    ["follow-up", "pr"], ["follow-up", "ticket"], ["not", "in", "this"], ["not", "doing"],
    ["no", "changes", "to"], ["no", "change", "to"], ["no", "change", "of"],
    ["no", "changes", "in"],
    ["no", "code", "changes"], ["no", "other", "file"], ["no", "other", "files"],
    ["no", "other", "changes"], ["no", "new", "dependency"], ["no", "new", "dependencies"],
    ["no", "new", "runtime"], ["deliberately", "not"], ["deliberately", "left"],
    ["explicitly", "excluded"], ["as", "it", "is"], ["as", "they", "are"],
    ["does", "not", "include"],
    ["we", "will", "not"],
    ["we", "won't"], ["we", "do", "not"], ["we", "don't"], ["will", "not", "be", "changed"],
    ["nothing", "about"], ["touches", "nothing"], ["changes", "nothing", "else"],
  ]

  private static let negations: WordSet = ["not", "never", "don't"]
  private static let orders: WordSet = ["do", "must", "should", "please", "may", "shall"]
  private static let touching: WordSet = [
    "change", "touch", "modify", "edit", "alter", "rename", "refactor", "reformat", "rewrite",
    "restructure", "redesign", "upgrade", "bump", "introduce", "extend", "add", "create",
    "reorganize", "rework", "adjust", "tidy",
  ]
  private static let works: WordSet = [
    "plan", "change", "ticket", "pr", "spec", "proposal", "task", "work", "issue",
  ]
  private static let covering: WordSet = [
    "cover", "include", "address", "handle", "deal", "affect",
  ]
  private static let touched: WordSet = [
    "changed", "touched", "modified", "edited", "altered", "rewritten", "renamed", "refactored",
  ]

  /// “Do not touch …”, “is not edited”.
  private static func forbids(_ sentence: Sentence) -> Bool {
    let tokens = sentence.tokens
    return tokens.indices.dropLast().contains { index in
      guard negations.contains(tokens[index].text) else { return false }
      let before: Word = index > tokens.startIndex ? tokens[index - 1].text : ""
      let opens = tokens[index].text == "don't" || index == tokens.startIndex
      if opens || orders.contains(before), touching.contains(tokens[index + 1].text) { return true }
      if before == "does", index > tokens.startIndex + 1 {
        return works.contains(tokens[index - 2].text)
          && (touching.contains(tokens[index + 1].text)
            || covering.contains(tokens[index + 1].text))
      }
      let next = tokens[index + 1].text == "be" ? index + 2 : index + 1
      return next < tokens.endIndex && touched.contains(tokens[next].text)
        && ["is", "are", "be", "must", "will", "and", ","].contains { (word: Word) in word == before
        }
    }
  }

  private static let staying: WordSet = [
    "stay", "stays", "remain", "remains", "is", "are", "leave", "leaves", "left", "keep", "keeps",
    "be",
  ]
  private static let same: WordSet = ["unchanged", "untouched", "as-is", "intact"]

  /// “Stays unchanged”, “is left untouched”.
  private static func isLeftAlone(_ sentence: Sentence) -> Bool {
    let tokens = sentence.tokens
    return tokens.indices.contains { index in
      same.contains(tokens[index].text)
        && tokens[max(tokens.startIndex, index - 4)..<index].contains { staying.contains($0.text) }
    }
  }

  /// What leaves something out in other languages, looked for in the bytes.
  private static let translated: [String: ByteSearch] = [
    "de": ByteSearch([
      "nicht angefasst", "nicht geändert", "nicht verändert", "unverändert", "nicht teil",
      "kein teil",
      "gehört nicht", "gehören nicht", "bleibt wie", "bleiben wie", "nicht anfassen", "nichtziel",
      "nicht enthalten", "nicht dazu", "nicht berührt",
    ]),
    "fr": ByteSearch([
      "hors périmètre", "hors du périmètre", "ne pas modifier", "ne change pas", "ne changent pas",
      "inchangé", "ne fait pas partie", "ne font pas partie", "ne touche", "non-objectif", "exclu",
      "rien d'autre", "ni modifié",
    ]),
    "es": ByteSearch([
      "fuera de alcance", "fuera del alcance", "no cambi", "no se cambi", "no se toca",
      "sin cambios",
      "no incluye", "no forma parte", "no forman parte", "queda igual", "quedan igual",
    ]),
    "pt": ByteSearch([
      "fora do escopo", "fora de escopo", "não alterar", "não muda", "não inclui", "sem alterações",
      "inalterad", "não faz parte",
    ]),
    "ja": ByteSearch([
      "対象外", "変更しない", "変えない", "触らない", "触れない", "範囲外", "スコープ外", "変更なし",
    ]),
    "zh": ByteSearch([
      "不在范围", "范围外", "不修改", "不改", "不变", "不包括", "不包含", "非目标", "不涉及",
    ]),
    "ko": ByteSearch(["범위 밖", "제외", "변경하지", "수정하지", "비목표", "그대로"]),
  ]
}
