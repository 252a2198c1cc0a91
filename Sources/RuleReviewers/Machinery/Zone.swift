import CheckModel

/// What kind of place in the Markdown a piece of text stands in.
package enum Zone: String, Sendable, Codable, CaseIterable {
  case heading, paragraph, item, table, quote, fence, html, code, frontMatter = "front-matter"
}

extension Zone {
  /// The zone of each block; containers have the zone of what they are made of.
  ///
  /// Quotation wins over everything but code: a quoted list is a quotation.
  static func ofBlocks(in plan: Plan) -> [Zone] {
    // what stands around the block, itself included; what encloses comes first
    var around: [Zone] = []
    return plan.blocks.map { block in
      let outer = block.parent.map { around[$0] } ?? .paragraph
      switch block.kind {
      case .quote: around.append(.quote)
      case .item where outer != .quote: around.append(.item)
      default: around.append(outer)
      }
      let own = around[around.count - 1]
      switch block.kind {
      case .fence, .indentedCode: return .fence
      case .frontMatter: return .frontMatter
      case .html where own != .quote: return .html
      case .heading where own != .quote: return .heading
      case .table where own != .quote, .tableRow where own != .quote: return .table
      default: return own
      }
    }
  }
}
