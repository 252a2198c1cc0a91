package import Files
import CheckModel
import StrictJSON

/// What a corpus asks of whoever judges it: the file `targets.json` beside its plans. Every key may be left out.
package struct Targets: Sendable, Hashable {
  /// Of findings of at least minor, 0…1.
  package var precision: Double?
  /// The lower end of its interval, 0…1.
  package var precisionAtLeast: Double?
  /// At most so many false alarms per 1,000 words of ready plans.
  package var falseAlarms: Double?
  /// Of the gaps that name a rule, 0…1.
  package var recall: Double?
  /// At most so many plans that are not ready and get a GO.
  package var notReadyGo: Double?
  /// At most so many ready plans that get a NO-GO.
  package var readyNoGo: Double?
  /// Of the mutants of each group that are detected, 0…1.
  package var structural: Double?
  package var lexical: Double?
  package var injection: Double?
  /// At most so many harmful mutants that get more points than their plan.
  package var raised: Double?

  package init() {}

  /// The targets of a corpus; none for one without the file.
  ///
  /// - Throws: `CorpusError` for an unknown key and a value that is no number, `FileTrouble` for what cannot be read.
  package static func read(of corpus: FilePath) throws -> Targets {
    let path = corpus.appending("targets.json".utf8)
    guard path.exists else { return Targets() }
    return try Targets(
      try FileReader.read(path, limit: 1 << 16, what: "targets"), path: path.text)
  }

  private static let keys:
    [(key: String, field: any WritableKeyPath<Targets, Double?> & Sendable)] =
      [
        ("precision", \.precision), ("precisionAtLeast", \.precisionAtLeast),
        ("falseAlarms", \.falseAlarms), ("recall", \.recall), ("notReadyGo", \.notReadyGo),
        ("readyNoGo", \.readyNoGo), ("structural", \.structural), ("lexical", \.lexical),
        ("injection", \.injection), ("raised", \.raised),
      ]

  init(_ bytes: [UInt8], path: String) throws(CorpusError) {
    let document: JSONDocument
    do throws(JSONFault) {
      document = try JSONDocument(
        bytes, limits: JSONLimits(bytes: 1 << 16, depth: 2, values: 100))
    } catch {
      throw CorpusError("\(path):\(error.position)", error.message)
    }
    guard case .object(let members) = document.root.content else {
      throw CorpusError(path, "needs an object, not \(document.root.kind)")
    }
    for member in members {
      let place = "\(path):\(document.position(of: member.offset))"
      guard let field = Self.keys.first(where: { $0.key == member.key })?.field else {
        let known = Self.keys.map(\.key).joined(separator: ", ")
        throw CorpusError(place, "there is no target '\(member.key)', known: \(known)")
      }
      switch member.value.content {
      case .integer(let number): self[keyPath: field] = Double(number)
      case .real(let number): self[keyPath: field] = number
      default: throw CorpusError(place, "'\(member.key)' needs a number, not \(member.value.kind)")
      }
    }
  }

  /// One sentence for each target that labelled plans miss. A figure that there is nothing to make from misses none.
  package func missed(by measured: Measurement) -> [String] {
    let named = measured.recall { $0.rule != nil }
    return [
      Self.below("precision", measured.precision.value, precision),
      Self.below(
        "the lower end of precision",
        measured.precision.value.map { _ in measured.precision.interval.lowerBound },
        precisionAtLeast),
      Self.below("recall of the gaps that name a rule", named.value, recall),
      Self.above("the number of false alarms per 1,000 words", measured.alarmRate, falseAlarms),
      Self.above(
        "the number of plans that are not ready and get a GO",
        Double(measured.plans(.notReady, .go)), notReadyGo),
      Self.above(
        "the number of ready plans that get a NO-GO", Double(measured.plans(.ready, .noGo)),
        readyNoGo),
    ].compactMap { $0 }
  }

  /// The same for mutants.
  package func missed(by run: MutationRun) -> [String] {
    let harmful = run.mutants.filter { $0.group != .equivalent }
    return [
      Self.below(
        "the share of structural mutants that are detected", run.detected(.structural).value,
        structural),
      Self.below(
        "the share of lexical mutants that are detected", run.detected(.lexical).value, lexical),
      Self.below(
        "the share of mutants with text for the reviewer that are detected",
        run.detected(.injection).value, injection),
      Self.above(
        "the number of harmful mutants with more points than their plan",
        Double(harmful.count(where: \.isRaised)), raised),
    ].compactMap { $0 }
  }

  private static func below(_ name: String, _ value: Double?, _ target: Double?) -> String? {
    guard let value, let target, value < target else { return nil }
    return "\(name) is \(Measurement.number(value)), less than \(Measurement.number(target))"
  }

  private static func above(_ name: String, _ value: Double?, _ target: Double?) -> String? {
    guard let value, let target, value > target else { return nil }
    return "\(name) is \(Measurement.number(value)), more than \(Measurement.number(target))"
  }
}
