/// One block of a plan's Markdown, in document order.
package struct Block: Sendable, Hashable {
  /// What the block is to a reader of Markdown.
  package enum Kind: Sendable, Hashable {
    /// `implied`: text to CommonMark, a heading to its author (`##Heading`).
    case heading(level: Int, implied: Bool)
    case paragraph
    /// A paragraph that is only a bold label, with or without text after it: `**Goal:** …`.
    case label
    case quote
    case list(ordered: Bool)
    case item(ListItem)
    case fence(info: String, closed: Bool)
    case indentedCode
    case html
    case table
    case tableRow(header: Bool, cells: [Range<Int>])
    case thematicBreak
    case referenceDefinition
    case frontMatter
  }

  package var kind: Kind

  /// From the first byte of the block's marker to the last byte of its content, no trailing blank lines.
  package var span: Span

  /// The bytes that hold text: heading words, a paragraph, a fence's lines between its marks, a cell row.
  package var content: Span

  /// The index of the enclosing quote, list, item or table.
  package var parent: Int?

  /// The index of the section in `Plan.sections`; nil before a file's first heading (and label).
  package var section: Int?

  /// Text, code and links of a leaf block in order; empty for containers, fences and raw HTML.
  package var inlines: [Inline]

  /// What its first words announce (`Rollback: …`, `**Goal.** …`, the first of a row's two cells), or those of the
  /// item around it or of the paragraph that introduces its list; nil for most blocks.
  package var announces: SectionRole?

  package init(
    kind: Kind, span: Span, content: Span, parent: Int? = nil, section: Int? = nil,
    inlines: [Inline] = []
  ) {
    self.kind = kind
    self.span = span
    self.content = content
    self.parent = parent
    self.section = section
    self.inlines = inlines
  }
}

/// The marks of one list item.
package struct ListItem: Sendable, Hashable {
  /// `-`, `*`, `+`, `1.` or `1)`, as written.
  package var marker: String
  package var checkbox: Checkbox?

  package init(marker: String, checkbox: Checkbox? = nil) {
    self.marker = marker
    self.checkbox = checkbox
  }
}

/// A task list mark such as `[ ]`, `[x]`, `[-]`, `[~]`; with a star after it the task is optional (Kiro).
package struct Checkbox: Sendable, Hashable {
  package var state: TaskState
  package var optional: Bool
  /// The bytes of `[ ]` or `[ ]*`.
  package var range: Range<Int>

  package init(state: TaskState, optional: Bool, range: Range<Int>) {
    self.state = state
    self.optional = optional
    self.range = range
  }
}

/// A run of inline content. Runs are found by our own scan of the source lines, since cmark's inline
/// positions are not reliable; ranges are byte offsets in the block's file.
package struct Inline: Sendable, Hashable {
  /// What the run of text is marked as.
  package enum Kind: Sendable, Hashable {
    case text
    /// A code span; the range excludes its backticks.
    case code
    /// The target of a link or image, or an autolink.
    case linkDestination
    case linkTitle
    case imageAlt
    /// A raw HTML tag.
    case html
    /// An HTML comment, delimiters included.
    case comment
  }
  package var kind: Kind
  package var range: Range<Int>
  /// Inside `**…**`.
  package var strong: Bool
  /// Inside `~~…~~`.
  package var struck: Bool
  /// Inside the brackets of a link.
  package var linked: Bool

  package init(
    kind: Kind, range: Range<Int>, strong: Bool = false, struck: Bool = false, linked: Bool = false
  ) {
    self.kind = kind
    self.range = range
    self.strong = strong
    self.struck = struck
    self.linked = linked
  }
}
