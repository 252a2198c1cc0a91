import CheckModel

/// Reads one second-level section of a rubric: a sentence, a table of one row, four questions, five anchors.
struct CriterionReader {
  let text: RubricText
  let section: Int

  private static let columns = ["id", "weight", "high tier", "lens", "gate"]
  private static let anchorPoints = ["0", "25", "50", "75", "100"]

  func read() throws(RubricError) -> Criterion {
    let plan = text.plan
    let blocks = plan.blocks.indices.filter {
      plan.blocks[$0].section == section && plan.blocks[$0].parent == nil
    }.dropFirst()
    var rest = blocks[...]
    let summary = try take(&rest, "one sentence that says what is looked at") {
      if case .paragraph = $0 { true } else { false }
    }
    let table = try take(&rest, "a table with the columns \(Self.columns.joined(separator: ", "))")
    {
      if case .table = $0 { true } else { false }
    }
    let questions = try take(&rest, "four numbered questions") {
      if case .list(ordered: true) = $0 { true } else { false }
    }
    let anchors = try take(&rest, "a bullet list of the anchors 0, 25, 50, 75 and 100") {
      if case .list(ordered: false) = $0 { true } else { false }
    }
    if let extra = rest.first {
      throw text.error(at: plan.blocks[extra].span, "nothing may follow a criterion's anchors")
    }
    var criterion = try row(table)
    criterion.title = plan.sections[section].title
    criterion.summary = text.words(plan.blocks[summary])
    criterion.questions = try self.questions(questions, of: criterion.id)
    criterion.anchors = try self.anchors(anchors)
    return criterion
  }

  private func take(
    _ rest: inout ArraySlice<Int>, _ wanted: String, where fits: (Block.Kind) -> Bool
  ) throws(RubricError) -> Int {
    let title = text.plan.sections[section].title
    guard let next = rest.popFirst() else {
      throw text.error(
        at: text.plan.sections[section].span, "the criterion '\(title)' lacks \(wanted)")
    }
    guard fits(text.plan.blocks[next].kind) else {
      throw text.error(
        at: text.plan.blocks[next].span, "the criterion '\(title)' needs \(wanted) here")
    }
    return next
  }

  // MARK: The table

  private func row(_ table: Int) throws(RubricError) -> Criterion {
    let rows = text.plan.blocks.filter { $0.parent == table }
    guard rows.count == 2, case .tableRow(_, let names) = rows[0].kind,
      case .tableRow(_, let cells) = rows[1].kind
    else {
      throw text.error(
        at: text.plan.blocks[table].span, "the table needs a heading row and exactly one row")
    }
    guard names.map(plain) == Self.columns else {
      throw text.error(
        at: rows[0].span, "the columns must be \(Self.columns.joined(separator: ", "))")
    }
    guard cells.count == Self.columns.count else {
      throw text.error(at: rows[1].span, "the row needs \(Self.columns.count) cells")
    }
    return Criterion(
      id: try id(cells[0]), title: "", summary: "", weight: try points(cells[1]),
      highTierWeight: try points(cells[2]), lensFactors: try lens(cells[3]),
      gate: try gate(cells[4]), anchors: [], questions: [])
  }

  /// A cell's words without backticks, lowercase.
  private func plain(_ cell: Range<Int>) -> String {
    text.plan.files[0].source.string(cell).filter { $0 != "`" }.lowercased()
  }

  private func span(_ cell: Range<Int>) -> Span { Span(file: 0, range: cell) }

  private func id(_ cell: Range<Int>) throws(RubricError) -> String {
    let id = plain(cell)
    let isWord = id.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == UInt8(ascii: "-") }
    guard !id.isEmpty, isWord else {
      throw text.error(
        at: span(cell), "an id is one word of lowercase letters and hyphens, not '\(id)'")
    }
    return id
  }

  private func points(_ cell: Range<Int>) throws(RubricError) -> Double {
    guard let points = Double(plain(cell)), points >= 0, points <= 100 else {
      throw text.error(at: span(cell), "a weight is a number of points from 0 to 100")
    }
    return points
  }

  private func lens(_ cell: Range<Int>) throws(RubricError) -> [Lens: Double] {
    switch plain(cell) {
    case "planner": [.planner: 1.5, .executor: 0.75]
    case "executor": [.planner: 0.75, .executor: 1.5]
    case "planner first": [.planner: 1.5, .executor: 1]
    case "executor first": [.planner: 1, .executor: 1.5]
    case "both": [.planner: 1, .executor: 1]
    default:
      throw text.error(
        at: span(cell),
        "the lens is one of planner, executor, planner first, executor first, both")
    }
  }

  private func gate(_ cell: Range<Int>) throws(RubricError) -> Criterion.Gate {
    switch plain(cell) {
    case "yes": .always
    case "no": .never
    case "high tier": .highTier
    default: throw text.error(at: span(cell), "the gate is one of yes, no, high tier")
    }
  }

  // MARK: The lists

  private func items(_ list: Int) -> [(item: Block, words: String)] {
    let blocks = text.plan.blocks
    return blocks.indices.filter { blocks[$0].parent == list }.map { item in
      let paragraphs = blocks.indices.filter { blocks[$0].parent == item }
      return (blocks[item], text.words(paragraphs.flatMap { blocks[$0].inlines }))
    }
  }

  private func questions(_ list: Int, of criterion: String) throws(RubricError) -> [Question] {
    let items = items(list)
    guard items.count == 4 else {
      throw text.error(
        at: text.plan.blocks[list].span, "a criterion has four questions, here are \(items.count)")
    }
    var questions: [Question] = []
    for (number, (item, words)) in items.enumerated() {
      let marked = words.hasSuffix("†")
      let question = marked ? String(words.dropLast()).whiteSpaceFolded : words
      guard question.hasSuffix("?") else {
        throw text.error(at: item.span, "a question ends with a question mark, then † if marked")
      }
      questions.append(
        Question(
          id: "\(criterion).\(number + 1)", criterion: criterion, text: question,
          oftenNotApplicable: marked))
    }
    return questions
  }

  private func anchors(_ list: Int) throws(RubricError) -> [String] {
    let items = items(list)
    guard items.count == Self.anchorPoints.count else {
      throw text.error(
        at: text.plan.blocks[list].span,
        "a criterion has anchors for 0, 25, 50, 75 and 100, here are \(items.count)")
    }
    var anchors: [String] = []
    for ((item, words), points) in zip(items, Self.anchorPoints) {
      let parts = words.split(separator: ":", maxSplits: 1)
      guard parts.count == 2, String(parts[0]).whiteSpaceFolded == points else {
        throw text.error(at: item.span, "this anchor must begin with '**\(points)**:'")
      }
      anchors.append(String(parts[1]).whiteSpaceFolded)
    }
    return anchors
  }
}
