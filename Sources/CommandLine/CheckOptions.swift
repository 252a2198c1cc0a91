/// The options of `check`, and those that other commands share with it.
enum CheckOptions {
  static func all(formats: [String]) -> [Option] {
    reviewers + judgedBy + ConfigOptions.all + gate + overrides + output(formats: formats) + limits
      + ModelOptions.all
  }

  static let swap = Option.flag(
    "swap", \.swap, group: .reviewers, "Exchange the lenses of the two seats; rules keep theirs")

  static let rubric = Option.text(
    "rubric", .init("NAME|FILE", .file), \.rubric, group: .plan,
    "Criteria and questions; the built-in 'default' unless given")

  /// `--format` with the words that a command knows.
  static func format(_ words: [String], _ summary: String) -> Option {
    Option(
      "format", short: "f", value: .init("FORMAT", .choice(words)), group: .output,
      summary: summary
    ) { options, text throws(UsageError) in
      guard words.contains(text) else {
        throw Option.unknownWord(text, of: "format", among: words)
      }
      options.format = text
    }
  }

  static let reviewer = Option(
    "reviewer", short: "r", value: .init("SPEC", .suggestions(ReviewerSpec.completions)),
    repeats: true, group: .reviewers,
    summary:
      "Who holds seat A, given twice also B: \(ReviewerSpec.available.joined(separator: ", "))"
  ) { options, text throws(UsageError) in
    options.reviewers.append(try ReviewerSpec.parse(text))
  }

  private static let reviewers: [Option] = [
    reviewer,
    swap,
    .flag(
      "always-review", \.alwaysReview, group: .reviewers,
      "Ask reviewers even when the free checks have decided"),
    .flag("offline", \.offline, group: .reviewers, "Refuse reviewers that send anything"),
  ]

  private static let judgedBy: [Option] =
    [
      rubric,
      .choice("tier", "TIER", \.tier, group: .plan, "Risk tier instead of the detected one"),
    ] + repository

  /// Which working tree a plan is compared with.
  static let repository: [Option] = [
    .text(
      "repo", .init("DIR", .file), \.repository, group: .plan,
      "Look paths, commands and names up in this folder; default the repository of the plan"),
    .flag("no-repo", \.noRepository, group: .plan, "Look nothing up in any repository"),
  ]

  static let repositoryConstraint = Command.Constraint { options throws(UsageError) in
    if options.repository != nil, options.noRepository {
      throw UsageError("'--repo' and '--no-repo' exclude each other")
    }
  }

  private static let gate: [Option] = [
    .choice(
      "fail-on", "OUTCOME", \.failOn, group: .gate,
      "Lowest outcome that exits non-zero; default hold"),
    .flag("exit-zero", \.exitZero, group: .gate, "Report only: exit 0 whatever the verdict"),
    .flag(
      "no-overrides", \.noOverrides, group: .gate, "With any override HOLD is the best outcome"),
  ]

  private static let overrides: [Option] = [
    .text(
      "accept-rules-only", .init("NAME"), \.acceptRulesOnly, group: .overrides,
      "Let rules alone say GO; NAME answers for it"),
    .text(
      "risk-accepted-by", .init("NAME"), \.riskAcceptedBy, group: .overrides,
      "Allow a --tier below the detected one; NAME answers for it"),
    Option(
      "accept-finding", value: .init("FINGERPRINT"), repeats: true, group: .overrides,
      summary: "Waive one finding of exactly this text; needs --because"
    ) { options, text throws(UsageError) in
      options.fingerprints.append(try Option.visible(text, of: "accept-finding"))
    },
    Option(
      "because", value: .init("TEXT"), repeats: true, group: .overrides,
      summary: "Why that finding is accepted"
    ) { options, text throws(UsageError) in
      options.reasons.append(try Option.visible(text, of: "because"))
    },
    .flag(
      "allow-same-family", \.allowSameFamily, group: .overrides,
      "Let two models of one family say GO"),
    .flag(
      "allow-secrets", \.allowSecrets, group: .overrides, "Go on although the plan holds a secret"),
  ]

  private static func output(formats: [String]) -> [Option] {
    [
      format(formats, "Format on standard output; default terminal, or plain in a pipe"),
      report(formats: formats),
      Option(
        "color", value: .init("WHEN", .choice(ColorChoice.allCases.map(\.rawValue))),
        group: .output, summary: "When to color; auto, the default, honors NO_COLOR"
      ) { options, text throws(UsageError) in
        guard let choice = ColorChoice(rawValue: text) else {
          throw Option.unknownWord(
            text, of: "color", among: ColorChoice.allCases.map(\.rawValue))
        }
        options.color = choice
      },
      Option(
        "progress", value: .init("HOW", .choice(ProgressChoice.allCases.map(\.rawValue))),
        group: .output,
        summary: "Progress of models on standard error: auto, plain lines, or none"
      ) { options, text throws(UsageError) in
        guard let choice = ProgressChoice(rawValue: text) else {
          throw Option.unknownWord(
            text, of: "progress", among: ProgressChoice.allCases.map(\.rawValue))
        }
        options.progress = choice
      },
      .flag("quiet", short: "q", \.quiet, group: .output, "Nothing on standard error but errors"),
      .flag("verbose", short: "v", \.verbose, group: .output, "Say more on standard error"),
    ]
  }

  private static func report(formats: [String]) -> Option {
    Option(
      "report", value: .init("FORMAT=FILE", .suggestions(formats.map { "\($0)=" })),
      repeats: true, group: .output, summary: "Write a report to a file too, atomically"
    ) { options, text throws(UsageError) in
      guard let equals = text.firstIndex(of: "="), text[equals...].count > 1 else {
        throw UsageError("'--report' needs FORMAT=FILE, not '\(text)'")
      }
      let format = String(text[..<equals])
      guard formats.contains(format) else {
        throw Option.unknownWord(format, of: "report", among: formats)
      }
      let path = String(text[text.index(after: equals)...])
      options.reports.append(ReportRequest(format: format, path: path))
    }
  }

  private static let limits: [Option] = [
    ModelOptions.seconds(
      "timeout", \.timeout, "Seconds that a reviewer may take; default 900"),
    Option(
      "concurrency", value: .init("N"), group: .limits,
      summary: "Plans reviewed at once; default 4"
    ) { options, text throws(UsageError) in
      guard text.first?.isNumber == true, let count = Int(text), (1...64).contains(count) else {
        throw UsageError("'--concurrency' needs a whole number from 1 to 64, not '\(text)'")
      }
      options.concurrency = count
    },
  ]

  static let constraints: [Command.Constraint] =
    ModelOptions.constraints + [
      ConfigOptions.constraint,
      .init { options throws(UsageError) in
        _ = try SeatAssignment.panel(of: options.reviewers, swap: options.swap)
      },
      .init { options throws(UsageError) in
        guard options.fingerprints.count == options.reasons.count else {
          throw UsageError("each '--accept-finding' needs one '--because', and the other way round")
        }
      },
      .init { options throws(UsageError) in
        if options.riskAcceptedBy != nil, options.tier == nil {
          throw UsageError("'--risk-accepted-by' needs '--tier'")
        }
      },
      repositoryConstraint,
      .init { options throws(UsageError) in
        if options.quiet, options.verbose {
          throw UsageError("'--quiet' and '--verbose' exclude each other")
        }
      },
    ]
}
