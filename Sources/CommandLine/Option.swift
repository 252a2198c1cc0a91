/// One option of the command line: how it is written, what it means, and where its value goes.
package struct Option: Sendable {
  /// The long name without its dashes.
  package var name: String
  /// The letter of the short form.
  package var short: Character?
  /// How the value is written; nil for a flag.
  package var value: Value?
  /// Whether it may be given more than once.
  package var repeats: Bool
  package var group: Group
  /// One line for help, completions and the reference.
  package var summary: String
  /// Puts the value, empty for a flag, into the options; throws when it is not a good one.
  package var store: @Sendable (inout Options, String) throws(UsageError) -> Void

  package init(
    _ name: String, short: Character? = nil, value: Value? = nil, repeats: Bool = false,
    group: Group, summary: String,
    store: @escaping @Sendable (inout Options, String) throws(UsageError) -> Void
  ) {
    self.name = name
    self.short = short
    self.value = value
    self.repeats = repeats
    self.group = group
    self.summary = summary
    self.store = store
  }

  /// The value of an option, as help and completions show it.
  package struct Value: Sendable, Hashable {
    /// What stands for it in help.
    package var placeholder: String
    /// What a shell can offer for it.
    package var kind: Kind

    package init(_ placeholder: String, _ kind: Kind = .text) {
      self.placeholder = placeholder
      self.kind = kind
    }

    /// Which values are good, for help and for shells.
    package enum Kind: Sendable, Hashable {
      case text
      case file
      /// One of these words and no other.
      case choice([String])
      /// These or what begins with them; other words are possible too.
      case suggestions([String])
    }
  }

  /// The heading under which help lists an option, in this order.
  package enum Group: String, Sendable, CaseIterable {
    case reviewers = "Reviewers"
    case plan = "What it is judged by"
    case gate = "Gate"
    case overrides = "Overrides, recorded with who and why and shown in every report"
    case output = "Output"
    case limits = "Limits"
  }

  /// `--name`.
  package var spelling: String { "--\(name)" }

  /// The summary, and the words that the value may be.
  var summaryWithWords: String {
    guard case .choice(let words) = value?.kind else { return summary }
    return "\(summary) [\(words.joined(separator: ", "))]"
  }
}

extension Option {
  /// An option that is given or not.
  static func flag(
    _ name: String, short: Character? = nil, _ field: any WritableKeyPath<Options, Bool> & Sendable,
    group: Group, _ summary: String
  ) -> Option {
    Option(name, short: short, group: group, summary: summary) { options, _ in
      options[keyPath: field] = true
    }
  }

  /// An option with a text of at least one visible character.
  static func text(
    _ name: String, _ value: Value, _ field: any WritableKeyPath<Options, String?> & Sendable,
    group: Group, _ summary: String
  ) -> Option {
    Option(name, value: value, group: group, summary: summary) { options, text throws(UsageError) in
      options[keyPath: field] = try visible(text, of: name)
    }
  }

  /// An option whose value is one of the raw values of a type.
  static func choice<Choice: RawRepresentable<String> & CaseIterable & Sendable>(
    _ name: String, _ placeholder: String,
    _ field: any WritableKeyPath<Options, Choice?> & Sendable, group: Group, _ summary: String
  ) -> Option {
    let words = Choice.allCases.map(\.rawValue)
    return Option(
      name, value: Value(placeholder, .choice(words)), group: group, summary: summary
    ) { options, text throws(UsageError) in
      guard let choice = Choice(rawValue: text) else {
        throw unknownWord(text, of: name, among: words)
      }
      options[keyPath: field] = choice
    }
  }

  /// The text itself if it holds something to see.
  static func visible(_ text: String, of name: String) throws(UsageError) -> String {
    if text.allSatisfy(\.isWhitespace) {
      throw UsageError("'--\(name)' needs a value that is not blank")
    }
    return text
  }

  /// The error for a word that is none of the choices.
  static func unknownWord(_ word: String, of name: String, among words: [String]) -> UsageError {
    let nearest = DidYouMean.nearest(to: word, among: words)
    let known = words.joined(separator: ", ")
    return UsageError(
      "unknown value '\(word)' for '--\(name)', known: \(known)", suggestion: nearest)
  }
}
