import CheckModel
import CommandLine

/// Puts the user's and the project's config together. Pure: files, trust and the environment are looked at
/// elsewhere.
package struct ConfigMerger {
  private let rules: [String: ConfigRule]
  private var result = EffectiveConfig()

  private init(_ rules: [ConfigRule]) {
    self.rules = Dictionary(rules.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// What is in force.
  ///
  /// A project config that is not trusted may only tighten: what would loosen is left out and listed. A
  /// trusted one is followed except where only the user's file counts: reviewers, hosts, programs on a seat,
  /// and rules that guard against the plan itself.
  ///
  /// - Throws: for a panel or seat that the configs name and nobody defines.
  package static func merge(
    user: Config?, project: Config?, isTrusted: Bool, rules: [ConfigRule]
  ) throws(ConfigError) -> EffectiveConfig {
    var merger = ConfigMerger(rules)
    if let user { merger.follow(user) }
    if let project {
      if isTrusted { merger.follow(project) } else { merger.tighten(by: project) }
    }
    merger.straighten()
    try merger.checkPanels(of: [project, user].compactMap { $0 })
    return merger.result
  }

  // MARK: - A config that is followed

  private mutating func follow(_ config: Config) {
    for place in config.forbidden {
      note("\(place.shown): '\(place.keyPath)' counts only in the user's config, and is ignored")
    }
    result.reviewers.merge(config.reviewers) { $1 }
    result.hosts += config.hosts
    for (name, panel) in config.panels.sorted(by: { $0.key < $1.key }) {
      if config.origin == .project, let seat = panel.value.first(where: Self.runsOrReads) {
        note("\(panel.place.shown): a project's panel cannot seat '\(seat)'; the panel is ignored")
        continue
      }
      result.panels[name] = panel.value
    }
    result.panel.merge(config.panel.mapValues(\.value)) { $1 }
    result.writtenBy = config.writtenBy?.value ?? result.writtenBy
    result.executor = config.executor?.value ?? result.executor
    if let rubric = config.rubric {
      result.rubric = RubricSource(name: rubric.value, origin: config.origin)
    }
    for setting in config.policy { set(setting) }
    for (id, setting) in config.rules.sorted(by: { $0.key < $1.key }) {
      guard config.origin == .user || !isProtected(id) || setting.value >= current(id) else {
        note("\(setting.place.shown): no project config can lower '\(id)'; it is ignored")
        continue
      }
      result.rules[id] = setting.value
    }
    addContext(config)
    result.plans = config.plans.isEmpty ? result.plans : config.plans.map(\.value)
  }

  private mutating func note(_ message: String) {
    result.diagnostics.append(Diagnostic(code: "config", message: message))
  }

  private mutating func set(_ setting: PolicySetting) {
    for tier in RiskTier.allCases where setting.tier == nil || setting.tier == tier {
      var policy = result.policy(for: tier)
      setting.field.set(setting.value.value, in: &policy)
      result.policies[tier] = policy
    }
  }

  private mutating func addContext(_ config: Config) {
    for path in config.context.map(\.value) where !result.context.contains(path) {
      result.context.append(path)
    }
  }

  // MARK: - A config that may only tighten

  private mutating func tighten(by config: Config) {
    for place in config.forbidden { refuse(place, "'\(place.keyPath)'") }
    tightenPanels(by: config)
    for (placed, now) in [(config.writtenBy, result.writtenBy), (config.executor, result.executor)]
    where placed?.value != now {
      if let placed { refuse(placed.place, "'\(placed.place.keyPath): \(placed.value)'") }
    }
    if let rubric = config.rubric, rubric.value != result.rubric?.name ?? "default" {
      refuse(rubric.place, "'rubric: \(rubric.value)'")
    }
    for setting in config.policy { tighten(setting) }
    for (id, setting) in config.rules.sorted(by: { $0.key < $1.key }) {
      let now = current(id)
      if setting.value > now { result.rules[id] = setting.value }
      if setting.value < now { refuse(setting.place, "'rules.\(id): \(setting.value.word)'") }
    }
    addContext(config)
    // beside the user's own it means more plans; alone it would choose which are looked at
    if !result.plans.isEmpty {
      result.plans += config.plans.map(\.value).filter { !result.plans.contains($0) }
    }
  }

  /// A panel of the user's own reviewers, by their names, is as strict as any.
  private mutating func tightenPanels(by config: Config) {
    var panels = result.panels
    for (name, panel) in config.panels.sorted(by: { $0.key < $1.key }) {
      guard panels[name] == nil, isOfUsersReviewers(panel.value) else {
        if panels[name] != panel.value { refuse(panel.place, "'panels.\(name)'") }
        continue
      }
      panels[name] = panel.value
    }
    result.panels = panels
    for tier in RiskTier.allCases {
      guard let name = config.panel[tier], name.value != result.panel[tier] else { continue }
      if panels[name.value].map(isOfUsersReviewers) == true {
        result.panel[tier] = name.value
      } else {
        refuse(name.place, "'\(name.place.keyPath): \(name.value)'")
      }
    }
  }

  private func isOfUsersReviewers(_ seats: [String]) -> Bool {
    seats.allSatisfy { result.reviewers[$0] != nil } && Set(seats).count == seats.count
  }

  private mutating func tighten(_ setting: PolicySetting) {
    let tiers = RiskTier.allCases.filter { setting.tier == nil || setting.tier == $0 }
    for tier in tiers {
      var policy = result.policy(for: tier)
      let now = setting.field.value(in: policy)
      guard setting.field.isAsStrict(setting.value.value, as: now) else {
        refuse(
          setting.value.place,
          "'\(setting.value.place.keyPath): \(Self.shown(setting.value.value))' "
            + "instead of \(Self.shown(now))")
        continue
      }
      setting.field.set(setting.value.value, in: &policy)
      result.policies[tier] = policy
    }
  }

  private mutating func refuse(_ place: ConfigPlace, _ what: String) {
    let attempt = "\(what) (\(place.shown))"
    guard !result.loosened.contains(attempt) else { return }
    result.loosened.append(attempt)
    result.diagnostics.append(
      Diagnostic(
        code: "untrusted-config",
        message: "\(place.shown): \(what) is ignored, since nobody trusted this config"))
  }

  // MARK: - Rules

  private func current(_ id: String) -> RuleSetting {
    result.rules[id] ?? rules[id].map { .severity($0.severity) } ?? .off
  }

  private func isProtected(_ id: String) -> Bool {
    rules[id]?.isProtected == true || current(id) == .severity(.blocker)
  }

  // MARK: - What must fit together

  /// Thresholds of two files can cross where neither does by itself; then the stricter one counts for both.
  private mutating func straighten() {
    for tier in RiskTier.allCases {
      var policy = result.policy(for: tier)
      policy.go = max(policy.go, policy.eachAtLeast, policy.noGo)
      result.policies[tier] = policy
    }
  }

  private static func runsOrReads(_ seat: String) -> Bool {
    seat.hasPrefix("command:") || seat.hasPrefix("answer:")
  }

  private func checkPanels(of configs: [Config]) throws(ConfigError) {
    for config in configs {
      for (name, panel) in config.panels.sorted(by: { $0.key < $1.key })
      where result.panels[name] == panel.value {
        for seat in panel.value where result.reviewers[seat] == nil {
          try checkSpec(seat, panel.place, config)
        }
      }
      for tier in RiskTier.allCases {
        guard let panel = config.panel[tier], result.panel[tier] == panel.value,
          result.panels[panel.value] == nil
        else { continue }
        throw ConfigError(
          "there is no panel '\(panel.value)'",
          suggestion: DidYouMean.nearest(to: panel.value, among: result.panels.keys.sorted()),
          at: panel.place, in: config.bytes)
      }
    }
  }

  private func checkSpec(
    _ seat: String, _ place: ConfigPlace, _ config: Config
  ) throws(ConfigError) {
    let near = DidYouMean.nearest(to: seat, among: result.reviewers.keys.sorted())
    guard !ReviewerSpec.isName(seat) else {
      throw ConfigError(
        "there is no reviewer '\(seat)'", suggestion: near, at: place, in: config.bytes)
    }
    do {
      _ = try ReviewerSpec.parse(seat)
    } catch {
      throw ConfigError(
        error.message, suggestion: error.suggestion ?? near, at: place, in: config.bytes)
    }
  }

  private static func shown(_ value: Double) -> String {
    value == value.rounded() ? String(Int(value)) : String(value)
  }
}
