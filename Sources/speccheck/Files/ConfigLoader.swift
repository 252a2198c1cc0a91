import CheckModel
import CommandLine
import Configuration
import Files
import RuleReviewers
import Rubrics

/// The configs that count for a run, with what was read for them.
struct LoadedConfig {
  var effective = EffectiveConfig()
  /// The rubric that a config brings as a file, named as messages call it.
  var rubric: (name: String, bytes: [UInt8])?
  /// Everything that was read, so that no report is written over it.
  var files: [FilePath] = []
  /// Where the plans' project is read from; nil where there is none.
  var project: ProjectFolder?
  /// The plans do not all lie in one repository.
  var isForSeveral = false

  /// What the configs name as context, whether it is read or not.
  var contextFiles: [FilePath] {
    guard let project else { return [] }
    return effective.context.map { project.top.appending($0.utf8) }
  }
}

/// Finds and reads the user's and the project's config.
struct ConfigLoader {
  let options: Options
  let arguments: Arguments
  let environment: [String: String]

  static let projectFile = ".speccheck.yml"

  /// What is in force for these plans.
  ///
  /// - Throws: for an environment that leads into a repository, for a config that cannot be read, and for
  ///   plans of several repositories of which one has a config.
  func load(plans: [FilePath]) throws -> LoadedConfig {
    try EnvironmentGuard(environment).check(plans: plans)
    var loaded = LoadedConfig()
    guard !options.noConfig else { return loaded }
    let trees = Self.trees(of: plans)
    loaded.isForSeveral = Set(trees).count > 1
    let named = options.config.map(arguments.path)
    let namedTree = named.flatMap { Self.tree(around: $0, trees) }
    let user = try userConfig(namedTree == nil ? named : nil, into: &loaded)
    let project = try projectConfig(
      trees, file: namedTree.flatMap { tree in named?.below(tree) }, in: namedTree, into: &loaded)
    var isTrusted = false
    if let project, let folder = loaded.project {
      isTrusted = try trust(project, in: folder, into: &loaded)
    }
    loaded.effective = try ConfigMerger.merge(
      user: user, project: project, isTrusted: isTrusted, rules: Self.rules)
    let known = Set(Self.rules.map(\.id))
    for id in loaded.effective.rules.keys.sorted() where !known.contains(id) {
      loaded.effective.rules[id] = nil
      loaded.effective.diagnostics.append(
        Diagnostic(
          code: "config",
          message: "this version has no rule '\(id)' yet; the config's word on it waits"))
    }
    if let rubric = loaded.effective.rubric, !BuiltinRubrics.names.contains(rubric.name) {
      if rubric.origin == .user { try readRubric(rubric.name, user, into: &loaded) }
      guard loaded.rubric != nil else {
        throw FileTrouble(message: "the config's rubric '\(rubric.name)' does not exist")
      }
    } else {
      loaded.rubric = nil
    }
    return loaded
  }

  static let reader = ConfigReader(rules: rules, version: Tool.identity.version)

  static let rules = RuleCatalogue.standard.rules.map { rule in
    ConfigRule(
      id: rule.id, title: rule.title, severity: rule.severity,
      isProtected: rule.isGuard)
  }

  // MARK: - The user's

  private func userConfig(
    _ named: FilePath?, into loaded: inout LoadedConfig
  ) throws -> Config? {
    guard let path = named ?? Self.usualPath(environment) else { return nil }
    if named == nil, !path.exists { return nil }
    guard path.isRegularOrMissing else {
      throw FileTrouble(message: "the config '\(path.text)' is no regular file")
    }
    let bytes = try FileReader.read(path, limit: ConfigReader.sizeLimit, what: "config")
    loaded.files.append(path)
    return try Self.reader.read(bytes, file: path.text, origin: .user)
  }

  /// The user's `config.yml`, which need not exist; nil where there is no folder for it.
  static func usualPath(_ environment: [String: String]) -> FilePath? {
    let folder: FilePath
    if let home = environment["SPECCHECK_HOME"], !home.isEmpty {
      folder = FilePath(home)
    } else if let config = environment["XDG_CONFIG_HOME"], config.hasPrefix("/") {
      folder = FilePath(config).appending("speccheck".utf8)
    } else if let home = environment["HOME"], home.hasPrefix("/") {
      folder = FilePath(home).appending(".config/speccheck".utf8)
    } else {
      return nil
    }
    return folder.appending("config.yml".utf8)
  }

  private func readRubric(
    _ name: String, _ user: Config?, into loaded: inout LoadedConfig
  ) throws(FileTrouble) {
    let folder = FilePath(user?.file ?? ".").folder
    let path = name.hasPrefix("/") ? FilePath(name) : folder.appending(name.utf8)
    guard path.isRegularOrMissing else {
      throw FileTrouble(message: "the rubric '\(path.text)' is no regular file")
    }
    let bytes = try FileReader.read(path, limit: RubricLoader.sizeLimit, what: "rubric")
    loaded.files.append(path)
    loaded.rubric = (path.text, bytes)
  }

  // MARK: - The project's

  /// The repository of each plan; nil for one in none. Standard input belongs to none.
  private static func trees(of plans: [FilePath]) -> [FilePath?] {
    plans.map { plan in
      plan.isDash ? nil : WorkingTree.top(of: plan.isFolder ? plan : plan.folder)
    }
  }

  /// The tree that a config named on the command line lies in, however deep and whatever repositories are
  /// nested there: it then has a project's rights.
  private static func tree(around path: FilePath, _ trees: [FilePath?]) -> FilePath? {
    let name = path.bytes.split(separator: UInt8(ascii: "/")).last ?? []
    let unfollowed = path.folder.destination.appending(name)
    return (trees + [WorkingTree.top(of: FilePath("."))]).compactMap(\.self).first { tree in
      WorkingTree.contains(tree, path) || unfollowed.bytes.starts(with: tree.appending([]).bytes)
    }
  }

  private func projectConfig(
    _ trees: [FilePath?], file: String?, in namedTree: FilePath?, into loaded: inout LoadedConfig
  ) throws -> Config? {
    if let file, let namedTree {
      guard options.configFrom == nil else {
        throw UsageError(
          "'--config' inside the repository and '--config-from' exclude each other", command: .check
        )
      }
      let folder = ProjectFolder(top: namedTree, commit: nil)
      guard let config = try read(file, in: folder, into: &loaded) else {
        throw FileTrouble(message: "there is no config '\(namedTree.text)/\(file)'")
      }
      return config
    }
    var found: (folder: ProjectFolder, config: Config?)?
    for tree in Set(trees.compactMap(\.self)).sorted(by: { $0.text < $1.text }) {
      let commit = try options.configFrom.map { (ref) throws(FileTrouble) in
        try GitTree(top: tree, ref: ref, path: environment["PATH"])
      }
      let folder = ProjectFolder(top: tree, commit: commit)
      let config = try read(Self.projectFile, in: folder, into: &loaded)
      guard config == nil || Set(trees).count == 1 else {
        throw UsageError(
          "'\(tree.text)/\(Self.projectFile)' is not for all of these plans; check the plans of each "
            + "repository in a run of their own", command: .check)
      }
      found = (folder, config)
    }
    if found == nil, let ref = options.configFrom {
      throw UsageError(
        "'--config-from \(ref)' needs a plan inside a git repository", command: .check)
    }
    loaded.project = found?.folder
    return found?.config
  }

  private func read(
    _ file: String, in folder: ProjectFolder, into loaded: inout LoadedConfig
  ) throws -> Config? {
    loaded.project = folder
    let bytes = try folder.read(file, limit: ConfigReader.sizeLimit, what: "config")
    guard let bytes else { return nil }
    loaded.files.append(folder.top.appending(file.utf8))
    return try Self.reader.read(bytes, file: file, origin: .project)
  }

  /// Whether a project config is trusted: by what the user wrote down about exactly its bytes, or because the
  /// command line names the commit that it comes from. Its rubric is read here, so that the bytes that
  /// are trusted are those that are used.
  private func trust(
    _ config: Config, in folder: ProjectFolder, into loaded: inout LoadedConfig
  ) throws(FileTrouble) -> Bool {
    let record = try Self.record(of: config, in: folder, into: &loaded)
    if folder.commit != nil { return true }
    guard let state = try? StateFolder(environment: environment) else { return false }
    return TrustStore(state).holds(record)
  }

  /// What trusting a project config means.
  static func record(
    of config: Config, in folder: ProjectFolder, into loaded: inout LoadedConfig
  ) throws(FileTrouble) -> TrustRecord {
    var files = [(path: config.file, bytes: config.bytes)]
    if let name = config.rubric?.value, !BuiltinRubrics.names.contains(name) {
      let bytes = try folder.read(name, limit: RubricLoader.sizeLimit, what: "rubric")
      if let bytes {
        loaded.rubric = (name, bytes)
        loaded.files.append(folder.top.appending(name.utf8))
      }
      files.append((name, bytes ?? []))
    }
    return TrustRecord(repository: folder.top.bytes, files: files)
  }

  // MARK: - Before it is trusted

  /// A project config as somebody is about to trust it.
  struct Candidate {
    let config: Config
    let record: TrustRecord
    /// What trust makes count.
    let newlyFollowed: [String]
    /// What no project config can do, trusted or not.
    let neverFollowed: [String]
  }

  /// The config of a working tree with what trust in it would change; throws when there is none.
  func readForTrust(in folder: ProjectFolder) throws -> Candidate {
    var loaded = LoadedConfig()
    guard let config = try read(Self.projectFile, in: folder, into: &loaded) else {
      throw FileTrouble(message: "there is no '\(folder.top.text)/\(Self.projectFile)' to trust")
    }
    let user = try userConfig(nil, into: &loaded)
    let record = try Self.record(of: config, in: folder, into: &loaded)
    let (wary, trusting) = (
      try ConfigMerger.merge(user: user, project: config, isTrusted: false, rules: Self.rules),
      try ConfigMerger.merge(user: user, project: config, isTrusted: true, rules: Self.rules)
    )
    let never = trusting.diagnostics.map(\.message)
    let followed = wary.loosened.filter { attempt in
      !never.contains { message in attempt.hasSuffix("(\(message.prefix { $0 != " " }.dropLast()))")
      }
    }
    return Candidate(
      config: config, record: record, newlyFollowed: followed, neverFollowed: never)
  }
}
