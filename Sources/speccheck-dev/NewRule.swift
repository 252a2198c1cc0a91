/// The file that a new rule starts from; its examples fail until its logic is written.
struct NewRule {
  /// The folders of the rules, each with the family that its rules name.
  static let families = [
    "adversary": "checks", "secrets": "checks", "shared": "shared", "planner": "planner",
    "executor": "executor",
  ]

  private let folder: String
  private let family: String
  /// `no-owner`
  private let id: String

  /// Nil for an unknown family, or a name that is not lowercase words joined by hyphens.
  init?(family folder: String, id: String) {
    guard let family = Self.families[folder] else { return nil }
    let words = id.split(separator: "-", omittingEmptySubsequences: false)
    guard words.allSatisfy({ !$0.isEmpty && $0.allSatisfy { "a"..."z" ~= $0 } }) else { return nil }
    self.folder = folder
    self.family = family
    self.id = id
  }

  /// `noOwner`
  var constant: String {
    let words = id.split(separator: "-")
    return words.dropFirst().reduce(String(words.first ?? "")) { $0 + Self.capitalized($1) }
  }

  var file: GeneratedFile {
    let name = Self.capitalized(Substring(constant))
    return GeneratedFile(
      "Sources/RuleReviewers/Rules/\(Self.capitalized(Substring(folder)))/\(name).swift", text)
  }

  private static func capitalized(_ word: Substring) -> String {
    word.prefix(1).uppercased() + word.dropFirst()
  }

  private var text: String {
    """
    import CheckModel

    extension Rule {
      /// What such a plan lacks, in one sentence.
      static let \(constant) = Rule(
        id: "\(id)", title: "The gap in a few words", family: .\(family), class: .b,
        severity: .minor, question: "clarity.1", kind: .ambiguous, zones: [.paragraph, .item],
        lexical: true,
        detects: "What is reported, and where not.",
        matters: "Why an executor goes wrong here.",
        consequence: "What the executor would do.",
        fix: "What the author writes instead.",
        examples: Examples(
          bad: ["# Plan\\n\\n- «the place that is reported»\\n"],
          good: ["# Plan\\n\\n- a place that looks like it and is fine\\n"],
          moved: [
            .carriageReturns: .fires, .emojiBefore: .fires, .fenced: .silent, .quoted: .silent,
            .background: .silent,
          ]),
        find: { reading in
          // one hit for each place in reading.plan
          []
        })
    }

    """
  }
}
