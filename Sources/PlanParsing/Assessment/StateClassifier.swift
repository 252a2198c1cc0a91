import CheckModel

/// Tells whether a plan is work to do at all: unfilled template, no plan, done, started or open.
struct StateClassifier {
  /// From this share of ticked tasks on a plan is done.
  static let doneShare = 0.9

  private let plan: Plan
  private let index: BlockIndex

  static func state(of plan: Plan, _ index: BlockIndex) -> PlanState {
    let classifier = StateClassifier(plan: plan, index: index)
    if TemplateSigns(plan).isTemplate { return .template }
    if !classifier.isPlan { return .notAPlan }
    return classifier.progress
  }

  // MARK: Progress

  /// By the tasks that can be ticked: those with a checkbox or a state of their own; where no task can,
  /// by the ticks of the acceptance lists.
  private var progress: PlanState {
    let isParent = Set(plan.tasks.compactMap(\.parent))
    let leaves = plan.tasks.indices.filter { !isParent.contains($0) }.map { plan.tasks[$0] }
    var states = leaves.filter(Self.canBeTicked).map(\.state)
    // half a list of ticks says nothing about tasks that have none
    if states.count * 2 < leaves.count { states = leaves.map(\.state) }
    if !states.contains(where: { $0 != .open }) {
      states = criterionTicks
      // a box or two may say anything
      if states.count < 3 { return isDeclaredDone ? .done : .open }
    }
    if !states.contains(where: { $0 != .open }), isDeclaredDone { return .done }
    guard !states.isEmpty else { return .open }
    let done = states.count { $0 == .done }
    if Double(done) >= Self.doneShare * Double(states.count) { return .done }
    return done > 0 || states.contains(.started) ? .started : .open
  }

  /// The document says so of itself: in its front matter, its title, or a `Status:` line before the work; and no box
  /// is open.
  private var isDeclaredDone: Bool {
    guard !plan.tasks.contains(where: { $0.form == .checkbox && $0.state == .open }) else {
      return false
    }
    if let entry = plan.frontMatter.first(where: {
      ["status", "state"].contains($0.key.lowercased())
    }) {
      return isFinished(entry.value)
    }
    return plan.files.count == 1 && (isStatedDone || isTitledDone) || isReport
  }

  private func isFinished(_ word: String) -> Bool {
    let bytes = Array(word.utf8)
    let start = bytes.firstIndex { ASCII.isWord($0) } ?? 0
    return TaskStatus.finished.match(bytes, at: start, before: bytes.count).map {
      $0.range.upperBound == bytes.count
    } ?? false
  }

  /// A `Status:` line above the first heading of the second level.
  private var isStatedDone: Bool {
    let end =
      plan.sections.first { $0.level == 2 && plan.blocks[$0.heading].kind.isHeading }?.heading ?? 12
    return plan.blocks.indices.prefix(min(end, 12)).contains {
      TaskStatus.stated(in: $0, index) == .done
    }
  }

  /// `[DONE] …` or `… (completed)`.
  private var isTitledDone: Bool {
    guard let title = plan.sections.first, title.level == 1 else { return false }
    let content = plan.blocks[title.heading].content.range
    let bytes = plan.files[title.span.file].source.bytes
    let opening = content.lowerBound..<min(content.upperBound, content.lowerBound + 12)
    let ending = max(content.lowerBound, content.upperBound - 14)..<content.upperBound
    return [opening, ending].contains { TaskTable.headingState(bytes, $0) == .done }
  }

  /// Lists of what was done and no work beside them.
  private var isReport: Bool {
    guard plan.tasks.isEmpty else { return false }
    return plan.sections.contains { section in
      ["completed", "done", "what's done", "what was done"].contains(section.title.lowercased())
        && plan.blocks.contains { block in
          if case .list = block.kind { return section.span.contains(block.span) }
          return false
        }
    }
  }

  private static func canBeTicked(_ task: PlanTask) -> Bool {
    switch task.form {
    case .checkbox: true
    case .tableRow, .heading, .fix, .boldStep, .orderedItem: task.state != .open
    }
  }

  /// The boxes of acceptance lists. Boxes for the document, its approval or a stage of its release are left
  /// out: they are ticked while the work is still to be done.
  private var criterionTicks: [TaskState] {
    let tasks = Set(plan.tasks.map(\.block))
    let zones = SectionZones(plan.sections)
    return plan.blocks.indices.compactMap { block in
      guard let box = plan.blocks[block].kind.item?.checkbox, !tasks.contains(block),
        let section = plan.blocks[block].section, zones.zone(section) == .acceptance,
        !judgesTheDocument(plan.sections[section])
      else { return nil }
      return box.state
    }
  }

  private func judgesTheDocument(_ section: Section) -> Bool {
    section.roles.contains { role in
      role.weight >= 0.3 && [.metadata, .rollout, .rollback, .ops].contains(role.role)
    }
  }

  // MARK: Plan or not

  private var isPlan: Bool {
    let work = !plan.tasks.isEmpty || !plan.requirements.isEmpty
    if isReadme, !hasOwnWork { return false }
    return work || hasGoal || plan.criteria.count >= 3
      || !plan.criteria.isEmpty && (hasIntent || namesFiles)
  }

  /// Installation, usage, licence: a product's front page.
  private var isReadme: Bool {
    var kinds: Set<String> = []
    for section in plan.sections {
      let title = section.title.lowercased()
      if let kind = Self.readmeHeadings[title.trimmedOfPunctuation] { kinds.insert(kind) }
    }
    return kinds.count >= 2
  }

  private static let readmeHeadings: [String: String] = [
    "installation": "install", "install": "install", "installing": "install",
    "getting started": "start", "quick start": "start", "quickstart": "start",
    "license": "license", "licence": "license", "contributing": "contributing",
    "contributors": "contributing", "usage": "usage", "features": "features",
    "documentation": "documentation", "support": "support", "badges": "badges",
    "requirements": "start", "credits": "contributing", "community": "contributing",
    "설치": "install", "安装": "install", "インストール": "install", "instalación": "install",
    "instalação": "install", "使い方": "usage", "사용법": "usage", "使用": "usage", "许可证": "license",
    "ライセンス": "license", "라이선스": "license", "licencia": "license", "licença": "license",
  ]

  /// Work that a front page never has: tasks to tick, numbered tasks, requirements with ids, exclusions.
  private var hasOwnWork: Bool {
    plan.tasks.contains { $0.form != .orderedItem && $0.state != .done }
      || plan.requirements.contains { $0.id != nil }
      || plan.sections.contains {
        $0.weight(of: .outOfScope) >= 0.8 || $0.weight(of: .acceptance) >= 0.8
      }
  }

  /// A section that says what the work is for, with words in it; or prose that asks for a change.
  private var hasGoal: Bool {
    let wanted: [SectionRole] = [
      .goal, .problem, .userStories, .requirements, .decisions, .design, .alternatives,
    ]
    for (number, section) in plan.sections.enumerated() {
      guard
        section.roles.contains(where: {
          !$0.inherited && $0.weight >= 0.85 && wanted.contains($0.role)
        })
      else { continue }
      // a goal without a word is none
      if index.blocks(of: number).contains(where: {
        plan.blocks[$0].kind.holdsWords && !plan.blocks[$0].content.range.isEmpty
      }) {
        return true
      }
    }
    return hasIntent
  }

  /// A short ticket: it names files, and says how it will be judged.
  private var namesFiles: Bool { plan.references.contains { $0.kind == .path } }

  /// A paragraph or item that says what shall be: `should`, `must`, `we will`, or an imperative.
  private var hasIntent: Bool {
    plan.blocks.contains { block in
      guard block.kind == .paragraph || block.kind == .label else { return false }
      let bytes = plan.files[block.span.file].source.bytes
      let text = bytes.trimmed(block.content.range)
      guard text.count >= 30 else { return false }
      return Self.asksForWork(bytes, text) || Self.intents.first(in: bytes, text) != nil
    }
  }

  /// One of its sentences opens with an imperative.
  private static func asksForWork(_ bytes: [UInt8], _ text: Range<Int>) -> Bool {
    var start = text.lowerBound
    while start < text.upperBound {
      if Imperative.opens(bytes, start..<text.upperBound) { return true }
      guard
        let end = (start..<text.upperBound - 1).first(where: {
          bytes[$0] == ASCII.dot && ASCII.isSpace(bytes[$0 + 1])
        })
      else { return false }
      start = end + 2
    }
    return false
  }

  private static let intents = PhraseTable(
    [
      "should", "must", "need to", "needs to", "we want", "we will", "this plan", "the goal",
      "so that", "as a user", "this change", "we need", "has to", "have to", "implement",
      "this spec", "this design", "this proposal", "we propose", "i propose", "proposes",
      "应该", "需要", "必须", "する必要", "해야", "실현", "debe", "deve", "doit", "soll", "нужно",
    ], true)
}

extension Block.Kind {
  /// Paragraphs, rows and fences, against headings and marks.
  fileprivate var holdsWords: Bool {
    switch self {
    case .paragraph, .tableRow, .fence: true
    // a label holds words when text stands beside it, which its section's first block is
    case .label: true
    default: false
    }
  }
}
