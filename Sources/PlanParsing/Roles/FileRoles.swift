import CheckModel

/// What a file's name and folder say about its sections, before a heading is read.
enum FileRoles {
  /// How sure a file's name is.
  static let weight = 0.65

  /// The role that unnamed sections of the file have; nil when the name says nothing.
  static func role(of path: String) -> SectionRole? {
    let parts = path.lowercased().split(separator: "/").map(String.init)
    guard let name = parts.last else { return nil }
    let folders = parts.dropLast().suffix(3)
    // checklists about the document, not about the work
    if folders.contains("checklists") { return .metadata }
    if folders.last == "contracts" { return .api }
    let stem = name.split(separator: ".").first.map(String.init) ?? name
    for (word, role) in words
    where stem == word || stem.hasSuffix("-" + word) || stem.hasSuffix("_" + word) {
      return role
    }
    return nil
  }

  private static let words: [(String, SectionRole)] = [
    ("tasks", .tasks), ("todo", .tasks), ("todos", .tasks), ("requirements", .requirements),
    ("spec", .requirements), ("prd", .requirements), ("proposal", .goal), ("design", .design),
    ("architecture", .design), ("research", .context), ("data-model", .data),
    ("quickstart", .tests), ("test-plan", .tests), ("changelog", .progress),
    ("glossary", .glossary), ("adr", .decisions),
  ]
}
