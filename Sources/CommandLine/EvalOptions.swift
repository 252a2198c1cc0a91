extension Program {
  /// `eval`, with its options.
  static var eval: Command {
    Command(
      .eval,
      operand: .init(
        "CORPUS", "A folder of plans with labels; 'corpus' if left out.", count: 0...1, kind: .file),
      summary: "Measure the rules, or any reviewers, on plans with labels",
      details: """
        Judges each plan as 'check --accept-rules-only' does and lays the findings beside the gaps that people \
        labelled. Where '-r' or '--replies' name reviewers, these are measured beside the rules instead: what they \
        find, how sure they are, how far they agree, and which two make the best pair. Each is asked through both \
        lenses; what is kept is not asked again. Exits with 1 when a target of the corpus is missed, a label does \
        not fit its plan, or a reviewer failed.
        """,
      options: EvalOptions.all,
      constraints: ModelOptions.constraints + [ConfigOptions.constraint],
      examples: [
        .init("speccheck eval", "measure the rules on the folder 'corpus'"),
        .init(
          "speccheck eval plans/ --show checkout", "what is found in one plan, and what is not"),
        .init(
          "speccheck eval -r anthropic/MODEL -r openai/MODEL --max-cost 20",
          "which of two models finds what"),
        .init("speccheck eval --replies corpus/replies", "measure a reviewer by stored replies"),
      ])
  }
}

/// The options of `eval`.
enum EvalOptions {
  static let all: [Option] =
    [reviewer] + measured + CheckOptions.all(formats: []).filter { asking.contains($0.name) }

  private static let reviewer = {
    var option = CheckOptions.reviewer
    option.summary =
      "A reviewer to measure: \(ReviewerSpec.available.filter { $0 != "answer:FILE" }.joined(separator: ", "))"
    return option
  }()

  /// How reviewers are asked, as `check` does it.
  private static let asking: Set = [
    "offline", "no-send", "fresh", "samples", "timeout", "idle-timeout", "concurrency", "max-cost",
    "max-tokens", "progress", "quiet", "config", "no-config", "config-from",
  ]

  private static let measured: [Option] = [
    Option(
      "replies", value: .init("DIR", .file), repeats: true, group: .reviewers,
      summary: "A reviewer by stored replies: DIR/CASE/reply-A-1.json"
    ) { options, text throws(UsageError) in
      options.replies.append(try Option.visible(text, of: "replies"))
    },
    .flag("locked", \.locked, group: .plan, "Measure the part too that nobody tunes on"),
    .text(
      "plans", .init("DIR", .file), \.plans, group: .output,
      "Only write the plans, and versions of them that mean the same, for replies to be obtained to"
    ),
    .text(
      "show", .init("CASE"), \.show, group: .output,
      "Show one plan's findings and gaps instead"),
    CheckOptions.format(
      ["plain", "markdown", "json", "html"],
      "How the results are printed; plain unless given; html has plots"),
  ]
}
