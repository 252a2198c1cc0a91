import CheckModel

/// Finds how a plan says that something is done, in all the forms that people use.
struct CriterionFinder {
  private let index: BlockIndex
  private let zones: SectionZones
  private let commands: [PlanCommand]
  private let headings: [Int: Int]
  private var nextCommand = 0
  private var found: [AcceptanceCriterion] = []

  /// The plan's criteria in document order; sections have their roles and commands are found already.
  static func criteria(
    in plan: Plan, _ index: BlockIndex, _ zones: SectionZones
  ) -> [AcceptanceCriterion] {
    var finder = CriterionFinder(plan, index, zones)
    finder.walk()
    return finder.found.sorted { $0.span < $1.span }
  }

  private init(_ plan: Plan, _ index: BlockIndex, _ zones: SectionZones) {
    self.index = index
    self.zones = zones
    commands = plan.commands
    var headings: [Int: Int] = [:]
    for (number, section) in plan.sections.enumerated() { headings[section.heading] = number }
    self.headings = headings
  }

  private mutating func walk() {
    var block = 0
    while block < index.blocks.count {
      let next = read(block)
      // commands inside what became a criterion are part of it
      while nextCommand < commands.count, commands[nextCommand].block < next {
        let command = commands[nextCommand]
        if !(found.last?.span.contains(command.span) ?? false) { add(command) }
        nextCommand += 1
      }
      block = max(block + 1, next)
    }
  }

  /// Reads one block and returns the one to go on with.
  private mutating func read(_ block: Int) -> Int {
    let value = index.blocks[block]
    let zone = zones.zone(value.section)
    switch value.kind {
    case .heading: return readHeading(block)
    case .label: return readLabel(block)
    case .list where zone != .neither: return readList(block)
    case .item where zone != .neither: return readItem(block)
    case .paragraph where zone != .neither: return readParagraph(block)
    case .tableRow(header: false, let cells):
      if zone == .acceptance {
        add(.item, value.span, block)
      } else if zone != .neither, cells.count >= 2, tellsResults(block, inTasks: zone == .tasks) {
        add(.item, value.span, block)
      }
      return index.after(block)
    case .fence(let info, _) where info.hasPrefix("gherkin") || info.hasPrefix("feature"):
      readGherkin(block)
      return index.after(block)
    default: return block + 1
    }
  }

  /// Its table has a column for results, as in `| Input | Answer |`.
  ///
  /// - Parameter inTasks: whether it stands among tasks, where its rows may be tasks themselves.
  private func tellsResults(_ row: Int, inTasks: Bool) -> Bool {
    guard let table = index.blocks[row].parent, table + 1 < index.blocks.count,
      case .tableRow(true, let header) = index.blocks[table + 1].kind
    else { return false }
    let bytes = index.bytes(row)
    return ExpectedResult.hasColumn(bytes, header)
      && (!inTasks || TaskTable(bytes, header, inWork: true) == nil)
  }

  // MARK: Headings and labels

  /// `#### Scenario: …` with its Given, When and Then below is one criterion.
  private mutating func readHeading(_ block: Int) -> Int {
    guard let section = headings[block], index.titles[section].kind?.kind == .scenario else {
      return block + 1
    }
    let blocks = index.blocks(of: section)
    guard blocks.count > 1 else { return block + 1 }
    let span = index.sections[section].span
    add(.scenario, span, block)
    return blocks.upperBound
  }

  /// `**Done when:** …`, `**Independent Test**: …` with the text beside the label.
  private mutating func readLabel(_ block: Int) -> Int {
    guard let section = headings[block], index.sections[section].weight(of: .acceptance) >= 0.8,
      zones.zone(section) == .acceptance
    else { return readParagraph(block) }
    let title = index.sections[section].title.utf8.count
    guard index.blocks[block].content.range.count > title + 12 else { return block + 1 }
    add(.doneWhen, index.blocks[block].span, block)
    return index.after(block)
  }

  // MARK: Lists

  /// Groups `- GIVEN`, `- WHEN`, `- THEN` items into scenarios; other lists are read item by item.
  private mutating func readList(_ list: Int) -> Int {
    var words: [(item: Int, word: Modal)] = []
    var item = list + 1
    while item < index.after(list) {
      if let word = ScenarioText.keyword(of: item, index) { words.append((item, word)) }
      item = index.after(item)
    }
    // `When in doubt, …` alone is advice
    guard words.contains(where: { $0.word == .then }),
      words.contains(where: { $0.word == .when || $0.word == .given })
    else { return list + 1 }
    var first: Int?
    var last = list
    var sawThen = false
    for (item, word) in words {
      let starts = word == .given || word == .when
      if starts, sawThen, let start = first {
        addScenario(from: start, to: last)
        first = nil
        sawThen = false
      }
      first = first ?? item
      sawThen = sawThen || word == .then
      last = item
    }
    if let first { addScenario(from: first, to: last) }
    return index.after(list)
  }

  private mutating func addScenario(from first: Int, to last: Int) {
    let start = index.blocks[first].span
    let end = index.blocks[last].span.range.upperBound
    let range = start.range.lowerBound..<max(start.range.upperBound, end)
    add(.scenario, Span(file: start.file, range: range), first)
  }

  private mutating func readItem(_ item: Int) -> Int {
    guard let lead = index.lead(item) else { return item + 1 }
    let bytes = index.bytes(lead)
    let text = index.blocks[lead].content.range
    if let form = ScenarioText.form(bytes, text) {
      add(form, index.blocks[item].span, item)
      return index.after(item)
    }
    if isAnnounced(lead, bytes, text) {
      add(.doneWhen, index.blocks[lead].span, item)
      return lead + 1
    }
    guard zones.isCriterion(item, index) else { return item + 1 }
    // an item that only names a group leaves the criteria to the list below it
    let hasList = index.after(item) > lead + 1
    if hasList, ScenarioText.isGroupName(bytes, text) { return lead + 1 }
    add(.item, index.blocks[item].span, item)
    return index.after(item)
  }

  // MARK: Text

  /// “Done when …”, `Proof: …`, or below such a label; a bare label, and the result of a command, are none.
  private func isAnnounced(_ block: Int, _ bytes: [UInt8], _ text: Range<Int>) -> Bool {
    if ScenarioText.announcesDone(bytes, text) { return true }
    guard index.blocks[block].announces == .acceptance,
      !ScenarioText.isGroupName(bytes, text)
    else { return false }
    return !bytes.holds("expect", at: text.first { ASCII.isLetter(bytes[$0]) } ?? text.lowerBound)
  }

  private mutating func readParagraph(_ block: Int) -> Int {
    let value = index.blocks[block]
    let bytes = index.bytes(block)
    let text = value.content.range
    if let form = ScenarioText.form(bytes, text) {
      add(form, value.span, block)
      return index.after(block)
    }
    if isAnnounced(block, bytes, text) {
      add(.doneWhen, value.span, block)
      return index.after(block)
    }
    let trimmed = bytes.trimmed(text)
    guard value.kind == .paragraph, value.parent == nil, zones.zone(value.section) == .acceptance,
      trimmed.count > 20, !ScenarioText.isGroupName(bytes, text), !isBeforeList(block)
    else { return block + 1 }
    add(.item, value.span, block)
    return index.after(block)
  }

  /// A paragraph before a list introduces it.
  private func isBeforeList(_ block: Int) -> Bool {
    let next = index.after(block)
    guard next < index.blocks.count, index.blocks[next].section == index.blocks[block].section
    else {
      return false
    }
    switch index.blocks[next].kind {
    case .list, .table: return true
    default: return false
    }
  }

  private mutating func readGherkin(_ block: Int) {
    let bytes = index.bytes(block)
    let file = index.blocks[block].span.file
    var start: Int?
    var end = 0
    for line in bytes.lines(in: index.blocks[block].content.range) {
      let text = bytes.trimmed(line)
      if bytes.holds("scenario", at: text.lowerBound) {
        if let start { add(.scenario, Span(file: file, range: start..<end), block) }
        start = text.lowerBound
      }
      if !text.isEmpty { end = text.upperBound }
    }
    if let start, end > start { add(.scenario, Span(file: file, range: start..<end), block) }
  }

  // MARK: Values

  private mutating func add(_ form: AcceptanceCriterion.Form, _ span: Span, _ block: Int) {
    found.append(
      AcceptanceCriterion(
        form: form, span: span, section: index.blocks[block].section,
        concrete: isConcrete(index.bytes(of: span.file), span.range)))
  }

  /// `Run:` with what should come out.
  private mutating func add(_ command: PlanCommand) {
    guard let expected = command.expected,
      command.verifies || command.labelled && !CommandShape.prepares(command.text),
      zones.zone(command.section) != .neither
    else { return }
    let range =
      min(
        command.span.range.lowerBound, expected.range.lowerBound)..<max(
        command.span.range.upperBound, expected.range.upperBound)
    found.append(
      AcceptanceCriterion(
        form: .runExpected, span: Span(file: command.span.file, range: range),
        section: command.section, concrete: true))
  }

  /// A digit, code or a literal in quotes makes a criterion checkable.
  private func isConcrete(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    // `1.` before the text is no value
    let opening = bytes[range].prefix { ASCII.isDigit($0) || $0 == ASCII.dot || $0 == 0x29 }
    let body = range.lowerBound + opening.count..<range.upperBound
    return bytes[body].contains { ASCII.isDigit($0) || $0 == ASCII.backtick || $0 == ASCII.quote }
      || bytes[body].indices.contains { bytes.holds("\u{201C}", at: $0) }
  }
}
