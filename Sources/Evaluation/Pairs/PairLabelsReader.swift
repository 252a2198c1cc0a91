import CheckModel
import Merging
import StrictJSON

/// A file of `merging/` → `PairLabels`, as strictly as corpus/merging.schema.json asks for.
struct PairLabelsReader {
  /// How many gaps each reply has.
  let gaps: [Seat: Int]

  /// Reads the bytes of one file.
  ///
  /// - Parameter path: how errors name it.
  /// - Throws: for what is no JSON, for unknown, missing and mistyped keys, for a gap that a reply does not have,
  ///   and where `settled` has not exactly the pairs on which the two labellings differ.
  func read(_ bytes: [UInt8], path: String) throws(CorpusError) -> PairLabels {
    let document: JSONDocument
    do throws(JSONFault) {
      document = try JSONDocument(
        bytes, limits: JSONLimits(bytes: LabelsReader.sizeLimit, depth: 5, values: 20_000))
    } catch {
      throw CorpusError("\(path):\(error.position)", error.message)
    }
    let fields = try LabelFields(document.root, path: path, document: document)
    try fields.allow(["replies", "first", "second", "settled"])
    let labels = PairLabels(
      digests: try digests(try fields.fields("replies")),
      first: try labelling(try fields.fields("first")),
      second: try labelling(try fields.fields("second")), settled: try settled(fields))
    let open = labels.named.filter { labels.first[$0] != labels.second[$0] }
    guard Set(labels.settled.keys) == open else {
      throw fields.error("settled", "needs exactly the pairs on which the two labellings differ")
    }
    return labels
  }

  private func digests(_ fields: LabelFields) throws(CorpusError) -> [Seat: String] {
    try fields.allow(["A", "B"])
    func isDigest(_ text: String) -> Bool { text.utf8.count == 64 }
    return [.a: try fields.text("A", isDigest), .b: try fields.text("B", isDigest)]
  }

  private func labelling(
    _ fields: LabelFields
  ) throws(CorpusError) -> [PairLabels.Pair: PairLabels.Label] {
    try fields.allow(["same", "related"])
    var labels: [PairLabels.Pair: PairLabels.Label] = [:]
    for label in [PairLabels.Label.same, .related] {
      for element in try fields.list(label.rawValue) {
        let pair = try pair(element, fields, label.rawValue)
        guard labels.updateValue(label, forKey: pair) == nil else {
          throw fields.error(label.rawValue, "a pair is labelled twice")
        }
      }
    }
    return labels
  }

  private func settled(
    _ fields: LabelFields
  ) throws(CorpusError) -> [PairLabels.Pair: PairLabels.Label] {
    var labels: [PairLabels.Pair: PairLabels.Label] = [:]
    for element in try fields.list("settled") {
      let entry = try fields.object(element)
      try entry.allow(["pair", "is", "because"])
      _ = try entry.text("because") { $0.contains { !$0.isWhitespace } }
      let pair = try pair(try entry.value("pair"), entry, "pair")
      guard labels.updateValue(try entry.word("is"), forKey: pair) == nil else {
        throw entry.error("pair", "is settled twice")
      }
    }
    return labels
  }

  private func pair(
    _ value: JSONValue, _ fields: LabelFields, _ key: String
  ) throws(CorpusError) -> PairLabels.Pair {
    guard case .array(let parts) = value.content, parts.count == 2,
      case .integer(let a) = parts[0].content, case .integer(let b) = parts[1].content,
      a >= 1, b >= 1, a <= gaps[.a] ?? 0, b <= gaps[.b] ?? 0
    else {
      throw fields.error(key, "a pair is a gap of A and a gap of B, counted from 1, in an array")
    }
    return PairLabels.Pair(a - 1, b - 1)
  }
}
