import CheckModel
import Threads

/// Finds where a plan says what is left out or must stay as it is.
///
/// Only lines about the work count: that an answer must not hold a password, or that a queue is not needed, stops
/// nobody from changing more than was asked for.
enum Boundaries {
  /// The first such line.
  static func first(in reading: PlanReading) -> Sentence? {
    reading.lazyBoundary.value { inSections(reading) ?? inTables(reading) ?? inWords(reading) }
  }

  // MARK: Sections

  /// A line below a heading or label of that meaning; below limits and scope only one that leaves something out.
  private static func inSections(_ reading: PlanReading) -> Sentence? {
    let sections = reading.plan.sections
    let excluding = Set(sections.indices.filter { has([.outOfScope], sections[$0]) })
    let limiting = Set(
      sections.indices.filter { reading.titles[$0].contains(where: limitTitles.contains) })
    return reading.sentences.first { sentence in
      guard sentence.zone != .heading, sentence.wordCount >= 2 else { return false }
      if reading.plan.blocks[sentence.block].announces == .outOfScope {
        return reading.unit(holding: sentence.span) == nil
      }
      guard let section = sentence.section else { return false }
      return excluding.contains(section)
        || limiting.contains(section) && (sentence.has(leavingOut) || !sentence.english)
    }
  }

  private static func has(_ roles: Set<SectionRole>, _ section: Section) -> Bool {
    section.roles.contains { roles.contains($0.role) && !$0.inherited && $0.weight >= 0.5 }
  }

  private static let limitTitles: WordSet = [
    "scope", "constraints", "constraint", "guardrails", "boundaries", "portée", "umfang", "alcance",
    "范围", "スコープ", "범위", "périmètre", "escopo", "制約", "约束", "제약", "randbedingungen",
  ]
  private static let leavingOut: WordSet = [
    "no", "not", "never", "don't", "only", "stays", "unchanged", "untouched", "except", "without",
  ]

  // MARK: Tables

  private static let outCells: WordSet = ["out", "excluded", "untouched", "unchanged", "excludes"]
  private static let limitCells: WordSet = [
    "limits", "boundaries", "constraints", "exclusions", "non-goals", "excluded",
  ]

  /// The cell beside `Limits` in a table that tells about the document, or a column of what is out.
  private static func inTables(_ reading: PlanReading) -> Sentence? {
    let sentences = reading.sentences
    for index in sentences.indices.dropLast() where sentences[index].zone == .table {
      let sentence = sentences[index]
      guard sentence.wordCount <= 3 else { continue }
      if case .tableRow(header: true, let cells) = reading.plan.blocks[sentence.block].kind {
        if cells.count <= 3, sentence.has(outCells) { return sentence }
      } else if sentence.isFirstCell, sentence.wordCount == 1, sentence.has(limitCells),
        sentences[index + 1].block == sentence.block
      {
        return sentences[index + 1]
      }
    }
    return nil
  }

  // MARK: Words

  private static func inWords(_ reading: PlanReading) -> Sentence? {
    if let words = translated[reading.plan.language] {
      return reading.sentences.first { sentence in
        words.occurs(in: reading.plan.files[sentence.file].source.bytes, sentence.span.range)
      }
    }
    return reading.sentences.first { sentence in
      sentence.zone != .quote && BoundaryWords.limit(sentence.tokens)
    }
  }

  /// What leaves something out in other languages, looked for in the bytes.
  private static let translated: [String: ByteSearch] = [
    "de": ByteSearch([
      "nicht angefasst", "nicht geändert", "nicht verändert", "unverändert", "nicht teil",
      "kein teil",
      "gehört nicht", "gehören nicht", "bleibt wie", "bleiben wie", "nicht anfassen", "nichtziel",
      "nicht enthalten", "nicht dazu", "nicht berührt",
    ]),
    "fr": ByteSearch([
      "hors périmètre", "hors du périmètre", "ne pas modifier", "ne change pas", "ne changent pas",
      "inchangé", "ne fait pas partie", "ne font pas partie", "ne touche", "non-objectif", "exclu",
      "rien d'autre", "ni modifié",
    ]),
    "es": ByteSearch([
      "fuera de alcance", "fuera del alcance", "no cambi", "no se cambi", "no se toca",
      "sin cambios",
      "no incluye", "no forma parte", "no forman parte", "queda igual", "quedan igual",
    ]),
    "pt": ByteSearch([
      "fora do escopo", "fora de escopo", "não alterar", "não muda", "não inclui", "sem alterações",
      "inalterad", "não faz parte",
    ]),
    "ja": ByteSearch([
      "対象外", "変更しない", "変えない", "触らない", "触れない", "範囲外", "スコープ外", "変更なし",
    ]),
    "zh": ByteSearch([
      "不在范围", "范围外", "不修改", "不改", "不变", "不包括", "不包含", "非目标", "不涉及",
    ]),
    "ko": ByteSearch(["범위 밖", "제외", "변경하지", "수정하지", "비목표", "그대로"]),
  ]
}
