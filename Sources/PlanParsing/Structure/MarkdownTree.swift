import CCmark

/// A block as cmark reports it: lines and columns are 1-based, columns are bytes.
struct RawBlock {
  enum Kind {
    case quote, list(ordered: Bool), item, code, html, paragraph, heading(level: Int), thematicBreak
  }
  var kind: Kind
  var startLine: Int
  var startColumn: Int
  var endLine: Int
  /// The index of the enclosing block.
  var parent: Int?
  /// How many quotes enclose it, and whether a list item does.
  var quoteDepth: Int
  var insideItem: Bool
  /// The first line of a code block's text, at most 256 bytes: tells an indented block from a fence.
  var codeStart: [UInt8] = []
}

/// The only place that touches cmark's tree: it is built, copied into values and freed in one function.
enum MarkdownTree {
  /// The blocks of a CommonMark document in document order, containers before what they contain.
  ///
  /// Never fails: every sequence of bytes is a document. The walk follows links between nodes and does not
  /// recurse, so depth costs no stack.
  static func blocks(of markdown: [UInt8]) -> [RawBlock] {
    let document = markdown.withUnsafeBytes { buffer in
      cmark_parse_document(
        buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count, CMARK_OPT_DEFAULT)
    }
    guard let document else { return [] }
    defer { cmark_node_free(document) }

    var blocks: [RawBlock] = []
    // a guess that few plans outgrow
    blocks.reserveCapacity(markdown.count / 40)
    var enclosing: [Int] = []
    var node = cmark_node_first_child(document)
    while let current = node {
      if let kind = kind(of: current) {
        blocks.append(block(kind, current, inside: enclosing.last, among: blocks))
        if let child = containedBlock(of: current) {
          enclosing.append(blocks.count - 1)
          node = child
          continue
        }
      }
      var position: OpaquePointer? = current
      while let here = position, cmark_node_next(here) == nil {
        position = cmark_node_parent(here)
        if position == document { position = nil }
        if position != nil { enclosing.removeLast() }
      }
      node = position.flatMap { cmark_node_next($0) }
    }
    return blocks
  }

  private static func block(
    _ kind: RawBlock.Kind, _ node: OpaquePointer, inside parent: Int?, among blocks: [RawBlock]
  ) -> RawBlock {
    var quoteDepth = 0
    var insideItem = false
    if let parent {
      quoteDepth = blocks[parent].quoteDepth
      insideItem = blocks[parent].insideItem
      if case .quote = blocks[parent].kind { quoteDepth += 1 }
      if case .item = blocks[parent].kind { insideItem = true }
    }
    var block = RawBlock(
      kind: kind, startLine: Int(cmark_node_get_start_line(node)),
      startColumn: Int(cmark_node_get_start_column(node)),
      endLine: Int(cmark_node_get_end_line(node)), parent: parent, quoteDepth: quoteDepth,
      insideItem: insideItem)
    if case .code = kind { block.codeStart = firstLine(of: cmark_node_get_literal(node)) }
    return block
  }

  private static func firstLine(of text: UnsafePointer<CChar>?) -> [UInt8] {
    guard let text else { return [] }
    var line: [UInt8] = []
    while line.count < 256 {
      let byte = UInt8(bitPattern: text[line.count])
      if byte == 0 || byte == ASCII.lineFeed || byte == ASCII.carriageReturn { break }
      line.append(byte)
    }
    return line
  }

  private static func containedBlock(of node: OpaquePointer) -> OpaquePointer? {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_BLOCK_QUOTE, CMARK_NODE_LIST, CMARK_NODE_ITEM: cmark_node_first_child(node)
    default: nil
    }
  }

  private static func kind(of node: OpaquePointer) -> RawBlock.Kind? {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_BLOCK_QUOTE: .quote
    case CMARK_NODE_LIST: .list(ordered: cmark_node_get_list_type(node) == CMARK_ORDERED_LIST)
    case CMARK_NODE_ITEM: .item
    case CMARK_NODE_CODE_BLOCK: .code
    case CMARK_NODE_HTML_BLOCK: .html
    case CMARK_NODE_PARAGRAPH: .paragraph
    case CMARK_NODE_HEADING: .heading(level: Int(cmark_node_get_heading_level(node)))
    case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
    default: nil
    }
  }
}
