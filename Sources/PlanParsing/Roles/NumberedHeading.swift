/// The kind of a heading that counts its like: `Task 3`, `Phase 1`, `User Story 2`, `Scenario: …`.
struct NumberedHeading: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    case task, step, fix
    /// A phase, stage, milestone, sprint: a group of tasks, or one task when it holds none.
    case phase
    case requirement, userStory, scenario, decision, option, question, testCase, risk, principle,
      property, appendix
  }
  var kind: Kind

  /// As written, `3`, `1.2`, `two`, `一`; nil in `Scenario: …`.
  var number: String?

  /// How many characters of the folded heading the kind and the number take.
  var length: Int

  private static let words: [(word: String, kind: Kind)] = [
    ("task", .task), ("aufgabe", .task), ("tarea", .task), ("tarefa", .task), ("tâche", .task),
    ("задача", .task), ("任务", .task), ("タスク", .task), ("작업", .task), ("태스크", .task),
    ("step", .step), ("schritt", .step), ("paso", .step), ("passo", .step), ("étape", .step),
    ("bước", .step), ("шаг", .step), ("步骤", .step), ("ステップ", .step), ("단계", .phase),
    ("fix", .fix), ("phase", .phase), ("stage", .phase), ("chunk", .phase), ("part", .phase),
    ("milestone", .phase), ("checkpoint", .phase), ("slice", .phase), ("sprint", .phase),
    ("iteration", .phase), ("wave", .phase), ("week", .phase), ("day", .phase), ("pr", .phase),
    ("fase", .phase), ("etapa", .phase), ("día", .phase), ("semana", .phase), ("этап", .phase),
    ("giai đoạn", .phase), ("阶段", .phase), ("階段", .phase), ("フェーズ", .phase), ("페이즈", .phase),
    ("work package", .phase), ("epic", .phase), ("lot", .phase),
    ("requirement", .requirement), ("req", .requirement), ("fr", .requirement),
    ("要件", .requirement), ("需求", .requirement), ("요구사항", .requirement),
    ("requisito", .requirement), ("anforderung", .requirement), ("exigence", .requirement),
    ("требование", .requirement), ("user story", .userStory), ("story", .userStory),
    ("us", .userStory), ("use case", .userStory), ("用户故事", .userStory),
    ("scenario", .scenario), ("szenario", .scenario), ("シナリオ", .scenario), ("场景", .scenario),
    ("decision", .decision), ("adr", .decision), ("决策", .decision), ("option", .option),
    ("alternative", .option), ("open question", .question), ("question", .question),
    ("test case", .testCase), ("tc", .testCase), ("test", .testCase), ("risk", .risk),
    ("principle", .principle), ("property", .property), ("appendix", .appendix),
  ]

  /// The words by their first scalar, in the order of the list.
  private static let byFirst = Dictionary(grouping: words) { $0.word.unicodeScalars.first ?? " " }

  /// Kinds that stand without a number before a colon: `Requirement: Export`, `Scenario: Empty list`.
  private static let named: Set<Kind> = [
    .task, .requirement, .scenario, .decision, .option, .userStory, .fix,
  ]

  private static let numerals: Set<String> = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "i", "ii",
    "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "a", "b", "c", "d", "e", "n",
  ]
  private static let chineseNumerals: Set<Character> = [
    "一", "二", "三", "四", "五", "六", "七", "八", "九", "十",
  ]

  /// Reads the kind at the start of a folded heading; nil when there is none.
  init?(start text: String) {
    guard let first = text.unicodeScalars.first else { return nil }
    // 第一阶段, 一、阶段
    if first.value >= 0x4E00, let heading = Self.readChinese(text) {
      self = heading
      return
    }
    for (word, kind) in Self.byFirst[first] ?? [] where text.hasPrefix(word) {
      if let heading = Self.read(text, after: word, kind) {
        self = heading
        return
      }
    }
    return nil
  }

  private static func readChinese(_ text: String) -> NumberedHeading? {
    var body = text[...]
    if body.first == "第" { body.removeFirst() }
    let lead = body.prefix { chineseNumerals.contains($0) }
    guard !lead.isEmpty,
      let found = words.first(where: { body.dropFirst(lead.count).hasPrefix($0.word) })
    else { return nil }
    let skipped = text.count - body.count
    return .init(
      kind: found.kind, number: String(lead), length: skipped + lead.count + found.word.count)
  }

  private init(kind: Kind, number: String?, length: Int) {
    self.kind = kind
    self.number = number
    self.length = length
  }

  private static func read(_ text: String, after word: String, _ kind: Kind) -> NumberedHeading? {
    let rest = text.dropFirst(word.count)
    if rest.first == ":" {
      return named.contains(kind) ? .init(kind: kind, number: nil, length: word.count) : nil
    }
    let gap = rest.prefix { $0 == " " || $0 == "-" || $0 == "#" }
    let after = rest.dropFirst(gap.count)
    let number = after.prefix {
      $0.isASCII ? $0.isNumber || $0 == "." : chineseNumerals.contains($0)
    }
    if let first = number.first, first != "." {
      // `3b`, `3.1`; not `3d models`
      let tail = after.dropFirst(number.count)
      let letter = tail.first.map { $0.isASCII && $0.isLetter } == true ? 1 : 0
      if letter == 1, let next = tail.dropFirst().first, next.isLetter || next.isNumber {
        return nil
      }
      let written = String(after.prefix(number.count + letter)).trimmedOfPunctuation
      return .init(
        kind: kind, number: written, length: word.count + gap.count + number.count + letter)
    }
    guard !gap.isEmpty else { return nil }
    let numeral = String(after.prefix { $0.isLetter })
    let next = after.dropFirst(numeral.count).first
    guard numerals.contains(numeral), next == nil || next == ":" || next == " " && numeral.count > 1
    else { return nil }
    return .init(kind: kind, number: numeral, length: word.count + gap.count + numeral.count)
  }
}
