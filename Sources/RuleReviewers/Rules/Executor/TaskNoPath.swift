import CheckModel

extension Rule {
  /// A change without a place.
  static let taskNoPath = Rule(
    id: "task-no-path", title: "Task names no file", family: .executor, class: .b,
    severity: .major, question: "grounding.1", kind: .missing, zones: [.item, .heading],
    lexical: true,
    detects: """
      An open checkbox or `Task N` that starts with create, modify, update, refactor, rename, move, delete \
      or replace, and neither it, nor what stands below it, nor the heading that groups it names a path or \
      anything in code, nor, unless it creates one, an identifier such as `WarningBanner`. Tasks about \
      documentation, branches, releases and tickets are left alone.
      """,
    matters: """
      Naming the files is what separates plans that can be built from those that cannot. Without a place \
      the executor searches, and changes the first thing that fits.
      """,
    consequence: "The executor picks the place.",
    fix: "Name the file, and the function if the file is long.",
    examples: Examples(
      bad: [
        "# Sync\n\n- [ ] «Refactor the update sync logic»\n",
        "# Sync\n\n### Task 1: «Update the retry handling»\n\nMake it wait longer.\n",
      ],
      good: [
        "# Sync\n\n- [ ] In `src/core/update.ts` split `sync()` into two\n",
        "# Sync\n\n- [ ] Refactor the sync logic\n  - `src/core/update.ts`\n",
        "# Sync\n\n- [ ] Update the README with the new flag\n",
        "# Sync\n\n- [ ] Update the WarningBanner component\n",
        "# Sync\n\n- [ ] Create a branch for the work\n",
        "# Sync\n\n- [x] Refactor the update sync logic\n",
        "# Sync\n\n## 1. Work on `src/core/update.ts`\n\n- [ ] Rename the function\n",
      ],
      moved: [
        .carriageReturns: .fires, .emojiBefore: .fires, .fenced: .silent, .quoted: .open,
        .background: .open,
      ]),
    find: { reading in
      let plan = reading.plan
      return reading.units.compactMap { unit in
        let task = plan.tasks[unit.task]
        guard task.form == .checkbox || task.form == .heading, isEnglish(task, plan),
          let verb = unit.titleWords.first, placedVerbs.contains(verb), !unit.namesCode,
          verb == "create" || !namesIdentifier(task.title),
          unit.paths.isEmpty, !unit.isDocumentation(in: plan),
          !unit.titleWords.prefix(8).contains(where: placeless.contains)
        else { return nil }
        return Hit(task.titleSpan, "This task changes something and does not say in which file.")
      }
    })

  private static let placedVerbs: WordSet = [
    "create", "modify", "update", "refactor", "rename", "move", "delete", "replace", "rewrite",
  ]

  /// `WarningBanner` without backticks: what exists under such a name is found by searching for it.
  private static func namesIdentifier(_ title: String) -> Bool {
    title.utf8.split(separator: 0x20).contains { word in
      let letters = Array(word)
      let hasHump = letters.indices.dropFirst().contains {
        letters[$0].isLetter && letters[$0].lowercased != letters[$0]
          && letters[$0 - 1].isLetter && letters[$0 - 1].lowercased == letters[$0 - 1]
      }
      return hasHump && !products.contains(String(decoding: word, as: UTF8.self).lowercased())
    }
  }

  /// Names with a capital inside that stand for no code of one's own.
  private static let products: Set<String> = [
    "javascript", "typescript", "github", "gitlab", "postgresql", "macos", "ios", "graphql",
    "openapi", "websocket", "websockets", "mongodb", "devops", "nextjs", "youtube", "fastapi",
  ]

  /// Objects that lie outside the repository.
  private static let placeless: WordSet = [
    "branch", "pr", "pull", "issue", "ticket", "release", "tag", "account", "meeting", "commit",
    "worktree", "dashboard", "board", "milestone", "team", "stakeholders", "dependencies",
    "snapshots", "lockfile", "changelog", "version", "project", "repository", "repo",
  ]

  private static func isEnglish(_ task: PlanTask, _ plan: Plan) -> Bool {
    let language = task.section.map { plan.sections[$0].language } ?? "und"
    return language == "en" || (language == "und" && ["en", "und"].contains(plan.language))
  }
}
