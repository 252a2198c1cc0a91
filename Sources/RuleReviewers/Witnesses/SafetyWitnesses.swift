import CheckModel

/// Witnesses for what can go wrong and what must be known: reversibility, selfcontained.
enum SafetyWitnesses {
  static let all: [Witness] = [wayBack, guarded, authorised, decided, context, environment, alone]

  private static let wayBack = Witness("reversibility.1") { evidence in
    guard StateChange.first(in: evidence.reading) != nil else {
      return .nothing("no step changes stored data or a running system")
    }
    let place = WayBack.place(in: evidence.reading)
    let isUnguarded = evidence.destruction.contains { !$0.isGuarded }
    return Measure(
      place == nil ? 0 : isUnguarded ? 0.5 : 1, of: 1,
      place == nil ? "no way back is spoken of" : "a way back is spoken of",
      at: place)
  }

  private static let guarded = Witness("reversibility.2") { evidence in
    let all = evidence.destruction
    guard all.contains(where: { !$0.isGuarded }) else {
      return .nothing("no destructive command is given without a guard")
    }
    return Measure.share(of: all, "destructive commands", "have a guard", place: { $0.span }) {
      $0.isGuarded
    }
  }

  private static let exposed: WordSet = [
    "login", "password", "passwords", "credentials", "webhook", "webhooks", "admin",
  ]
  private static let rules: WordSet = [
    "authenticated", "authentication", "authorization", "authorisation", "authorized",
    "permission", "permissions", "role", "roles", "401", "403", "public", "hashed", "encrypted",
    "owner", "scope", "scopes", "redacted", "secret", "secrets", "session",
  ]

  private static let authorised = Witness("reversibility.3", lexical: true) { evidence in
    let endpoint = WritingEndpoints.first(in: evidence.reading)
    let isExposed =
      endpoint != nil
      || evidence.instructions.contains { $0.sentence.binding && $0.has(exposed) }
    guard isExposed else { return .nothing("nothing is exposed to other people") }
    let rule = evidence.statements.first { $0.has(rules) }
    let isSpoken = rule != nil || AccessWords.occur(in: evidence.reading)
    return Measure(
      isSpoken ? 1 : 0, of: 1,
      isSpoken ? "access is spoken of" : "nobody is said to be allowed or not",
      at: rule?.span ?? (isSpoken ? endpoint : nil))
  }

  private static let decided = Witness("selfcontained.1", lexical: true) { evidence in
    evidence.share("are decided") { $0.isDecided && !$0.repeatsOther }
  }

  /// Places in existing code, links, and a description of what is there now.
  private static let context = Witness("selfcontained.2") { evidence in
    let plan = evidence.plan
    let pointers = plan.references.filter {
      $0.lines != nil && !isBeyond($0) || $0.kind == .url
    }
    let describes = evidence.statements.contains {
      evidence.reading.block($0.sentence.block, isIn: .context)
        || evidence.reading.block($0.sentence.block, isIn: .problem)
    }
    let paths = Set(evidence.paths.map(\.text)).count
    let named = paths >= min(3, evidence.pieces.count + 1) && paths > 0
    let met = (describes ? 0.5 : 0) + (pointers.isEmpty ? 0 : 0.5) + (named ? 0.5 : 0)
    return Measure(
      min(1, met), of: 1, "\(pointers.count) exact pointers, \(paths) paths",
      at: pointers.first?.span ?? plan.references.first { $0.kind == .path }?.span)
  }

  /// It points to lines that the file does not have.
  private static func isBeyond(_ reference: Reference) -> Bool {
    guard case .lineCount(let count) = reference.fact, let lines = reference.lines else {
      return false
    }
    return lines.upperBound > count
  }

  private static let setUp: WordSet = [
    "install", "requires", "prerequisites", "prerequisite", "environment", "version", "versions",
    "node", "python", "swift", "rust", "typescript", "docker", "npm", "pnpm", "bun", "stack",
    "macos", "linux", "sdk", "runtime", "dependencies", "dependency",
  ]

  private static let environment = Witness("selfcontained.3", lexical: true) { evidence in
    let about = evidence.statements.filter { $0.has(setUp) }
    let exact = about.first { $0.traits.isConcrete }
    if let exact { return Measure(1, of: 1, "tools or versions are named", at: exact.span) }
    return Measure(
      about.isEmpty && evidence.plan.commands.isEmpty ? 0 : 0.4, of: 1,
      "tools and versions are not named exactly", at: about.first?.span)
  }

  private static let alone = Witness("selfcontained.4") { evidence in
    evidence.share("can be read alone") {
      ($0.words >= 6 || $0.isCheck) && $0.isConcrete && !$0.repeatsOther
    }
  }
}
