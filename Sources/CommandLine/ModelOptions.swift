/// The options that matter once a model sits on a seat: who, whose families, and at what cost.
enum ModelOptions {
  static let all: [Option] = [
    .text(
      "panel", .init("NAME"), \.panel, group: .reviewers,
      "A pair of reviewers of the config; without it the config's own choice"),
    .flag(
      "require-models", \.requireModels, group: .reviewers,
      "Refuse a panel that does not hold two model families"),
    .flag(
      "no-send", \.noSend, group: .reviewers,
      "Ask nobody: checks, and what is kept of earlier reviews; never GO"),
    .flag(
      "fresh", \.fresh, group: .reviewers,
      "Ask again although reviews are kept; all of them count together"),
    Option(
      "samples", value: .init("N"), group: .reviewers,
      summary: "Reviews that each model gives, 1 to 9; the median counts; default 1"
    ) { options, text throws(UsageError) in
      guard text.first?.isNumber == true, let count = Int(text), (1...9).contains(count) else {
        throw UsageError("'--samples' needs a whole number from 1 to 9, not '\(text)'")
      }
      options.samples = count
    },
    writtenBy, executor,
    seconds(
      "idle-timeout", \.idleTimeout,
      "Seconds without a byte where a reviewer promises progress; default 180"),
    Option(
      "max-cost", value: .init("USD"), group: .limits,
      summary: "Refuse a run whose worst case costs more; nothing is asked past it"
    ) { options, text throws(UsageError) in
      guard let dollars = Decimal.read(text), dollars <= 100_000 else {
        throw UsageError("'--max-cost' needs US dollars from 0 to 100000, not '\(text)'")
      }
      options.maxCost = dollars
    },
    Option(
      "max-tokens", value: .init("N"), group: .limits,
      summary: "Refuse a run whose worst case takes more tokens; nothing is asked past it"
    ) { options, text throws(UsageError) in
      guard text.first?.isNumber == true, let count = Int(text), (1...1_000_000_000).contains(count)
      else {
        throw UsageError(
          "'--max-tokens' needs a whole number from 1 to 1000000000, not '\(text)'")
      }
      options.maxTokens = count
    },
  ]

  static let writtenBy = family("written-by", \.writtenBy, "Model family that wrote the plan")
  static let executor = family("executor", \.executor, "Model family that will build it")

  static let constraints: [Command.Constraint] = [
    .init { options throws(UsageError) in
      if options.panel != nil, !options.reviewers.isEmpty {
        throw UsageError("'--panel' and '--reviewer' exclude each other", command: .check)
      }
    },
    .init { options throws(UsageError) in
      if options.noSend, options.fresh || options.samples > 1 {
        throw UsageError(
          "'--no-send' asks nobody, so '--fresh' and '--samples' mean nothing", command: .check)
      }
    },
  ]

  /// A duration in seconds, at most a day.
  static func seconds(
    _ name: String, _ field: any WritableKeyPath<Options, Double> & Sendable, _ summary: String
  ) -> Option {
    Option(name, value: .init("S"), group: .limits, summary: summary) {
      options, text throws(UsageError) in
      guard let seconds = Decimal.read(text), (0.001...86_400).contains(seconds) else {
        throw UsageError("'--\(name)' needs seconds from 0.001 to 86400, not '\(text)'")
      }
      options[keyPath: field] = seconds
    }
  }

  /// A family's name, kept in lowercase as families are written in reports.
  private static func family(
    _ name: String, _ field: any WritableKeyPath<Options, String?> & Sendable, _ summary: String
  ) -> Option {
    Option(name, value: .init("FAMILY"), group: .plan, summary: summary) {
      options, text throws(UsageError) in
      options[keyPath: field] = try Option.visible(text, of: name).lowercased()
    }
  }
}

/// A number as people write it.
enum Decimal {
  /// Digits with at most one point; `Double` alone would also read `0x1p3`, `nan` and `1e9`.
  static func read(_ text: String) -> Double? {
    guard text.utf8.allSatisfy({ (48...57).contains($0) || $0 == 46 }) else { return nil }
    return Double(text)
  }
}
