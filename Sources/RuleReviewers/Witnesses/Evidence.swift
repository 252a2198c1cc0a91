import CheckModel

/// What the witnesses look at: a plan's pieces of work and its prose, counted once.
struct Evidence: Sendable {
  let reading: PlanReading
  /// The open tasks, or its requirements, where they carry the plan; else the sections that do.
  let pieces: [WorkPiece]
  /// What a piece is called in reasons.
  let noun: String
  /// Sentences outside headings, quotations and finished tasks, each with what it carries. Orders to the reviewer,
  /// commands that destroy and what leaves something open are none of them: a fault proves nothing.
  let prose: [Prose]
  /// Those of them that instruct: outside background, alternatives and the like.
  let instructions: [Prose]
  /// What destroys something when it is carried out.
  let destruction: [DestructiveCommands.Place]

  /// Sentences and lines with such a command that nothing guards.
  private let harmful: SpanIndex
  private let relevance: Relevance
  /// Where such prose leaves something open.
  private let hedged: [Span]

  var plan: Plan { reading.plan }

  init(_ reading: PlanReading) {
    self.reading = reading
    let files = reading.plan.files
    destruction = reading.destruction
    let commands = UnitPlaces(destruction.filter { !$0.isGuarded }.map(\.span).sorted())
    let dangerous = reading.sentences.map(\.span).filter { commands.isAny(in: $0) }
    let harmful = SpanIndex(dangerous + commands.spans)
    self.harmful = harmful
    let disguised = UnitPlaces(Disguise.words(in: reading))
    var open: [Prose] = []
    open.reserveCapacity(reading.sentences.count)
    for sentence in reading.sentences
    where !sentence.finished && !sentence.ordersReviewer
      && !commands.isAny(in: sentence.span) && !disguised.isAny(in: sentence.span)
    {
      open.append(
        Prose(
          sentence: sentence,
          traits: SentenceTraits(sentence, bytes: files[sentence.file].source.bytes)))
    }
    prose = open.filter { $0.isWritten && $0.traits.hedges == 0 }
    hedged = open.lazy.filter { $0.isWritten && $0.traits.hedges > 0 }.map(\.span)
    let relevance = Relevance(prose, reading)
    self.relevance = relevance
    instructions = prose.filter { relevance.instructs($0.sentence.block) }
    let tasks = WorkPiece.spans(of: reading.units, in: reading.plan)
    let required = Evidence.outermost(reading.plan.requirements.map(\.span))
    let sections = WrittenSections.spans(in: reading, where: relevance.instructs)
    let isCarried = { (parts: [Span]) in
      // a list of steps, a MUST or two in a text are not the whole of its work
      !parts.isEmpty && 4 * Self.length(parts) >= Self.length(sections)
    }
    (noun, pieces) =
      if isCarried(tasks) {
        ("tasks", WorkPiece.pieces(in: tasks, open, without: harmful, reading))
      } else if isCarried(required) {
        ("requirements", WorkPiece.pieces(in: required, open, without: harmful, reading))
      } else {
        ("sections", WorkPiece.pieces(in: sections, open, without: harmful, reading))
      }
  }

  /// Prose about the work: what instructs, and of the rest those sections that name some of the same code.
  var statements: some Sequence<Prose> {
    prose.lazy.filter { relevance.concerns($0.sentence) }
  }

  /// Paths that the plan names, but for those that something destructive is pointed at.
  var paths: [Reference] {
    plan.references.filter { reference in
      reference.kind == .path && !harmful.holds(reference.span)
    }
  }

  /// Criteria that carry a literal and leave nothing open.
  var decidedCriteria: [AcceptanceCriterion] {
    let open = UnitPlaces(plan.criteria.map(\.span).sorted())
    var hedged: Set<Span> = []
    for span in self.hedged {
      if let index = open.index(holding: span) { hedged.insert(open.spans[index]) }
    }
    return plan.criteria.filter { $0.concrete && !hedged.contains($0.span) }
  }

  /// The share of pieces with a property.
  func share(_ verb: String, where isMet: (WorkPiece) -> Bool) -> Measure {
    Measure.share(of: pieces, noun, verb, place: { $0.span }, where: isMet)
  }

  /// The same where nothing of the wanted kind is there and the pieces say enough without it: never more than partly.
  func partly(_ verb: String, where isMet: (WorkPiece) -> Bool) -> Measure {
    var measure = share(verb, where: isMet)
    measure.met = min(measure.met, 0.79 * measure.units)
    return measure
  }

  /// What is left of some places when others are taken out; neither overlap among themselves, and both are sorted.
  static func parts(of spans: [Span], without left: [Span]) -> [Span] {
    var parts: [Span] = []
    var next = 0
    for span in spans {
      var start = span.range.lowerBound
      while next < left.count, left[next] < span, !left[next].contains(span) { next += 1 }
      var index = next
      while index < left.count, left[index].file == span.file,
        left[index].range.lowerBound < span.range.upperBound
      {
        let hole = left[index].range
        if hole.lowerBound > start {
          parts.append(Span(file: span.file, range: start..<hole.lowerBound))
        }
        start = max(start, min(hole.upperBound, span.range.upperBound))
        index += 1
      }
      if start < span.range.upperBound {
        parts.append(Span(file: span.file, range: start..<span.range.upperBound))
      }
    }
    return parts
  }

  private static func length(_ spans: [Span]) -> Int { spans.reduce(0) { $0 + $1.range.count } }

  static func outermost(_ spans: [Span]) -> [Span] {
    var result: [Span] = []
    for span in spans.sorted() where result.last?.contains(span) != true { result.append(span) }
    return result
  }
}

/// A sentence with what it carries.
struct Prose: Sendable {
  var sentence: Sentence
  var traits: SentenceTraits

  var span: Span { sentence.span }

  /// Neither a heading's words nor somebody else's.
  var isWritten: Bool { sentence.zone != .heading && sentence.zone != .quote }

  /// One of its words or numbers is among these.
  func has(_ words: WordSet) -> Bool {
    sentence.has(words)
  }

  /// The texts of its code spans, as written.
  func codeNames(in plan: Plan) -> [Word] {
    guard traits.codeSpans > 0 else { return [] }
    let bytes = plan.files[sentence.file].source.bytes
    return sentence.tokens.filter { $0.kind == .code && $0.range.count <= 60 }
      .map { Word(bytes[$0.range]) }
  }
}

/// One piece of work and what it decides.
struct WorkPiece: Sendable {
  var span: Span
  var words = 0
  var codeSpans = 0
  /// Code spans and fences that spell out a call, a type, an option or a value.
  var signatures = 0
  var fences = 0
  var numbers = 0
  var quotations = 0
  var paths = 0
  /// Commands, and those of them that check something or say what comes out.
  var runs = 0
  var commands = 0
  var expectations = 0
  var criteria = 0
  /// Words such as maybe, as needed, appropriate, TBD.
  var hedges = 0
  var failures = 0
  var checks = 0
  var flows = 0
  var repeatsOther = false
  /// A piece of the same group, or a check of the whole, says how this one is told to be done.
  var isCheckedElsewhere = false
  /// It names no file, and it is clear which one is meant.
  var isPlacedElsewhere = false
  /// Of its code spans.
  var names: Set<Word> = []

  /// It says something that two people would read alike: code, a number, a literal or a path.
  var isConcrete: Bool { codeSpans + numbers + quotations + paths + fences > 0 }
  /// A step that only runs a command: it needs no file and no more words.
  var isCheck: Bool { commands > 0 && paths == 0 && codeSpans <= 2 && words <= 20 }
  var isDecided: Bool { isConcrete && hedges == 0 }

  static func pieces(
    in spans: [Span], _ sentences: [Prose], without harmful: SpanIndex, _ reading: PlanReading
  ) -> [WorkPiece] {
    let plan = reading.plan
    var pieces = spans.sorted().map { WorkPiece(span: $0) }
    let places = UnitPlaces(pieces.map(\.span))
    for sentence in sentences {
      guard let index = places.index(holding: sentence.span) else { continue }
      let isTestCase =
        sentence.traits.isConcrete && reading.block(sentence.sentence.block, isIn: .tests)
      pieces[index].absorb(sentence, isTestCase: isTestCase)
      pieces[index].names.formUnion(sentence.codeNames(in: plan))
    }
    for block in plan.blocks where block.isFence {
      guard let index = places.index(holding: block.span),
        !harmful.isAny(in: block.span)
      else { continue }
      pieces[index].fences += 1
      if !shells.contains(block.fenceLanguage) { pieces[index].signatures += 1 }
    }
    for reference in plan.references where reference.kind == .path {
      if let index = places.index(holding: reference.span) { pieces[index].paths += 1 }
    }
    for command in plan.commands {
      guard let index = places.index(holding: command.span) else { continue }
      guard !harmful.holds(command.span), !harmful.isAny(in: command.span) else { continue }
      pieces[index].runs += 1
      guard command.verifies || command.expected != nil else { continue }
      pieces[index].commands += 1
      if command.expected != nil { pieces[index].expectations += 1 }
    }
    for criterion in plan.criteria {
      if let index = places.index(holding: criterion.span) { pieces[index].criteria += 1 }
    }
    inherit(&pieces, placedNames(sentences, plan), reading)
    CheckReach(sentences, places, reading).mark(&pieces)
    return pieces
  }

  /// The units without pauses between them; where one is all, its steps.
  static func spans(of units: [TaskUnit], in plan: Plan) -> [Span] {
    if let only = units.first, units.count == 1 {
      let steps = plan.tasks.filter { $0.parent == only.task && $0.state != .done }
      if steps.count >= 2 { return steps.map(\.span) }
    }
    let work = units.filter { !$0.isCheckpoint }
    return (work.isEmpty ? units : work).map(\.span)
  }

  private static let shells: Set<String> = ["sh", "bash", "shell", "zsh", "console", "text"]

  /// A unit's inherited paths count for its piece.
  private static func inherit(
    _ pieces: inout [WorkPiece], _ placed: Set<Word>, _ reading: PlanReading
  ) {
    let changed = Set(
      reading.plan.references.filter {
        $0.kind == .path && ($0.action == .modify || $0.action == .create)
      }.map(\.text))
    let fences = FenceNames.places(in: reading)
    for index in pieces.indices where pieces[index].paths == 0 {
      if let unit = reading.unit(holding: pieces[index].span) {
        pieces[index].paths = reading.units[unit].paths.count
      }
      // the only file that is changed at all, or the one that a block of code says it belongs to
      if pieces[index].paths == 0,
        changed.count == 1 || !placed.isDisjoint(with: pieces[index].names)
          || pieces[index].fences > 0 && fences.isAny(in: pieces[index].span)
      {
        pieces[index].isPlacedElsewhere = true
      }
    }
  }

  /// Code names beside a path in one sentence: whoever reads them again knows the file.
  private static func placedNames(_ prose: [Prose], _ plan: Plan) -> Set<Word> {
    let paths = UnitPlaces(plan.references.filter { $0.kind == .path }.map(\.span).sorted())
    var names: Set<Word> = []
    for prose in prose where prose.traits.codeSpans > 1 && prose.traits.hedges == 0 {
      guard paths.isAny(in: prose.span) else { continue }
      names.formUnion(prose.codeNames(in: plan))
    }
    return names
  }

  private mutating func absorb(_ prose: Prose, isTestCase: Bool) {
    let traits = prose.traits
    words += prose.sentence.wordCount
    hedges += traits.hedges
    if traits.repeatsOther { repeatsOther = true }
    // a sentence that leaves something open decides nothing with its literals either
    guard traits.hedges == 0 else { return }
    codeSpans += traits.codeSpans
    signatures += traits.signatures
    numbers += traits.numbers
    quotations += traits.quotations
    if traits.speaksOfFailure { failures += 1 }
    // a case in a section of tests is a check without the word
    if traits.speaksOfChecking && traits.isConcrete || isTestCase { checks += 1 }
    if traits.speaksOfFlow { flows += 1 }
  }
}
