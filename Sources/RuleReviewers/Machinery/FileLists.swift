import CheckModel

/// The lists of files that a plan keeps somebody to.
enum FileLists {
  /// Paths with the unit of work that they are about; nil for the whole plan.
  struct List {
    var paths: Set<String>
    var unit: Int?
    /// All of it, and the words to show.
    var span: Span
    var place: Span
  }

  /// Each list that binds the whole plan is held against each of its units; plans that have more of them contradict
  /// themselves long before.
  private static let mostOfPlan = 20

  // MARK: Files that alone may be changed

  /// Below a heading or label such as `Files you own`, and in sentences such as “change only `a` and `b`”.
  static func promised(_ reading: PlanReading) -> [List] {
    let plan = reading.plan
    let listed = plan.sections.indices.compactMap { index -> List? in
      let words = reading.titles[index]
      guard words.contains("files") || words.contains("file"), isExclusive(words) else {
        return nil
      }
      let span = plan.sections[index].span
      let paths = paths(in: span, reading)
      guard !paths.isEmpty else { return nil }
      let place = plan.blocks[plan.sections[index].heading].content
      return List(
        paths: paths, unit: reading.unit(holding: place), span: span,
        place: plan.firstLine(of: place))
    }
    let said = reading.judgedSentences.compactMap { sentence -> List? in
      guard sentence.zone != .heading, limits(sentence.tokens),
        !sentence.has(["if", "when", "unless"])
      else { return nil }
      let paths = paths(in: sentence.span, reading)
      guard !paths.isEmpty else { return nil }
      return List(
        paths: paths, unit: reading.unit(holding: sentence.span), span: sentence.span,
        place: sentence.span)
    }
    let all = listed + said
    let ofPlan = all.indices.filter { all[$0].unit == nil }
    guard ofPlan.count > mostOfPlan else { return all }
    let unread = Set(ofPlan.dropFirst(mostOfPlan))
    return all.indices.filter { !unread.contains($0) }.map { all[$0] }
  }

  private static func isExclusive(_ words: [Word]) -> Bool {
    if words.contains(where: { ["own", "owned", "ownership", "allowed"].contains($0) }) {
      return !words.contains("not") || words.contains("others") || words.contains("other")
    }
    return words.contains("only")
      && words.contains { ["change", "touch", "edit", "modify", "these"].contains($0) }
  }

  private static let limiting: Phrases = [
    ["change", "only"], ["touch", "only"], ["edit", "only"], ["modify", "only"],
    ["only", "change"], ["only", "touch"], ["only", "edit"], ["only", "modify"],
    ["changes", "only"], ["touches", "only"],
  ]

  /// “Only `a` and `b` are changed”, “change only `a`”: the files stand right behind.
  private static func limits(_ tokens: ArraySlice<Token>) -> Bool {
    for index in tokens.indices {
      if let length = limiting.length(in: tokens, at: index) {
        let next = index + length
        return next < tokens.endIndex && tokens[next].kind == .code
      }
      if tokens[index].text == "only", index + 1 < tokens.endIndex, tokens[index + 1].kind == .code
      {
        let rest = tokens[(index + 1)...].drop {
          $0.kind == .code || [",", "and", "or"].contains($0.text)
        }
        return ["is", "are", "may"].contains(rest.first?.text ?? "")
          && rest.prefix(4).contains {
            ["changed", "touched", "edited", "modified"].contains($0.text)
          }
      }
    }
    return false
  }

  private static func paths(in span: Span, _ reading: PlanReading) -> Set<String> {
    Set(reading.references(in: span).lazy.filter { $0.kind == .path }.map(\.text))
  }

  // MARK: Files that somebody owns

  /// “`src/queue.ts` is owned by Task 2”, “belongs to the search team”.
  static func owned(_ reading: PlanReading) -> [List] {
    let owners = reading.unitsByNumber
    let lists = reading.judgedSentences.lazy.compactMap { sentence -> List? in
      let tokens = sentence.tokens
      guard sentence.zone != .heading,
        let verb = tokens.indices.first(where: { owning.length(in: tokens, at: $0) != nil }),
        tokens[..<verb].contains(where: { $0.kind == .code }),
        let length = owning.length(in: tokens, at: verb)
      else { return nil }
      let paths = paths(in: sentence.span(of: tokens.startIndex..<verb), reading)
      guard !paths.isEmpty else { return nil }
      let rest = tokens[(verb + length)...]
      var owner: Int?
      if let task = rest.prefix(2).firstIndex(where: { $0.text == "task" }),
        task + 1 < tokens.endIndex
      {
        owner = owners[reading.plan.text(of: sentence.span(of: task + 1..<task + 2))]
        guard owner != nil else { return nil }
      } else if !rest.prefix(4).contains(where: {
        ["team", "group", "squad", "vendor"].contains($0.text)
      }) {
        return nil
      }
      return List(paths: paths, unit: owner ?? -1, span: sentence.span, place: sentence.span)
    }
    return Array(lists.prefix(mostOfPlan))
  }

  private static let owning: Phrases = [
    ["is", "owned", "by"], ["are", "owned", "by"], ["belongs", "to"], ["belong", "to"],
    ["owned", "by"],
  ]

  // MARK: The Files block of a task

  /// For each unit the paths of its Files block.
  static func ofTasks(_ reading: PlanReading) -> [List] {
    let plan = reading.plan
    return plan.sections.indices.compactMap { index in
      guard let first = reading.titles[index].first, first == "files" || first == "file",
        reading.titles[index].count <= 3
      else { return nil }
      let heading = plan.blocks[plan.sections[index].heading].span
      guard let unit = reading.unit(holding: heading) else { return nil }
      let block = filesBlock(plan.sections[index], plan)
      let paths = paths(in: block, reading)
      guard !paths.isEmpty else { return nil }
      return List(paths: paths, unit: unit, span: block, place: plan.firstLine(of: block))
    }
  }

  /// The label with the list right behind it: the steps of the task stand in the same section.
  private static func filesBlock(_ section: Section, _ plan: Plan) -> Span {
    let label = plan.blocks[section.heading].span
    var end = label.range.upperBound
    var index = section.heading + 1
    var list: Int?
    while index < plan.blocks.count, section.span.contains(plan.blocks[index].span) {
      let block = plan.blocks[index]
      if let list, !plan.blocks[list].span.contains(block.span) { break }
      switch block.kind {
      case .list: list = list ?? index
      // the steps go on in the same list
      case .item(let item):
        if item.checkbox != nil {
          return Span(file: label.file, range: label.range.lowerBound..<end)
        }
      default: end = block.span.range.upperBound
      }
      index += 1
    }
    return Span(file: label.file, range: label.range.lowerBound..<end)
  }
}
