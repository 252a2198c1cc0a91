/// What a command line destroys.
enum Destruction {
  /// What is said of a download piped into a shell, which destroys nothing by itself.
  static let download = "Runs whatever the address serves at that moment."

  /// One of these stands in every line that destroys; most lines have none and need not be cut.
  private static let signs = ByteSearch([
    "rm ", "force", "push -f", "push origin +", "mirror", "--hard", "clean ", "checkout ",
    "restore ", "stash ", "drop", "truncate", "delete", "destroy", "terminate-", "chmod -r",
    "curl ",
    "wget ", "irm ", "mkfs", "wipefs", "volume ", "prune", "down ", "uninstall", "flush", "db:",
    "migrate",
    "reset", " rb ", "dd ", "shred", "purge", "remove",
  ])

  /// What the line destroys, nil when it is harmless.
  ///
  /// - Parameter isWhole: a statement of SQL ends with the line, also without a semicolon.
  static func of(_ line: ArraySlice<UInt8>, isWhole: Bool) -> String? {
    guard signs.occurs(in: line.prefix(600)) else { return nil }
    let commands = ShellCommands.of(line)
    for (index, command) in commands.enumerated() {
      if let why = of(command, isWhole: isWhole || commands.count > 1) { return why }
      if command.isPiped, index > 0, fetches(commands[index - 1]), runs(command) {
        return download
      }
    }
    // `sh -c "$(curl …)"` and `bash <(curl …)`
    let runsFetched = commands.indices.dropLast().contains { index in
      let words = commands[index].words
      return runs(commands[index]) && fetches(commands[index + 1])
        && (words.contains("-c") || words.last == "<")
    }
    return runsFetched ? download : nil
  }

  private static func fetches(_ command: ShellCommand) -> Bool {
    ["curl", "wget", "irm"].contains(command.words[0])
  }

  private static func runs(_ command: ShellCommand) -> Bool {
    ["sh", "bash", "zsh", "fish", "python", "python3", "node", "iex", "perl"]
      .contains(command.words[0])
  }

  /// Programs before the one that counts: `npx prisma migrate reset`.
  private static let wrappers: Set<String> = [
    "xargs", "npx", "pnpm", "yarn", "bunx", "bundle", "poetry", "uv", "docker", "docker-compose",
    "podman", "kubectl", "ssh", "php", "python", "python3", "exec", "find", "npm", "cargo", "doas",
    "su", "wrangler", "heroku", "flyctl", "fly", "dotnet", "make", "just", "mix", "bin/rails",
  ]

  private static func of(_ command: ShellCommand, isWhole: Bool) -> String? {
    if let why = program(command.words, isWhole: isWhole) { return why }
    guard wrappers.contains(command.words[0]) else { return nil }
    for start in command.words.indices.dropFirst() where inner.contains(command.words[start]) {
      if let why = program(Array(command.words[start...]), isWhole: isWhole) { return why }
    }
    return nil
  }

  private static let inner: Set<String> = [
    "rm", "git", "dropdb", "prisma", "psql", "redis-cli", "mongosh", "shred", "terraform", "rails",
    "rake", "kubectl", "supabase", "sequelize", "sequelize-cli", "typeorm", "drop", "truncate",
  ]

  private static func program(_ words: [String], isWhole: Bool) -> String? {
    func has(_ wanted: String...) -> Bool { wanted.contains { words.dropFirst().contains($0) } }
    switch words[0] {
    case "rm": return removal(words)
    case "git": return git(words)
    case "terraform", "tofu", "terragrunt", "pulumi", "cdk", "cdktf":
      return has("destroy", "-destroy") ? "Destroys the infrastructure." : nil
    case "kubectl", "oc": return kubernetes(words)
    case "helm": return has("uninstall", "delete") ? "Takes down what the release runs." : nil
    case "docker", "podman", "docker-compose", "podman-compose": return container(words)
    case "aws", "gcloud", "az", "gsutil", "heroku", "fly", "flyctl", "doctl", "rclone", "s3cmd":
      return cloud(words)
    case "redis-cli", "valkey-cli":
      return has("flushall", "flushdb") ? "Empties the store for good." : nil
    case "dropdb", "mkfs", "shred", "dropuser", "mkfs.ext4", "mkfs.ext3", "mkfs.xfs", "mkfs.btrfs",
      "mkfs.vfat", "wipefs":
      return "Deletes the whole volume or database."
    case "dd": return words.contains { $0.hasPrefix("of=/dev/") } ? "Overwrites the disk." : nil
    case "rsync":
      // on another machine
      return words.last?.contains(":") == true && words.contains { $0.hasPrefix("--delete") }
        ? "Deletes what the other side has more." : nil
    case "find": return has("-delete") ? "Deletes all files that it finds." : nil
    case "chmod": return has("-r") && has("777") ? "Opens all files to everybody." : nil
    case "drop", "truncate", "delete": return sql(words, isWhole: isWhole)
    default:
      if words.contains(where: resets.contains)
        || ["prisma", "supabase"].contains(words[0]) && has("reset", "--force-reset")
        || words.contains("flush") && words.contains(where: { $0.hasSuffix("manage.py") })
        || words.contains(where: { $0.contains("dropdatabase(") })
      {
        return "Deletes what the database holds."
      }
      return nil
    }
  }

  private static let resets: Set<String> = [
    "db:drop", "db:reset", "db:wipe", "migrate:fresh", "migrate:reset", "migrate:refresh",
    "ecto.drop",
    "ecto.reset", "db:drop:_unsafe", "db:migrate:reset",
  ]

  // MARK: Folders

  private static func removal(_ words: [String]) -> String? {
    let flags = words.dropFirst().filter { $0.hasPrefix("-") }
    let letters = flags.filter { !$0.hasPrefix("--") }.joined()
    let isDeep = letters.contains("r") || flags.contains("--recursive")
    guard isDeep, letters.contains("f") || flags.contains("--force") else { return nil }
    let targets = words.dropFirst().filter { !$0.hasPrefix("-") }
    guard !targets.isEmpty, !targets.allSatisfy(isDisposable) else { return nil }
    return "Deletes a folder with everything in it."
  }

  private static let generated: Set<String> = [
    "node_modules", "dist", "build", "target", "coverage", "cache", "__pycache__", "out", "tmp",
    "temp", "deriveddata", "venv", "obj", "output", "outputs", "artifacts", "sandbox", "fixture",
    "fixtures", "lists", "test", "tests", "demo", "example", "examples", "scratch", "next", "nuxt",
    "turbo", "pytest_cache", "mypy_cache", "ruff_cache", "tox", "gradle", "egg-info", "bin",
    "playground", "worktrees", "worktree", "parcel-cache", "svelte-kit", "caches", "logs",
  ]

  /// Temporary and generated folders, and variables, of which only the run knows what they are.
  private static func isDisposable(_ target: String) -> Bool {
    if target.hasPrefix("$") || target.hasPrefix("<") {
      return !target.hasPrefix("$home") && !target.hasPrefix("${home")
    }
    return target.split(separator: "/").contains { part in
      let name = part.drop { $0 == "." || $0 == "_" || $0 == "*" }
      // `test-results`, `my-cache`, `app.egg-info`
      return generated.contains(String(name)) || generated.contains(String(part))
        || name.split(whereSeparator: { "-._*".contains($0) })
          .contains { generated.contains(String($0)) }
    }
  }

  // MARK: Version control

  private static func git(_ words: [String]) -> String? {
    let arguments = words.dropFirst()
    func has(_ wanted: String...) -> Bool { wanted.contains { arguments.contains($0) } }
    if has("push") {
      let isForced =
        has("--force", "-f", "--mirror")
        || arguments.contains { $0.hasPrefix("+") }
      return isForced ? "Overwrites what others have pushed." : nil
    }
    if has("reset"), has("--hard") { return "Throws away uncommitted work." }
    if has("checkout", "restore"), arguments.last == ".", !has("--staged") {
      return "Throws away uncommitted work."
    }
    if has("stash"), has("clear", "drop") { return "Throws away work that was put aside." }
    if has("clean"), arguments.contains(where: { $0 == "--force" || isFlags($0, with: "f") }) {
      return "Deletes files that git does not know."
    }
    if has("filter-branch", "filter-repo") { return "Rewrites the history that others have." }
    return nil
  }

  /// `-fdx` has the flag `f`.
  private static func isFlags(_ word: String, with letter: Character) -> Bool {
    word.hasPrefix("-") && !word.hasPrefix("--") && word.contains(letter)
  }

  // MARK: Running systems

  /// A pod or job comes back by itself.
  private static func kubernetes(_ words: [String]) -> String? {
    guard let verb = words.firstIndex(of: "delete"), verb + 1 < words.count else { return nil }
    let kind = words[verb + 1]
    let comesBack = ["pod", "pods", "po", "job", "jobs"].contains(kind)
    return comesBack && !words.contains("--all") ? nil : "Takes down what runs in the cluster."
  }

  private static func container(_ words: [String]) -> String? {
    func has(_ wanted: String...) -> Bool { wanted.contains { words.contains($0) } }
    if has("volume"), has("rm", "prune", "remove") { return "Deletes the data of containers." }
    if has("prune"), has("system"), has("--volumes") { return "Deletes the data of containers." }
    if has("down"), has("-v", "--volumes") { return "Deletes the data of containers." }
    return nil
  }

  private static func cloud(_ words: [String]) -> String? {
    func has(_ wanted: String...) -> Bool { wanted.contains { words.contains($0) } }
    let deletes =
      has("rm") && has("--recursive", "-r") || has("rb", "destroy", "purge", "pg:reset", "delete")
      || words.dropFirst().contains { $0.hasPrefix("delete-") || $0.hasPrefix("terminate-") }
      || has("apps:destroy")
    return deletes ? "Deletes what the service holds." : nil
  }

  // MARK: Statements

  private static func sql(_ words: [String], isWhole: Bool) -> String? {
    let second = words.count > 1 ? words[1] : ""
    let ends = isWhole || words.last?.hasSuffix(";") == true
    switch (words[0], second) {
    case ("drop", "table"), ("drop", "database"), ("drop", "schema"):
      return words.count > 2 ? "Drops data for good." : nil
    case ("truncate", "table") where words.count > 2: return "Empties the table for good."
    case ("truncate", _) where words.count > 1 && words.count <= 4 && ends:
      return "Empties the table for good."
    case ("delete", "from") where words.count > 2 && !words.contains("where") && ends:
      return "Deletes every row of the table."
    default: return nil
    }
  }
}
