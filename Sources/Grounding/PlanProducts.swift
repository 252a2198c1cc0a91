import CheckModel

/// What a plan makes before it uses it: files that it creates, moves or lets a tool generate.
struct PlanProducts {
  private var made: Set<String> = []
  /// Tests that are named and that nothing says to write.
  private var assumed: Set<String> = []
  private var moved: Set<String> = []
  private var madeByName: [String: [String]] = [:]
  /// A tool lays out files whose names the plan need not say: `cargo new`, `npm init`.
  private(set) var hasScaffold = false

  /// - Parameter path: the form of a reference's path; nil for those that nothing can be said about.
  init(_ plan: Plan, path: (Reference) -> RepositoryPath?) {
    let fences = SpanIndex(plan.blocks.filter(\.isCode).map(\.span))
    let commands = SpanIndex(plan.commands.map(\.span))
    var source: Reference?
    for reference in plan.references where reference.kind == .path {
      defer { source = reference }
      guard let path = path(reference) else { continue }
      switch reference.action {
      case .create:
        let isMove = source.map { Self.isMove(from: $0, to: reference, in: plan) } ?? false
        add(path, moved: isMove)
      case .mention:
        let isShown = fences.holds(reference.span) && !commands.holds(reference.span)
        if isShown || Self.isBuilt(reference, in: plan) {
          add(path, moved: false)
        } else if Self.isTest(path) {
          add(path, moved: false, isAssumed: true)
        }
      default: break
      }
    }
    for command in plan.commands { read(command.text) }
  }

  /// Where the plan itself brings a path from; nil when it does not.
  func state(of path: RepositoryPath) -> Reference.State? {
    var here = path.text
    while !here.isEmpty {
      if moved.contains(here) { return .movedHere }
      if made.contains(here) { return .createdHere }
      here = RepositoryFiles.parts(of: here).folder
    }
    // a longer or a shorter name for the same file
    for other in madeByName[path.name] ?? []
    where other.hasSuffix("/" + path.text) || path.text.hasSuffix("/" + other) {
      return moved.contains(other) ? .movedHere : .createdHere
    }
    return nil
  }

  /// The plan names a test and does not say where it comes from.
  func isAssumed(_ path: RepositoryPath) -> Bool { assumed.contains(path.text) }

  private mutating func add(_ path: RepositoryPath, moved isMove: Bool, isAssumed: Bool = false) {
    for text in path.alternatives ?? [] {
      let isNew = made.insert(text).inserted
      if !isAssumed { assumed.remove(text) } else if isNew { assumed.insert(text) }
      guard isNew else { continue }
      if isMove { moved.insert(text) }
      madeByName[RepositoryFiles.parts(of: text).name, default: []].append(text)
    }
  }

  /// What the parser does not tell: `git mv`, and tools that lay out whole folders.
  private mutating func read(_ command: String) {
    let words = command.prefix(2_000).split { $0 == " " || $0 == "\n" }.map(String.init)
    for (index, word) in words.enumerated() {
      let next = index + 1 < words.count ? words[index + 1] : ""
      if word == "git", next == "mv" || next == "clone", let last = words.last,
        let path = RepositoryPath(last, from: nil)
      {
        add(path, moved: next == "mv")
      }
      if Self.scaffolds.contains(word + " " + next) || word.hasPrefix("create-") {
        hasScaffold = true
      }
    }
  }

  private static let scaffolds: Set<String> = [
    "alembic init", "alembic revision", "artisan make", "bun create", "bun init", "cargo init",
    "cargo new", "django-admin startproject", "dotnet new", "flutter create", "manage.py startapp",
    "mix new", "mix phx.new", "ng generate", "ng new", "npm create", "npm init", "openspec init",
    "package init", "pnpm create", "pnpm init", "poetry init", "poetry new", "rails generate",
    "rails g", "rails new", "shadcn add", "sqlx migrate", "uv init", "yarn create", "yarn init",
  ]

  /// `mv a b`, and "move `a` to `b`".
  private static func isMove(from source: Reference, to target: Reference, in plan: Plan) -> Bool {
    guard source.action == .delete, source.span.file == target.span.file,
      source.span.range.upperBound <= target.span.range.lowerBound,
      target.span.range.lowerBound - source.span.range.upperBound <= 24
    else { return false }
    let between = plan.files[source.span.file].source.bytes[
      source.span.range.upperBound..<target.span.range.lowerBound]
    return !between.contains(UInt8(ascii: "\n"))
  }

  /// Tests are written by whoever builds, also where the plan only names them.
  private static func isTest(_ path: RepositoryPath) -> Bool {
    let text = path.text.lowercased()
    return text.contains("test") || text.contains("spec") || text.contains("fixture")
  }

  /// "Implement the parser in `src/parse.rs`".
  private static func isBuilt(_ reference: Reference, in plan: Plan) -> Bool {
    let words = plan.words(before: reference.span)
    return buildingWords.contains { words.contains($0) }
  }

  private static let buildingWords = [
    "build", "define", "extract", "generat", "implement", "introduce", "lives in", "new ", "output",
    "place", "produce", "put ", "save", "scaffold", "store", "write", "written",
  ]
}

extension Block {
  var isCode: Bool {
    switch kind {
    case .fence, .indentedCode: true
    default: false
    }
  }
}
