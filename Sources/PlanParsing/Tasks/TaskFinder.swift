import CheckModel

/// Finds the units of work of a plan in all the forms that people use.
struct TaskFinder {
  private let plan: Plan
  private let index: BlockIndex
  private let zones: SectionZones
  private var found: [PlanTask] = []

  /// Blocks of tasks that make the section around them a group and no task.
  private var strong: [Int] = []

  /// The plan's tasks in document order, with parents, marks, mentions and everything attached to them;
  /// references, commands, criteria and roles are found already.
  static func tasks(in plan: Plan, _ index: BlockIndex, _ zones: SectionZones) -> [PlanTask] {
    var finder = TaskFinder(plan: plan, index: index, zones: zones)
    finder.readBlocks()
    finder.readNamedHeadings()
    finder.readGroups()
    finder.readOrderedLists()
    if finder.found.isEmpty { finder.readPlainLists() }
    var tasks = finder.found.sorted { ($0.span, $1.block) < ($1.span, $0.block) }
    TaskTree.link(&tasks)
    TaskMentions.read(&tasks, index)
    TaskAttachments(plan, index).attach(to: &tasks)
    return tasks
  }

  private init(plan: Plan, index: BlockIndex, zones: SectionZones) {
    self.plan = plan
    self.index = index
    self.zones = zones
  }

  // MARK: Checkboxes, tables, bold steps

  private mutating func readBlocks() {
    for block in index.blocks.indices {
      switch index.blocks[block].kind {
      case .item(let item):
        if let checkbox = item.checkbox { readCheckbox(block, checkbox) }
      case .tableRow(header: true, let cells): readTable(block, cells)
      default: break
      }
    }
  }

  private mutating func readCheckbox(_ block: Int, _ checkbox: Checkbox) {
    guard zones.isTask(block, index), let lead = index.lead(block) else { return }
    let text = line(of: lead, from: checkbox.range.upperBound)
    var task = task(.checkbox, block, text: text, titleBlock: lead)
    task.span = spanWithFollowers(
      block, lead, isStep: task.authorID?.utf8.contains(ASCII.space) ?? false)
    task.state = checkbox.state
    task.optional = checkbox.optional
    append(task)
    strong.append(block)
  }

  /// The item, and for a step that ends its list what follows without indentation: code, `Run:`, `Expected:`.
  private func spanWithFollowers(_ item: Int, _ lead: Int, isStep: Bool) -> Span {
    let span = index.blocks[item].span
    guard let list = index.blocks[item].parent, index.blocks[list].parent == nil,
      index.after(item) == index.after(list)
    else { return span }
    var next = index.after(list)
    guard next < index.blocks.count, index.blocks[next].span.file == span.file else { return span }
    let isBold = index.blocks[lead].inlines.allSatisfy { $0.strong || $0.range.count < 2 }
    guard isStep || isBold || index.blocks[next].kind.isFence else { return span }
    var end = span.range.upperBound
    while next < index.blocks.count, index.blocks[next].span.file == span.file, follows(next) {
      end = max(end, index.blocks[next].span.range.upperBound)
      next = index.after(next)
    }
    return Span(file: span.file, range: span.range.lowerBound..<end)
  }

  private func follows(_ block: Int) -> Bool {
    switch index.blocks[block].kind {
    case .heading, .thematicBreak: false
    case .list:
      block + 1 >= index.blocks.count || index.blocks[block + 1].kind.item?.checkbox == nil
    default: true
    }
  }

  private mutating func readTable(_ header: Int, _ cells: [Range<Int>]) {
    let section = index.blocks[header].section
    guard let table = index.blocks[header].parent, zones.zone(section) != .neither,
      zones.zone(section) != .acceptance,
      let columns = TaskTable(index.bytes(header), cells, inWork: zones.holdsWork(section))
    else { return }
    for row in index.subtree(table).dropFirst(2) {
      guard case .tableRow(false, let cells) = index.blocks[row].kind else { continue }
      readRow(row, cells, columns)
    }
  }

  private mutating func readRow(_ row: Int, _ cells: [Range<Int>], _ columns: TaskTable) {
    guard columns.title < cells.count, !cells[columns.title].isEmpty else { return }
    let bytes = index.bytes(row)
    var task = task(.tableRow, row, text: cells[columns.title], titleBlock: row)
    // a matrix of ids is no list of tasks
    guard !task.title.isEmpty else { return }
    func cell(_ column: Int?) -> Range<Int>? {
      column.flatMap { $0 < cells.count && !cells[$0].isEmpty ? cells[$0] : nil }
    }
    if let id = cell(columns.id), id.count < 24 { task.authorID = bytes.text(id).withoutMarks }
    if let status = cell(columns.status) { task.state = TaskTable.state(bytes, status) }
    if let parallel = cell(columns.parallel) {
      task.parallel = bytes[parallel].contains {
        ASCII.lower($0) == UInt8(ascii: "y") || $0 >= 0xE2
      }
    }
    if let depends = cell(columns.depends) {
      task.dependsOn = TaskMentions.listed(bytes, depends, file: index.blocks[row].span.file)
    }
    append(task)
    strong.append(row)
  }

  // MARK: Headings and labels

  /// `Task 3`, `Step 2` and `Fix 1` headings and labels are tasks wherever they stand.
  private mutating func readNamedHeadings() {
    for (number, section) in plan.sections.enumerated() {
      guard zones.zone(number) != .neither,
        let kind = index.titles[number].kind
      else { continue }
      let isHeading = index.blocks[section.heading].kind.isHeading
      switch kind.kind {
      case .task where kind.number != nil || zones.holdsWork(section.parent):
        addHeading(number, isHeading ? .heading : .boldStep)
        strong.append(section.heading)
      case .fix:
        addHeading(number, .fix)
        strong.append(section.heading)
      case .step where kind.number != nil:
        addHeading(number, isHeading ? .heading : .boldStep)
      default:
        if !isHeading, Self.isLineFix(section.title) {
          addHeading(number, .fix)
          strong.append(section.heading)
        }
      }
    }
    strong.sort()
  }

  /// `**Line 5406**`, `**Lines 12-14**`.
  private static func isLineFix(_ title: String) -> Bool {
    let words = title.lowercased().split(separator: " ")
    guard words.count >= 2, words[0] == "line" || words[0] == "lines" else { return false }
    return words[1].first.map(\.isNumber) ?? false
  }

  /// Phases and numbered headings are tasks where they hold no smaller ones.
  private mutating func readGroups() {
    let withFiles = sectionsWithFiles
    for (number, section) in plan.sections.enumerated() {
      guard index.blocks[section.heading].kind.isHeading else { continue }
      let words = index.titles[number]
      let isPhase = words.kind?.kind == .phase && zones.zone(number) == .tasks
      let isNumbered = words.kind == nil && words.number != nil
      guard
        isPhase || isNumbered && (isPieceOfWork(section, number) || withFiles.contains(number))
      else { continue }
      let blocks = index.blocks(of: number)
      guard blocks.count > 1, !holdsStrong(blocks.dropFirst()) else { continue }
      addHeading(number, .heading)
    }
  }

  /// Below `Changes required`, but not `3. Tasks` itself, which only holds them.
  private func isPieceOfWork(_ section: Section, _ number: Int) -> Bool {
    zones.holdsWork(number)
      && section.roles.first { $0.role == .tasks }?.inherited == true
  }

  /// Sections with a `**Files:**` label directly below: work, whatever their headings say.
  private var sectionsWithFiles: Set<Int> {
    var found: Set<Int> = []
    for section in plan.sections where section.roles.first?.role == .files {
      guard let parent = section.parent, !index.blocks[section.heading].kind.isHeading else {
        continue
      }
      let zone = zones.zone(parent)
      if zone == .other || zone == .tasks || zone == .answers { found.insert(parent) }
    }
    return found
  }

  private func holdsStrong(_ blocks: Range<Int>) -> Bool {
    let first = strong.partition { $0 < blocks.lowerBound }
    return first < strong.count && strong[first] < blocks.upperBound
  }

  private mutating func addHeading(_ section: Int, _ form: PlanTask.Form) {
    let value = plan.sections[section]
    let heading = value.heading
    let isLabel = index.blocks[heading].kind == .label
    let text = isLabel ? labelLine(heading) : index.blocks[heading].content.range
    var task = task(form, heading, text: text, titleBlock: heading)
    task.span = value.span
    task.section = section
    task.state = TaskTable.headingState(index.bytes(heading), text)
    if TaskStatus.isStruck(index.blocks[heading]) { task.state = .done }
    if task.state == .open, let stated = TaskStatus.stated(below: section, index) {
      task.state = stated
    }
    append(task)
  }

  private func labelLine(_ block: Int) -> Range<Int> { line(of: block, from: 0) }

  // MARK: Lists

  /// Top-level items of ordered lists where work is listed.
  private mutating func readOrderedLists() {
    let hasOthers = found.count { $0.form == .heading || $0.form == .checkbox } > 1
    for (block, value) in index.blocks.enumerated() {
      guard case .list(ordered: true) = value.kind, value.parent == nil,
        zones.holdsWork(value.section)
      else { continue }
      // an approach in six points introduces the phases that follow
      if let section = value.section, hasOthers, plan.sections[section].weight(of: .design) > 0.4 {
        continue
      }
      addItems(of: block)
    }
  }

  /// Where nothing else is a task: bullets and headings directly below a heading such as `Tasks`.
  private mutating func readPlainLists() {
    for (block, value) in index.blocks.enumerated() {
      guard case .list(ordered: false) = value.kind, value.parent == nil,
        let section = value.section, plan.sections[section].roles.first?.role == .tasks,
        plan.sections[section].weight(of: .tasks) >= 0.8
      else { continue }
      addItems(of: block)
    }
    guard found.isEmpty else { return }
    for (number, section) in plan.sections.enumerated() {
      guard let parent = section.parent, index.blocks[section.heading].kind.isHeading,
        section.roles.first?.role == .tasks, section.roles.first?.inherited == true,
        plan.sections[parent].roles.first.map({ $0.role == .tasks && !$0.inherited }) == true
      else { continue }
      addHeading(number, .heading)
    }
  }

  private mutating func addItems(of list: Int) {
    for item in index.children(list) where index.blocks[item].kind.item?.checkbox == nil {
      guard let lead = index.lead(item) else { continue }
      let text = line(of: lead, from: 0)
      var task = task(.orderedItem, item, text: text, titleBlock: lead)
      let opening = text.lowerBound..<min(text.upperBound, text.lowerBound + 8)
      let ending = max(opening.upperBound, text.upperBound - 12)..<text.upperBound
      task.state = TaskTable.headingState(index.bytes(lead), opening)
      if task.state == .open {
        task.state =
          TaskStatus.isStruck(index.blocks[lead])
          ? .done : TaskTable.headingState(index.bytes(lead), ending)
      }
      append(task)
    }
  }

  // MARK: Values

  private mutating func append(_ task: PlanTask) {
    if !task.title.isEmpty || task.authorID != nil { found.append(task) }
  }

  /// The first line of a block's text.
  private func line(of block: Int, from start: Int) -> Range<Int> {
    let source = plan.files[index.blocks[block].span.file].source
    let content = index.blocks[block].content.range
    let first = max(content.lowerBound, min(start, content.upperBound))
    let line = source.lineRange(source.line(at: first))
    return first..<max(first, min(content.upperBound, line.upperBound))
  }

  private func task(
    _ form: PlanTask.Form, _ block: Int, text: Range<Int>, titleBlock: Int
  ) -> PlanTask {
    let bytes = index.bytes(block)
    let marks = TaskMarks(bytes, text)
    let range = bytes.trimmed(marks.titleStart..<max(marks.titleStart, marks.titleEnd))
    let value = index.blocks[block]
    return PlanTask(
      id: "", authorID: marks.authorID, title: title(titleBlock, range), form: form, state: .open,
      span: value.span, titleSpan: Span(file: value.span.file, range: range), block: block,
      section: value.section, parallel: marks.parallel, story: marks.story)
  }

  /// The words and code of a range, at most 300 bytes, without marks.
  private func title(_ block: Int, _ range: Range<Int>) -> String {
    let bytes = index.bytes(block)
    var title = ""
    for inline in index.blocks[block].inlines {
      guard inline.kind == .text || inline.kind == .code, title.utf8.count < 300 else { continue }
      let part = inline.range.clamped(to: range)
      if !part.isEmpty { title += bytes.text(part) }
    }
    let words = title.whiteSpaceFolded
    return words.trimmedOfPunctuation.withoutMarks
  }
}

extension String {
  /// Without emphasis marks, backticks and blanks at both ends.
  var withoutMarks: String {
    let marks = "*`_~ ".utf8
    var slice = utf8[...]
    while let first = slice.first, marks.contains(first) { slice.removeFirst() }
    while let last = slice.last, marks.contains(last) { slice.removeLast() }
    return String(Substring(slice))
  }
}
