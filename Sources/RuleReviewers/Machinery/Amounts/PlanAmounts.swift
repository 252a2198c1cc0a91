import CheckModel

/// All amounts of a plan that say what is to be built, and those of them that cannot both hold.
struct PlanAmounts: Sendable {
  /// Two amounts of one thing that differ: the usual one, and the one to look at.
  struct Conflict: Sendable {
    var first: Amount
    var second: Amount
    /// They differ in their units and not in what was meant: 30 s and 30 ms.
    var isOfUnits: Bool

    /// Both are named: by a constant, an option or a label.
    var isLabeled: Bool {
      [first, second].allSatisfy { $0.name != nil || !$0.label.isEmpty }
    }
  }

  let conflicts: [Conflict]

  /// More amounts than this are a data sheet.
  private static let most = 600

  init(_ reading: PlanReading) {
    var reader = AmountReader(reading.plan)
    let ground = AmountGround(reading)
    var row: (block: Int, head: [Word])?
    for sentence in reading.sentences where reader.amounts.count <= Self.most {
      if sentence.zone == .table, sentence.isFirstCell {
        row = (sentence.block, ground.rowLabel(sentence))
      }
      guard sentence.english, !sentence.finished, ground.counts(sentence) else { continue }
      let isCell = sentence.zone == .table && !sentence.isFirstCell && row?.block == sentence.block
      reader.read(
        sentence, isTest: ground.isTest(sentence), surroundings: isCell ? row?.head ?? [] : [])
    }
    let code = ground.codeAmounts(after: reader.amounts.count, most: Self.most)
    guard reader.amounts.count + code.count <= Self.most else {
      conflicts = []
      return
    }
    conflicts = AmountPairs((reader.amounts + code).sorted { $0.span < $1.span }).conflicts
  }
}

/// Which parts of a plan say what is to be built.
private struct AmountGround {
  private let reading: PlanReading
  private var plan: Plan { reading.plan }
  /// By section: it tells of something else than the result.
  private let isElsewhere: [Bool]
  private let isOfTests: [Bool]

  init(_ reading: PlanReading) {
    self.reading = reading
    let words: WordSet = [
      "background", "context", "current", "existing", "alternatives", "alternative", "rejected",
      "problem", "motivation", "why", "rationale", "future", "history", "research", "findings",
      "analysis", "discoveries", "prior", "evidence", "lessons", "references", "estimate",
      "estimates", "effort", "timeline", "schedule", "progress", "examples", "benchmarks",
      "benchmark", "option", "options", "status",
    ]
    let titled = reading.sections(under: words)
    let roles: [SectionRole] = [
      .alternatives, .future, .references, .estimate, .outOfScope, .metadata,
    ]
    isElsewhere = reading.plan.sections.indices.map { index in
      let section = reading.plan.sections[index]
      return section.level > 1
        && (titled[index] || roles.contains { section.is($0) })
    }
    isOfTests = reading.plan.sections.map { $0.is(.tests) }
  }

  func counts(_ sentence: Sentence) -> Bool {
    sentence.zone != .quote && !(sentence.section.map { isElsewhere[$0] } ?? false)
  }

  private static let checking: WordSet = [
    "test", "tests", "assert", "cases", "case", "expected", "e2e", "fake",
    "simulate", "boundary",
  ]

  private static let demanding: WordSet = ["shall", "must"]
  private static let staging: WordSet = ["given", "when", "then", "and"]

  func isTest(_ sentence: Sentence) -> Bool {
    if sentence.has(Self.demanding) { return false }
    if sentence.opensBlock, let first = sentence.tokens.first(where: { $0.kind == .word }),
      Self.staging.contains(first.text)
    {
      return true
    }
    return sentence.section.map { isOfTests[$0] } == true || sentence.has(Self.checking)
      || opensWithTest(sentence)
  }

  private static let testing = ByteSearch(["test", "spec."])

  /// “`tests/test_rooms.py`: 40 rooms on two floors”
  private func opensWithTest(_ sentence: Sentence) -> Bool {
    guard sentence.zone == .item,
      let path = sentence.tokens.prefix(4).first(where: { $0.kind == .code })
    else { return false }
    return Self.testing.occurs(in: plan.files[sentence.file].source.bytes, path.range)
  }

  /// The stems of a row's first cell.
  func rowLabel(_ cell: Sentence) -> [Word] {
    PieceReader(bytes: plan.files[cell.file].source.bytes).pieces(of: cell.tokens).map(\.stem)
      .filter { $0 != "" }
  }

  /// Those of fences and code spans; where there are more than `most` with those before, not all of them.
  func codeAmounts(after count: Int, most: Int) -> [Amount] {
    var amounts: [Amount] = []
    for block in plan.blocks.indices where !reading.isFinished(block) {
      guard count + amounts.count <= most else { break }
      let own = plan.blocks[block]
      guard reading.zones[block] != .quote, own.section.map({ isElsewhere[$0] }) != true else {
        continue
      }
      let bytes = plan.files[own.span.file].source.bytes
      if own.isFence {
        guard !isOfData(own, bytes) else { continue }
        amounts += read(own.content.range, block, bytes, statement: count + amounts.count)
      } else {
        for inline in own.inlines where inline.kind == .code && !inline.struck {
          amounts += read(inline.range, block, bytes, statement: count + amounts.count)
        }
      }
    }
    return amounts
  }

  private static let signsOfData = ByteSearch([
    "name:", "kind:", "id:", "assert", "expect(", "describe(", "@test", "#expect", "xctassert",
    "it(\"", "test(\"",
    "def test_",
    "func test",
  ])

  private static let settings: Set<String> = [
    "yaml", "yml", "toml", "ini", "env", "dotenv", "properties", "conf", "nginx",
  ]

  /// Tests, objects with names, what a command prints, and differences hold numbers that are no settings.
  private func isOfData(_ block: Block, _ bytes: [UInt8]) -> Bool {
    ["json", "diff", "text", "txt", "console", "output", "http", "csv", "mermaid"].contains(
      block.fenceLanguage) || Self.signsOfData.occurs(in: bytes, block.content.range)
  }

  private func read(
    _ range: Range<Int>, _ block: Int, _ bytes: [UInt8], statement: Int
  ) -> [Amount] {
    let own = plan.blocks[block]
    let isSettings = Self.settings.contains(own.fenceLanguage)
    return CodeAmounts(bytes: bytes).settings(in: range).enumerated().map { index, setting in
      Amount(
        value: setting.value, written: setting.written, unit: setting.unit,
        measure: setting.measure, bound: setting.bound, label: setting.label, near: setting.label,
        context: Set(setting.label), span: Span(file: own.span.file, range: setting.range),
        section: own.section, statement: -1 - statement - index, block: block, name: setting.name,
        isConstant: setting.isConstant || isSettings)
    }
  }
}

extension Section {
  /// Its own heading says so.
  fileprivate func `is`(_ role: SectionRole) -> Bool {
    roles.contains { $0.role == role && $0.weight >= 0.8 }
  }
}
