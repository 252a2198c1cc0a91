package import CheckModel

/// What may stand at a place of a config. Checking, the JSON Schema and the reference follow from it.
package indirect enum ConfigShape: Sendable {
  case text(TextForm)
  /// One of these words.
  case word([String])
  /// Within the range; written in decimal.
  case number(ClosedRange<Double>)
  case count(ClosedRange<Int>)
  /// So many items of one shape.
  case list(ConfigShape, ClosedRange<Int>)
  /// These keys and no others.
  case record([ConfigKey])
  /// Keys of the writer's choosing, with values of one shape.
  case named(TextForm, ConfigShape)
  /// A text or, in its place, a record.
  case textOrRecord(TextForm, [ConfigKey])
}

/// One key of the config.
package struct ConfigKey: Sendable {
  /// Whose file may have it.
  package enum Scope: Sendable, Hashable { case anyFile, userOnly }

  package let name: String
  package let shape: ConfigShape
  package let scope: Scope
  /// One line for the reference.
  package let meaning: String

  init(_ name: String, _ shape: ConfigShape, scope: Scope = .anyFile, _ meaning: String) {
    self.name = name
    self.shape = shape
    self.scope = scope
    self.meaning = meaning
  }
}

/// Which texts are good at a place.
package struct TextForm: Sendable {
  /// What is wanted, with its article: `a file below the repository's top`.
  package let what: String
  /// The same for JSON Schema, ECMA-262; nil where it says nothing.
  package let pattern: String?
  let accepts: @Sendable (String) -> Bool

  init(
    _ what: String, pattern: String? = nil, _ accepts: @escaping @Sendable (String) -> Bool
  ) {
    self.what = what
    self.pattern = pattern
    self.accepts = accepts
  }
}

/// A rule as far as a config can speak of it.
package struct ConfigRule: Sendable, Hashable {
  package let id: String
  package let title: String
  package let severity: Severity
  /// It guards against the plan itself, so that no project file can lower it.
  package let isProtected: Bool

  package init(id: String, title: String, severity: Severity, isProtected: Bool) {
    self.id = id
    self.title = title
    self.severity = severity
    self.isProtected = isProtected
  }
}
