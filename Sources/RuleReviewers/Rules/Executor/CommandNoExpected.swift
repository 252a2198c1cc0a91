import CheckModel

extension Rule {
  /// A check that nobody can read.
  static let commandNoExpected = Rule(
    id: "command-no-expected", title: "Command without its outcome", family: .executor, class: .b,
    severity: .minor, question: "verification.2", kind: .missing,
    zones: [.paragraph, .item, .fence],
    lexical: false,
    detects: """
      A command in open work that tests, builds or lints and does not say what comes out, in a plan where at least \
      two other commands and two in three of them do. Commands that install, change folders or commit are left alone, \
      and so is one whose outcome stands beside it elsewhere.
      """,
    matters: "A check without its outcome passes whatever it prints.",
    consequence: "The executor takes the first output it sees for the right one.",
    fix: "Add what must be seen: “12 passed”, “exits 0”, “fails with …”.",
    examples: Examples(
      bad: [
        """
        # Sync

        ### Task 1: Load

        Create `src/load.ts`. Run: `npm test load`. Expected: 4 passed.

        ### Task 2: Store

        Create `src/store.ts`. Run: `«npm test store»`.

        ### Task 3: Print

        Create `src/print.ts`. Run: `npm test print`. Expected: 3 passed.

        """
      ],
      good: [
        """
        # Sync

        ### Task 1: Load

        Create `src/load.ts`. Run: `npm install`, then `npm test load`. Expected: 4 passed.

        ### Task 2: Print

        Create `src/print.ts`. Run: `npm test print`. Expected: 3 passed.

        """,
        "# Sync\n\n- [ ] Add `load()` to `src/load.ts`\n- [ ] Run `npm test`\n",
      ],
      moved: [
        .carriageReturns: .fires, .emojiBefore: .fires, .fenced: .silent, .quoted: .open,
        .background: .open,
      ]),
    find: { reading in
      let plan = reading.plan
      let work = UnitPlaces(
        plan.tasks.filter { $0.parent == nil && $0.state != .done }.map(\.span).sorted())
      let checks = plan.commands.filter { command in
        (command.verifies || endsStep(command, plan)) && !reading.isFinished(command.block)
          && !reading.explains(command.block) && work.index(holding: command.span) != nil
      }
      let silent = checks.filter { $0.expected == nil }
      let telling = checks.count - silent.count
      guard telling >= 2, telling >= 2 * silent.count else { return [] }
      let told = checks.filter { $0.expected != nil }
      let texts = Set(told.map(\.text))
      // another command of its block tells the outcome of both
      let blocks = Set(told.map(\.block))
      return silent.filter { !texts.contains($0.text) && !blocks.contains($0.block) }.map {
        Hit($0.span, "The commands beside it say what comes out, this one does not.")
      }
    })

  private static let preparing: Set<String> = [
    "git", "cd", "pip", "pip3", "mkdir", "cp", "mv", "rm", "touch", "export", "source", "brew",
    "apt",
    "apt-get", "open", "chmod", "chown", "sudo", "systemctl", "docker", "kubectl", "terraform",
    "aws",
    "helm", "gh", "code", "echo", "ln", "nvm", "rsync", "scp", "ssh", "tar", "unzip", "nginx",
  ]
  private static let preparingWords: Set<String> = [
    "install", "ci", "add", "init", "start", "dev", "serve", "login", "create", "get", "up",
    "format",
    "fmt", "generate", "sync", "tidy", "update", "upgrade", "publish", "deploy",
    "package", "pack", "vsce",
  ]

  /// Nothing but a mark stands behind it in a step, and it does more than prepare.
  private static func endsStep(_ command: PlanCommand, _ plan: Plan) -> Bool {
    guard command.expected == nil else { return false }
    let block = plan.blocks[command.block]
    let end = block.content.range.upperBound
    guard !block.isFence, end >= command.span.range.upperBound,
      end - command.span.range.upperBound <= 2
    else { return false }
    // “as follows: …” shows a command to somebody
    let before = plan.files[block.span.file].source.bytes[
      block.content.range.lowerBound..<command.span.range.lowerBound
    ].last { !$0.isBlank && $0 != 0x60 }
    guard command.labelled || before != UInt8(ascii: ":") else { return false }
    let words = command.text.lowercased().split(separator: " ").map(String.init)
    guard let first = words.first, words.count > 1 else { return false }
    if looks(first, words.dropFirst()) { return true }
    guard !preparing.contains(first) else { return false }
    return !words.dropFirst().prefix(2).contains(where: preparingWords.contains)
  }

  /// What programs that mostly change something are called with when they only show it.
  private static let looking: [String: Set<String>] = [
    "git": ["show", "diff", "log", "status", "grep", "ls-files", "blame", "ls-remote", "ls-tree"],
    "kubectl": ["get", "describe", "rollout", "logs", "top", "diff", "wait", "auth"],
    "docker": ["ps", "logs", "inspect", "images", "stats", "port", "top"],
    "terraform": ["plan", "validate", "show", "output"],
    "helm": ["status", "list", "template", "history", "test", "get"],
    "systemctl": ["status", "is-active", "is-enabled", "list-timers"],
    "nginx": ["-t"], "gh": ["pr", "run", "api", "release"],
  ]
  private static let changing: Set<String> = [
    "restart", "undo", "create", "merge", "pause", "edit",
  ]

  /// `kubectl -n shop get pods`, `aws ec2 describe-vpcs`, `ssh host uptime`: done to be read.
  private static func looks(_ program: String, _ words: ArraySlice<String>) -> Bool {
    if program == "aws" {
      return words.prefix(3).contains { $0.hasPrefix("describe-") || $0.hasPrefix("get-") }
    }
    guard let verbs = looking[program] else { return false }
    return words.prefix(4).contains(where: verbs.contains)
      && !words.prefix(5).contains(where: changing.contains)
  }
}
