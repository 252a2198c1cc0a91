import CheckModel
import CommandLine
import YAML

/// Turns a tree that the table of keys has accepted into a config.
///
/// What the table cannot say is checked here: which keys of a reviewer belong together.
struct ConfigDecoder {
  private let checker: ConfigChecker
  private(set) var config: Config

  init(checker: ConfigChecker) {
    self.checker = checker
    config = Config(file: checker.file, origin: checker.origin, bytes: checker.bytes)
  }

  mutating func decode(_ root: YAMLNode) throws(ConfigError) {
    if checker.origin == .user {
      for member in root["reviewers"]?.value.members ?? [] {
        config.reviewers[member.key] = try reviewer(member)
      }
      config.hosts = texts(root["hosts"], "hosts").compactMap { HostPattern($0.value) }
    } else {
      config.forbidden = ["reviewers", "hosts"].compactMap { key in
        root[key].map { checker.place($0.keyPlace, key) }
      }
    }
    for member in root["panels"]?.value.members ?? [] {
      let path = "panels.\(member.key)"
      let seats = texts(member, path).map(\.value)
      config.panels[member.key] = Placed(seats, at: checker.place(member.keyPlace, path))
    }
    panel(root["panel"])
    config.writtenBy = text(root["writtenBy"], "writtenBy")
    config.executor = text(root["executor"], "executor")
    config.rubric = text(root["rubric"], "rubric")
    if let rubric = config.rubric, config.origin == .project, !TextForm.isInside(rubric.value) {
      throw checker.error("'rubric' must be \(TextForm.pathInside.what)", at: rubric.place)
    }
    policy(root["policy"])
    for member in root["rules"]?.value.members ?? [] {
      let word = text(member, "rules.\(member.key)")
      guard let word, let setting = RuleSetting(word.value) else { continue }
      config.rules[member.key] = Placed(setting, at: word.place)
    }
    config.context = texts(root["context"], "context")
    config.plans = texts(root["plans"], "plans")
  }

  private mutating func panel(_ member: YAMLMember?) {
    for tier in RiskTier.allCases {
      let path = "panel.\(tier.rawValue)"
      config.panel[tier] = text(member?.value[tier.rawValue], path) ?? text(member, "panel")
    }
  }

  private mutating func policy(_ member: YAMLMember?) {
    for tier in RiskTier.allCases {
      for field in PolicyField.ofTier {
        add(field, tier, member?.value[tier.rawValue]?.value[field.rawValue], tier.rawValue)
      }
    }
    for field in PolicyField.ofAllTiers { add(field, nil, member?.value[field.rawValue], nil) }
  }

  private mutating func add(
    _ field: PolicyField, _ tier: RiskTier?, _ member: YAMLMember?, _ way: String?
  ) {
    guard let node = member?.value, let value = ConfigScalar.number(node) else { return }
    let path = ["policy", way, field.rawValue].compactMap { $0 }.joined(separator: ".")
    config.policy.append(
      PolicySetting(field, tier: tier, Placed(value, at: checker.place(node.place, path))))
  }

  private func text(_ member: YAMLMember?, _ path: String) -> Placed<String>? {
    guard let node = member?.value, let text = ConfigScalar.text(node) else { return nil }
    return Placed(text, at: checker.place(node.place, path))
  }

  private func texts(_ member: YAMLMember?, _ path: String) -> [Placed<String>] {
    guard case .sequence(let items) = member?.value.content else { return [] }
    return items.enumerated().compactMap { index, node in
      ConfigScalar.text(node).map { Placed($0, at: checker.place(node.place, "\(path).\(index)")) }
    }
  }

  // MARK: - Reviewers

  private func reviewer(_ member: YAMLMember) throws(ConfigError) -> ReviewerSettings {
    let path = "reviewers.\(member.key)"
    let here = checker.place(member.keyPlace, path)
    func value(_ key: String) -> String? { text(member.value[key], path)?.value }
    guard let kind = value("kind").flatMap(ReviewerIdentity.Kind.init) else {
      throw checker.error("'\(path)' needs a kind", at: here)
    }
    let reviewer = ReviewerSettings(
      kind: kind, model: value("model"), effort: value("effort"), baseURL: value("baseURL"),
      apiKeyEnv: value("apiKeyEnv"), family: value("family"),
      prices: try prices(member.value["prices"], "\(path).prices"),
      command: command(texts(member.value["command"], path).map(\.value)),
      access: value("access").flatMap(RepositoryAccess.init) ?? .plan)
    let misplaced = Self.misplaced(for: kind).compactMap { member.value[$0] }.first
    if let misplaced {
      let place = checker.place(misplaced.keyPlace, "\(path).\(misplaced.key)")
      throw checker.error("'\(place.keyPath)' means nothing for kind \(kind.rawValue)", at: place)
    }
    let needed = kind == .command ? "command" : "model"
    let isAgent = kind == .claudeCLI || kind == .codexCLI
    guard isAgent || member.value[needed] != nil else {
      throw checker.error("'\(path)' of kind \(kind.rawValue) needs a \(needed)", at: here)
    }
    return reviewer
  }

  /// A program that is a path is one from the config's own folder, wherever a run begins.
  private func command(_ words: [String]) -> [String] {
    guard let program = words.first, program.contains("/"), !program.hasPrefix("/"),
      let slash = checker.file.lastIndex(of: "/")
    else { return words }
    let path = program.hasPrefix("./") ? program.dropFirst(2) : program[...]
    return [String(checker.file[...slash] + path)] + words.dropFirst()
  }

  /// Keys that a kind of reviewer cannot follow.
  private static func misplaced(for kind: ReviewerIdentity.Kind) -> [String] {
    switch kind {
    case .command: ["model", "effort", "baseURL", "prices"]
    case .claudeCLI, .codexCLI: ["command"]
    default: ["command", "access"]
    }
  }

  private func prices(
    _ member: YAMLMember?, _ path: String
  ) throws(ConfigError) -> ReviewerSettings.Prices? {
    guard let member else { return nil }
    func price(_ key: String) throws(ConfigError) -> Double {
      guard let price = member.value[key].flatMap({ ConfigScalar.number($0.value) }) else {
        throw checker.error("'\(path)' needs \(key)", at: checker.place(member.keyPlace, path))
      }
      return price
    }
    return ReviewerSettings.Prices(
      inputPerMTok: try price("inputPerMTok"), outputPerMTok: try price("outputPerMTok"))
  }
}

extension YAMLNode {
  /// The members of a mapping, in order; none for other values.
  var members: [YAMLMember] {
    if case .mapping(let members) = content { members } else { [] }
  }
}
