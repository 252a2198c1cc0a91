import CheckModel
import StrictJSON

/// `labels.json` → `PlanLabels`, as strictly as corpus/labels.schema.json asks for.
package struct LabelsReader {
  /// Labels are written by hand; a larger file is something else.
  package static let sizeLimit = 1 << 20

  private let criteria: [String]

  /// - Parameter criteria: the ids that a gap's criterion can have.
  package init(criteria: [String]) { self.criteria = criteria }

  /// Reads the bytes of one file.
  ///
  /// - Parameter path: how errors name it.
  /// - Throws: for what is no JSON, for unknown, missing and mistyped keys, and for values that cannot be.
  package func read(_ bytes: [UInt8], path: String) throws(CorpusError) -> PlanLabels {
    let document: JSONDocument
    do throws(JSONFault) {
      document = try JSONDocument(
        bytes, limits: JSONLimits(bytes: Self.sizeLimit, depth: 10, values: 50_000))
    } catch {
      throw CorpusError("\(path):\(error.position)", error.message)
    }
    let fields = try LabelFields(document.root, path: path, document: document)
    try fields.allow([
      "verdict", "style", "size", "language", "tier", "repository", "topics", "gaps",
    ])
    let labels = PlanLabels(
      verdict: try fields.word("verdict"), style: try fields.text("style", LabelFields.isWord),
      size: try fields.word("size"),
      language: try fields.text("language") { $0.utf8.count == 2 && LabelFields.isWord($0) },
      tier: try fields.word("tier"), hasRepository: try fields.flag("repository"),
      topics: try topics(fields), gaps: try gaps(fields))
    guard labels.gaps.isEmpty == (labels.verdict == .ready) else {
      throw fields.error(
        "gaps",
        labels.gaps.isEmpty ? "only a ready plan has no gaps" : "a ready plan has no gaps")
    }
    return labels
  }

  private func topics(_ fields: LabelFields) throws(CorpusError) -> [PlanLabels.Topic] {
    var topics: [PlanLabels.Topic] = []
    for element in try fields.list("topics") {
      guard case .string(let text) = element.content, let topic = PlanLabels.Topic(rawValue: text),
        !topics.contains(topic)
      else { throw fields.error("topics", "needs different topics of the fixed list") }
      topics.append(topic)
    }
    guard !topics.isEmpty else { throw fields.error("topics", "needs at least one topic") }
    return topics
  }

  private func gaps(_ fields: LabelFields) throws(CorpusError) -> [LabelledGap] {
    var gaps: [LabelledGap] = []
    for element in try fields.list("gaps") {
      let gap = try gap(fields.object(element))
      guard gap.id == "g\(gaps.count + 1)" else {
        throw fields.error("gaps", "the ids are g1, g2, … in order, and \(gap.id) is not")
      }
      gaps.append(gap)
    }
    return gaps
  }

  private func gap(_ fields: LabelFields) throws(CorpusError) -> LabelledGap {
    try fields.allow([
      "id", "kind", "severity", "criterion", "file", "lines", "quote", "heading", "also",
      "missing", "rule",
    ])
    var also: [LabelledGap.Place] = []
    if fields.has("also") {
      for element in try fields.list("also") {
        let place = try fields.object(element)
        try place.allow(["file", "lines", "quote"])
        also.append(try self.place(place))
      }
      guard !also.isEmpty else { throw fields.error("also", "is left out when there is none") }
    }
    return LabelledGap(
      id: try fields.text("id") { $0.hasPrefix("g") }, kind: try fields.word("kind"),
      severity: try fields.word("severity"),
      criterion: try fields.text("criterion", criteria.contains), place: try place(fields),
      also: also, missing: try fields.text("missing") { $0.count >= 10 },
      rule: try fields.isNull("rule")
        ? nil : try fields.text("rule") { $0.contains("-") && LabelFields.isWord($0) })
  }

  private func place(_ fields: LabelFields) throws(CorpusError) -> LabelledGap.Place {
    let file = try fields.text("file") {
      $0 == "plan.md" || $0.hasPrefix("plan/") && $0.hasSuffix(".md")
    }
    var numbers: [Int] = []
    for element in try fields.list("lines") {
      if case .integer(let number) = element.content { numbers.append(number) }
    }
    guard numbers.count == 2, numbers[0] >= 1, numbers[0] <= numbers[1] else {
      throw fields.error("lines", "needs the first and the last line, counted from 1")
    }
    guard fields.has("quote") != fields.has("heading") else {
      throw fields.error("file", "a place has either a quote or a heading")
    }
    let words: LabelledGap.Place.Words =
      fields.has("quote")
      ? .quote(try fields.text("quote") { $0.unicodeScalars.count >= 3 })
      : .heading(try fields.text("heading") { !$0.isEmpty })
    return LabelledGap.Place(file: file, lines: numbers[0]...numbers[1], words: words)
  }
}
