import CheckModel
import StrictJSON

/// Takes a value of the right shape apart and notes what is out of range: lines the plan does not have,
/// grades between the anchors, questions missing or answered twice.
struct ReplyReader {
  private let plan: Plan
  private let rubric: Rubric
  /// Files and lines are of another version of the plan.
  private let leavesOutLines: Bool
  private(set) var faults = ReplyFaults()

  init(plan: Plan, rubric: Rubric, leavesOutLines: Bool = false) {
    self.plan = plan
    self.rubric = rubric
    self.leavesOutLines = leavesOutLines
  }

  /// The reply; only to be used while there are no faults.
  mutating func read(_ root: JSONValue) -> Reply {
    let start = root.member("start_now")
    return Reply(
      sectionsRead: root.elements("sections_read").map(\.string),
      answers: answers(root), gaps: gaps(root), questions: questions(root),
      strongestObjection: root.text("strongest_objection"),
      startReason: sentence(start, "reason", at: "start_now"),
      startNow: start["answer"]?.content == .bool(true),
      injections: injections(root), model: root.text("model"))
  }

  private mutating func answers(_ root: JSONValue) -> [Reply.Answer] {
    var byQuestion: [String: Reply.Answer] = [:]
    for (index, value) in root.elements("answers").enumerated() {
      let path = "answers[\(index)]"
      let question = value.member("question")
      let answer = Reply.Answer(
        question: question.string, lines: listedLines(value, at: path), quote: value.text("quote"),
        reason: sentence(value, "reason", at: path),
        answer: QuestionAnswer.Answer(rawValue: value.member("answer").string) ?? .cannotTell)
      if byQuestion.updateValue(answer, forKey: answer.question) != nil {
        faults.note(
          "\(path).question", question.offset, "\(answer.question) is answered a second time")
      }
    }
    let missing = rubric.questions.map(\.id).filter { byQuestion[$0] == nil }
    if !missing.isEmpty {
      let named = missing.prefix(5).joined(separator: ", ")
      let more = missing.count > 5 ? " and \(missing.count - 5) more" : ""
      faults.note(
        "answers", root.member("answers").offset, "no answer to \(named)\(more)")
    }
    return rubric.questions.compactMap { byQuestion[$0.id] }
  }

  private mutating func gaps(_ root: JSONValue) -> [Reply.Gap] {
    limited(root, "gaps", to: Reply.listLimit).enumerated().map { index, value in
      let path = "gaps[\(index)]"
      let confidence = value.member("confidence")
      if !Reply.confidenceAnchors.contains(confidence.integer) {
        faults.note(
          "\(path).confidence", confidence.offset,
          "\(confidence.integer) is not one of 0, 25, 50, 75, 100")
      }
      return Reply.Gap(
        lines: lines(value, at: path), quote: value.text("quote"),
        problem: sentence(value, "problem", at: path),
        consequence: value.member("consequence").string,
        fix: value.member("fix").string,
        kind: Finding.Kind(rawValue: value.member("kind").string) ?? .missing,
        criterion: value.member("criterion").string,
        severity: Severity(rawValue: value.member("severity").string) ?? .info,
        confidence: confidence.integer)
    }
  }

  private mutating func questions(_ root: JSONValue) -> [String] {
    limited(root, "questions", to: Reply.questionLimit).map(\.string)
  }

  private mutating func injections(_ root: JSONValue) -> [Reply.Injection] {
    let values = limited(root, "injection_suspected", to: Reply.listLimit)
    return values.enumerated().compactMap { index, value in
      lines(value, at: "injection_suspected[\(index)]").map {
        Reply.Injection(lines: $0, reason: value.member("reason").string)
      }
    }
  }

  private mutating func limited(_ root: JSONValue, _ key: String, to limit: Int) -> [JSONValue] {
    let values = root.elements(key)
    if values.count > limit {
      faults.note(key, values[limit].offset, "\(values.count) entries, and \(limit) is the most")
    }
    return values
  }

  /// The stretch of an ascending list of line numbers; nil for an empty list.
  private mutating func listedLines(_ value: JSONValue, at path: String) -> Reply.Lines? {
    if leavesOutLines { return nil }
    let file = file(value, at: path)
    let listed = value.elements("lines")
    for (index, line) in listed.enumerated() {
      check(line: line, at: "\(path).lines[\(index)]", in: file)
      if index > 0, line.integer < listed[index - 1].integer {
        faults.note("\(path).lines[\(index)]", line.offset, "the line numbers must not descend")
      }
    }
    guard let file, let first = listed.first?.integer, let last = listed.last?.integer,
      first <= last
    else { return nil }
    return Reply.Lines(file: file, range: first...last)
  }

  /// The stretch from `first_line` to `last_line`; nil when both are null.
  private mutating func lines(_ value: JSONValue, at path: String) -> Reply.Lines? {
    if leavesOutLines { return nil }
    let file = file(value, at: path)
    let first = value.member("first_line")
    let last = value.member("last_line")
    if first.isNull, last.isNull { return nil }
    guard !first.isNull, !last.isNull else {
      faults.note(path, first.offset, "first_line and last_line must both be numbers or both null")
      return nil
    }
    check(line: first, at: "\(path).first_line", in: file)
    check(line: last, at: "\(path).last_line", in: file)
    guard first.integer <= last.integer else {
      faults.note("\(path).first_line", first.offset, "\(first.integer) is after the last line")
      return nil
    }
    return file.map { Reply.Lines(file: $0, range: first.integer...last.integer) }
  }

  /// A text that has to say something.
  private mutating func sentence(_ value: JSONValue, _ key: String, at path: String) -> String {
    if value.text(key) == nil {
      faults.note("\(path).\(key)", value.member(key).offset, "must not be empty")
    }
    return value.member(key).string
  }

  /// The index of the file; nil, with a fault, when the plan has no such file.
  private mutating func file(_ value: JSONValue, at path: String) -> Int? {
    let number = value.member("file")
    if plan.files.indices.contains(number.integer &- 1) { return number.integer - 1 }
    faults.note(
      "\(path).file", number.offset,
      "\(number.integer) is not a file of the plan, which has \(plan.files.count)")
    return nil
  }

  private mutating func check(
    line: JSONValue, at path: @autoclosure () -> String, in file: Int?
  ) {
    guard let file else { return }
    let count = plan.files[file].source.lineCount
    if line.integer < 1 || line.integer > count {
      faults.note(
        path(), line.offset, "\(line.integer) is not a line of the file, which has \(count)")
    }
  }
}

extension JSONValue {
  /// The member with this key, which a value of the right shape has.
  fileprivate func member(_ key: String) -> JSONValue { self[key] ?? JSONValue(.null) }

  fileprivate var isNull: Bool { content == .null }

  fileprivate var string: String {
    if case .string(let text) = content { text } else { "" }
  }

  fileprivate var integer: Int {
    if case .integer(let number) = content { number } else { 0 }
  }

  fileprivate func elements(_ key: String) -> [JSONValue] {
    if case .array(let values) = self[key]?.content { values } else { [] }
  }

  /// The member's text; nil for null and for a text of nothing but white space.
  fileprivate func text(_ key: String) -> String? {
    guard let text = self[key]?.string, text.contains(where: { !$0.isWhitespace }) else {
      return nil
    }
    return text
  }
}
