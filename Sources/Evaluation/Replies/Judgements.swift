import CheckModel
import StrictJSON

/// What a person says of single findings of stored replies: the file `judgements.json` beside them.
///
/// Labels were written before anybody reviewed the plans, and stay as they are; a finding that no label asks for
/// may be right all the same.
package struct Judgements: Sendable, Hashable {
  /// What a finding is worth.
  package enum Judgement: Sendable, Hashable {
    /// It means this labelled gap, by its id.
    case gap(String)
    /// It is right, and the labels do not have it.
    case real
    /// It is wrong, or nothing that anybody would have to mend.
    case wrong
  }

  struct Key: Hashable {
    /// The name of the reply's file.
    let reply: String
    /// The place in the reply's list of gaps, from 1.
    let finding: Int
  }
  struct Entry: Hashable {
    let judgement: Judgement
    /// How the finding's problem begins, so that no judgement is taken for that of another finding.
    let problem: String
    let place: String
  }
  private var entries: [Key: Entry] = [:]

  package init() {}

  /// Reads the bytes of one file.
  ///
  /// - Parameters:
  ///   - path: how errors name it.
  ///   - gaps: the ids of the plan's labelled gaps.
  /// - Throws: for what is no JSON, for unknown, missing and mistyped keys, and for a finding that is judged twice.
  package init(_ bytes: [UInt8], path: String, gaps: [String]) throws(CorpusError) {
    let document: JSONDocument
    do throws(JSONFault) {
      document = try JSONDocument(
        bytes, limits: JSONLimits(bytes: LabelsReader.sizeLimit, depth: 4, values: 20_000))
    } catch {
      throw CorpusError("\(path):\(error.position)", error.message)
    }
    guard case .array(let elements) = document.root.content else {
      throw CorpusError(path, "needs an array, not \(document.root.kind)")
    }
    for element in elements {
      let fields = try LabelFields(element, path: path, document: document)
      try fields.allow(["reply", "finding", "problem", "is", "because"])
      let key = Key(
        reply: try fields.text("reply") { StoredAnswer.parse($0) != nil },
        finding: try fields.number("finding", 1...1_000))
      let word = try fields.text("is") { gaps.contains($0) || ["real", "wrong"].contains($0) }
      _ = try fields.text("because") { $0.contains { !$0.isWhitespace } }
      let entry = Entry(
        judgement: word == "real" ? .real : word == "wrong" ? .wrong : .gap(word),
        problem: try fields.text("problem") { $0.count >= 10 },
        place: "\(path):\(document.position(of: element.offset))")
      guard entries.updateValue(entry, forKey: key) == nil else {
        throw fields.error("finding", "is judged twice")
      }
    }
  }

  /// The judgements of one reply's findings, by their index.
  ///
  /// - Throws: for a judgement of a finding that the reply does not have, or that begins with other words.
  func judgements(of reply: String, _ findings: [Finding]) throws(CorpusError) -> [Int: Judgement] {
    var found: [Int: Judgement] = [:]
    for (key, entry) in entries where key.reply == reply {
      guard findings.indices.contains(key.finding - 1),
        findings[key.finding - 1].problem.hasPrefix(entry.problem)
      else {
        throw CorpusError(
          entry.place, "finding \(key.finding) of \(reply) does not begin with “\(entry.problem)”")
      }
      found[key.finding - 1] = entry.judgement
    }
    return found
  }

  /// The replies that are spoken of, for whoever looks whether they exist.
  var replies: Set<String> { Set(entries.keys.map(\.reply)) }
}
