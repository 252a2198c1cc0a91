import CheckModel

/// What kind of place in the Markdown a piece of text stands in.
package enum Zone: String, Sendable, Codable, CaseIterable {
  case heading, paragraph, item, table, quote, fence, html, code, frontMatter = "front-matter"
}

extension Zone {
  /// The zone of a block; containers have the zone of what they are made of.
  ///
  /// Quotation wins over everything but code: a quoted list is a quotation.
  static func ofBlock(at index: Int, in plan: Plan) -> Zone {
    let block = plan.blocks[index]
    switch block.kind {
    case .fence, .indentedCode: return .fence
    case .frontMatter: return .frontMatter
    default: break
    }
    var inItem = false
    var enclosing: Int? = index
    while let current = enclosing {
      switch plan.blocks[current].kind {
      case .quote: return .quote
      case .item: inItem = true
      default: break
      }
      enclosing = plan.blocks[current].parent
    }
    switch block.kind {
    case .html: return .html
    case .heading: return .heading
    case .table, .tableRow: return .table
    default: return inItem ? .item : .paragraph
    }
  }
}
