import CheckModel

extension Plan {
  /// What was odd about the plan's bytes, in words, with its place.
  var diagnostics: [Diagnostic] {
    oddities.map { oddity in
      let place = location(of: oddity.span)
      return Diagnostic(
        code: oddity.kind.code,
        message: "\(place.file):\(place.startLine):\(place.startColumn): \(oddity.kind.message)")
    }
  }
}

extension ParseOddity.Kind {
  fileprivate var code: String {
    switch self {
    case .invalidUTF8: "invalid-utf8"
    case .nullByte: "null-byte"
    case .unclosedFence: "unclosed-fence"
    case .headingWithoutSpace: "heading-without-space"
    case .unclosedFrontMatter: "unclosed-front-matter"
    case .unreadableFrontMatter: "unreadable-front-matter"
    case .parserBomb: "parser-bomb"
    }
  }

  fileprivate var message: String {
    switch self {
    case .invalidUTF8: "these bytes are no UTF-8; they are read as U+FFFD"
    case .nullByte: "the file holds NUL bytes"
    case .unclosedFence: "this code fence is never closed, so the rest of the file is code"
    case .headingWithoutSpace:
      "a heading needs a space after its marks; it is read as a heading all the same"
    case .unclosedFrontMatter: "this front matter is never closed; it is read as text"
    case .unreadableFrontMatter: "this front matter is no YAML; it is not read"
    case .parserBomb: "nesting or brackets made to slow a parser down; they are read as plain text"
    }
  }
}
