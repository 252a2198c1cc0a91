import CheckModel

extension Rule {
  /// A line number that the file does not have.
  static let lineRefBeyond = Rule(
    id: "line-ref-beyond", title: "Line lies beyond the end of the file", family: .executor,
    class: .a, severity: .minor, question: "grounding.2", kind: .wrong,
    zones: [.paragraph, .item, .heading, .table, .fence], lexical: false,
    detects: """
      With a repository: lines of a file, as in `a.py:120-145`, of which the last lies beyond its end. Files that \
      the plan itself creates are left alone, and in those that it changes before the lines may be 200 more.
      """,
    matters: "The author saw another version of the file.",
    consequence: "The executor looks for the place by guess.",
    fix: "Name the function or the heading instead of the line, or the line as it is now.",
    examples: Examples(
      bad: [
        """
        # Limits

        - [ ] `«a.py»:900`: return 10 at most

        """
      ],
      good: [
        """
        # Limits

        - [ ] `a.py:2-3`: return 10 at most

        """
      ],
      files: ["a.py": "def limit():\n    n = 12\n    return n\n"],
      moved: [
        .carriageReturns: .fires, .emojiBefore: .fires, .fenced: .open, .quoted: .silent,
        .background: .open,
      ]),
    find: { reading in
      var changed: Set<String> = []
      var created: Set<String> = []
      return reading.telling(.path).compactMap { reference in
        let growth = changed.contains(reference.text) ? growthOfChange : 0
        let isCreated = created.contains(reference.text)
        if reference.action == .create { created.insert(reference.text) }
        if reference.action == .modify { changed.insert(reference.text) }
        guard case .lineCount(let count) = reference.fact, let lines = reference.lines,
          lines.upperBound > count + growth, !isCreated
        else { return nil }
        return Hit(
          reference.span,
          "“\(reference.text)” has \(count) \(count == 1 ? "line" : "lines"), and the plan speaks of line "
            + "\(lines.upperBound).", isShownByTree: true)
      }
    })

  /// Lines by which a plan may lengthen a file before it points into it.
  private static let growthOfChange = 200
}
