import CheckModel

/// Finds the risk tier of a plan with every line that speaks for it.
///
/// High: two lines of one family, or one destructive SQL statement, migration file or path of access control or
/// money, outside excluded and background sections. Low: every named path is docs or text, or there is exactly
/// one path, no long fence and few tasks. Front matter may only raise.
struct RiskDetector {
  /// A fence with more lines is a change of code.
  static let longFence = 10
  /// More open tasks than this are no small change of one file.
  static let fewTasks = 5

  private var plan: Plan
  private let index: BlockIndex
  /// By section.
  private let isBackground: [Bool]
  private var triggers: [(place: Span, family: RiskFamily, text: String, alone: Bool)] = []
  /// Lines about a migration, which count once the plan is known to speak of stored data.
  private var migrations: [(place: Span, text: String)] = []
  private var speaksOfStoredData = false

  /// Reads all but the headings: those of tasks count, and tasks are found beside this.
  init(reading plan: Plan, _ index: BlockIndex) {
    self.plan = plan
    self.index = index
    isBackground = plan.sections.map(Self.isBackground)
    for block in plan.blocks.indices where !plan.blocks[block].kind.isHeading { read(block) }
  }

  /// The tier of the same plan, its tasks found.
  func assessment(with plan: Plan) -> RiskAssessment {
    var detector = self
    detector.plan = plan
    // `Migration notes` above a line about the migration is no second line
    for task in Set(plan.tasks.map(\.block)).sorted() where plan.blocks[task].kind.isHeading {
      detector.read(task)
    }
    for reference in plan.references { detector.read(reference) }
    detector.settleMigrations()
    return detector.assessment
  }

  // MARK: Reading

  private func isInBackground(_ section: Int?) -> Bool {
    section.map { isBackground[$0] } ?? false
  }

  private static func isBackground(_ section: Section) -> Bool {
    guard let first = section.roles.first(where: { $0.role != .topic }) else { return false }
    switch first.role {
    case .outOfScope, .context, .problem, .alternatives, .references, .future, .glossary,
      .metadata, .progress:
      return true
    default: return section.weight(of: .outOfScope) >= 0.8
    }
  }

  private mutating func read(_ block: Int) {
    let value = index.blocks[block]
    guard !isInBackground(value.section), value.announces != .outOfScope else { return }
    let bytes = index.bytes(block)
    switch value.kind {
    case .heading, .paragraph, .label, .tableRow:
      for line in bytes.lines(in: value.content.range) {
        readLine(bytes, line, value.span.file)
        readSQL(bytes, line, value.span.file, inFence: false)
      }
    case .fence(let info, _):
      guard !info.hasPrefix("markdown"), !info.hasPrefix("md") else { return }
      if info.hasPrefix("sql") { speaksOfStoredData = true }
      for line in bytes.lines(in: value.content.range) {
        readSQL(bytes, line, value.span.file, inFence: true)
      }
    default: break
    }
  }

  private mutating func readLine(_ bytes: [UInt8], _ line: Range<Int>, _ file: Int) {
    var families: [RiskFamily: Range<Int>] = [:]
    var delete: Range<Int>?
    var drop: Range<Int>?
    var concurrent: Range<Int>?
    var migration: Range<Int>?
    var hasData = false
    var hasTable = false
    var isShared = false
    RiskWords.table.scan(bytes, line) { match in
      guard !Self.isNegated(bytes, match.range, line) else { return true }
      switch match.value {
      case .family(let family): families[family] = families[family] ?? match.range
      case .delete: delete = delete ?? match.range
      case .drop: drop = drop ?? match.range
      case .concurrent: concurrent = concurrent ?? match.range
      case .shared: isShared = true
      case .migration: migration = migration ?? match.range
      case .stored: speaksOfStoredData = true
      case .deleted: hasData = true
      case .dropped: hasTable = true
      case .database:
        hasTable = true
        speaksOfStoredData = true
      }
      return true
    }
    if let migration, families[.dataChange] == nil {
      migrations.append((Span(file: file, range: migration), bytes.text(migration)))
    }
    if let delete, hasData || hasTable { families[.deletion] = delete }
    if let drop, hasTable { families[.dataChange] = families[.dataChange] ?? drop }
    if let concurrent, isShared { families[.concurrency] = concurrent }
    // what is written about a change is no second one
    if families[.publicContract] != nil, RiskWords.announcements.first(in: bytes, line) != nil {
      families[.publicContract] = nil
    }
    guard !families.isEmpty else { return }
    for family in RiskFamily.allCases {
      guard let range = families[family] else { continue }
      add(Span(file: file, range: range), family, bytes.text(range), alone: false)
    }
  }

  /// `no migration`, `does not change the public API`: a negation within the three words before.
  private static func isNegated(
    _ bytes: [UInt8], _ word: Range<Int>, _ line: Range<Int>
  ) -> Bool {
    var start = word.lowerBound
    var spaces = 0
    while start > line.lowerBound, word.lowerBound - start < 40 {
      start -= 1
      if ASCII.isSpace(bytes[start]) {
        spaces += 1
        if spaces == 4 { break }
      } else if [ASCII.dot, 0x2C, 0x3B].contains(bytes[start]) {
        break
      }
    }
    return RiskWords.negations.first(in: bytes, start..<word.lowerBound) != nil
  }

  /// SQL in prose counts when it is written as SQL: in capitals.
  private mutating func readSQL(
    _ bytes: [UInt8], _ line: Range<Int>, _ file: Int, inFence: Bool
  ) {
    guard let match = RiskWords.destructiveSQL.first(in: bytes, line),
      inFence || ASCII.isUpper(bytes[match.range.lowerBound + 1])
    else { return }
    add(Span(file: file, range: match.range), .dataChange, bytes.text(match.range), alone: true)
  }

  private mutating func read(_ reference: Reference) {
    guard reference.kind == .path, !isInBackground(reference.section),
      reference.action != .read, reference.text.utf8.count < 400
    else { return }
    let path = Array(reference.text.utf8)
    let isWork = reference.action != .mention && reference.action != .run
    if isWork, Self.isMigration(path) {
      return add(reference.span, .dataChange, reference.text, alone: true)
    }
    guard isWork, let match = RiskWords.sensitivePaths.first(in: path, 0..<path.count),
      !Self.isDocument(reference.text)
    else { return }
    add(reference.span, match.value, reference.text, alone: true)
  }

  private static let migrationFolders = ["migrations", "migrate", "migration", "versions"].map {
    Array($0.utf8)
  }

  /// `db/migrate/…`, `migrations/0007_x.sql`, `V3__x.sql`.
  private static func isMigration(_ path: [UInt8]) -> Bool {
    guard path.contains(ASCII.slash) || path.last == UInt8(ascii: "l") else { return false }
    let folders = path.split(separator: ASCII.slash)
    guard let last = folders.last else { return false }
    let isInFolder = folders.dropLast().contains { folder in
      migrationFolders.contains { folder.elementsEqual($0) }
    }
    let isSQL = last.suffix(4).elementsEqual(".sql".utf8)
    let isNumbered = last.first.map { ASCII.isDigit($0) } == true || last.first == UInt8(ascii: "V")
    return isInFolder && last.contains(ASCII.dot) || isSQL && isNumbered
  }

  private mutating func add(_ span: Span, _ family: RiskFamily, _ text: String, alone: Bool) {
    triggers.append((span, family, text, alone))
  }

  // MARK: Deciding

  /// Code, components and dependencies migrate too; only stored data can be lost.
  private mutating func settleMigrations() {
    guard speaksOfStoredData || triggers.contains(where: { $0.family == .dataChange }) else {
      return
    }
    for migration in migrations { add(migration.place, .dataChange, migration.text, alone: false) }
  }

  private var assessment: RiskAssessment {
    let declared = declaredTier
    let sorted = triggers.sorted { $0.place < $1.place }
    var because: [RiskAssessment.Trigger] = []
    var passages: [RiskFamily: Set<Span>] = [:]
    var isAlone = false
    for trigger in sorted {
      let place = passage(of: trigger.place)
      isAlone = isAlone || trigger.alone
      guard passages[trigger.family, default: []].insert(place).inserted || trigger.alone else {
        continue
      }
      because.append(self.trigger(trigger.place, "\(trigger.family.rawValue): \(trigger.text)"))
    }
    if isAlone || passages.values.contains(where: { $0.count >= 2 }) {
      return RiskAssessment(tier: .high, because: because + declared.triggers)
    }
    let low = lowReason
    let tier: RiskTier = because.isEmpty && low != nil ? .low : .normal
    let reasons = because.isEmpty ? low.map { [$0] } ?? [] : because
    guard let raised = declared.tier, raised > tier else {
      return RiskAssessment(tier: tier, because: reasons)
    }
    return RiskAssessment(tier: raised, because: reasons + declared.triggers)
  }

  /// What counts once, however its lines are broken: a block of prose, or a line of code.
  private func passage(of span: Span) -> Span {
    var low = 0
    var high = plan.blocks.count
    while low < high {
      let middle = (low + high) / 2
      if (plan.blocks[middle].span.file, plan.blocks[middle].span.range.lowerBound)
        <= (span.file, span.range.lowerBound)
      {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low > 0, !plan.blocks[low - 1].kind.isFence else { return line(of: span) }
    return plan.blocks[low - 1].span
  }

  private func line(of span: Span) -> Span {
    let lines = plan.lines(of: span)
    return Span(file: span.file, range: lines.lowerBound..<lines.lowerBound + 1)
  }

  private func trigger(_ span: Span, _ text: String) -> RiskAssessment.Trigger {
    RiskAssessment.Trigger(
      file: plan.files[span.file].path, line: plan.lines(of: span).lowerBound, trigger: text)
  }

  private var declaredTier: (tier: RiskTier?, triggers: [RiskAssessment.Trigger]) {
    let entries = plan.frontMatter.filter { $0.key.lowercased() == "risk" }
    let tiers = entries.compactMap { entry in
      RiskTier(rawValue: entry.value.lowercased()).map { (tier: $0, entry: entry) }
    }
    guard let highest = tiers.max(by: { $0.tier < $1.tier }) else { return (nil, []) }
    return (
      highest.tier,
      [trigger(highest.entry.span, "front matter risk: \(highest.tier.rawValue)")]
    )
  }

  /// Why the plan can do little harm; nil when it can.
  private var lowReason: RiskAssessment.Trigger? {
    let paths = plan.references.filter { $0.kind == .path && !isInBackground($0.section) }
    guard let first = paths.first else { return nil }
    if paths.allSatisfy({ Self.isDocument($0.text) }) {
      // a plan that shows code changes code, whatever documents it names
      let fences = plan.blocks.filter(\.kind.isFence).map(\.span)
      guard !plan.blocks.contains(where: \.kind.isCode),
        let first = paths.first(where: { !Self.stands($0.span, in: fences) })
      else { return nil }
      return trigger(first.span, "every named path is documentation or text")
    }
    let longFence = plan.blocks.contains { block in
      guard block.kind.isFence else { return false }
      return plan.lines(of: block.content).count > Self.longFence
    }
    // many tasks change more than the one file that was named
    let open = plan.tasks.count { $0.state != .done }
    guard Set(paths.map(\.text)).count == 1, !longFence, open <= Self.fewTasks else { return nil }
    return trigger(first.span, "one path, and no code block over \(Self.longFence) lines")
  }

  /// Paths in output that is shown say nothing about what is changed; the fences are in document order.
  private static func stands(_ span: Span, in fences: [Span]) -> Bool {
    var low = 0
    var high = fences.count
    while low < high {
      let middle = (low + high) / 2
      if span < fences[middle] { high = middle } else { low = middle + 1 }
    }
    return low > 0 && fences[low - 1].contains(span)
  }

  private static func isDocument(_ path: String) -> Bool {
    let name = path.utf8.split(separator: ASCII.slash).last ?? path.utf8[...]
    if ["license", "readme", "changelog", "contributing"].contains(Substring(name).lowercased()) {
      return true
    }
    guard let dot = name.lastIndex(of: ASCII.dot) else { return false }
    return ["md", "mdx", "markdown", "txt", "rst", "adoc", "tex", "org"]
      .contains(Substring(name[name.index(after: dot)...]).lowercased())
  }
}

extension Block.Kind {
  /// A fence in a language that is neither prose nor shell: documents alone do not need it.
  fileprivate var isCode: Bool {
    guard case .fence(let info, _) = self else { return false }
    let language = info.prefix { $0 != " " && $0 != "{" }.lowercased()
    let harmless: Set<String> = [
      "", "md", "markdown", "text", "txt", "sh", "bash", "shell", "console", "zsh", "mermaid",
      "diff", "dot", "html",
    ]
    return !harmless.contains(language)
  }
}
