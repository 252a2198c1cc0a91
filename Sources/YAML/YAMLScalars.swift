/// One scalar of a YAML document with the way to it.
package struct YAMLScalar: Sendable, Hashable {
  /// The keys on the way, joined by dots; items of a sequence by their number from 0.
  package let key: String
  package let value: String
  /// 1-based, in the text that was read.
  package let line: Int
}

/// Reads a YAML document as the list of its scalars, which is all that front matter needs.
package enum YAMLScalars {
  /// A plan may be 4 MiB, and front matter a part of it.
  private static let limits = YAMLLimits(bytes: 4 << 20, depth: 16, nodes: 100_000)

  /// The scalars of one document in order; what `YAMLDocument` refuses is refused here too.
  package static func read(_ bytes: [UInt8]) throws(YAMLError) -> [YAMLScalar] {
    var scalars: [YAMLScalar] = []
    if let root = try YAMLDocument.read(bytes, limits: limits) {
      collect(root, below: "", into: &scalars)
    }
    return scalars
  }

  private static func collect(
    _ node: YAMLNode, below path: String, into scalars: inout [YAMLScalar]
  ) {
    func way(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }
    switch node.content {
    case .scalar(let text):
      scalars.append(YAMLScalar(key: path, value: text.text, line: node.place.line))
    case .sequence(let items):
      for (index, item) in items.enumerated() {
        collect(item, below: way("\(index)"), into: &scalars)
      }
    case .mapping(let members):
      for member in members { collect(member.value, below: way(member.key), into: &scalars) }
    }
  }
}
