import CheckModel

extension MutationOperator {
  /// Words of prose become others that mean the same, in a plan written in English.
  static let synonyms = MutationOperator("synonyms", .equivalent) { plan, _ in
    guard plan.language == "en" else { return nil }
    let edits = plan.blocks.flatMap { block -> [Edit] in
      guard block.kind == .paragraph else { return [] }
      let bytes = plan.files[block.content.file].source.bytes
      return block.inlines.filter { $0.kind == .text }.flatMap { inline in
        words(in: bytes, inline.range).compactMap { range in
          others[String(decoding: bytes[range], as: UTF8.self)].map {
            Edit(Span(file: block.content.file, range: range), $0)
          }
        }
      }
    }
    return edits.isEmpty ? nil : Mutant(plan, edits, within: nil)
  }

  private static func words(in bytes: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var start: Int?
    for index in range {
      let isLetter = (0x61...0x7A).contains(bytes[index] | 0x20)
      if isLetter {
        start = start ?? index
      } else if let first = start {
        words.append(first..<index)
        start = nil
      }
    }
    if let first = start { words.append(first..<range.upperBound) }
    return words
  }

  private static let others = [
    "folder": "directory", "folders": "directories", "directory": "folder",
    "directories": "folders", "begin": "start", "begins": "starts", "big": "large",
    "large": "big", "picture": "image", "pictures": "images", "people": "persons",
    "whole": "entire", "entire": "whole", "beside": "next to", "almost": "nearly",
    "nearly": "almost", "therefore": "hence", "because": "since", "although": "though",
    "afterwards": "afterward", "until": "till", "reply": "answer", "replies": "answers",
    "wrong": "incorrect", "buy": "purchase", "show": "display", "shows": "displays",
  ]
}
