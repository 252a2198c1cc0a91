import CheckModel

/// The numbers that a plan gives its tasks and requirements, by how they are written.
struct NumberedIDs {
  /// Ids that are written alike.
  private struct Family {
    var ids: Set<String> = []
    /// In bytes.
    var lengths: Set<Int> = []
    var hasDecimals = false
    var hasPlain = false

    mutating func insert(_ id: String) {
      guard ids.insert(id).inserted else { return }
      lengths.insert(id.utf8.count)
      if id.utf8.contains(0x2E) { hasDecimals = true } else { hasPlain = true }
    }
  }

  /// Of `Task 3`, `### 3.` and `- [ ] 1.2`.
  private let tasks: Family
  /// By what stands before the digits: `t`, `fr-`, `sc-`.
  private let byPrefix: [String: Family]
  /// `1.2` of requirements.
  private let criteria: Family
  private let plan: Plan

  init(_ reading: PlanReading) {
    var tasks = Family()
    var byPrefix: [String: Family] = [:]
    var criteria = Family()
    func read(_ id: String, isTask: Bool) {
      let id = id.lowercased()
      let bytes = id.utf8
      // only characters outside ASCII need the tables
      let isPlain = bytes.allSatisfy { $0 < 0x80 }
      let first =
        isPlain ? bytes.firstIndex(where: \.isDigit) : id.firstIndex(where: \.isNumber)
      guard let first else { return }
      let digits = id[first...]
      let prefix = String(
        decoding: bytes[..<first].filter { $0 != 0x20 && $0 != 0x23 }, as: UTF8.self)
      if prefix.isEmpty || prefix.count > 3 {
        if isTask { tasks.insert(String(digits)) } else { criteria.insert(String(digits)) }
      } else {
        byPrefix[prefix, default: Family()].insert(prefix + digits)
      }
    }
    for task in reading.plan.tasks { task.authorID.map { read($0, isTask: true) } }
    for requirement in reading.plan.requirements { requirement.id.map { read($0, isTask: false) } }
    self.tasks = tasks
    self.byPrefix = byPrefix
    self.criteria = criteria
    plan = reading.plan
  }

  /// The references of a sentence that lead nowhere.
  func missing(in sentence: Sentence) -> [(place: Range<Int>, what: String)] {
    let tokens = sentence.tokens
    var missing: [(place: Range<Int>, what: String)] = []
    for index in tokens.indices where tokens[index].kind == .word {
      let text = tokens[index].text
      if text == "task" || text == "tasks" {
        missing += unknownNumbers(behind: index, sentence, tasks, isList: text == "tasks")
          .map { (text == "task" ? index..<$0 + 1 : $0..<$0 + 1, "task") }
      } else if text == "requirements", index + 1 < tokens.endIndex,
        tokens[index + 1].text == ":"
      {
        missing += unknownNumbers(behind: index + 1, sentence, criteria, isList: true)
          .map { ($0..<$0 + 1, "requirement") }
      } else if text.last.isDigit {
        let id = self.text(index, sentence)
        let prefix = String(id.prefix { !$0.isNumber })
        guard let known = byPrefix[prefix], known.ids.count >= 3, !known.ids.contains(id),
          known.lengths.contains(id.utf8.count),
          id.dropFirst(prefix.count).allSatisfy(\.isNumber)
        else { continue }
        missing.append((index..<index + 1, prefix == "t" ? "task" : "requirement"))
      }
    }
    return missing
  }

  private func text(_ token: Int, _ sentence: Sentence) -> String {
    plan.text(of: sentence.span(of: token..<token + 1)).lowercased()
  }

  /// Numbers written as the plan writes its own, and not among them.
  private func unknownNumbers(
    behind word: Int, _ sentence: Sentence, _ known: Family, isList: Bool
  ) -> [Int] {
    let tokens = sentence.tokens
    guard known.ids.count >= 3 else { return [] }
    var unknown: [Int] = []
    for index in (word + 1)..<max(word + 1, tokens.endIndex) {
      let token = tokens[index]
      if token.kind == .number {
        // Task 3's
        let number = String(text(index, sentence).prefix { $0.isNumber || $0 == "." })
        let isDecimal = number.contains(".")
        // a plan of plain numbers may speak of the decimals of another one
        if number.count <= 4, !known.ids.contains(number), token.spaceBefore || index > word + 1,
          isDecimal ? known.hasDecimals : known.hasPlain
        {
          unknown.append(index)
        }
      } else if !isList || ![",", "and", "or", "-", "–", "to", "&"].contains(token.text) {
        break
      }
      if !isList { break }
    }
    return unknown
  }
}
