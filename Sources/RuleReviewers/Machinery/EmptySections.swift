import CheckModel

/// Tells headings under which something was forgotten from those that say enough alone.
enum EmptySections {
  /// Only comments and rules follow the heading. Bold labels are no sections here.
  static func isEmpty(_ section: Section, _ plan: Plan) -> Bool {
    guard case .heading = plan.blocks[section.heading].kind else { return false }
    var index = section.heading + 1
    while index < plan.blocks.count {
      let block = plan.blocks[index]
      guard section.span.contains(block.span) else { break }
      switch block.kind {
      case .thematicBreak: break
      case .html:
        let bytes = plan.files[block.span.file].source.bytes
        let comments = HTMLComments.ranges(in: bytes, within: block.content.range)
        let covered = comments.reduce(0) { $0 + $1.count }
        let written = bytes[block.content.range].filter { !$0.isBlank }.count
        let commented = comments.reduce(0) { sum, comment in
          sum + bytes[comment].filter { !$0.isBlank }.count
        }
        if covered == 0 || written > commented { return false }
        if comments.contains(where: { saysNone(bytes, $0) }) { return false }
      default: return false
      }
      index += 1
    }
    return true
  }

  /// `<!-- None. … -->` was written by somebody who looked.
  private static func saysNone(_ bytes: [UInt8], _ comment: Range<Int>) -> Bool {
    let text = bytes[comment].drop { !$0.isLetter }
    return ["none", "no ", "n/a", "not applicable", "unchanged"].contains { word in
      text.count >= word.utf8.count && zip(text, word.utf8).allSatisfy { $0.lowercased == $1 }
    }
  }

  /// Parents of which at least three sections, and most, are empty: an outline made of headings.
  static func outlineParents(_ empty: [Int], _ plan: Plan) -> Set<Int> {
    var emptyCount: [Int: Int] = [:]
    for index in empty {
      if let parent = plan.sections[index].parent { emptyCount[parent, default: 0] += 1 }
    }
    var total: [Int: Int] = [:]
    for section in plan.sections {
      if let parent = section.parent { total[parent, default: 0] += 1 }
    }
    return Set(
      emptyCount.filter { $0.value >= 3 && $0.value * 3 >= (total[$0.key] ?? 0) * 2 }.map(\.key)
        .filter { plan.sections[$0].level > 1 })
  }

  private static let listing: Set<SectionRole> = [.openQuestions, .references, .progress]

  /// A list of what came up: nothing did.
  static func mayBeEmpty(_ section: Section) -> Bool {
    section.roles.contains { !$0.inherited && $0.weight >= 0.5 && listing.contains($0.role) }
      || TitleWords.tokens(of: section.title).contains {
        ["answered", "modified", "removed", "changelog", "history"].contains($0.text)
      }
  }

  /// `## Bugs` in front of `## P0 – …` and `## P1 – …`: they are meant to stand below it.
  static func opensSeries(_ index: Int, _ plan: Plan) -> Bool {
    let section = plan.sections[index]
    let next = plan.sections[(index + 1)...].lazy.filter { $0.level <= section.level }.prefix(2)
    let series = next.map { isNumbered($0.title) }
    return series.count == 2 && series.allSatisfy { $0 } && !isNumbered(section.title)
      && next.allSatisfy { $0.level == section.level }
  }

  /// It begins with a number, or with letters and one: `1.`, `P0`, `BUG-3`.
  private static func isNumbered(_ title: String) -> Bool {
    guard let first = title.utf8.split(separator: UInt8(ascii: " ")).first else { return false }
    return first.count <= 8 && first.contains { $0.isDigit }
  }

  private static let closing: WordSet = [
    "none", "unchanged", "n", "na", "not", "no", "deprecated", "removed", "skipped", "deferred",
    "done", "later", "optional", "see",
  ]

  static func saysItAll(_ section: Section, _ plan: Plan) -> Bool {
    let tokens = TitleWords.tokens(of: section.title)
    if tokens.contains(where: { closing.contains($0.text) }) { return true }
    if let colon = tokens.firstIndex(where: { [":", "—", "–", "->", "→"].contains($0.text) }),
      colon > 0, colon + 1 < tokens.count
    {
      return true
    }
    return plan.blocks[section.heading].inlines.contains {
      $0.kind == .code || $0.kind == .linkDestination
    }
  }

  static func isFirstOfFile(_ index: Int, _ plan: Plan) -> Bool {
    index == 0 || plan.sections[index - 1].span.file != plan.sections[index].span.file
  }
}
