package import CheckModel
import Threads

/// A plan as rules read it: prose cut into sentences, each with its zone and standing; tasks as units.
///
/// Made once for each plan, linear in its size. Everything in it points into the plan by span or index.
///
/// A class, since each rule gets it and hands it on: a copy of the value would count two dozen references.
package final class PlanReading: Sendable {
  package let plan: Plan
  /// The zone of each block of `Plan.blocks`.
  package let zones: [Zone]
  /// In document order. Code spans are one token; links' targets, HTML, comments and struck text are left out.
  package let sentences: [Sentence]
  package let units: [TaskUnit]
  /// The words of each section's title.
  let titles: [[Word]]
  /// The words of each task's title.
  let taskTitles: [[Word]]
  package let suppressions: [Suppression]

  private let lazyConflicts = Lazy<[PlanAmounts.Conflict]>()
  private let lazyNames = Lazy<CodeNames>()
  private let lazyDestruction = Lazy<[DestructiveCommands.Place]>()
  /// For each unit indices into `Plan.references`.
  let lazyChanges = Lazy<[[Int]]>()
  let lazyInstructing = Lazy<[Reference.Kind: [Reference]]>()
  // What both a rule and a witness look for.
  let lazyStateChange = Lazy<Span?>()
  let lazyWritingEndpoint = Lazy<Span?>()
  let lazyBoundary = Lazy<Sentence?>()
  let lazyDisguised = Lazy<[Span]>()
  let lazyNamedFences = Lazy<UnitPlaces>()
  private let unitPlaces: UnitPlaces
  private let standing: Standing
  /// Leaf blocks by file and start, to find the zone of a byte.
  private let leaves: [(span: Span, block: Int)]

  package init(_ plan: Plan) {
    self.plan = plan
    zones = Zone.ofBlocks(in: plan)
    titles = plan.sections.map { TitleWords.of($0.title) }
    standing = Standing(plan: plan, zones: zones, titles: titles)
    sentences = SentenceReader.sentences(of: plan, zones: zones, standing: standing)
    taskTitles = plan.tasks.map { TitleWords.of($0.title) }
    units = TaskUnit.units(of: plan, titles: taskTitles, sentences: sentences)
    unitPlaces = UnitPlaces(units.map(\.span))
    suppressions = Suppression.all(in: plan)
    leaves = plan.blocks.indices
      .filter { plan.blocks[$0].isLeaf }
      .map { (plan.blocks[$0].span, $0) }
      .sorted { $0.span < $1.span }
  }

  /// Numbers of one thing that differ.
  var amountConflicts: [PlanAmounts.Conflict] {
    lazyConflicts.value { PlanAmounts(self).conflicts }
  }

  /// The code names of its sentences and fences.
  var codeNames: CodeNames { lazyNames.value { CodeNames(self) } }

  /// The commands that destroy something.
  var destruction: [DestructiveCommands.Place] {
    lazyDestruction.value { DestructiveCommands.all(in: self) }
  }

  /// The sentences that lexical rules may judge: English, and not part of finished work.
  package var judgedSentences: some Sequence<Sentence> {
    sentences.lazy.filter { $0.english && !$0.finished }
  }

  /// The judged sentences of prose that tell the executor what to do.
  var instructions: some Sequence<Sentence> { sentences.lazy.filter(isInstruction) }

  /// Whether rules of words judge it as an order or a wish.
  func isInstruction(_ sentence: Sentence) -> Bool {
    sentence.instructs && sentence.english && !sentence.finished
      && [.paragraph, .item, .table].contains(sentence.zone)
  }

  /// The leaf block that holds a byte, nil between blocks.
  package func block(at offset: Int, file: Int) -> Int? {
    var low = 0
    var high = leaves.count
    while low < high {
      let middle = (low + high) / 2
      let span = leaves[middle].span
      if (span.file, span.range.lowerBound) <= (file, offset) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low > 0 else { return nil }
    let leaf = leaves[low - 1]
    guard leaf.span.file == file, leaf.span.range.contains(offset) else { return nil }
    return leaf.block
  }

  /// The sentences of one block, in its order.
  func sentences(of block: Int) -> ArraySlice<Sentence> {
    var low = 0
    var high = sentences.count
    while low < high {
      let middle = (low + high) / 2
      if sentences[middle].block < block { low = middle + 1 } else { high = middle }
    }
    let end = sentences[low...].firstIndex { $0.block != block } ?? sentences.count
    return sentences[low..<end]
  }

  /// The zone of a byte; a code span inside prose is `code`. A byte between blocks is a paragraph's.
  package func zone(at offset: Int, file: Int) -> Zone {
    guard let block = block(at: offset, file: file) else { return .paragraph }
    for inline in plan.blocks[block].inlines where inline.range.contains(offset) {
      switch inline.kind {
      case .code: return .code
      case .comment, .html: return .html
      default: break
      }
    }
    return zones[block]
  }

  /// The innermost section that holds a span, nil before the first heading.
  package func section(of span: Span) -> Int? {
    if let block = block(at: span.range.lowerBound, file: span.file) {
      return plan.blocks[block].section
    }
    return plan.sections.lastIndex { $0.span.contains(span) }
  }

  /// Whether a block stands where text explains and does not instruct: background, alternatives, quotations.
  package func explains(_ block: Int) -> Bool { standing.explains(block) }

  /// Whether a block stands where the plan says what is to be built.
  func works(_ block: Int) -> Bool { standing.works(block) }

  /// Whether a block belongs to a ticked task.
  package func isFinished(_ block: Int) -> Bool { standing.finished[block] }

  /// Whether rules that read words may report a place: not in a section of another language.
  func mayJudgeWords(at span: Span?) -> Bool {
    guard let span, let block = block(at: span.range.lowerBound, file: span.file) else {
      return true
    }
    return standing.english[block]
  }

  /// The references in a span; they stand in document order.
  func references(in span: Span) -> [Reference] {
    let first = plan.references.partition {
      ($0.span.file, $0.span.range.lowerBound) < (span.file, span.range.lowerBound)
    }
    return plan.references[first...]
      .prefix { $0.span.file == span.file && $0.span.range.lowerBound < span.range.upperBound }
      .filter { span.contains($0.span) }
  }

  /// The unit of open work that holds a span, an index into `units`.
  package func unit(holding span: Span) -> Int? { unitPlaces.index(holding: span) }

  /// Whether a block stands in a section that has the role, by its own heading or an enclosing one, or announces it
  /// itself.
  package func block(_ index: Int, isIn role: SectionRole) -> Bool {
    if plan.blocks[index].announces == role { return true }
    guard let section = plan.blocks[index].section else { return false }
    // not by the section's own function, which would get a copy of it
    return plan.sections[section].roles.contains { $0.role == role }
  }

  /// For each section whether its title, or one above it, has one of the words.
  func sections(under words: WordSet) -> [Bool] {
    TitleWords.sections(of: plan, titles, under: words)
  }

  /// The judged language of the whole: false for plans in another language than English.
  package var isEnglish: Bool { plan.language == "en" || plan.language == "und" }
}

extension Block {
  /// Holds text or code itself.
  var isLeaf: Bool {
    switch kind {
    case .quote, .list, .item, .table: false
    default: true
    }
  }

  var isDefinition: Bool {
    if case .referenceDefinition = kind { true } else { false }
  }

  var isFence: Bool {
    switch kind {
    case .fence, .indentedCode: true
    default: false
    }
  }

  /// The first word after the backticks of a fence, lowercase; empty without one.
  var fenceLanguage: String {
    guard case .fence(let info, _) = kind else { return "" }
    return Substring(info.utf8.prefix { $0 != 0x20 && $0 != 0x7B && $0 != 0x2C }).lowercased()
  }
}
