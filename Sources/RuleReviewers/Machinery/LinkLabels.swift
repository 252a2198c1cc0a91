import CheckModel

/// The labels for which a plan gives an address, so that brackets alone are a link.
struct LinkLabels {
  private let labels: Set<String>

  init(_ plan: Plan) {
    labels = Set(
      plan.blocks.lazy.filter(\.isDefinition).map { block in
        Self.folded(plan.text(of: block.content).prefix { $0 != "]" })
      })
  }

  /// - Parameter bracket: text with its brackets, `[URL API]`.
  func contains(_ bracket: String) -> Bool { labels.contains(Self.folded(bracket[...])) }

  private static func folded(_ text: Substring) -> String {
    text.lowercased().filter { $0 != "[" && $0 != "]" && $0 != "\\" }
  }
}
