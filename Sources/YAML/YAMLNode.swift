/// One value of a YAML document with the place where it begins.
package struct YAMLNode: Sendable, Hashable {
  /// What a value can be.
  package enum Content: Sendable, Hashable {
    case scalar(YAMLText)
    case sequence([YAMLNode])
    /// In the order written; no key occurs twice.
    case mapping([YAMLMember])
  }

  package let content: Content
  package let place: YAMLPlace

  package init(_ content: Content, at place: YAMLPlace) {
    self.content = content
    self.place = place
  }

  /// The member with this key; nil for other keys and for values that are no mappings.
  package subscript(_ key: String) -> YAMLMember? {
    guard case .mapping(let members) = content else { return nil }
    return members.first { $0.key == key }
  }
}

/// One key of a mapping with its value.
package struct YAMLMember: Sendable, Hashable {
  package let key: String
  package let keyPlace: YAMLPlace
  package let value: YAMLNode

  package init(key: String, keyPlace: YAMLPlace, value: YAMLNode) {
    self.key = key
    self.keyPlace = keyPlace
    self.value = value
  }
}

/// A scalar as it was written: only a plain one can mean a number, a truth value or nothing.
package struct YAMLText: Sendable, Hashable {
  package let text: String
  /// Without quotes, and no block text.
  package let isPlain: Bool

  package init(_ text: String, isPlain: Bool) {
    self.text = text
    self.isPlain = isPlain
  }
}

/// Where something begins in a YAML text.
package struct YAMLPlace: Sendable, Hashable {
  /// 1-based; a line ends where YAML 1.1 lets it end (CR, LF, both, NEL, LS, PS).
  package let line: Int
  /// 1-based, in Unicode scalars; a byte order mark is not counted.
  package let column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

/// Why a text is no YAML that we take.
package struct YAMLError: Error, Sendable, Hashable {
  /// What is wrong; no capital, no full stop.
  package let message: String
  package let place: YAMLPlace

  package init(_ message: String, at place: YAMLPlace) {
    self.message = message
    self.place = place
  }
}

/// The most that a YAML text may be. There are no defaults: each caller says what it can bear.
package struct YAMLLimits: Sendable, Hashable {
  package let bytes: Int
  /// Mappings and sequences inside one another.
  package let depth: Int
  /// Keys and values together.
  package let nodes: Int

  package init(bytes: Int, depth: Int, nodes: Int) {
    self.bytes = bytes
    self.depth = depth
    self.nodes = nodes
  }
}
