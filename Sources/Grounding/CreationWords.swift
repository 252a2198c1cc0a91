import CheckModel

/// Tells a file that a plan says to create from one that it only may mean to.
///
/// "Add `CHANGELOG.md`" and a list below "What to write" are changes when the file is there; "Create
/// `CHANGELOG.md`" is not.
enum CreationWords {
  static func say(_ reference: Reference, in plan: Plan) -> Bool {
    let source = plan.files[reference.span.file].source
    let line = source.line(at: reference.span.range.lowerBound)
    let before = plan.words(before: reference.span)
    if endsInCreation(before) { return true }
    let rest = source.string(reference.span.range.upperBound..<source.lineRange(line).upperBound)
    if isRemark(rest.prefix(40)) { return true }
    // in a list without words of its own, the line above it speaks
    guard !before.contains(where: \.isLetter) else { return false }
    let own = indentation(of: line, in: source)
    for earlier in (max(1, line - 12)..<line).reversed() {
      let text = source.string(source.lineRange(earlier)).trimmed.lowercased()
      guard text.hasSuffix(":") || text.hasSuffix("*") || text.hasPrefix("#") else { continue }
      let isItem = text.first.map { "-*+0123456789".contains($0) } ?? false && !text.hasPrefix("**")
      guard !isItem || indentation(of: earlier, in: source) < own else { continue }
      return ["new file", "to create", "create:", "created"].contains { text.contains($0) }
    }
    return false
  }

  private static func indentation(of line: Int, in source: SourceText) -> Int {
    source.bytes[source.lineRange(line)].prefix { $0 == 0x20 || $0 == 0x09 }.count
  }

  /// "Create ", "**Create:** `a`, ", "new file ".
  private static func endsInCreation(_ before: String) -> Bool {
    var outside = ""
    var isCode = false
    for character in before {
      if character == "`" { isCode.toggle() } else if !isCode { outside.append(character) }
    }
    // the opening mark of the path itself, and a span that is cut at its start
    let words = (isCode || !before.contains("`") ? outside : before.filter { $0 != "`" })
      .split { !$0.isLetter && $0 != "." && $0 != ";" }
    if let last = words.last(where: { !fillers.contains(String($0)) }),
      creations.contains(String(last))
    {
      return true
    }
    // "new `a`, `b`" speaks of the first alone
    var end = before[...]
    while let last = end.last, "`*\"' :".contains(last) { end.removeLast() }
    return end.hasSuffix("new") || end.hasSuffix("new file")
  }

  private static let creations: Set<String> = ["create", "creates", "created", "creating"]
  private static let fillers: Set<String> = [
    "a", "an", "and", "empty", "file", "files", "module", "new", "script", "test", "the",
  ]

  /// `(new)`, `— new file`, `[create]`.
  private static func isRemark(_ rest: Substring) -> Bool {
    let words = rest.drop { "`*\"' ".contains($0) }
    guard let mark = words.first, "([—–-".contains(mark) else { return false }
    let word = words.dropFirst().drop { $0 == " " || $0 == "*" }.lowercased().prefix {
      $0.isLetter
    }
    return ["new", "create", "created"].contains(word)
  }
}

extension String {
  fileprivate var trimmed: Substring {
    var text = self[...]
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return text.drop { $0.isWhitespace }
  }
}
