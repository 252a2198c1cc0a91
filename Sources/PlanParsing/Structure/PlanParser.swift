package import CheckModel
import Digests

/// The bytes of a plan before it is parsed.
package struct PlanInput: Sendable {
  /// One file of it.
  package struct File: Sendable {
    /// As reports name it.
    package var path: String
    /// Relative to the plan's folder; the file's own name for a single file.
    package var relativePath: String
    package var bytes: [UInt8]

    package init(path: String, relativePath: String, bytes: [UInt8]) {
      self.path = path
      self.relativePath = relativePath
      self.bytes = bytes
    }
  }
  package var path: String
  package var isFolder: Bool
  /// Sorted by the bytes of their paths.
  package var files: [File]

  package init(path: String, isFolder: Bool, files: [File]) {
    self.path = path
    self.isFolder = isFolder
    self.files = files
  }

  /// A plan of one document.
  package init(path: String, bytes: [UInt8]) {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    self.init(
      path: path, isFolder: false, files: [File(path: path, relativePath: name, bytes: bytes)])
  }
}

/// Bytes → `Plan`. Never fails: every sequence of bytes is a plan, if a bad one; what was odd is listed.
///
/// The time is linear in the input, see `MarkdownMask`.
package enum PlanParser {
  /// The plan that the files make together, in their order.
  package static func parse(_ input: PlanInput) -> Plan {
    var plan = structure(of: input)
    PlanContent.fill(&plan)
    return plan
  }

  /// Only files, front matter, blocks and sections, for documents that are Markdown but no plan.
  package static func structure(of input: PlanInput) -> Plan {
    let files = input.files.map { file in
      PlanFile(
        path: file.path, source: SourceText(file.bytes), sha256: SHA256.hex(file.bytes))
    }
    var plan = Plan(
      path: input.path, title: "", sha256: digest(of: input, files), isFolder: input.isFolder,
      files: files)
    for index in files.indices { parse(file: index, of: &plan) }
    plan.sections = SectionBuilder.build(&plan.blocks, files: files)
    plan.title = title(of: plan, input)
    return plan
  }

  /// Of a folder: the digest of the lines `<hex>  <relative path>\n`.
  private static func digest(of input: PlanInput, _ files: [PlanFile]) -> String {
    guard input.isFolder else { return files.first?.sha256 ?? SHA256.hex([]) }
    var lines: [UInt8] = []
    for (file, parsed) in zip(input.files, files) {
      lines.append(contentsOf: "\(parsed.sha256)  \(file.relativePath)\n".utf8)
    }
    return SHA256.hex(lines)
  }

  private static func parse(file index: Int, of plan: inout Plan) {
    let source = plan.files[index].source
    let frontMatter = FrontMatter(source, file: index)
    plan.frontMatter.append(contentsOf: frontMatter.entries)
    plan.oddities.append(contentsOf: frontMatter.oddities)
    plan.oddities.append(contentsOf: ByteOddities.find(source, file: index))

    let mask = MarkdownMask(source, blankLines: frontMatter.lines)
    for line in mask.bombLines.prefix(1) {
      plan.oddities.append(
        ParseOddity(kind: .parserBomb, span: Span(file: index, range: source.lineRange(line))))
    }
    let built = BlockBuilder.build(
      source, file: index, raw: MarkdownTree.blocks(of: mask.bytes), behind: frontMatter.block)
    let base = plan.blocks.count
    if base == 0 {
      plan.blocks = built.blocks
    } else {
      for var block in built.blocks {
        block.parent = block.parent.map { $0 + base }
        plan.blocks.append(block)
      }
    }
    plan.oddities.append(contentsOf: built.oddities)
  }

  /// The first level-1 heading, else the first heading, else the front matter's title, else the file name.
  private static func title(of plan: Plan, _ input: PlanInput) -> String {
    let headings = plan.sections.filter { section in
      if case .heading = plan.blocks[section.heading].kind { !section.title.isEmpty } else { false }
    }
    if let first = headings.first(where: { $0.level == 1 }) ?? headings.first { return first.title }
    if let entry = plan.frontMatter.first(where: { $0.key == "title" }) { return entry.value }
    return input.path.split(separator: "/").last.map(String.init) ?? input.path
  }
}
