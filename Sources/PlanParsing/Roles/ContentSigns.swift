import CheckModel

/// What a section's own blocks show about its role.
struct ContentSigns: Sendable, Hashable {
  var items = 0
  var checkboxes = 0
  var orderedItems = 0
  /// Items that open with a path.
  var pathItems = 0
  /// Items that open with the imperative of work: `Add …`, `Write …`.
  var imperativeItems = 0
  /// Items that open with a command or call and say what comes out: `tides --json` prints one line.
  var outcomes = 0
  /// Commands that test, build or lint.
  var checks = 0
  /// Pairs of a condition and a THEN.
  var scenarios: Int { min(thens, conditions) }
  private var thens = 0
  private var conditions = 0
  var shalls = 0
  var isTree = false
  var questions = 0
  /// Blocks with text or code besides the heading.
  var blocks = 0

  /// The roles that the content speaks for, strongest first.
  var roles: [WeightedRole] {
    var roles: [WeightedRole] = []
    func add(_ role: SectionRole, _ weight: Double) {
      roles.append(WeightedRole(role: role, weight: weight))
    }
    if checkboxes > 0, checkboxes * 2 >= items { add(.tasks, 0.6) }
    if scenarios > 1 { add(.acceptance, 0.65) }
    if outcomes > 0, checkboxes == 0, imperativeItems == 0, outcomes * 3 >= items * 2 {
      add(.acceptance, 0.55)
    }
    if shalls > 1 { add(.requirements, 0.55) }
    if items > 0, pathItems * 3 >= items * 2 { add(.files, 0.6) }
    if isTree { add(.files, 0.55) }
    if checks > 1, checkboxes == 0 { add(.tests, 0.5) }
    if questions > 1, questions * 2 > items { add(.openQuestions, 0.5) }
    return roles.sorted(by: WeightedRole.comesFirst)
  }

  /// The signs of every section from one walk over the blocks.
  static func all(in plan: Plan, _ index: BlockIndex) -> [ContentSigns] {
    var signs = [ContentSigns](repeating: ContentSigns(), count: plan.sections.count)
    for block in plan.blocks.indices {
      guard let section = plan.blocks[block].section else { continue }
      signs[section].read(block, index)
    }
    for command in plan.commands where command.verifies {
      if let section = command.section { signs[section].checks += 1 }
    }
    return signs
  }

  private mutating func read(_ block: Int, _ index: BlockIndex) {
    let value = index.blocks[block]
    let bytes = index.bytes(block)
    switch value.kind {
    case .item(let item):
      items += 1
      if item.checkbox != nil { checkboxes += 1 }
      if ASCII.isDigit(item.marker.utf8.first ?? 0) { orderedItems += 1 }
      if let lead = index.lead(block) { readLead(lead, index, bytes) }
    case .paragraph, .tableRow:
      blocks += 1
      countModals(bytes, value.content.range)
    case .label: countModals(bytes, value.content.range)
    case .fence:
      blocks += 1
      isTree = isTree || DirectoryTree.isTree(bytes, value.content.range)
    default: break
    }
  }

  private mutating func readLead(_ lead: Int, _ index: BlockIndex, _ bytes: [UInt8]) {
    let value = index.blocks[lead]
    if let first = value.inlines.first(where: { $0.kind != .text || $0.range.count > 2 }),
      first.kind == .code, PathShape(bytes, bytes.trimmed(first.range), in: .code) != nil
    {
      pathItems += 1
    }
    if let first = value.inlines.first(where: { $0.kind != .text || $0.range.count > 2 }),
      first.kind == .code, bytes[first.range].contains(ASCII.space),
      ExpectedResult.announces(bytes, first.range.upperBound..<value.content.range.upperBound)
    {
      outcomes += 1
    }
    let text = bytes.trimmed(value.content.range)
    if Imperative.opens(bytes, text) { imperativeItems += 1 }
    if text.last.map({ bytes[$0] == UInt8(ascii: "?") }) == true { questions += 1 }
  }

  private mutating func countModals(_ bytes: [UInt8], _ range: Range<Int>) {
    Modal.table.scan(bytes, range) { match in
      guard Modal.isWritten(match, in: bytes) else { return true }
      // `CASE WHEN … THEN` is no scenario: the word must open its line or be bold
      let opens = match.range.lowerBound - range.lowerBound < 4
      let isBold = bytes.peek(match.range.lowerBound - 1) == ASCII.star
      switch match.value {
      case .given, .when: conditions += opens || isBold ? 1 : 0
      case .then: thens += opens || isBold ? 1 : 0
      case .shall: shalls += 1
      case .must, .condition: break
      }
      return true
    }
  }
}
