import CommandLine

/// The kinds of text that configs hold.
extension TextForm {
  static let model = TextForm(
    "a model's name in plain ASCII without blanks", pattern: "^[!-~]{1,200}$"
  ) { text in
    (1...200).contains(text.utf8.count) && text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
  }

  /// The name of a reviewer or panel: it cannot look like a SPEC such as `rules/planner`.
  static let name = TextForm(
    "a name: a letter, then letters, digits, '-' and '_'; no provider's",
    pattern: "^[A-Za-z][A-Za-z0-9_-]{0,63}$"
  ) { text in
    text.utf8.count <= 64 && ReviewerSpec.isName(text)
  }

  static let family = TextForm("a model family such as anthropic", pattern: "^[a-z0-9._-]{1,64}$") {
    text in
    (1...64).contains(text.utf8.count)
      && text.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) || "-._".utf8.contains(byte)
      }
  }

  static let effort = TextForm("a word of the vendor's such as high", pattern: "^[a-z]{1,20}$") {
    text in
    (1...20).contains(text.utf8.count) && text.utf8.allSatisfy { (0x61...0x7A).contains($0) }
  }

  static let address = TextForm(
    "an address 'https://HOST/PATH' (or 'http://' on this machine) without user, query and fragment",
    pattern: "^https?://"
  ) { text in
    guard let endpoint = try? Endpoint(text) else { return false }
    return endpoint.isEncrypted || endpoint.isLoopback
  }

  static let host = TextForm("a host's name, 'HOST' or 'HOST:PORT', without wildcards") { text in
    HostPattern(text) != nil
  }

  static let variable = TextForm(
    "the name of an environment variable, not the key itself", pattern: "^[A-Z][A-Z0-9_]{0,63}$"
  ) { text in
    let isName = text.utf8.allSatisfy { byte in
      (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x5F
    }
    return isName && text.utf8.count <= 64 && text.utf8.first.map { $0 > 0x40 && $0 < 0x5B } == true
  }

  static let version = TextForm("a version such as '>=0.1' or '>=0.1, <1'") { text in
    VersionRange(text) != nil
  }

  static let seat = TextForm("a reviewer's name or SPEC") { isVisible($0) }

  static let argument = TextForm("a program or argument") { !$0.utf8.contains(0) }

  static let rubric = TextForm("a built-in rubric's name or a file") { isVisible($0) }

  /// Relative and without a way up, so that it lies below whatever it is put behind.
  static let pathInside = TextForm(
    "a path below the repository's top: relative, without '..'", pattern: "^[^/]"
  ) { isInside($0) }

  static let glob = TextForm(
    "a pattern of paths below the repository's top: relative, without '..'", pattern: "^[^/]"
  ) { isInside($0) }

  static func isInside(_ text: String) -> Bool {
    isVisible(text) && !text.hasPrefix("/") && !text.utf8.contains(0x5C)
      && !text.utf8.split(separator: 0x2F).contains { $0.elementsEqual("..".utf8) }
  }

  /// Something to see, and no control characters.
  static func isVisible(_ text: String) -> Bool {
    !text.allSatisfy(\.isWhitespace)
      && text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
  }
}
