import CheckModel

/// Reads Given/When/Then, EARS and "done when" out of one piece of text.
enum ScenarioText {
  /// The form of a text that is a criterion by its own words; nil for other text.
  static func form(_ bytes: [UInt8], _ range: Range<Int>) -> AcceptanceCriterion.Form? {
    var condition: Int?
    var hasGiven = false
    var hasWhen = false
    var isScenario = false
    var hasShall = false
    var isFirst = true
    Modal.table.scan(bytes, range) { match in
      let opens = isFirst && isAtStart(match.range.lowerBound, bytes, range)
      isFirst = false
      // `CASE WHEN … THEN` is code: without a Given the word must open the text or be bold
      let isBold = bytes.peek(match.range.lowerBound - 1) == ASCII.star
      let isWritten = Modal.isWritten(match, in: bytes)
      switch match.value {
      case .given: hasGiven = hasGiven || isWritten || opens
      case .when:
        if isWritten || opens { condition = condition ?? match.range.lowerBound }
        hasWhen = hasWhen || isWritten && (opens || isBold) || hasGiven
      case .condition where isWritten || opens: condition = condition ?? match.range.lowerBound
      case .then:
        isScenario = isScenario || hasWhen && (isWritten || hasGiven)
      case .shall: hasShall = true
      case .must, .condition: break
      }
      return true
    }
    if isScenario, !hasShall { return .scenario }
    if hasShall { return condition != nil ? .ears : .shall }
    return nil
  }

  private static func isAtStart(_ offset: Int, _ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    bytes[range.lowerBound..<offset].allSatisfy {
      ASCII.isSpace($0) || ASCII.isDigit($0) || [ASCII.star, ASCII.dot, 0x29].contains($0)
    }
  }

  /// The scenario word that an item opens with; AND and BUT continue as `.condition`.
  static func keyword(of item: Int, _ index: BlockIndex) -> Modal? {
    guard let lead = index.lead(item) else { return nil }
    let bytes = index.bytes(lead)
    var offset = index.blocks[lead].content.range.lowerBound
    let end = index.blocks[lead].content.range.upperBound
    while offset < end, bytes[offset] == ASCII.star || bytes[offset] == ASCII.underscore {
      offset += 1
    }
    guard let match = openings.match(bytes, at: offset, before: end) else { return nil }
    // SHALL makes it an EARS sentence of its own
    if match.value == .when, shall.first(in: bytes, offset..<end) != nil { return nil }
    // a whole Given … when … then in one item is a criterion by itself
    if match.value != .then, match.value != .condition, form(bytes, offset..<end) == .scenario {
      return nil
    }
    let isBold = offset > index.blocks[lead].content.range.lowerBound
    let isCapital = ASCII.isUpper(bytes.peek(offset))
    return isBold || isCapital ? match.value : nil
  }

  private static let openings = PhraseTable<Modal>([
    ("given", .given), ("when", .when), ("then", .then), ("and", .condition), ("but", .condition),
  ])
  private static let shall = PhraseTable(["shall"], true)

  /// `Acceptance: …`, `Verify: …`, `Checkpoint: …` at the start of a text, or “we are finished once …” near it.
  static func announcesDone(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    let opening = range.lowerBound..<min(range.upperBound, range.lowerBound + 100)
    if let match = doneWhen.first(in: bytes, opening),
      isAboutWork(bytes, opening.lowerBound..<match.range.lowerBound)
    {
      return true
    }
    var offset = range.lowerBound
    while offset < range.upperBound,
      ASCII.isSpace(bytes[offset]) || bytes[offset] == ASCII.star
        || bytes[offset] == ASCII.underscore
    { offset += 1 }
    guard
      let match = labels.match(bytes, at: offset, before: min(range.upperBound, bytes.count))
    else { return false }
    var end = match.range.upperBound
    while end < range.upperBound, bytes[end] == ASCII.star || bytes[end] == ASCII.space { end += 1 }
    return bytes.peek(end) == ASCII.colon && end + 8 < range.upperBound
  }

  /// Nothing stands before, or what is done is the work: a row is "accepted if" by the product.
  private static func isAboutWork(_ bytes: [UInt8], _ before: Range<Int>) -> Bool {
    !bytes[before].contains(where: ASCII.isLetter) || works.first(in: bytes, before) != nil
  }

  private static let works = PhraseTable(
    [
      "we", "we're", "you", "you're", "this", "plan", "task", "change", "ticket", "issue", "work",
      "pr", "feature", "story", "migration", "refactoring", "step", "phase", "everything", "das",
      "die", "der", "le", "la", "el",
    ], true)

  /// The end of the work and its condition.
  private static let doneWhen: PhraseTable<Bool> = {
    let ends = [
      "done", "finished", "complete", "completed", "closed", "merged", "accepted", "ready",
    ]
    let conditions = ["when", "once", "if", "as soon as", "only when", "only if"]
    let said = ends.flatMap { end in conditions.map { "\(end) \($0)" } }
    return PhraseTable(
      said + [
        "done means", "finished means", "complete means", "success means", "counts as done",
        "counts as finished", "close the ticket when", "close the ticket once", "close this when",
        "merge only if", "merge only when", "merge only once", "merge when", "merge once",
        "ready to merge when", "ready to merge once", "to accept this", "we know it works when",
        "we know it worked when", "you know it works when", "is a success when",
        "successful when", "successful if", "xong khi", "fertig wenn", "fertig, wenn",
        "fertig ist", "abgeschlossen, wenn", "terminé quand", "fini quand", "terminado cuando",
        "listo cuando", "hecho cuando", "pronto quando",
      ], true)
  }()

  /// Labels, so a colon must follow.
  private static let labels = PhraseTable(
    [
      "acceptance", "acceptance criteria", "acceptance criterion", "definition of done", "dod",
      "verify", "checkpoint", "independent test", "success", "success criteria",
      "success criterion", "done", "验收", "验收标准", "完了条件", "완료 조건", "критерий",
    ], true)

  /// An item or paragraph that only names what follows: it ends in a colon, or is all bold.
  static func isGroupName(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    let text = bytes.trimmed(range)
    guard let last = text.last(where: { bytes[$0] != ASCII.star }) else { return true }
    if bytes[last] == ASCII.colon { return true }
    return bytes.holds("**", at: text.lowerBound) && bytes.holds("**", at: text.upperBound - 2)
      && text.count < 80
  }
}
