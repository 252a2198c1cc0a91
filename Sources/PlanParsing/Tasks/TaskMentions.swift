import CheckModel

/// Reads in each task's own text which other tasks it waits for and which requirements it names.
enum TaskMentions {
  static func read(_ tasks: inout [PlanTask], _ index: BlockIndex) {
    var open: [Int] = []
    var next = 0
    for block in index.blocks.indices {
      let span = index.blocks[block].span
      while next < tasks.count, tasks[next].block <= block {
        open.append(next)
        next += 1
      }
      guard index.blocks[block].kind.isText else { continue }
      while let last = open.last, !tasks[last].span.contains(span) { open.removeLast() }
      guard let owner = open.last else { continue }
      read(index.bytes(block), index.blocks[block].content.range, span.file, into: &tasks[owner])
    }
  }

  private static func read(
    _ bytes: [UInt8], _ range: Range<Int>, _ file: Int, into task: inout PlanTask
  ) {
    relations.scan(bytes, range) { match in
      let ids = ids(
        bytes, match.range.upperBound..<range.upperBound, bare: match.value == .dependsOn)
      for id in ids where bytes.text(id.range) != task.authorID {
        task.dependsOn.append(
          TaskMention(
            authorID: id.text, relation: match.value, span: Span(file: file, range: id.range)))
      }
      return true
    }
    IdentifierScanner.scan(bytes, range) { id in
      let text = bytes.text(id)
      let prefix = text.prefix { $0 != "-" }
      if IdentifierScanner.namesRequirement(text) || ["SC", "AC", "US", "R", "LH"].contains(prefix)
      {
        add(text, to: &task)
      }
    }
    requirementLabels.scan(bytes, range) { match in
      for number in numbers(bytes, match.range.upperBound..<range.upperBound) {
        add(number, to: &task)
      }
      return true
    }
  }

  private static func add(_ id: String, to task: inout PlanTask) {
    if !task.requirementIDs.contains(id), task.requirementIDs.count < 100 {
      task.requirementIDs.append(id)
    }
  }

  /// The ids of a cell that holds nothing else: `T001, T002`, `1-2`, `Task 3`.
  static func listed(_ bytes: [UInt8], _ range: Range<Int>, file: Int) -> [TaskMention] {
    ids(bytes, range, bare: true, anyNumber: true).map {
      TaskMention(authorID: $0.text, relation: .dependsOn, span: Span(file: file, range: $0.range))
    }
  }

  /// The ids that follow a relation, joined by commas and `and`; the list ends at any other word.
  private static func ids(
    _ bytes: [UInt8], _ range: Range<Int>, bare: Bool, anyNumber: Bool = false
  ) -> [(text: String, range: Range<Int>)] {
    var ids: [(text: String, range: Range<Int>)] = []
    var offset = range.lowerBound
    // `Tasks 1 and 2` names `Task 2` too
    var word: String?
    while offset < range.upperBound, ids.count < 50 {
      let byte = bytes[offset]
      if ASCII.isSpace(byte) || isJoint(byte) {
        offset += 1
      } else if let joint = joints.match(bytes, at: offset, before: range.upperBound) {
        offset = joint.range.upperBound
      } else if let plural = plurals.match(bytes, at: offset, before: range.upperBound) {
        word = plural.value
        offset = plural.range.upperBound
      } else if let length = TaskMarks.idLength(bytes, offset, range.upperBound) {
        let text = bytes.text(offset..<offset + length)
        let isNumber = ASCII.isDigit(byte)
        if isNumber, word == nil, !bare { break }
        if !isNumber {
          word = text.split(separator: " ").count == 2 ? String(text.split(separator: " ")[0]) : nil
        }
        ids.append(
          (isNumber ? word.map { "\($0) \(text)" } ?? text : text, offset..<offset + length))
        offset += length
      } else if ASCII.isDigit(byte), anyNumber || word != nil {
        let start = offset
        while offset < range.upperBound, ASCII.isDigit(bytes[offset]) { offset += 1 }
        let text = bytes.text(start..<offset)
        ids.append((word.map { "\($0) \(text)" } ?? text, start..<offset))
      } else {
        break
      }
    }
    return ids
  }

  private static func isJoint(_ byte: UInt8) -> Bool {
    [0x2C, 0x3A, 0x26, 0x2B, 0x2A, 0x60, 0x28, 0x5B, 0x5D, 0x2F, 0x23, 0x5F].contains(byte)
  }

  /// `1.2, 3.1` behind `_Requirements:`.
  private static func numbers(_ bytes: [UInt8], _ range: Range<Int>) -> [String] {
    var numbers: [String] = []
    var offset = range.lowerBound
    while offset < range.upperBound, numbers.count < 50 {
      let byte = bytes[offset]
      if ASCII.isDigit(byte) {
        let start = offset
        while offset < range.upperBound,
          ASCII.isDigit(bytes[offset])
            || bytes[offset] == ASCII.dot && ASCII.isDigit(bytes.peek(offset + 1))
        { offset += 1 }
        numbers += through(bytes, start..<offset, &offset, before: range.upperBound)
      } else if ASCII.isSpace(byte) || isJoint(byte) {
        offset += 1
      } else if let joint = joints.match(bytes, at: offset, before: range.upperBound) {
        offset = joint.range.upperBound
      } else {
        break
      }
    }
    return numbers
  }

  /// `1.2`, or all of `1.2-1.5`.
  private static func through(
    _ bytes: [UInt8], _ number: Range<Int>, _ offset: inout Int, before end: Int
  ) -> [String] {
    let first = bytes.text(number)
    var next = number.upperBound
    while next < end, bytes[next].isBlank { next += 1 }
    guard let dash = dashes.first(where: { bytes.holds($0, at: next) }) else { return [first] }
    next += dash.utf8CodeUnitCount
    while next < end, bytes[next].isBlank { next += 1 }
    let start = next
    while next < end,
      ASCII.isDigit(bytes[next]) || bytes[next] == ASCII.dot && ASCII.isDigit(bytes.peek(next + 1))
    { next += 1 }
    guard next > start else { return [first] }
    offset = next
    let last = bytes.text(start..<next)
    let from = first.split(separator: ".")
    let to = last.split(separator: ".")
    guard let low = from.last.flatMap({ Int($0) }), let high = to.last.flatMap({ Int($0) }),
      from.dropLast() == to.dropLast() || to.count == 1, low < high, high - low < 50
    else { return [first, last] }
    let group = from.dropLast().joined(separator: ".")
    return (low...high).map { group.isEmpty ? "\($0)" : "\(group).\($0)" }
  }

  private static let dashes: [StaticString] = ["-", "–", "—", "~", "〜", "～", "to ", "bis "]

  private static let relations = PhraseTable<TaskMention.Relation>([
    ("depends on", .dependsOn), ("depends upon", .dependsOn), ("depends", .dependsOn),
    ("dependencies", .dependsOn), ("dependency", .dependsOn), ("depend on", .dependsOn),
    ("blocked by", .dependsOn), ("requires", .dependsOn), ("prerequisite", .dependsOn),
    ("prerequisites", .dependsOn), ("needs", .dependsOn), ("after", .after), ("once", .after),
    ("依赖", .dependsOn), ("依存", .dependsOn), ("의존", .dependsOn), ("depende de", .dependsOn),
    ("dépend de", .dependsOn), ("hängt ab von", .dependsOn),
  ])

  private static let joints = PhraseTable(
    ["and", "or", "then", "y", "und", "et", "to", "–", "completion of", "on"], true)

  private static let plurals = PhraseTable([
    ("tasks", "Task"), ("steps", "Step"), ("phases", "Phase"), ("task id", "Task"),
  ])

  private static let requirementLabels = PhraseTable(
    ["requirements", "requirement", "validates requirements", "要件", "需求", "요구사항"], true)
}
