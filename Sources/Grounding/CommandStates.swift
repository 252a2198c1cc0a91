import CheckModel

/// Whether the scripts, targets and recipes that a plan runs are there.
struct CommandStates {
  /// What one simple command asks a runner for.
  private struct Call {
    var runner: ScriptFiles.Runner
    var name: String
  }

  private let scripts: ScriptFiles
  private let modules: CommandModules
  private var known: [ScriptFiles.Runner: ScriptFiles.Names?] = [:]

  /// The most names that the plan's text is searched for.
  private static let searchLimit = 50
  private var searches = 0

  init(_ files: RepositoryFiles) {
    scripts = ScriptFiles(files)
    modules = CommandModules(files)
  }

  mutating func fill(_ plan: inout Plan) {
    for index in plan.references.indices where plan.references[index].kind == .command {
      if let lost = modules.missing(from: plan.references[index].text),
        !Self.defines(lost.name, in: plan), !modules.isBrought(lost, by: plan)
      {
        plan.references[index].state = .missing
        plan.references[index].fact = .notDefined(
          name: lost.name, what: lost.what, file: lost.file)
        continue
      }
      for call in Self.calls(in: plan.references[index].text) {
        let (state, fact, near) = look(up: call, in: plan)
        plan.references[index].state = state
        guard state != .missing else {
          plan.references[index].fact = fact
          plan.references[index].suggestion = near
          break
        }
      }
    }
  }

  private mutating func look(
    up call: Call, in plan: Plan
  ) -> (Reference.State, Reference.Fact?, String?) {
    let names: ScriptFiles.Names?
    if let read = known[call.runner] {
      names = read
    } else {
      names = scripts.names(of: call.runner)
      known[call.runner] = .some(names)
    }
    guard let names else { return (.unknown, nil, nil) }
    if names.names.contains(call.name) { return (.exists, nil, nil) }
    guard names.isWhole else { return (.unknown, nil, nil) }
    searches += 1
    guard searches <= Self.searchLimit else { return (.unknown, nil, nil) }
    if Self.defines(call.name, in: plan) { return (.createdHere, nil, nil) }
    let fact = Reference.Fact.notDefined(
      name: call.name, what: call.runner.word, file: names.file)
    return (.missing, fact, Self.nearest(call.name, among: names.names))
  }

  private static func nearest(_ name: String, among names: Set<String>) -> String? {
    let wanted = Array(name.utf8)
    let rated = names.map { (NearestPath.distance(wanted, Array($0.utf8.prefix(80))), $0) }
    guard let best = rated.min(by: { $0 < $1 }), best.0 <= max(2, wanted.count / 3) else {
      return nil
    }
    return best.1
  }

  /// The plan writes the name down outside of the commands that run it: as a key, a rule, or by itself in code.
  private static func defines(_ name: String, in plan: Plan) -> Bool {
    let marks = ["\"\(name)\"", "`\(name)`", "\n\(name):", "'\(name)'"].map { Array($0.utf8) }
    return plan.files.contains { file in
      marks.contains { file.source.bytes.holds($0) }
    }
  }

  // MARK: - Reading commands

  private static func calls(in command: String) -> [Call] {
    var calls: [Call] = []
    for part in command.split(whereSeparator: { "&|;\n".contains($0) }) {
      var words = part.prefix(600).split { $0 == " " || $0 == "\t" }.map(String.init)[...]
      while let first = words.first, first == "$" || first == "sudo" || first.contains("=") {
        words.removeFirst()
      }
      // where the shell stands then, other files speak
      guard words.first != "cd" else { return calls }
      calls += Self.calls(of: Array(words))
    }
    return calls
  }

  private static func calls(of words: [String]) -> [Call] {
    guard let tool = words.first else { return [] }
    let rest = Array(words.dropFirst())
    guard !rest.contains(where: { elsewhere.contains(String($0.prefix { $0 != "=" })) }) else {
      return []
    }
    let plain = rest.prefix { $0 != "--" }.filter { !$0.hasPrefix("-") && !$0.contains("=") }
    switch tool {
    case "npm", "pnpm", "yarn", "bun": return packageCall(tool, plain).map { [$0] } ?? []
    // every word is a target, until one that is none
    case "make", "gmake":
      return plain.prefix { named($0, .make) != nil }.compactMap { named($0, .make) }
    case "just": return plain.first.flatMap { named($0, .just) }.map { [$0] } ?? []
    case "composer":
      guard plain.count > 1, ["run", "run-script"].contains(plain[0]) else { return [] }
      return named(plain[1], .composer).map { [$0] } ?? []
    default: return []
    }
  }

  private static func packageCall(_ tool: String, _ words: [String]) -> Call? {
    guard let verb = words.first else { return nil }
    if ["run", "run-script"].contains(verb) {
      return words.count > 1 ? named(words[1], .package) : nil
    }
    if tool == "npm", ["stop", "restart"].contains(verb) {
      return Call(runner: .package, name: verb)
    }
    // `bun test` has a runner of its own
    if verb == "test", tool != "bun" { return Call(runner: .package, name: "test") }
    return nil
  }

  /// A name that is written out, and no file or variable.
  private static func named(_ word: String, _ runner: ScriptFiles.Runner) -> Call? {
    let isPlain = word.utf8.allSatisfy { byte in
      UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte
        || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte || "-_:".utf8.contains(byte)
    }
    return isPlain ? Call(runner: runner, name: word) : nil
  }

  /// Options that send the command to another folder or package, or let the name be absent.
  private static let elsewhere: Set<String> = [
    "-C", "-F", "-f", "-w", "--cwd", "--dir", "--directory", "--file", "--filter", "--if-present",
    "--justfile", "--makefile", "--prefix", "--workspace", "--workspaces", "-r", "--recursive",
  ]
}

extension [UInt8] {
  /// Whether other bytes stand in these at any place.
  func holds(_ other: [UInt8]) -> Bool {
    guard let first = other.first, count >= other.count else { return false }
    var index = 0
    while index <= count - other.count {
      if self[index] == first, self[index..<(index + other.count)].elementsEqual(other) {
        return true
      }
      index += 1
    }
    return false
  }
}
