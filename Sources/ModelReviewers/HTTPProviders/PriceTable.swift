package import CheckModel

/// The list prices of models that are known here, US dollars for a million tokens (November 2026).
package enum PriceTable {
  /// The prices of a model by its name, which may carry a vendor before and a date behind; nil for names that
  /// are not known, so that nobody budgets with the price of a relative.
  package static func prices(of model: String, kind: ReviewerIdentity.Kind) -> ModelPrices? {
    if kind == .ollama { return ModelPrices(input: 0, output: 0) }
    let name = plain(model.split(separator: "/").last ?? "")
    let matches = entries.filter { isVersion(name, of: $0.model) }
    return matches.max { $0.model.utf8.count < $1.model.utf8.count }?.prices
  }

  /// Gateways write `claude-opus-5.5` for `claude-opus-5-5`.
  private static func plain(_ name: Substring) -> String {
    name.lowercased().replacing(".", with: "-")
  }

  /// Whether the name is the model's own, with nothing behind it but a date, a variant or `latest`.
  private static func isVersion(_ name: String, of model: String) -> Bool {
    guard name.hasPrefix(model) else { return false }
    let rest = name.dropFirst(model.count)
    guard let mark = rest.first else { return true }
    if mark == "@" || mark == ":" { return true }
    let tail = rest.dropFirst()
    let isDate = tail.count >= 8 && tail.allSatisfy { $0.isNumber || $0 == "-" }
    return mark == "-" && (tail == "latest" || isDate)
  }

  private struct Entry {
    /// As names are compared.
    let model: String
    let prices: ModelPrices

    init(
      _ model: String, _ input: Double, _ output: Double, _ cacheRead: Double? = nil,
      _ cacheWrite: Double? = nil, long: ModelPrices.LongPrompt? = nil
    ) {
      self.model = plain(model[...])
      prices = ModelPrices(
        input: input, output: output, cacheRead: cacheRead, cacheWrite: cacheWrite, long: long)
    }
  }

  private static let entries = [
    Entry("claude-fable-5-1", 10, 50, 0.25, 12.5),
    Entry("claude-fable-5", 10, 50, 1, 12.5),
    Entry("claude-opus-5-5", 4, 20, 0.2, 5),
    Entry("claude-opus-5", 5, 25, 0.5, 6.25),
    Entry("claude-opus-4-8", 5, 25, 0.5, 6.25),
    Entry("claude-opus-4-7", 5, 25, 0.5, 6.25),
    Entry("claude-opus-4-6", 5, 25, 0.5, 6.25),
    Entry("claude-opus-4-5", 5, 25, 0.5, 6.25),
    Entry("claude-sonnet-5-5", 2, 10, 0.1, 2.5),
    Entry("claude-sonnet-5", 2, 10, 0.2, 2.5),
    Entry("claude-sonnet-4-6", 3, 15, 0.3, 3.75),
    Entry(
      "claude-haiku-5-5", 0.1, 0.5, 0.01, 0.125,
      long: .init(above: 100_000, input: 0.5, output: 2.5)),
    Entry("claude-haiku-4-5", 1, 5, 0.1, 1.25),
    Entry("gpt-6-astra", 10, 50, 1, 12.5, long: .init(above: 272_000, input: 20, output: 75)),
    Entry("gpt-6.1-sol", 2, 10, 0.1, 2.5, long: .init(above: 272_000, input: 4, output: 15)),
    Entry("gpt-6-sol", 2, 10, 0.2, 2.5, long: .init(above: 272_000, input: 4, output: 15)),
    Entry(
      "gpt-6-luna", 0.1, 0.5, 0.01, 0.125, long: .init(above: 272_000, input: 0.2, output: 0.75)),
    Entry("gpt-5.6-sol", 4, 20, 0.4, 5, long: .init(above: 272_000, input: 8, output: 30)),
    Entry("gpt-5.6-terra", 2, 12, 0.2, 2.5, long: .init(above: 272_000, input: 4, output: 18)),
    Entry(
      "gpt-5.6-luna", 0.2, 1.2, 0.02, 0.25, long: .init(above: 272_000, input: 0.4, output: 1.8)),
    Entry("gpt-5.5", 5, 30, 0.5, long: .init(above: 272_000, input: 10, output: 45)),
    Entry("gpt-5.5-pro", 30, 180, long: .init(above: 272_000, input: 60, output: 270)),
    Entry("gpt-5.4", 2.5, 15, 0.25, long: .init(above: 272_000, input: 5, output: 22.5)),
    Entry("gpt-5.4-mini", 0.75, 4.5, 0.075),
    Entry("gemini-4-argon", 2, 10, 0.1),
    Entry("gemini-3.8-flash", 0.75, 3.75, 0.075),
    Entry("gemini-3.1-pro-preview", 2, 12, 0.2, long: .init(above: 200_000, input: 4, output: 18)),
  ]
}
