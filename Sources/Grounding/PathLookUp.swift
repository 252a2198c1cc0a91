import CheckModel

/// Looks names up in a tree as a plan's author writes them: from the top, from the plan's own folder, from the
/// package that the plan is about.
struct PathLookUp {
  /// What a tree has under a name.
  enum Found: Equatable {
    /// At the name as written; the tree's own spelling.
    case here(String)
    /// Below the folder that the plan is about, or at the only place where such a name stands.
    case below(String)
    /// Somewhere, and nobody can say where.
    case somewhere
    /// Behind a symbolic link or in another repository: nobody can say.
    case hidden
    case nowhere
  }

  private let files: RepositoryFiles
  /// Where paths may start: the top, and the folders from the plan's own upward.
  private let bases: [String]
  /// The folder below which most names stand that stand nowhere as written; nil when there is none.
  private let prefix: String?

  /// - Parameters:
  ///   - bases: beside the top, relative to it.
  ///   - paths: all of the plan, to learn which folder it is about.
  init(_ files: RepositoryFiles, bases: [String], paths: some Sequence<RepositoryPath>) {
    self.files = files
    var seen: Set<String> = [""]
    let bases = [""] + bases.filter { seen.insert($0).inserted }
    self.bases = bases
    var votes: [String: Int] = [:]
    for path in Set(paths) where !path.isBare && !path.isPattern {
      guard !bases.contains(where: { files.has(Self.joined($0, path.text)) }) else { continue }
      let ends = Self.ends(with: path.text, in: files)
      for end in ends.prefix(50) {
        votes[String(end.dropLast(path.text.count + 1)), default: 0] += 1
      }
    }
    let most = votes.values.max() ?? 0
    let winners = votes.filter { $0.value == most }.keys
    prefix = winners.count == 1 ? winners.first : nil
  }

  /// The folder that the plan names as the one its paths start from.
  static func declaredRoot(in plan: Plan, _ files: RepositoryFiles) -> [String] {
    plan.references.compactMap { reference -> String? in
      guard reference.kind == .path, let path = RepositoryPath(reference.text, from: nil),
        files.isFolder(path.text)
      else { return nil }
      let words = plan.words(before: reference.span)
      let declares = ["relative to", "work in", "working directory", "all paths"].contains {
        words.contains($0)
      }
      return declares ? path.text : nil
    }
  }

  /// What the tree has under a path.
  func found(_ path: RepositoryPath) -> Found {
    guard let alternatives = path.alternatives else { return .hidden }
    if alternatives.count > 1 {
      let all = alternatives.map { found(RepositoryPath($0)) }
      return all.contains(.nowhere) ? .somewhere : all.first ?? .nowhere
    }
    if let exact = exactly(path) { return exact }
    if path.isPattern { return pattern(path) }
    let ends = Self.ends(with: path.text, in: files)
    if ends.count == 1 { return .below(ends[0]) }
    if ends.count > 1 { return .somewhere }
    if let whole = withEnding(path) { return .here(whole) }
    return isIgnored(path) ? .hidden : .nowhere
  }

  /// What the tree has at the very path, seen from one of the folders where paths may start.
  func exactly(_ path: RepositoryPath) -> Found? {
    for base in bases {
      let whole = Self.joined(base, path.text)
      if let file = files.file(whole) { return .here(file) }
      if files.isFolder(whole) { return .here(whole) }
      if files.isHidden(whole) { return .hidden }
    }
    if let prefix {
      let whole = Self.joined(prefix, path.text)
      if let file = files.file(whole) { return .below(file) }
      if files.isFolder(whole) { return .below(whole) }
    }
    return nil
  }

  private func pattern(_ path: RepositoryPath) -> Found {
    for base in bases + (prefix.map { [$0] } ?? []) {
      let whole = RepositoryPath(Self.joined(base, path.text))
      if files.paths.contains(where: whole.matches) { return .here(path.text) }
    }
    // one that matches nothing yet may be meant for files to come
    return .hidden
  }

  /// `src/lib/words` for `src/lib/words.ts`, as imports are written.
  private func withEnding(_ path: RepositoryPath) -> String? {
    guard !path.isFolder, !path.name.utf8.contains(UInt8(ascii: ".")) else { return nil }
    for base in bases + (prefix.map { [$0] } ?? []) {
      let folder = Self.joined(base, path.folder)
      if let name = files.names(in: folder).first(where: { $0.hasPrefix(path.name + ".") }) {
        return Self.joined(folder, name)
      }
    }
    return nil
  }

  /// It is in the folder all the same, so git ignores it.
  private func isIgnored(_ path: RepositoryPath) -> Bool {
    bases.contains { base in
      if case .absent = files.content(Self.joined(base, path.text), limit: 0) {
        false
      } else {
        true
      }
    }
  }

  /// All paths of the tree that end in a path.
  private static func ends(with path: String, in files: RepositoryFiles) -> [String] {
    let name = RepositoryFiles.parts(of: path).name
    let end = "/" + path
    return (files.files(named: name) + files.folders(named: name)).filter { $0.hasSuffix(end) }
  }

  static func joined(_ base: String, _ path: String) -> String {
    base.isEmpty ? path : path.isEmpty ? base : base + "/" + path
  }
}
