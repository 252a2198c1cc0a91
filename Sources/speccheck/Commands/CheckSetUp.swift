import CheckModel
import CheckPipeline
import CommandLine
import Configuration
import Digests
import ModelReviewers
import Reviewing
import RuleReviewers

/// What the options mean for the path of a plan: checks, overrides, tier.
struct CheckSetUp {
  let options: Options
  let config: EffectiveConfig
  let console: Console
  /// Shared by all that read a plan by rules.
  let desk = RuleDesk()

  func pipeline(
    rubric: Rubric, context: ProjectContext?, repository: RepositoryCheck,
    shelf: RepositoryShelf, holders: [SeatHolder], panel: Panel
  ) -> CheckPipeline {
    let lenses = lensesHeldByRules(holders)
    let plans = PlanChecks(desk: desk, lensesOnSeats: lenses, catalogue: catalogue)
    let said = config.diagnostics + (context.map { [Self.told($0)] } ?? [])
    return CheckPipeline(
      rubric: rubric, context: context, panel: panel,
      checks: { plan in
        let report = await plans.report(on: plan, before: rubric)
        return ChecksReport(
          findings: report.findings,
          diagnostics: said + repository.diagnostics(for: plan) + shelf.diagnostics(for: plan)
            + report.diagnostics)
      },
      overrides: overrides(holders), noOverrides: options.noOverrides,
      alwaysReview: options.alwaysReview, noSend: options.noSend, accepted: accepted,
      policy: { [config] in config.policy(for: $0) }, loosened: config.loosened,
      writtenBy: { [named = Self.family(options.writtenBy ?? config.writtenBy)] plan in
        named ?? Self.declaredAuthor(of: plan)
      },
      executor: Self.family(options.executor ?? config.executor),
      tool: Tool.identity, instrument: instrument(rubric, context))
  }

  /// The rules with the severities of the config.
  var catalogue: RuleCatalogue {
    .standard.with(
      config.rules.mapValues { setting in
        switch setting {
        case .off: .off
        case .severity(let severity): .severity(severity)
        }
      })
  }

  /// The plan with the tier that the options ask for; a lower one than was detected needs a name.
  func withTier(_ plan: Plan) throws(UsageError) -> Plan {
    guard let tier = options.tier, tier != plan.risk.tier else { return plan }
    if tier < plan.risk.tier, options.riskAcceptedBy == nil {
      throw UsageError(
        "'\(plan.path)' is of the \(plan.risk.tier.rawValue) tier; a lower one needs '--risk-accepted-by NAME'",
        command: .check)
    }
    var plan = plan
    plan.risk.acceptedBy = tier < plan.risk.tier ? options.riskAcceptedBy : nil
    plan.risk.tier = tier
    return plan
  }

  /// The family that the plan's front matter names with `author-model`; it can only hold a seat back.
  private static func declaredAuthor(of plan: Plan) -> String? {
    family(plan.frontMatter.first { $0.key == "author-model" }?.value)
  }

  /// People name families by products and models too: `claude`, `gpt-6`.
  private static func family(_ word: String?) -> String? {
    word.map { ModelFamily.of($0) ?? FamilyName.plain($0) }
  }

  private func lensesHeldByRules(_ holders: [SeatHolder]) -> Set<Lens> {
    Set(
      holders.compactMap { holder in
        if case .rules(let lens) = holder.means { lens } else { nil }
      })
  }

  private var accepted: [String: Waiver] {
    Dictionary(
      options.acceptedFindings.map {
        ($0.fingerprint, Waiver(by: "command line", reason: $0.reason))
      },
      uniquingKeysWith: { first, _ in first })
  }

  private func overrides(_ holders: [SeatHolder]) -> [Override] {
    let terminal = console.inputIsTerminal
    var overrides: [Override] = []
    for holder in holders {
      guard case .answer(let file) = holder.means else { continue }
      overrides.append(
        Override(
          what: .answerFile, by: nil, terminal: terminal,
          reason: "seat \(holder.seat.rawValue) is answered by the file \(file)"))
    }
    if let name = options.acceptRulesOnly {
      overrides.append(
        Override(
          what: .acceptRulesOnly, by: name, terminal: terminal, reason: "rules alone may say GO"))
    }
    if let name = options.riskAcceptedBy {
      overrides.append(
        Override(
          what: .riskAccepted, by: name, terminal: terminal,
          reason: "the tier is \(options.tier?.rawValue ?? "lower") by option"))
    }
    if options.allowSameFamily {
      overrides.append(
        Override(
          what: .allowSameFamily, by: nil, terminal: terminal,
          reason: "both models may be of one family"))
    }
    if options.allowSecrets {
      overrides.append(
        Override(
          what: .allowSecrets, by: nil, terminal: terminal,
          reason: "secrets in the plan are allowed"))
    }
    return overrides
  }

  private static func told(_ context: ProjectContext) -> Diagnostic {
    let names = context.documents.files.map(\.path).joined(separator: ", ")
    return Diagnostic(code: "context", message: "models read beside the plan: \(names)")
  }

  /// Equal digests mean that two runs were measured alike: the same rules, questions, prompt and context.
  private func instrument(_ rubric: Rubric, _ context: ProjectContext?) -> String {
    let parts =
      [Tool.identity.version, catalogue.instrument, rubric.sha256, PromptVersion.current]
      + (context.map { [$0.sha256] } ?? [])
    return SHA256.hex(Array(parts.joined(separator: "\n").utf8))
  }
}
