/// What tells a command line from other code, and a check from set-up.
enum CommandShape {
  /// Whether a code span is a command line. A tool's name alone counts only where running is asked for.
  static func isCommand(_ bytes: [UInt8], _ range: Range<Int>, askedToRun: Bool) -> Bool {
    let text = bytes.trimmed(range)
    // most code spans are one word
    guard askedToRun || bytes[text].contains(where: ASCII.isSpace) else { return false }
    let words = words(bytes, text, most: 2)
    guard let tool = words.first else { return false }
    let name = baseName(tool)
    if words.count == 1 {
      return askedToRun && (tools.contains(name) || tool.hasPrefix("./"))
    }
    if tool == "cd" { return true }
    if let subcommands = guarded[name] {
      return subcommands.contains(words[1]) || words[1].hasPrefix("-")
    }
    return tools.contains(name) || tool.hasPrefix("./") && tool.count > 2
      || tool.hasSuffix(".sh") || isAssignment(tool)
  }

  /// Whether a command line tests, builds or lints; set-up, git and directory changes do not.
  static func verifies(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    parts(bytes, range).contains { verifies(words(bytes, $0)) }
  }

  /// Whether a command looks at something, which is a check as soon as a result is expected of it.
  static func inspects(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    parts(bytes, range).contains { part in
      let words = words(bytes, part)
      guard let tool = words.first else { return false }
      if tool == "git" {
        return words.dropFirst().contains {
          ["status", "log", "diff", "show", "branch"].contains($0)
        }
      }
      return inspectors.contains(baseName(tool))
    }
  }

  /// The simple commands of a line: between `&&`, `||`, `;`, `|` and line ends, outside quotes.
  static func parts(_ bytes: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    var quote: UInt8 = 0
    for offset in range.clamped(to: 0..<bytes.count) {
      let byte = bytes[offset]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == 0x22 || byte == 0x27 {
        quote = byte
      } else if [0x26, 0x7C, 0x3B, 0x0A].contains(byte) {
        if start < offset { parts.append(start..<offset) }
        start = offset + 1
      }
    }
    if start < range.upperBound { parts.append(start..<range.upperBound) }
    return parts
  }

  /// The first words of a simple command, without prompt, assignments and wrappers such as `sudo`.
  static func words(_ bytes: [UInt8], _ range: Range<Int>, most: Int = 24) -> [String] {
    var words = bytes[range.clamped(to: 0..<bytes.count)].prefix(600)
      .split(maxSplits: 24, whereSeparator: ASCII.isSpace).prefix(24)
    while words.count > 1, let first = words.first.map({ String(decoding: $0, as: UTF8.self) }),
      ["$", ">", "%", "sudo", "time", "env", "exec", "!"].contains(first) || isAssignment(first)
    {
      words.removeFirst()
    }
    return words.prefix(most).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Whether a command line only sets the scene: its first tool moves, makes or stores something.
  static func prepares(_ line: String) -> Bool {
    let bytes = Array(line.utf8.prefix(600))
    guard let tool = words(bytes, 0..<bytes.count).first else { return true }
    return preparers.contains(baseName(tool))
  }

  private static let preparers = set(
    "cd export source mkdir touch cp mv rm ln chmod git echo pushd popd alias unset cat sleep")

  /// Whether a word is the name of a known command-line tool.
  static func isTool(_ word: String) -> Bool { tools.contains(baseName(word)) }

  private static func isAssignment(_ word: String) -> Bool {
    guard let equals = word.firstIndex(of: "="), equals != word.startIndex else { return false }
    return word[..<equals].allSatisfy { $0.isASCII && ($0.isUppercase || $0.isNumber || $0 == "_") }
  }

  private static func baseName(_ word: String) -> String {
    guard let slash = word.utf8.lastIndex(of: ASCII.slash) else { return word }
    return String(word[word.utf8.index(after: slash)...])
  }

  private static func verifies(_ words: [String]) -> Bool {
    guard let first = words.first else { return false }
    let name = baseName(first)
    let rest = Array(words.dropFirst())
    if checkers.contains(name) { return true }
    if runners.contains(name) {
      let inner = rest.drop { $0.hasPrefix("-") || ["run", "exec", "dlx", "--"].contains($0) }
      if name == "python" || name == "python3" { return checksInPython(rest) }
      return verifies(Array(inner)) || inner.first.map(namesCheck) ?? false
    }
    if let subcommands = checkingSubcommands[name] {
      guard let action = rest.first(where: { !$0.hasPrefix("-") }) else { return name == "make" }
      return subcommands.contains(action)
        || takesTargets.contains(name) && rest.contains(where: namesCheck)
    }
    if name == "node" || name == "deno" || name == "ruby" || name == "php" || name == "bun" {
      return rest.contains { $0 == "--test" || namesCheck($0) }
    }
    let isScript =
      ["bash", "sh", "zsh"].contains(name)
      ? rest.first : first.utf8.contains(ASCII.slash) ? first : nil
    return isScript.map { namesCheck(baseName($0)) } ?? false
  }

  private static func checksInPython(_ words: [String]) -> Bool {
    if let mark = words.firstIndex(of: "-m"), mark + 1 < words.count {
      let module = words[mark + 1]
      return checkers.contains(module) || ["unittest", "compileall", "build"].contains(module)
        || module.hasPrefix("unittest.")
    }
    return words.first.map { namesCheck(baseName($0)) } ?? false
  }

  /// `test`, `test:unit`, `lint-fix`, `run_tests.py`, `e2e`.
  private static func namesCheck(_ word: String) -> Bool {
    let pieces = word.lowercased().split { !$0.isLetter && !$0.isNumber }
    return pieces.contains { checkingWords.contains(String($0)) }
  }

  private static func set(_ list: String) -> Set<String> {
    Set(list.utf8.split(whereSeparator: ASCII.isSpace).map { String(Substring($0)) })
  }

  private static let checkingWords = set(
    "test tests check checks lint build verify validate typecheck types tsc e2e smoke ci spec unit compile"
  )

  /// Tools that do nothing but test, build or lint.
  private static let checkers = set(
    """
    pytest py.test jest vitest mocha ava tox nox rspec phpunit ctest eslint ruff mypy pyright flake8 \
    pylint golangci-lint staticcheck shellcheck swiftlint tsc xcodebuild hadolint actionlint \
    markdownlint markdownlint-cli2 playwright cypress bats prove rubocop stylelint tflint oxlint biome \
    nextest unittest phpstan psalm detekt ktlint checkstyle htmlhint yamllint codespell cmake ninja \
    kubeconform promtool vue-tsc svelte-check knip madge bandit trivy gosec govulncheck
    """)

  /// Tools that run another tool.
  private static let runners = set(
    "npx pnpx bunx uv uvx poetry pipenv hatch rye bundle python python3 mise direnv xvfb-run dotenv"
  )

  private static let takesTargets = set(
    "npm pnpm yarn bun make just task rake gradle gradlew mvn mvnw nx turbo mage invoke lerna composer"
  )

  private static let checkingSubcommands: [String: Set<String>] = [
    "swift": set("test build format"),
    "cargo": set("test build check clippy nextest bench fmt doc"),
    "go": set("test build vet"), "npm": set("test t build"), "pnpm": set("test t build lint check"),
    "yarn": set("test build lint check tsc"), "bun": set("test build"), "make": set("all"),
    "just": [], "task": [], "rake": [], "gradle": set("assemble"), "gradlew": set("assemble"),
    "mvn": set("package install compile"), "mvnw": set("package install compile"), "nx": [],
    "turbo": [], "mage": [], "invoke": [], "lerna": [], "composer": [],
    "dotnet": set("test build"), "terraform": set("validate plan"), "docker": set("build"),
    "helm": set("lint template"), "bazel": set("test build"), "deno": set("test check lint"),
    "mix": set("test compile credo dialyzer"), "flutter": set("test analyze build"),
    "ng": set("test build lint"), "rails": set("test"), "prettier": [], "openspec": set("validate"),
    "speccheck": set("check"), "zig": set("test build"), "dart": set("test analyze"),
    "buf": set("lint breaking build"), "pre-commit": set("run"), "stack": set("test build"),
    "cabal": set("test build"), "sbt": set("test compile"), "lein": set("test"),
  ]

  private static let inspectors = set(
    "grep rg curl wget ls cat diff jq test find wc psql sqlite3 kubectl head tail file stat node python python3 gh http"
  )

  /// Names that are also words: only with a subcommand of theirs.
  private static let guarded: [String: Set<String>] = [
    "go": set("test build run vet mod get generate install fmt tool work list doc env version"),
    "swift": set("test build run package format --version"),
    "test": set("-f -d -e -n -z -x ! -s -r"), "find": set(". / ./ src"),
    "task": set("test build lint check run"), "time": [], "just": set("test build lint check run"),
    "file": [], "head": [], "sort": [],
  ]

  private static let tools = checkers.union(runners).union(checkingSubcommands.keys).union(
    set(
      """
      git gh npm node docker docker-compose podman kubectl helm terraform ansible ansible-playbook aws \
      gcloud az curl wget grep rg sed awk cat ls cp mv rm mkdir touch chmod chown ln tar unzip echo \
      export source psql mysql sqlite3 redis-cli mongosh openssl ssh scp rsync systemctl journalctl \
      brew apt apt-get pip pip3 pipx gem conda bash sh zsh fish pwsh powershell ruby php perl java \
      javac kotlinc scalac rustup rustc clang gcc g++ prisma drizzle-kit alembic flyway liquibase \
      sqlx diesel supabase firebase vercel netlify wrangler fly heroku serverless cdk pulumi ollama \
      claude codex gemini tmux lsof kill ps jq yq xargs tee diff wc open code cmark pandoc protoc \
      sqlc goose migrate artisan rails django-admin changeset lefthook husky storybook vite webpack \
      rollup esbuild next nuxt astro expo adb xcrun simctl fastlane pod carthage tuist mint
      """))
}
